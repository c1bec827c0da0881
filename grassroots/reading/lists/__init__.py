"""What a narrative names one by one: courses, models and commendations, scores, inspections, consultations.

What is uncertain is left out: a row that is not so is worse than one that is missing.
"""

from grassroots.reading.lists.reading import Lists, lists_of

__all__ = ["Lists", "lists_of"]
