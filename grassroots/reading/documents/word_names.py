"""Names of WordprocessingML's elements (ECMA-376 part 1, 17)."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def is_on(element: object) -> bool:
    """Does a switch such as ``w:vanish`` hold? It does unless it says otherwise."""
    get = getattr(element, "get", None)
    return get is not None and get(f"{W}val", "true") not in ("0", "false", "off")
