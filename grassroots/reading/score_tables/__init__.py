"""Tables of scores that offices download, Decision 766/QĐ-TTg's → points by criterion.

Columns are found by the words of their headings (``data/reference/score_tables/``), in any order. A table
that speaks of the decision and lacks a group of it is refused, with the headings that were looked for.
"""

from grassroots.reading.score_tables.reading import read_score_table
from grassroots.reading.score_tables.table import csv_sheet

__all__ = ["csv_sheet", "read_score_table"]
