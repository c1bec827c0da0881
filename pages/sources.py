"""Sources: from any number to its report, the place in it, the quote and the decisions."""

from grassroots.widgets import blocks, page_title, reader_note, source_detail, source_list, sources_facts

page_title("sources", sources_facts())
figures, detail = blocks(2, 3, name="sources")
with figures:
    source_list()
with detail:
    source_detail()
reader_note()
