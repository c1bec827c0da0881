"""Small whole files of every kind for the fuzzer to spoil, made the same each time."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from grassroots.reading.documents import programs

_LINES = (
    "ỦY BAN NHÂN DÂN\nHUYỆN ĐỒNG PHÚ\nSố: 213/BC-UBND",
    "Đồng Phú, ngày 15 tháng 11 năm 2024\nBÁO CÁO",
    "Kết quả thực hiện dân chủ ở cơ sở 10 tháng năm 2024",
    "II. Tiếp công dân\nTrong 10 tháng năm 2024, UBND huyện tiếp 54 lượt/61 người/50 vụ việc.",
    "Đã giải quyết 132/142 đơn, còn 10 đơn đang được xem xét; không phát hiện vi phạm.",
)
_ASCII = ("UBND HUYEN DONG PHU", "Bao cao 10 thang nam 2024", "Tiep nhan 142 don, da giai quyet 132 don.")


def seeds(folder: Path) -> Iterator[tuple[str, bytes]]:
    """(ending, content) of each kind; .doc only where LibreOffice can make one."""
    text = "\n".join(_LINES)
    yield "txt", text.encode()
    yield "txt", text.encode("utf-16")
    yield "html", _html().encode()
    yield (
        "rtf",
        b"{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}\\f0 Tiep 12 luot cong dan\\par Da giai quyet 9/10 don\\par}",
    )
    word = _word()
    yield "docx", word
    yield "pdf", _pdf(packed=False)
    yield "pdf", _pdf(packed=True)
    workbook = _workbook()
    yield "xlsx", workbook
    yield "zip", _archive({"a.docx": word, "b/c.txt": text.encode(), "d.xlsx": workbook})
    yield from _pictures()
    old = _old_word(word, folder)
    if old is not None:
        yield "doc", old


def _html() -> str:
    rows = "".join(f"<tr><td rowspan=2>Xã {at}</td><td colspan=2>{at}</td><td>3</td></tr>" for at in range(4))
    body = "".join(f"<p style='color:red'>{line}</p>" for line in _LINES)
    head = "<!doctype html><html><head><meta charset=utf-8></head>"
    return f"{head}<body>{body}<table>{rows}</table></body></html>"


def _word() -> bytes:
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Dự thảo"
    for line in _LINES:
        document.add_paragraph(line)
    document.add_paragraph("Tiếp 12 lượt công dân.", style="List Number")
    table = document.add_table(rows=4, cols=3)
    for at, row in enumerate(table.rows):
        for cell, word in zip(
            row.cells, ("Xã", "Lượt", "Người") if at == 0 else ("A", "5", "6"), strict=True
        ):
            cell.text = word
    table.cell(1, 0).merge(table.cell(2, 0))
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _workbook() -> bytes:
    from grassroots.forms import FormContent, make_form
    from grassroots.periods import Period
    from grassroots.units import unit

    values = {"don_thu_ly": 10.0, "don_da_giai_quyet": 9.0}
    return make_form(unit("2020:25375"), Period.parse("2024-year"), content=FormContent(values=values))


def _archive(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(zipfile.ZipInfo(name), member, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _pdf(*, packed: bool) -> bytes:
    shown = "".join(f"1 0 0 1 70 {760 - 20 * at} Tm ({line}) Tj " for at, line in enumerate(_ASCII))
    stream = f"BT /F 12 Tf {shown}ET".encode()
    how = b"/Filter/FlateDecode" if packed else b""
    stream = zlib.compress(stream) if packed else stream
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate 0/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), how, stream),
    ]
    written, places = b"%PDF-1.5\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj%s\nendobj\n" % (number, one)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + table + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(written)


def _pictures() -> Iterator[tuple[str, bytes]]:
    from PIL import Image, ImageDraw

    page = Image.new("L", (420, 120), 255)
    ImageDraw.Draw(page).text((10, 30), "Tiep nhan 142 don", fill=0, font_size=40)
    for ending, kind in (("png", "PNG"), ("jpg", "JPEG"), ("tif", "TIFF")):
        content = io.BytesIO()
        page.save(content, kind)
        yield ending, content.getvalue()


def _old_word(word: bytes, folder: Path) -> bytes | None:
    import shutil

    office = shutil.which("soffice")
    if office is None:
        return None
    source = folder / "seed.docx"
    source.write_bytes(word)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "doc", "--outdir", str(folder), str(source)]
    try:
        programs.run(command, 90)
        return source.with_suffix(".doc").read_bytes()
    except (programs.ProgramFailed, OSError):
        return None
