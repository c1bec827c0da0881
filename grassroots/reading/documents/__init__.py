"""Report file → passages. The format is chosen by what the file holds, never by its name's ending."""

from grassroots.reading.documents.formats import Format, format_of
from grassroots.reading.documents.open import passages_of

__all__ = ["Format", "format_of", "passages_of"]
