"""Data → PDF by Typst's library: no browser, no office program, nothing asked of the internet.

A template takes its words as JSON, so that no report's words are ever read as markup. What is made is tagged
(PDF/UA-1), with bookmarks; the same fonts on every machine. Each file is set in a process of its own: the
library keeps what it has laid out, some 100 MB a report, and gives it back with the process only.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from grassroots import settings

_TEMPLATES = Path(__file__).with_name("typst")
_CHILD = Path(__file__).with_name("typesetting_child.py")
_SECONDS = 120


class NotTypeset(RuntimeError):
    """A template and its data don't fit, or the library is missing; the message is the library's own."""


def typeset(template: str, data: dict[str, Any]) -> bytes:
    """The PDF of ``typst/<template>.typ``. Raises :class:`NotTypeset`."""
    made = subprocess.run(
        [sys.executable, "-P", str(_CHILD), str(_TEMPLATES / f"{template}.typ"), str(settings.FONTS)],
        input=json.dumps(data).encode(),
        capture_output=True,
        timeout=_SECONDS,
        check=False,
    )
    if made.returncode:
        raise NotTypeset(made.stderr.decode(errors="replace").strip())
    return made.stdout
