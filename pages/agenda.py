"""The agenda of a meeting: what was pinned, in the order in which it is shown, and what was concluded."""

from grassroots.widgets import agenda_bar, agenda_facts, agenda_list, blocks, open_conclusions, page_title

page_title("agenda", agenda_facts())
agenda_bar()
listed, concluded = blocks(3, 2, name="agenda")
with listed:
    agenda_list()
with concluded:
    open_conclusions()
