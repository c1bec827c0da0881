"""The project's own source files, parsed once, for tests that hold them to rules."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_NOT_OURS = {".git", ".venv", "build", "store", "boundaries", "__pycache__"}
_NOT_OURS |= {".ruff_cache", ".mypy_cache", ".pytest_cache"}


@cache
def files() -> tuple[Path, ...]:
    """Every file of the tree that is kept in git, as paths relative to the root."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        # data/store and data/boundaries hold what a user puts there; grassroots/store is ours
        folders[:] = [
            name
            for name in folders
            if name not in _NOT_OURS or (name in {"store", "boundaries"} and here.as_posix() != "data")
        ]
        found += [here / name for name in names]
    return tuple(sorted(found))


@cache
def product() -> tuple[Path, ...]:
    """The Python files that run for a user: the frame, the pages and the package."""
    return tuple(
        path
        for path in files()
        if path.suffix == ".py"
        if path.parts[0] in {"grassroots", "pages", "dashboard.py"}
    )


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))


def module_name(path: Path) -> str:
    """``grassroots/text/__init__.py`` → ``grassroots.text``."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> set[str]:
    """Dotted names of the modules a file imports, wherever in it the import stands.

    ``from grassroots import units`` counts as ``grassroots.units``; a name imported from a module counts as
    the module and the name, so that a rule about ``a.b`` sees ``from a import b``.
    """
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = module_name(path).split(".")
                keep = len(package) - node.level + (path.name == "__init__.py")
                base = ".".join([*package[:keep], *([base] if base else [])])
            found |= {base} | {f"{base}.{alias.name}" for alias in node.names}
    return found


def belongs(name: str, module: str) -> bool:
    """Whether a dotted name is a module or lies inside it."""
    return name == module or name.startswith(module + ".")


def strings(path: Path) -> Iterator[ast.Constant]:
    """String constants of a file, without docstrings and without the pieces of f-strings."""
    skip: set[int] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.JoinedStr):
            skip |= {id(piece) for piece in node.values}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skip.add(id(node.value))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
            yield node
