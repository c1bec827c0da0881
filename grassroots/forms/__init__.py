"""The form: the workbook that is made for a unit and a period, filled in by an office, and read back.

``grassroots.reading.form`` reads it; the layout both go by is data (``layout_<version>.yml``).
"""

from grassroots.forms.content import AwardEntry, Course, FormContent, Score, UnitScore
from grassroots.forms.workbook import make_form

__all__ = ["AwardEntry", "Course", "FormContent", "Score", "UnitScore", "make_form"]
