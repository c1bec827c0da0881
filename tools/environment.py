"""Makes ``.venv`` and installs the pinned requirements into it, unless that is already done.

Usage: ``python3 tools/environment.py requirements.txt``. Needs the standard library alone, since it runs
before anything is installed. What was installed is remembered as the hash of the requirement files, so
that a second call costs a few milliseconds and a changed pin is never missed.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)


def requirement_files(first: Path) -> list[Path]:
    """A requirements file and those it names with ``-r`` or ``-c``, the named ones last."""
    files = [first]
    for line in first.read_text(encoding="utf-8").splitlines():
        if line.startswith(("-r ", "-c ")):
            files += requirement_files(first.parent / line[3:].strip())
    return files


def fingerprint(files: list[Path]) -> str:
    """What the environment depends on: the pins, the interpreter and where the environment lies."""
    parts = [file.read_bytes() for file in files]
    parts += [repr(sys.version_info[:2]).encode(), str(VENV).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def stamp_of(file: Path) -> Path:
    return VENV / f".installed-{file.stem}"


def is_ready(file: Path) -> bool:
    """Whether the environment holds these requirements, or larger ones that include them."""
    if not PYTHON.exists():
        return False
    stamp = stamp_of(file)
    return stamp.exists() and stamp.read_text(encoding="utf-8") == fingerprint(requirement_files(file))


def run(*command: str | Path) -> None:
    done = subprocess.run([str(part) for part in command], check=False)
    if done.returncode:
        raise SystemExit(f"Không cài đặt được / installing failed: {' '.join(map(str, command))}")


def make_environment() -> None:
    works = PYTHON.exists() and subprocess.run([str(PYTHON), "-m", "pip", "--version"], capture_output=True)
    if works and works.returncode == 0:
        return
    print(f"Tạo môi trường Python / creating the Python environment: {VENV}", flush=True)
    try:
        venv.EnvBuilder(with_pip=True, clear=VENV.exists()).create(VENV)
    except (subprocess.CalledProcessError, OSError) as error:
        raise SystemExit(
            f"Không tạo được môi trường Python; trên Debian/Ubuntu hãy cài gói python3-venv. / The Python "
            f"environment could not be made; on Debian or Ubuntu install the package python3-venv. ({error})"
        ) from error


def install(file: Path) -> None:
    started = time.monotonic()
    make_environment()
    print(
        f"Cài các thư viện của {file.name}, mất vài phút / installing {file.name}, a few minutes …",
        flush=True,
    )
    run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", file)
    for installed in (one for one in requirement_files(file) if one.name.startswith("requirements")):
        stamp_of(installed).write_text(fingerprint(requirement_files(installed)), encoding="utf-8")
    print(f"Xong sau {time.monotonic() - started:.0f} giây / done.", flush=True)


def main(arguments: list[str]) -> None:
    if sys.version_info < OLDEST:
        raise SystemExit(f"Cần Python 3.11 trở lên / Python 3.11 or later is needed, this is {sys.version}")
    file = ROOT / (arguments[0] if arguments else "requirements.txt")
    if not is_ready(file):
        install(file)


if __name__ == "__main__":
    main(sys.argv[1:])
