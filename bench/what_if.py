"""From a slider moved to changed numbers: on the sample, and on 3,321 communes over five years."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

import click

from bench import generated
from bench.measure import Times
from bench.user import User
from grassroots import first_start
from grassroots.text import t
from tools.app import App, running

PAGE = "what_if"
LIMIT_SAMPLE, LIMIT_COUNTRY = 5.0, 10.0
PROVINCE, COUNTRY = "2025-07:79", "2025-07:VN"  # Hồ Chí Minh City has the most communes of any province
MOVES = 20


async def moves(app: App, empty: App, query: str = "") -> tuple[Times, Times]:
    """The slider of petitions settled moved ``MOVES`` times, never to where it was, beside an empty page."""
    async with User(app.websocket, query) as user, User(empty.websocket) as beside:
        await user.run(PAGE)
        await beside.run()
        slider = t("scenario.how_many", "vi")
        answers, empties = [], []
        for number in range(MOVES + 2):
            empties.append(await beside.run())
            answers.append(await user.move(PAGE, slider, 5.0 + number))
    return Times.of(answers[2:]), Times.of(empties[2:])  # the first two lay out the place's rows


def told(name: str, measured: tuple[Times, Times], limit: float | None) -> bool:
    answer, empty = measured
    ratio = answer.p50 / empty.p50
    beyond = limit is not None and ratio > limit
    bound = f" (limit {limit:g})" if limit is not None else ""
    click.echo(
        f"{name:<44}{answer.p50:>8.0f}{answer.p95:>8.0f}{empty.p50:>8.0f}{ratio:>8.2f}{bound}"
        f"{'  beyond the limit' if beyond else ''}"
    )
    return not beyond


def what_if(app: App, empty: App) -> bool:
    """Measures and prints; False where a limit is passed."""
    click.echo(f"\n{'what-if: a slider moved':<44}{'p50 ms':>8}{'p95 ms':>8}{'empty':>8}{'ratio':>8}")
    within = told("sample, a province", asyncio.run(moves(app, empty)), LIMIT_SAMPLE)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GRASSROOTS_STORE"] = folder
        first_start.decline()  # else the dashboard would load the sample beside
        reports = generated.fill(Path(folder))
        with running(store=Path(folder)) as large:
            for name, place in (("a province", PROVINCE), ("the whole country", COUNTRY)):
                found = asyncio.run(moves(large, empty, f"place={place}"))
                within &= told(f"{reports} reports of the country, {name}", found, LIMIT_COUNTRY)
    return within
