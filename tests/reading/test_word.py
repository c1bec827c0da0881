"""What stands in a Word document, as a person sees it: numbers of lists, merged cells, notes, revisions."""

from __future__ import annotations

import shutil
from pathlib import Path

import made_hostile as made
import presence
import pytest

from grassroots.reading.documents import document_of, format_of
from grassroots.reading.model import UnreadableReport

W = made.W
P = made.paragraph


def texts(path: Path) -> list[str]:
    return [passage.text for passage in document_of(path, format_of(path)).passages]


def listed(number: int, level: int) -> str:
    return f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'


def level(at: int, form: str, text: str, start: int = 1) -> str:
    said = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{said}</w:lvl>'


NUMBERING = (
    f"<w:numbering {W}>"
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "lowerLetter", "%3)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7")
    + level(1, "decimalZero", "%1.%2", start=4)
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>'
)


def test_numbers_that_word_writes_itself_are_read(tmp_path: Path) -> None:
    shown = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (3, 0), (1, 0)]
    body = "".join(P("Mục", listed(number, at)) for number, at in shown) + P("Không số", listed(0, 0))
    path = made.word(tmp_path / "a.docx", body, parts={"word/numbering.xml": NUMBERING})
    labels = ["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1.", "•", "V.", "III."]
    assert texts(path) == [*(f"{label} Mục" for label in labels), "Không số"]
    sections = [passage.section for passage in document_of(path, "docx").passages]
    assert sections[:5] == ["I", "I.1", "I.1", "I.1", "I.2"]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>"


def test_merged_cells_stand_in_each_place_they_cover_and_numbers_once(tmp_path: Path) -> None:
    wide, down, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        cell("Đơn vị", down) + cell("Khiếu nại", wide) + cell("Tổng", down),
        cell("", on) + cell("Nhận") + cell("Xong") + cell("", on),
        cell("Xã A", down) + cell("5") + cell("4") + cell("9", down),
        cell("", on) + cell("6", wide) + cell("", on),
        f"<w:sdt><w:sdtContent>{cell('Xã B')}</w:sdtContent></w:sdt>" + cell("7") + cell("8") + cell("15"),
        cell("Nguồn: báo cáo các xã", '<w:gridSpan w:val="4"/>'),
    ]
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    table += f"<w:tr><w:trPr><w:del/></w:trPr>{cell('Dòng đã xóa')}</w:tr></w:tbl>"
    assert texts(made.word(tmp_path / "a.docx", table)) == [
        "Đơn vị | Khiếu nại | Khiếu nại | Tổng",
        "Đơn vị | Nhận | Xong | Tổng",
        "Xã A | 5 | 4 | 9",
        "Xã A | 6 |  | ",
        "Xã B | 7 | 8 | 15",
        "Nguồn: báo cáo các xã",
    ]


def test_revisions_hidden_text_controls_and_notes(tmp_path: Path) -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>Tiếp </w:t></w:r></w:ins><w:del><w:r><w:delText>90</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:r><w:t>12 lượt</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> ẩn</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>,</w:t></w:r>"
        "<w:r><w:rPr><w:rStyle w:val='Kin'/></w:rPr><w:t> cũng ẩn</w:t></w:r>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>Nhập chữ</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtContent><w:r><w:t> xong</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:instrText>PAGE</w:instrText><w:footnoteReference w:id='2'/></w:r></w:p>" + P("Hết.")
    )
    style = "<w:style w:type='character' w:styleId='Kin'><w:rPr><w:vanish/></w:rPr></w:style>"
    notes = (
        f"<w:footnotes {W}><w:footnote w:type='separator' w:id='0'>{P('—')}</w:footnote>"
        f"<w:footnote w:id='2'>{P('Trong đó 03 lượt đột xuất.')}</w:footnote></w:footnotes>"
    )
    parts: dict[str, str | bytes] = {
        "word/styles.xml": f"<w:styles {W}>{style}</w:styles>",
        "word/footnotes.xml": notes,
        "word/footer1.xml": f"<w:ftr {W}>{P('Số liệu minh họa')}</w:ftr>",
        "word/footer2.xml": f"<w:ftr {W}>{P('Số liệu minh họa')}</w:ftr>",
    }
    path = made.word(tmp_path / "a.docx", body, parts=parts)
    document = document_of(path, "docx")
    assert [(one.text, one.kind) for one in document.passages] == [
        ("Tiếp 12 lượt, xong", "paragraph"),
        ("Trong đó 03 lượt đột xuất.", "paragraph"),
        ("Hết.", "paragraph"),
        ("Số liệu minh họa", "footer"),
    ]


def test_the_strict_form_of_the_standard_is_read(tmp_path: Path) -> None:
    path = made.word(tmp_path / "a.docx", P("Tiếp 12 lượt."))
    import zipfile

    strict = tmp_path / "b.docx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(strict, "w") as target:
        usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        body = source.read("word/document.xml").replace(
            usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main"
        )
        target.writestr("word/document.xml", body)
    assert texts(strict) == ["Tiếp 12 lượt."]


@pytest.mark.parametrize("ending", ["rtf", "odt"])
def test_other_programs_files_are_read_through_libreoffice(tmp_path: Path, ending: str) -> None:
    if shutil.which("soffice") is None:
        presence.skip_or_fail("no LibreOffice")
    path = tmp_path / f"a.{ending}"
    if ending == "rtf":
        path.write_bytes(rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}\f0 Ti\u7871?p 12 l\u432?\u7907?t.\par}")
    else:
        made_by_hand(path)
    assert texts(path) == ["Tiếp 12 lượt."]


def made_by_hand(path: Path) -> None:
    """The least that is an OpenDocument text."""
    import zipfile

    kind = "application/vnd.oasis.opendocument.text"
    names = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{names}:manifest:1.0">'
            f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        )
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{names}:office:1.0" xmlns:t="{names}:text:1.0" o:version="1.2">'
            "<o:body><o:text><t:p>Tiếp 12 lượt.</t:p></o:text></o:body></o:document-content>",
        )


def test_without_libreoffice_the_sentence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1 Tiep 12 luot.\par}")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("grassroots.reading.documents.office._PLACES", ())
    with pytest.raises(UnreadableReport) as failed:
        texts(path)
    assert failed.value.code == "needs_libreoffice"
