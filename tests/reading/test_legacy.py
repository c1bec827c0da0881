"""Text of the time before Unicode, whole alphabets both ways, by font and by its words."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import made_hostile as made
import pytest

from grassroots.reading import read_file
from grassroots.reading.documents import document_of, format_of, legacy

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]
SENTENCES = [
    "Trong năm 2024, Ủy ban nhân dân huyện đã tiếp nhận 142 đơn và giải quyết được 132 đơn.",
    "Các xã đã tổ chức hội nghị, không để xảy ra khiếu nại; thực hiện tốt quy chế dân chủ ở cơ sở.",
]


def in_tcvn3(text: str) -> str:
    """As a .VnTime document holds it; capitals with a tone have no byte of their own and stay small."""
    back = {letter: chr(byte) for byte, letter in legacy.TCVN3.items()}
    return "".join(back.get(letter, back.get(letter.lower(), letter)) for letter in text)


def in_vni(text: str) -> str:
    back = {
        letter: sign
        for sign, letter in legacy.VNI.items()
        if len(sign) == 1 or sign[0].isupper() == sign[1].isupper()
    }
    return "".join(back.get(letter, letter) for letter in text)


def test_every_letter_of_the_alphabet_has_its_byte_in_tcvn3() -> None:
    marked = [letter for letter in LETTERS if not letter.isascii()]
    assert len(marked) == 67
    assert sorted(legacy.TCVN3.values()) == sorted([*marked, *"ĂÂÊÔƠƯĐ"]), "each once, and seven capitals"
    assert legacy.from_tcvn3(in_tcvn3("".join(LETTERS))) == "".join(LETTERS)
    assert legacy.from_tcvn3(in_tcvn3("".join(LETTERS)), capitals=True) == "".join(LETTERS).upper()
    # Some bytes as the standard's table prints them.
    assert {0xB8: "á", 0xAE: "đ", 0xD6: "ệ", 0xF8: "ứ", 0xFE: "ỵ", 0xA7: "Đ"}.items() <= legacy.TCVN3.items()


def test_every_letter_of_the_alphabet_is_written_one_way_in_vni() -> None:
    for letters in (LETTERS, [letter.upper() for letter in LETTERS]):
        for letter in letters:
            assert legacy.from_vni(in_vni(letter)) == letter
        together = " ".join(letters)
        assert legacy.from_vni(in_vni(together)) == together
    assert legacy.from_vni("nöôùc Coäng hoøa xaõ hoäi chuû nghóa") == "nước Cộng hòa xã hội chủ nghĩa"
    assert legacy.from_vni("ÑÔN VÒ") == "ĐƠN VỊ"


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_go_there_and_back(sentence: str) -> None:
    assert legacy.from_vni(in_vni(sentence)) == sentence
    assert legacy.from_tcvn3(in_tcvn3(sentence)).lower() == sentence.lower()
    assert legacy.encoding_of(in_tcvn3(sentence)) == "tcvn3"
    assert legacy.encoding_of(in_vni(sentence)) == "vni"
    assert legacy.encoding_of(sentence) is None
    assert legacy.encoding_of(unicodedata.normalize("NFD", sentence)) is None


def test_western_text_is_no_legacy_text() -> None:
    for text in ("Déjà vu: l'été à Genève, où naît l'œuvre.", "Größe und Übermaß, «ça va»", "£5 § 4 ± ©", ""):
        assert legacy.encoding_of(text) is None


@pytest.mark.parametrize("encode", [in_tcvn3, in_vni])
def test_a_plain_text_in_a_legacy_encoding_is_converted(tmp_path: Path, encode: object) -> None:
    assert callable(encode)
    text = encode("\n".join(SENTENCES))
    for name, content in (("bytes", text.encode("latin-1")), ("saved as Unicode", text.encode())):
        path = tmp_path / f"{name}.txt"
        path.write_bytes(content)
        read = [passage.text.lower() for passage in document_of(path, format_of(path)).passages]
        assert read == [sentence.lower() for sentence in SENTENCES]
    figures = {(figure.indicator, figure.value) for figure in read_file(path).figures}
    assert ("don_da_giai_quyet", 132) in figures


def test_word_runs_are_converted_by_their_font_or_their_styles(tmp_path: Path) -> None:
    def font(name: str) -> str:
        return f'<w:rPr><w:rFonts w:ascii="{name}" w:hAnsi="{name}"/></w:rPr>'

    body = (
        made.paragraph(in_tcvn3("Tiếp 12 lượt."), run=font(".VnTime"))
        + made.paragraph(in_tcvn3("báo cáo"), run=font(".VnTimeH"))
        + made.paragraph(in_vni("Đã giải quyết 9 đơn."), run=font("VNI-Times"))
        + made.paragraph("Chữ Unicode dưới phông cũ.", run=font(".VnTime"))
        + made.paragraph(in_tcvn3("Theo kiểu đoạn."), properties='<w:pPr><w:pStyle w:val="Cu"/></w:pPr>')
        + made.paragraph("£5 và ©", run=font("Times New Roman"))
    )
    styles = (
        f'<w:styles {made.W}><w:style w:type="paragraph" w:styleId="Goc">{font(".VnArial")}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Cu"><w:basedOn w:val="Goc"/></w:style></w:styles>'
    )
    path = made.word(tmp_path / "a.docx", body, parts={"word/styles.xml": styles})
    assert [passage.text for passage in document_of(path, "docx").passages] == [
        "Tiếp 12 lượt.", "BÁO CÁO", "Đã giải quyết 9 đơn.", "Chữ Unicode dưới phông cũ.",
        "Theo kiểu đoạn.", "£5 và ©",
    ]  # fmt: skip


def test_windows_1258(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "Trong năm, các xã đã giải quyết 132 đơn của người dân."
    parts = unicodedata.normalize("NFD", text)
    path.write_bytes(_in_1258(parts))
    (passage,) = document_of(path, format_of(path)).passages
    assert unicodedata.normalize("NFC", passage.text) == text


def _in_1258(parts: str) -> bytes:
    """Letters with their roof or horn composed, tones behind them, as that code page has it."""
    marked = ("a\u0302", "a\u0306", "e\u0302", "o\u0302", "o\u031b", "u\u031b")
    for base, mark in marked:
        whole = unicodedata.normalize("NFC", base + mark)
        for tone in ("", *TONES[1:]):
            parts = parts.replace(unicodedata.normalize("NFD", base + mark + tone), whole + tone)
    return parts.encode("cp1258")
