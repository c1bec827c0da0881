"""Every word a reader sees, in Vietnamese and English, and numbers and dates as each writes them.

Words live in ``vi/*.yml`` and ``en/*.yml``; a key is the file's name and the path inside it:
``problem.not_a_word_file``. Templates are filled with ``{name}`` fields.
"""

from grassroots.text.catalogue import LANGUAGES, Language, t
from grassroots.text.numbers import change, count, day, decimal, moment, percent, points

__all__ = ["LANGUAGES", "Language", "change", "count", "day", "decimal", "moment", "percent", "points", "t"]
