"""XML inside documents: parsed without entities, without declarations of its own, without the network."""

from __future__ import annotations

from typing import Any

from lxml import etree

from grassroots.reading.model import UnreadableReport

MOST_BYTES = 40 * 2**20  # of one part: its tree takes up to ten times as much memory
_STRICT = (  # ISO's own names of the namespaces; the same elements as those everybody writes
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
)


def tree_of(content: bytes) -> Any:
    """The root element. Raises UnreadableReport for what is broken, too large or declares entities."""
    if len(content) > MOST_BYTES:
        raise UnreadableReport("too_long")
    for strict, usual in _STRICT:
        if strict in content[:4096]:
            content = content.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        # Broken by its declarations is refused as such: the sentence says what is really wrong.
        raise UnreadableReport("declares_entities" if b"<!ENTITY" in content else "damaged_file") from error
    except ValueError as error:
        raise UnreadableReport("damaged_file") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableReport("declares_entities")
    return root
