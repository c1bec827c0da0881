"""Files of every kind → passages, and files that are none."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path

import docx
import pytest

from grassroots.reading import read_file
from grassroots.reading.documents import document_of, format_of
from grassroots.reading.model import UnreadableReport
from grassroots.text import t


def _passages(path: Path) -> list[str]:
    return [passage.text for passage in document_of(path, format_of(path)).passages]


def test_word_gives_paragraphs_tables_and_sections_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "SỐ LIỆU MINH HỌA"
    document.add_paragraph("II. Kết quả")
    document.add_paragraph("1. Tiếp công dân")
    document.add_paragraph("Tiếp 12 lượt công dân.")
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(
        table.rows, [["Xã", "Lượt", "Người"], ["A", "5", "6"], ["B", "7", "8"]], strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Hết.")
    path = tmp_path / "bao_cao.pdf"  # the ending lies, the content counts
    document.save(str(path))
    passages = document_of(path, format_of(path)).passages
    assert format_of(path) == "docx"
    assert [p.text for p in passages] == [
        "SỐ LIỆU MINH HỌA", "II. Kết quả", "1. Tiếp công dân", "Tiếp 12 lượt công dân.",
        "Xã | Lượt | Người", "A | 5 | 6", "B | 7 | 8", "Hết.",
    ]  # fmt: skip
    assert [p.section for p in passages][3] == "II.1"
    assert passages[0].kind == "header" and passages[4].kind == "row"
    assert read_file(path).particulars.illustrative


def test_word_text_box_is_read_and_deleted_text_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = docx.Document()
    document.add_paragraph("MARK")
    document.save(str(path))
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    inner = (
        f"<w:document {w}><w:body><w:p><w:r><w:t>Thân bài.</w:t></w:r>"
        "<w:del><w:r><w:delText>bỏ</w:delText><w:t>Đã xóa</w:t></w:r></w:del>"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Trong hộp</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r>"
        "</w:p></w:body></w:document>"
    )
    changed = tmp_path / "b.docx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            target.writestr(name, inner if name == "word/document.xml" else source.read(name))
    assert _passages(changed) == ["Thân bài.", "Trong hộp"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_several_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Đã giải quyết 9/10 đơn.\r\n\r\nHết.", encoding=encoding)
    assert _passages(path) == ["Đã giải quyết 9/10 đơn.", "Hết."]


def test_decomposed_letters_and_old_tones_read_alike_and_quotes_stay(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD", "Hoà giải thành 12 vụ việc.")
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    (figure,) = read_file(path).figures
    assert (figure.indicator, figure.value) == ("hoa_giai_thanh", 12)
    assert figure.quote in text


def _unreadable(path: Path) -> UnreadableReport:
    with pytest.raises(UnreadableReport) as problem:
        read_file(path)
    return problem.value


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"PK\x03\x04 torn", "damaged_file"),
        (b"%PDF-1.4 nothing", "damaged_file"),
        (b"\x01\x02\x03\x04\x05\x06", "unknown_format"),
        (b"\xef\xbb\xbf  \r\n ", "empty_file"),
    ],
)
def test_bad_files_say_what_is_wrong(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(content)
    problem = _unreadable(path)
    assert problem.code == code
    for language in ("vi", "en"):
        assert t(f"problem.{code}", language, **problem.details)


def test_archive_that_unpacks_too_large_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 2_000_000)
    monkeypatch.setattr("grassroots.reading.documents.archive.MOST_BYTES", 1_000_000)
    assert _unreadable(path).code == "unpacks_too_large"


def test_missing_file(tmp_path: Path) -> None:
    assert _unreadable(tmp_path / "none.docx").code == "file_not_opened"
