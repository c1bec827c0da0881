"""What is wrong with a resolution file, as a sentence that names the file and the place in it."""

from __future__ import annotations

from grassroots.text import LANGUAGES, Language, t


class ResolutionFault(Exception):
    """A resolution file that can't be followed. ``code`` is a key below ``resolution.fault.``; ``place`` is
    a path within the file, ``measures[2].clauses[1].says``."""

    def __init__(self, code: str, file: str, place: str, **details: str) -> None:
        super().__init__(code, file, place, details)
        self.code, self.file, self.place, self.details = code, file, place, details

    def sentence(self, language: Language = "vi") -> str:
        """File and place, what is wrong there and what to do."""
        where = t("resolution.fault.where", language, file=self.file, place=self.place)
        return f"{where} {t(f'resolution.fault.{self.code}', language, **self.details)}"

    def __str__(self) -> str:
        return " / ".join(self.sentence(language) for language in LANGUAGES)
