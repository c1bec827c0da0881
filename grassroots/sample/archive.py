"""One archive a period: a .tar.xz of report files.

Workbooks and documents are zip files whose compressed parts look alike to nobody; in the archive their
parts lie uncompressed, so that xz finds what hundreds of forms have in common (a tenth of the size). On the
way out the parts are compressed again, as an office program saves them.
"""

from __future__ import annotations

import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

_ALWAYS = (2000, 1, 1, 0, 0, 0)  # time stamp of every part: the same content is the same bytes
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 1 << 25}]


def pack(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The archive of named files, in the order given."""
    written = io.BytesIO()
    with lzma.open(written, "wb", filters=_FILTERS) as packed, tarfile.open(fileobj=packed, mode="w") as out:
        for name, content in files:
            stored = rezipped(content, zipfile.ZIP_STORED)
            entry = tarfile.TarInfo(name)
            entry.size = len(stored)
            out.addfile(entry, io.BytesIO(stored))
    return written.getvalue()


def unpack(archive: Path) -> Iterator[tuple[str, bytes]]:
    """The files of an archive, each as it was before it was packed."""
    with tarfile.open(archive, mode="r|xz") as members:
        for member in members:
            content = members.extractfile(member)
            if content is not None:
                yield Path(member.name).name, rezipped(content.read(), zipfile.ZIP_DEFLATED)


def rezipped(content: bytes, compression: int) -> bytes:
    """The same parts in the same order, compressed otherwise, with a fixed time stamp."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(written, "w", compression) as out:
        for name in parts.namelist():
            out.writestr(zipfile.ZipInfo(name, _ALWAYS), parts.read(name), compression)
    return written.getvalue()
