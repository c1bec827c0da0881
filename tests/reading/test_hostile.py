"""Files made to harm, damaged or locked: each is refused with its own sentence, or read without harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import made_hostile as made
import made_pages as pages
import pytest

from grassroots.reading import read_file
from grassroots.reading.documents import archive, document_of, format_of
from grassroots.reading.documents.draft import Line, of_lines
from grassroots.reading.documents.pieces import in_pieces
from grassroots.reading.model import UnreadableReport
from grassroots.text import LANGUAGES, t

BOMB = 300 * 2**20
LAUGHS = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {after} '{f'&{before};' * 10}'>" for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)


def texts(path: Path) -> list[str]:
    return [passage.text for passage in document_of(path, format_of(path)).passages]


def problem(path: Path) -> UnreadableReport:
    """Reading fails, and says so in both languages with a remedy."""
    with pytest.raises(UnreadableReport) as failed:
        read_file(path)
    for language in LANGUAGES:
        sentence = t(f"problem.{failed.value.code}", language, **failed.value.details)
        assert sentence.count(".") + sentence.count(",") >= 2, "what happened and what to do"
    return failed.value


def bomb_in(name: str) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts, parts.open(name, "w") as part:
            for _ in range(BOMB // 2**20):
                part.write(b" " * 2**20)
        return path

    return make


def nested(depth: int) -> str:
    inner = made.paragraph("Tiếp 12 lượt.")
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    return inner


def with_entity(path: Path) -> Path:
    secret = path.with_name("secret.txt")
    secret.write_text("BÍ MẬT", encoding="utf-8")
    return made.word(
        path, made.paragraph("&x;"), before=f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    )


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "zip bomb as docx": (bomb_in("word/document.xml"), "unpacks_too_large"),
    "zip bomb beside a workbook": (bomb_in("xl/workbook.xml"), "unpacks_too_large"),
    "bomb with lying sizes": (lambda p: made.lying_archive(p, "word/document.xml", BOMB), "damaged_file"),
    "entities that multiply": (lambda p: made.word(p, "&i;", before=LAUGHS + "]>"), "declares_entities"),
    "entity of another file": (with_entity, "declares_entities"),
    "workbook with entities": (
        lambda p: zipfile.ZipFile(p, "w").writestr("xl/workbook.xml", LAUGHS + "]><a>&i;</a>"),
        "declares_entities",
    ),
    "tables in tables": (lambda p: made.word(p, nested(200)), "damaged_file"),
    "a million paragraphs": (
        lambda p: made.word(p, "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 10**6),
        "too_long",
    ),
    "a paragraph without end": (lambda p: p.write_text("tiếp 12 lượt, " * 10**4, "utf-8"), "too_long"),
    "another file inside": (
        lambda p: made.word(p, '<w:altChunk r:id="a" xmlns:r="r"/>'),
        "embedded_document",
    ),
    "docx with a password": (
        lambda p: p.write_bytes(made.compound({"EncryptedPackage": b"x", "EncryptionInfo": b"y"})),
        "password_protected",
    ),
    "doc with a password": (
        lambda p: p.write_bytes(
            made.compound({"WordDocument": b"\xec\xa5" + b"\0" * 8 + b"\0\x01" + b"\0" * 50})
        ),
        "password_protected",
    ),
    "pdf with a password": (
        lambda p: made.protected_pdf(p, user="bí mật", owner="chủ"),
        "password_protected",
    ),
    "archive of files": (lambda p: zipfile.ZipFile(p, "w").writestr("a.docx", b""), "archive_of_files"),
    "huge picture": (lambda p: made.huge_picture(p, 10_000), "picture_too_large"),
    "five thousand pages": (lambda p: pages.text_pdf(p, [[]] * 5000), "too_many_pages"),
    "200 megabytes": (lambda p: p.open("wb").truncate(200 * 2**20), "file_too_large"),
    "html with entities": (
        lambda p: p.write_text(f"{LAUGHS}]><html><body>&i;</body></html>"),
        "declares_entities",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_a_sentence(tmp_path: Path, case: str) -> None:
    make, code = REFUSED[case]
    path = tmp_path / "report.docx"
    make(path)
    assert problem(path).code == code


def test_what_an_archive_says_of_its_size_is_not_believed(tmp_path: Path) -> None:
    """The counted bytes alone decide, even where a reader of zip files would go on."""
    path = made.lying_archive(tmp_path / "a.zip", "big", BOMB)
    with archive.opened(path) as opened, pytest.raises(UnreadableReport) as failed:
        for member in opened.members:
            member.file_size = 2**40  # as an archive that lies the other way
            for _ in opened.chunks(member, 10 * 2**20):
                pass
    assert failed.value.code == "unpacks_too_large"


def test_a_long_list_of_members_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as parts:
        for number in range(300):
            parts.writestr(f"{number}", b"")
    monkeypatch.setattr(archive, "_MOST_DIRECTORY", 10_000)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert problem(path).code == "too_many_members"


def test_an_owners_password_locks_nobody_out(tmp_path: Path) -> None:
    path = made.protected_pdf(tmp_path / "a.pdf", user="", owner="chủ")
    assert texts(path) == ["Tiep nhan 12 don trong nam 2024"]


def test_macros_are_said_and_the_text_is_read(tmp_path: Path) -> None:
    path = made.word(
        tmp_path / "a.docm", made.paragraph("Tiếp 12 lượt."), parts={"word/vbaProject.bin": b"\0"}
    )
    reading = read_file(path)
    assert reading.notes == ("macros_not_run",) and reading.passages[0].text == "Tiếp 12 lượt."


def test_text_in_tables_within_tables_comes_once(tmp_path: Path) -> None:
    assert texts(made.word(tmp_path / "a.docx", nested(12))) == ["Tiếp 12 lượt."]


def test_marks_that_turn_writing_are_taken_out_and_lines_keep_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Giải quyết \u202e21\u202c đơn\u2066, tiếp\u200b nhận\x08 30 đơn.", encoding="utf-8")
    assert texts(path) == ["Giải quyết 21 đơn, tiếp\u200b nhận 30 đơn."]
    shown = pages.text_pdf(tmp_path / "a.pdf", [[(70, 100, "Tiếp \u200e12 lượt")]])
    document = document_of(shown, "pdf")
    (line,) = document.lines
    text = document.passages[0].text
    assert text[line.start : line.end].replace("  ", " ") == text.replace("  ", " ") and "\u200e" not in text


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_damaged(tmp_path: Path, kept: float) -> None:
    whole = made.word(tmp_path / "a.docx", made.paragraph("Tiếp 12 lượt.") * 50).read_bytes()
    path = tmp_path / "b.docx"
    path.write_bytes(whole[: int(kept * len(whole))])
    assert problem(path).code == "damaged_file"


def test_a_text_without_line_ends_is_cut_where_sentences_end(tmp_path: Path) -> None:
    sentences = [f"Xã thứ {number} đã giải quyết {number} đơn trong kỳ." for number in range(200)]
    path = tmp_path / "a.txt"
    path.write_text(" ".join(sentences), encoding="utf-8")
    document = document_of(path, "txt")
    assert len(document.passages) > 4 and all(len(one.text) <= 1500 for one in document.passages)
    assert "".join(one.text for one in document.passages) == " ".join(sentences)
    assert all(one.text.startswith("Xã thứ") for one in document.passages)


def test_lines_keep_their_place_in_the_pieces_of_a_long_passage() -> None:
    lines = [
        Line(f"dòng thứ {at} của một đoạn rất dài,", 1 + at // 40, 0.1, 0.1, 0.9, 0.2) for at in range(300)
    ]
    for piece in in_pieces(of_lines(lines)):
        words = " ".join(piece.text[one.start : one.end].strip() for one in piece.stretches)
        assert words == piece.text.strip() and piece.page == piece.stretches[0].line.page


def test_a_number_without_end_is_no_figure(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Năm 2024 tiếp nhận {'9' * 400} đơn, {'1' * 5000} đơn; tiếp 12 lượt.", encoding="utf-8")
    assert [figure.value for figure in read_file(path).figures] == [12]
