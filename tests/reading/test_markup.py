"""HTML as a browser would show it, and nothing that a browser would do."""

from __future__ import annotations

from pathlib import Path

import pytest

from grassroots.reading.documents import document_of, format_of
from grassroots.reading.model import UnreadableReport

PAGE = """<!doctype html><html><head><title>Tin</title><style>p {color: red}</style></head><body>
<script>document.write("90 đơn")</script><!-- 91 đơn -->
<h2>II. Kết quả</h2><p>Tiếp <b>12</b> lượt<br>công   dân,&nbsp;giải quyết 9&#47;10 đơn.</p>
<div hidden>92 đơn</div><p style="display: none">93 đơn</p><noscript>94 đơn</noscript>
<ul><li>Một</li><li>Hai</li></ul>
<table><thead><tr><th rowspan="2">Xã</th><th colspan="2">Đơn</th></tr>
<tr><th>Nhận</th><th>Xong</th></tr></thead>
<tr><td rowspan=2>A</td><td>5</td><td>4</td></tr><tr><td colspan=2>6</td></tr>
<tr><td>B<table><tr><td>trong</td></tr></table></td><td>7</td><td>8</td></tr></table>
Hết.</body></html>"""


def texts(path: Path) -> list[tuple[str, str]]:
    assert format_of(path) == "html"
    return [(passage.text, passage.kind) for passage in document_of(path, "html").passages]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_what_is_seen_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding=encoding)
    assert texts(path) == [
        ("II. Kết quả", "heading"),
        ("Tiếp 12 lượt", "paragraph"),
        ("công dân,\xa0giải quyết 9/10 đơn.", "paragraph"),
        ("Một", "item"),
        ("Hai", "item"),
        ("Xã | Đơn | Đơn", "row"),
        ("Xã | Nhận | Xong", "row"),
        ("A | 5 | 4", "row"),
        ("A | 6 | ", "row"),
        ("B trong | 7 | 8", "row"),
        ("Hết.", "paragraph"),
    ]


def test_a_page_says_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    page = '<html><head><meta http-equiv="x" content="text/html; charset=windows-1252"></head><p>Déjà 12 đơn'
    path.write_bytes(page.replace("đơn", "don").encode("cp1252"))
    assert texts(path) == [("Déjà 12 don", "paragraph")]


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    path = tmp_path / "a.html"
    path.write_text(
        '<html><link rel=stylesheet href="http://127.0.0.1:9/a.css"><img src="http://127.0.0.1:9/b.png">'
        '<iframe src="file:///etc/passwd"></iframe>'
        '<object data="file:///etc/passwd">x</object><p>Tiếp 12 lượt.',
        encoding="utf-8",
    )
    assert texts(path) == [("Tiếp 12 lượt.", "paragraph")]


def test_tags_without_end_are_no_endless_recursion(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body>" + "<div><table><tr><td>" * 20_000 + "Tiếp 12 lượt.", encoding="utf-8")
    with pytest.raises(UnreadableReport):
        document_of(path, "html")
