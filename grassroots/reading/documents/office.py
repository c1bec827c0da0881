"""Formats of other programs (.doc, .rtf, .odt): LibreOffice, where the machine has it, makes a .docx of them.

It runs with a profile of its own, so that several may run at once and nobody's settings matter; programs in
the file are not run and links are not followed, and that profile says so.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from grassroots.reading.documents import programs, word
from grassroots.reading.documents.draft import Draft
from grassroots.reading.documents.programs import ProgramFailed
from grassroots.reading.model import UnreadableReport

_SECONDS = 90
_PLACES = (  # where installers put it without telling the path
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)


def drafts(path: Path, ending: str) -> list[Draft]:
    """Raises UnreadableReport when there is no LibreOffice, or it can't open the file."""
    office = _office()
    with tempfile.TemporaryDirectory(prefix="grassroots-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"report.{ending}"  # no name of the reader's is handed to another program
        shutil.copyfile(path, source)
        profile = _profile(Path(folder) / "profile")
        command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", "docx", "--outdir", folder, str(source)]
        try:
            programs.run(command, _SECONDS)
        except ProgramFailed as error:
            raise UnreadableReport("took_too_long" if error.too_long else "damaged_file") from error
        made = source.with_suffix(".docx")
        if not made.exists():
            raise UnreadableReport("damaged_file")
        return word.drafts(made)


def _office() -> str:
    names = ("soffice.com",) if sys.platform == "win32" else ("soffice", "libreoffice")
    found = next(filter(None, map(shutil.which, names)), None)
    found = found or next((place for place in _PLACES if Path(place).exists()), None)
    if found is None:
        raise UnreadableReport("needs_libreoffice")
    return found


def _profile(folder: Path) -> Path:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )
    return folder
