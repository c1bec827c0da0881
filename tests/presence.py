"""How a part that isn't there is treated: on a developer's machine its tests are skipped, in CI they fail."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def skip_or_fail(reason: str) -> NoReturn:
    """Skip the running test and say why; where ``CI`` is true, fail it: green there means everything ran."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"in CI this must be there: {reason}", pytrace=False)
    pytest.skip(reason)
