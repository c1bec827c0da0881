"""The official statistics workbooks: forms of the Inspectorate's circulars → figures, cells and particulars.

The layouts are data (``data/reference/statistics/``); columns are found by the words above them and by their
numbers, never by a cell's address.
"""

from grassroots.reading.statistics.grid import sheets_of
from grassroots.reading.statistics.workbook import read_statistics

__all__ = ["read_statistics", "sheets_of"]
