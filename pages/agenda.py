"""The agenda of a meeting: what was pinned, in the order in which it is shown."""

from grassroots.widgets import agenda_bar, agenda_facts, agenda_list, blocks, page_title

page_title("agenda", agenda_facts())
agenda_bar()
(listed,) = blocks(1, name="agenda")
with listed:
    agenda_list()
