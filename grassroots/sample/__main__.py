"""``python -m grassroots.sample [FOLDER]``: make the sample's files again (tạo lại tệp minh họa)."""

from __future__ import annotations

import sys
from pathlib import Path

from grassroots.sample.writing import write_all
from grassroots.settings import SAMPLE


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    for path, number in write_all(folder):
        print(f"{path.name}: {number} tệp, {path.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
