from grassroots.reading.model import Figure
def figures_of(passages, particulars):
    return ()
