"""The process that sets one PDF: template and fonts as arguments, JSON on its input, PDF on its output.

It imports nothing of the package, so that it is up in a tenth of a second and holds only what it sets.
"""

from __future__ import annotations

import sys
from pathlib import Path

import typst


def main() -> None:
    template, fonts = (Path(given) for given in sys.argv[1:])
    made = typst.compile(
        template,
        root=template.parent,
        font_paths=typst.Fonts(include_system_fonts=False, font_paths=[fonts]),
        sys_inputs={"data": sys.stdin.buffer.read().decode()},
        format="pdf",
        pdf_standards=["ua-1"],
    )
    assert isinstance(made, bytes)
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
