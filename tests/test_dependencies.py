"""Every library the product imports is pinned, every pin is used, and README gives each its reason."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib.metadata import packages_distributions

import sources


@cache
def _pinned() -> dict[str, str]:
    """Name of a distribution in lower case → version, from requirements.txt."""
    lines = (sources.ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("-c "))
    return {name.lower(): version for name, version in pins.items()}


@cache
def _imported() -> set[str]:
    """Distributions that the product's own files import, in lower case."""
    modules = {name.split(".")[0] for path in sources.product() for name in sources.imports(path)}
    modules -= set(sys.stdlib_module_names) | {"grassroots", ""}
    owners = packages_distributions()
    return {owners.get(module, [module])[0].lower() for module in modules}


def test_every_imported_library_is_pinned() -> None:
    assert _imported() - set(_pinned()) == set()


def test_every_pin_is_imported() -> None:
    assert set(_pinned()) - _imported() == set()


def test_readme_gives_each_library_one_reason() -> None:
    readme = (sources.ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.split("## Dependencies")[1].split("\n## ")[0]
    reasons = {name.lower() for name in re.findall(r"^\| `([^`]+)` \| .{10,} \|$", section, re.MULTILINE)}
    assert reasons == set(_pinned())
