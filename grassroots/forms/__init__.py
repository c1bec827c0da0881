"""The form: the workbook that is made for a unit and a period, filled in by an office, and read back.

``grassroots.reading.form`` reads it; the layout both go by is data (``layout_<version>.yml``).
"""

from grassroots.forms.content import (
    AwardEntry,
    ConsultationEntry,
    Course,
    DialogueEntry,
    FormContent,
    InspectionEntry,
    Score,
    UnitScore,
    VoteEntry,
)
from grassroots.forms.workbook import make_form

__all__ = [
    "AwardEntry",
    "ConsultationEntry",
    "Course",
    "DialogueEntry",
    "FormContent",
    "InspectionEntry",
    "Score",
    "UnitScore",
    "VoteEntry",
    "make_form",
]
