"""Vietnamese of the time before Unicode: TCVN3 (fonts .VnTime, .VnArial …) and VNI (fonts VNI-Times …).

TCVN 5712:1993 gives each small letter a byte (its third set, VN3); capitals with a tone are the small
letter's byte in a font whose name ends in H. VNI writes a letter's mark as a character of its own behind the
letter, but for the few letters that have a character to themselves. Both show up as Western letters
(windows-1252) where a program doesn't know the font.

What comes out is composed Unicode: what a person sees who has the font.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Literal

Encoding = Literal["tcvn3", "vni"]

# The bytes of TCVN 5712's table VN3, each row from its first byte on. "." is a byte without a letter.
_TCVN3_ROWS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ.ằẳẵắ",
    0xC6: "ặầẩẫấậè.ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ",
}
# VNI's marks, small and capital, and what they make of a letter.
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_ROOF, _BOWL = "\u0302", "\u0306"
_VNI_MARKS = {
    "ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _ROOF, "à": _ROOF + _GRAVE, "á": _ROOF + _ACUTE, "å": _ROOF + _HOOK, "ã": _ROOF + _TILDE,
    "ä": _ROOF + _DOT,
    "ê": _BOWL, "è": _BOWL + _GRAVE, "é": _BOWL + _ACUTE, "ú": _BOWL + _HOOK, "ü": _BOWL + _TILDE,
    "ë": _BOWL + _DOT,
}  # fmt: skip
_VNI_TONES, _VNI_ROOFS, _VNI_BOWLS = "øùûõï", "âàáåãä", "êèéúüë"
_VNI_BEARERS = {"a": _VNI_TONES + _VNI_ROOFS + _VNI_BOWLS, "e": _VNI_TONES + _VNI_ROOFS,
                "o": _VNI_TONES + _VNI_ROOFS, "u": _VNI_TONES, "y": _VNI_TONES[:-1],
                "ơ": _VNI_TONES, "ư": _VNI_TONES}  # fmt: skip
_VNI_WHOLE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}  # í and ì are themselves

# Words that no page of a report lacks; they tell which reading of a text is Vietnamese.
_COMMON_WORDS = (
    "của và các được trong đã là có cho với không thực hiện dân chủ cơ sở ủy nhân xã huyện tỉnh năm tháng đơn"
    " người công việc quyết số cáo báo giải tiếp theo từ đến những cán bộ tổ chức phường"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_UNICODE_ALONE = re.compile("[\u0100-\u02ff\u0300-\u036f\u1e00-\u1eff]")  # letters neither encoding shows
_FOREIGN_SIGNS = str.maketrans({0xF000 + byte: chr(byte) for byte in range(0x20, 0x100)})  # symbol fonts


def _tcvn3_table() -> dict[int, str]:
    return {
        first + at: letter
        for first, row in _TCVN3_ROWS.items()
        for at, letter in enumerate(row)
        if letter != "."
    }


def _vni_table() -> dict[str, str]:
    """What VNI writes → the letter, both small and capital."""
    table = dict(_VNI_WHOLE)
    written = {letter: sign for sign, letter in _VNI_WHOLE.items()}
    for bearer, marks in _VNI_BEARERS.items():
        for mark in marks:
            letter = unicodedata.normalize("NFC", bearer + _VNI_MARKS[mark])
            table[written.get(bearer, bearer) + mark] = letter
    capitals = {sign.upper(): letter.upper() for sign, letter in table.items()}
    mixed = {sign[0].upper() + sign[1:]: letter.upper() for sign, letter in table.items() if len(sign) > 1}
    return {**table, **mixed, **capitals}


TCVN3: Mapping[int, str] = _tcvn3_table()
VNI: Mapping[str, str] = _vni_table()
_VNI_SIGNS = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    converted = text.translate(_FOREIGN_SIGNS).translate(TCVN3)
    return converted.upper() if capitals else converted


def from_vni(text: str) -> str:
    return _VNI_SIGNS.sub(lambda match: VNI[match[0]], text.translate(_FOREIGN_SIGNS))


_CONVERTERS: Mapping[Encoding, Callable[[str], str]] = {"tcvn3": from_tcvn3, "vni": from_vni}


def by_font(text: str, font: str | None) -> str:
    """The text as its font shows it. Unicode typed in a legacy font is left: programs show it as it is."""
    if not font or not text or _UNICODE_ALONE.search(text):
        return text
    name = font.strip().lower()
    if name.startswith(".vn"):
        return from_tcvn3(text, capitals=name.endswith("h"))
    return from_vni(text) if name.startswith("vni") else text


def encoding_of(text: str) -> Encoding | None:
    """Which legacy encoding a text without fonts is in, told by how many common words it then has."""
    sample = text[:200_000]
    as_is = common_words(sample)
    counted = {name: common_words(convert(sample)) for name, convert in _CONVERTERS.items()}
    best = max(counted, key=lambda name: counted[name])
    return best if counted[best] >= 5 and counted[best] > 2 * as_is else None


def converted(line: str, encoding: Encoding | None) -> str:
    """One line of a text in ``encoding``; lines in Unicode among it stay as they are."""
    if encoding is None or _UNICODE_ALONE.search(line):
        return line
    return _CONVERTERS[encoding](line)


def common_words(text: str) -> int:
    """How many of a text's words are common Vietnamese ones with letters that only Vietnamese has."""
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text).lower())
    return sum(word in _COMMON and not word.isascii() for word in words)
