"""Numbers as officials write them, and the numbers that are no figures (citations, dates, names)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grassroots.reading.model import Approximation
from grassroots.reading.tokens import Token

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ONES = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6,
         "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_SCALES = {"nghìn": 1000.0, "ngàn": 1000.0, "vạn": 10_000.0, "triệu": 1_000_000.0}
_APPROXIMATE: dict[str, Approximation] = {
    "gần": "under", "trên": "over", "hơn": "over", "khoảng": "about", "chừng": "about", "ước": "about", "dưới": "under",
    "xấp xỉ": "about", "ngót": "under", "quá": "over", "cỡ": "about",
}

# Stretches whose numbers are never figures. Upper case matters for document numbers: they are looked for in
# the original, all others in the normalised text.
_DOCUMENT_NUMBER = re.compile(
    r"(?<![\d.,])\d+[a-zA-Z]?\s?(?:/\d{4})?\s?[-/]\s?(?=[A-ZĐ])[A-ZĐa-zđ]{2,}[\wĐđƯ]*(?:\s?[-–/]\s?[A-ZĐƯ][\wĐđƯ]*)*|"
    r"(?<![\w])[A-ZĐ]{2,}[-–]?\d+(?:[:/-]\d+)*|ISO\s?\d+(?::\d+)?"
)
_YEAR = r"(?:19|20)\d\d"
_NO_FIGURE = re.compile(
    "|".join(
        (
            rf"\b\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{_YEAR}",
            rf"\b\d{{1,2}}(?:[/.]\d{{1,2}})?\s?-\s?\d{{1,2}}[/.]\d{{1,2}}(?:[/.]{_YEAR})?",
            rf"(?:ngày|hôm|sáng|chiều|tối|sáng ngày|chiều ngày|từ|đến|tới)\s+(?:\d{{1,2}}\s?(?:,|và|-|đến)\s?)*\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\b(?![/\d])(?!\s*(?:%|điểm|đơn|vụ|lượt|người|cuộc|đoàn|xã|phường))",
            rf"(?:ngày|hôm|mùng)\s+(?:mùng\s+)?\d{{1,2}}(?:\s*(?:,|và|-|đến)\s*\d{{1,2}})*\b(?!\s*(?:%|đơn|vụ|lượt|người))(?:\s*tháng\s*\d{{1,2}}(?:\s*năm\s*{_YEAR})?)?",
            rf"\btháng\s+\d{{1,2}}(?:\s*[/-]\s*{_YEAR}|\s*năm\s*{_YEAR})?\b",
            rf"\b\d{{1,2}}\s?[/-]\s?{_YEAR}\b",
            rf"\b\d{{1,2}}\s+tháng\b(?:\s+(?:đầu|cuối)\s+năm)?(?:\s+(?:năm\s+)?{_YEAR})?",
            rf"\bnăm\s+{_YEAR}(?:\s*[-–,/]\s*{_YEAR})*",
            rf"\b{_YEAR}\s*(?:-|–|đến)\s*(?:năm\s+)?{_YEAR}\b",
            rf"(?<![\d.,]){_YEAR}(?=\s*[:)(;,.]|\s*$|\s+(?:là|có|tăng|giảm|so|của|và))(?!,\d)",
            r"\bquý\s+(?:iv|iii|ii|i|[1-4])\b(?:\s*/\s*\d{4})?",
            r"\b\d{1,2}\s+năm\b(?!\s*(?:người|vụ))",
            r"(?:điều|khoản|mục|chương|phụ lục|biểu|mẫu|mẫu số|biểu số|tiêu chí số|chỉ tiêu số|tiêu chí|phần|câu|trang|điểm [a-zđ])\s+(?:số\s+)?\d+(?:\.\d+)*\b",
            r"(?:lần thứ|thứ|lần|khóa|kỳ họp thứ|đại hội|số|nhóm|tiểu ban|tổ số|vòng|giai đoạn|cấp độ|mức độ|bài|top|hạng|phiên thứ|đợt|quốc lộ|đường số|km|covid|covid-)\s?-?\s?\d+(?:[./]\d+)*\b(?!\s*(?:đơn|vụ|lượt|người|cuộc|%|tập thể|cá nhân|mô hình|ban|đoàn|hội nghị|ý kiến|lớp))",
            r"(?:nghị quyết|quyết định|chỉ thị|thông tư|nghị định|kế hoạch|công văn|pháp lệnh|kết luận|quy định|thông báo|chương trình|hướng dẫn|đề án|luật|tờ trình|công điện|báo cáo)\s+(?:trung ương\s+)?(?:số\s*:?\s*)?\d+(?:\s*,\s*\d{1,3}(?=\s|,|\.))*\b(?!\s*(?:%|/\s*\d|đơn|vụ|lượt|người|cuộc|trường hợp|văn bản|tổ|đoàn|cá nhân|tập thể|ý kiến|hồ sơ|công dân|mô hình))",
            r"\b\d{1,2}\s?(?:giờ|h|g)\s?\d{0,2}\b|\b\d{1,2}:\d{2}\b",
            r"\b\d{3,4}[. ]\d{3}[. ]\d{3}\b(?=\s*(?:\)|-|$|\.))",
            r"(?:phường|quận|ấp|thôn|tổ|khu phố|tổ dân phố|khu|khối|khóm|xóm|bản|xã|khối phố|tổ dân phố số|thôn số|ấp số)\s+\d{1,3}(?:\s*(?:,|và)\s*\d{1,3}(?=\s*(?:,|và|\)|$|;)))*\b(?!\s*(?:đơn|vụ|lượt|người|cuộc|%|tập thể|cá nhân|mô hình|/|ban|hồ sơ|buổi|lớp|ý kiến|hội nghị|dự án|công trình))",
            r"\[\d+\]",
            r"trung ương\s+\d+\b",
            r"\d+\s*(?:ngày|giờ|tháng|tuần)\s+(?:làm việc|kể từ|sau khi|trở lên)",
            r"\d+\s*ngày\s*(?:/|trong|mỗi|một|trên)\s*(?:01|1|một)?\s*(?:tuần|tháng|quý)",
            r"(?:hotline|điện thoại|đt|fax|tel|sđt)\W*[\d. ()-]+",
        )
    )
)
_LIST_LABEL = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*\s*[.)](?=\s)|[a-zđ]\s*[).](?=\s)|[-+*•]\s*)")


def value_of(text: str) -> float:
    """ "7.156" → 7156, "77,5" → 77.5, "06" → 6, "1.012,5" → 1012.5; a lone dot before other than three
    digits is a decimal point."""
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    return float(re.sub(r"[.,](?=.*[.,])", "", text).replace(",", "."))


def no_figures(text: str, original: str) -> list[tuple[int, int]]:
    """Stretches of the normalised text whose numbers are citations, dates, labels or names."""
    found = [match.span() for match in _NO_FIGURE.finditer(text)]
    label = _LIST_LABEL.match(text)
    if label:
        found.append(label.span())
    if len(original) == len(text):
        found += [match.span() for match in _DOCUMENT_NUMBER.finditer(original)]
    else:
        found += [match.span() for match in _DOCUMENT_NUMBER.finditer(text.upper()) if "/" in match[0]]
    return found


def approximation_before(tokens: Sequence[Token], index: int) -> tuple[int, Approximation] | None:
    """The approximating words right before a number: how many tokens, and which way."""
    if index >= 2 and tokens[index - 1].text == "hơn" and tokens[index - 2].text in ("nhiều", "ít", "cao", "thấp"):
        return None
    if index >= 1 and tokens[index - 1].text in _APPROXIMATE:
        return 1, _APPROXIMATE[tokens[index - 1].text]
    if index >= 2 and f"{tokens[index - 2].text} {tokens[index - 1].text}" in _APPROXIMATE:
        return 2, "about"
    return None


def scale_after(tokens: Sequence[Token], index: int) -> float | None:
    """ "nghìn" after "4": 1000."""
    return _SCALES.get(tokens[index].text) if index < len(tokens) else None


def spelled_number(tokens: Sequence[Token], index: int) -> tuple[int, float] | None:
    """A number in words at ``index``: how many tokens and its value. "mười hai" → 12, "hai mươi lăm" → 25."""
    words = [token.text for token in tokens[index : index + 6] if token.kind == "word"]
    total, at = 0.0, 0
    if len(words) > 1 and words[1] == "trăm" and words[0] in _ONES:
        total, at = _ONES[words[0]] * 100.0, 2
        if at < len(words) and words[at] in ("linh", "lẻ") and at + 1 < len(words) and words[at + 1] in _ONES:
            return at + 2, total + _ONES[words[at + 1]]
    if at < len(words) and words[at] == "mười":
        total, at = total + 10, at + 1
    elif at + 1 < len(words) and words[at + 1] == "mươi" and words[at] in _ONES:
        total, at = total + 10 * _ONES[words[at]], at + 2
    elif at == 0 and words and words[0] in _ONES and words[0] not in ("không", "mốt", "tư", "lăm"):
        return 1, float(_ONES[words[0]])
    if at and at < len(words) and words[at] in _ONES and words[at] != "không":
        total, at = total + _ONES[words[at]], at + 1
    return (at, total) if at else None
