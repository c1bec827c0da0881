"""Report file → passages. The format is chosen by what the file holds, never by its name's ending."""

from grassroots.reading.documents.formats import Format, format_of, notes_of
from grassroots.reading.documents.open import Document, document_of

__all__ = ["Document", "Format", "document_of", "format_of", "notes_of"]
