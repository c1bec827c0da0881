"""Files as they come: any name, links, archives in archives, bombs: each is said or loaded."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import made_files as files
import made_hostile as hostile
import pytest

from grassroots import store
from grassroots.store import sources
from grassroots.store.sources import collected, shown
from grassroots.text import LANGUAGES


def told(*paths: Path) -> dict[str, str | None]:
    """Name → why it can't be loaded, in both languages a whole sentence; None where it can."""
    with collected(paths) as found:
        for one in found:
            if one.problem is not None:
                assert all(len(one.problem.sentence(one.name, language)) > 40 for language in LANGUAGES)
        return {one.name: one.problem and one.problem.code for one in found}


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_names_are_shown_without_what_turns_hides_or_leads_away() -> None:
    assert shown("báo cáo\u202excod.exe.docx") == "báo cáoxcod.exe.docx"
    assert shown("C:\\Bao_cao\\An\\bc\u200b1.docx") == "Bao_cao/An/bc1.docx"
    assert shown("/etc/passwd\x00.docx\n") == "etc/passwd.docx"
    assert shown("x" * 5000 + ".docx") == "x" * 159 + "…" + "x" * 15 + ".docx"
    assert shown("\u202e") == "?"
    assert shown("Báo cáo quý III (bản 2).docx") == "Báo cáo quý III (bản 2).docx"


@pytest.mark.parametrize(
    "name", ["../../x.txt", "C:\\x.txt", "a\x00b.txt", "CON.txt", "x" * 300 + ".txt", ".."]
)
def test_an_upload_may_have_any_name(store_folder: Path, tmp_path: Path, name: str) -> None:
    content = files.narrative(tmp_path / "a.txt").read_bytes()
    summary = store.load_uploads([(name, content)], by="An")
    (result,) = summary.results
    assert result.outcome == "new" and len(result.file_name) < 200
    assert not set(result.file_name) & set("\\/:\x00")
    kept = [path for path in (store_folder / "originals").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in kept] == [content]


def test_members_may_have_any_name(tmp_path: Path) -> None:
    names = ["../../out.txt", "/root.txt", "C:\\a\\b.txt", "con.txt", "tốt/a.txt", "x" * 400 + ".txt"]
    path = packed(tmp_path / "a.zip", dict.fromkeys(names, b"a"))
    with collected([path]) as found:
        assert len(found) == len(names) and all(one.problem is None for one in found)
        inside = {one.path.parent for one in found}
        assert len(inside) == 1 and all(one.path.read_bytes() == b"a" for one in found)
    assert not (tmp_path.parent / "out.txt").exists()


def test_bombs_in_archives_are_said_and_the_rest_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "LARGEST_BYTES", 5 * 2**20)
    inner = packed(tmp_path / "inner.zip", {"a.txt": b"a"}).read_bytes()
    path = packed(tmp_path / "a.zip", {"big.txt": b" " * 9 * 2**20, "in.zip": inner, "good.txt": b"a"})
    assert told(path) == {
        "a.zip/big.txt": "member_too_large",
        "a.zip/in.zip": "archive_in_archive",
        "a.zip/good.txt": None,
    }
    monkeypatch.setattr(sources, "MOST_UNPACKED", 8 * 2**20)
    path = packed(tmp_path / "b.zip", {f"{at}.txt": b" " * 4 * 2**20 for at in range(4)})
    assert list(told(path).values()) == [None, None, "unpacks_too_large", "unpacks_too_large"]


def test_archives_that_lie_are_locked_or_hold_nothing_are_said(tmp_path: Path) -> None:
    lying = hostile.lying_archive(tmp_path / "lying.zip", "a.txt", 20 * 2**20)
    assert set(told(lying).values()) <= {"damaged_file", "not_an_archive"}
    assert told(packed(tmp_path / "none.zip", {"a.exe": b"a"})) == {"none.zip": "nothing_in_archive"}
    locked = packed(tmp_path / "locked.zip", {"a.txt": b"a"})
    spoilt = bytearray(locked.read_bytes())
    spoilt[6] |= 1  # the flag of an encrypted member, in its own head and in the list
    spoilt[spoilt.rfind(b"PK\x01\x02") + 8] |= 1
    locked.write_bytes(spoilt)
    assert told(locked) == {"locked.zip/a.txt": "password_protected"}


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs rights there")
def test_links_and_what_is_no_file_are_not_opened(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("bí mật", encoding="utf-8")
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "round").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    (folder / "b.txt").write_text("a", encoding="utf-8")
    assert told(folder) == {"a.txt": "is_a_link", "b.txt": None}
    assert told(folder / "pipe.txt", tmp_path / "none", Path("a\x00b")) == {
        shown(str(folder / "pipe.txt")): "not_a_file",
        shown(str(tmp_path / "none")): "no_such_file",
        "ab": "no_such_file",
    }


def test_folders_as_deep_as_the_system_allows(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(300):
        deep = deep / "abc"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("a", encoding="utf-8")
    assert told(tmp_path) == {"a.txt": None}


def test_a_file_of_200_megabytes_is_not_read(store_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    (result,) = store.load_files([path], by="An").results
    assert result.problem is not None and result.problem.code == "file_too_large"
    assert "200 MB" in result.problem.sentence("a.docx") and "100 MB" in result.problem.sentence("a.docx")
