"""Where the parts of a store lie, and the lock under which its database is opened for writing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from grassroots import settings

LOCK_TIMEOUT_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of one store. Nothing is created before :meth:`prepare`."""

    path: Path

    @classmethod
    def of(cls, path: Path | str | None = None) -> Folder:
        """The folder given, else the one the settings name."""
        return cls(Path(path).resolve() if path is not None else settings.store_folder())

    @property
    def database(self) -> Path:
        """Opened by one process at a time, only under :meth:`lock`."""
        return self.path / "writer.duckdb"

    @property
    def published(self) -> Path:
        return self.path / "published"

    @property
    def kept(self) -> Path:
        """Copies that meetings were held on."""
        return self.path / "kept"

    @property
    def originals(self) -> Path:
        return self.path / "originals"

    @property
    def journal(self) -> Path:
        return self.path / "journal.jsonl"

    def prepare(self) -> None:
        for folder in (self.path, self.published, self.originals):
            folder.mkdir(parents=True, exist_ok=True)

    def lock(self) -> FileLock:
        """A new lock on the store; the operating system frees it when its process dies."""
        return FileLock(self.path / "write.lock", timeout=LOCK_TIMEOUT_SECONDS)
