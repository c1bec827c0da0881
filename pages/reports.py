"""Reports: load them, what was loaded and what is wrong with it, who is missing, empty forms, outlines."""

from grassroots.widgets import (
    blocks,
    contradictions,
    form_download,
    not_reported,
    outlines_upload,
    page_title,
    report_list,
    reports_facts,
    sample_offer,
    stacked,
    upload,
)

page_title("reports", reports_facts())
sample_offer()
listed, beside = blocks(16, 10, name="reports", bordered=False)
loading, silent, form, outlines = stacked(beside, ["main_upload", "not_reported", "form", "outlines"])
reports, wrong = stacked(listed, ["report_list", "contradictions"])
with loading:
    upload()
with silent:
    not_reported()
with form:
    form_download()
with outlines:
    outlines_upload()
with reports:
    report_list()
with wrong:
    contradictions()
