"""The minutes of a meeting, read back from Word: what was shown, and what was concluded."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

from docx import Document
from made_world import World

from grassroots import briefs
from grassroots.briefs.minutes import Looked, Meeting, minutes
from grassroots.conclusions import Concluded, Conclusion
from tests.briefs.conftest import PERIOD, PHU, PROVINCE

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def test_the_minutes_say_what_was_shown_and_concluded(small_world: World) -> None:
    reader = small_world.reader
    own = briefs.asked(reader, PROVINCE, PERIOD)
    looked = [
        Looked("6 đơn quá hạn ở Đồng Phú", own, "Hỏi Đồng Phú"),
        Looked("Nếu hết quá hạn", briefs.asked(reader, PHU, PERIOD, scenario="Giải quyết 6 đơn"), ""),
    ]
    concluded = [
        Concluded("1", Conclusion("Giải quyết 6 đơn", "UBND xã Đồng Phú", date(2026, 12, 5)), "Lan", NOON),
        Concluded("2", Conclusion("Gửi lại biểu", "Phòng Nội vụ"), "Lan", NOON),
    ]
    at = datetime(2026, 11, 22, 1, 30)
    file = minutes(own, Meeting("Giao ban", looked, concluded, at, NOON))
    document = Document(io.BytesIO(file))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    head = "\n".join(cell.text for cell in document.tables[0].rows[0].cells)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in head and "Số: ……/TB-UBND" in head
    assert "Kết luận cuộc họp “Giao ban”" in text
    assert "được chốt lúc 08:30 ngày 22/11/2026" in text  # Hanoi's time
    assert "1. 6 đơn quá hạn ở Đồng Phú. Tỉnh Đồng Nai · 9 tháng năm 2026. Lời dẫn: Hỏi Đồng Phú." in text
    assert "2. Nếu hết quá hạn. Xã Đồng Phú · 9 tháng năm 2026. GIẢ ĐỊNH: không phải" in text
    table = next(one for one in document.tables if one.rows[0].cells[0].text == "TT")
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        ["1", "Giải quyết 6 đơn", "UBND xã Đồng Phú", "5/12/2026"],
        ["2", "Gửi lại biểu", "Phòng Nội vụ", ""],
    ]
    header = "\n".join(line.text for line in document.sections[0].first_page_header.paragraphs)
    assert "CÓ NỘI DUNG GIẢ ĐỊNH" in header
    notes = zipfile.ZipFile(io.BytesIO(file)).read("word/footnotes.xml").decode()
    assert "2/3 xã, phường có báo cáo" in notes and "1/1 xã" in notes


def test_a_meeting_without_conclusions_says_so_in_english_too(small_world: World) -> None:
    own = briefs.asked(small_world.reader, PROVINCE, PERIOD, language="en")
    document = Document(io.BytesIO(minutes(own, Meeting("Review", [], [], None, NOON))))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "The meeting noted no conclusion." in text and "newest at the time of writing" in text
    assert all("TT" != table.rows[0].cells[0].text != "No." for table in document.tables)
