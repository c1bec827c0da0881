"""The old Word format: LibreOffice, where the machine has it, turns it into a .docx that is then read."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from grassroots.reading.documents import programs, word
from grassroots.reading.documents.draft import Draft
from grassroots.reading.documents.programs import ProgramFailed
from grassroots.reading.model import UnreadableReport

_SECONDS = 90


def drafts(path: Path) -> list[Draft]:
    """Raises UnreadableReport when there is no LibreOffice, or it can't open the file."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise UnreadableReport("old_word_needs_libreoffice")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.doc"  # no name of the reader's is handed to another program
        shutil.copyfile(path, source)
        command = [
            office,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            programs.run(command, _SECONDS)
        except ProgramFailed as error:
            raise UnreadableReport("damaged_file") from error
        converted = source.with_suffix(".docx")
        if not converted.exists():
            raise UnreadableReport("damaged_file")
        return word.drafts(converted)
