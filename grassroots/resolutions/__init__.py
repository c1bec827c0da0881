"""Resolutions on the measures that guarantee grassroots democracy: files of ``data/reference/resolutions``.

One file a resolution, plan or draft: its measures and clauses by article, the indicators that show each, what
is aimed at. A new one is a file; nothing here knows any of them.
"""

from grassroots.resolutions.faults import ResolutionFault
from grassroots.resolutions.files import folder, resolution_files, resolutions
from grassroots.resolutions.model import REPORTING, Aim, Cite, Clause, Measure, Resolution, Words

__all__ = [
    "REPORTING",
    "Aim",
    "Cite",
    "Clause",
    "Measure",
    "Resolution",
    "ResolutionFault",
    "Words",
    "folder",
    "resolution_files",
    "resolutions",
]
