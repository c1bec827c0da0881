"""How well reports are read: readings against truth tables, and truth tables of what an office reviewed.

A case is ``NAME.txt`` and ``NAME.truth.csv`` (columns indicator, value, unit, quote). The first line of the
text says where it was published and is left out, as is a line that begins with ``[EXCERPT``. An indicator may
be followed by ``@part``; ``a|b`` either is right; a leading ``?`` may be read or not; ``@?part`` may be named
or not.
"""
