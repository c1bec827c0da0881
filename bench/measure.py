"""What is measured: reruns alone and together, bytes, memory over many reruns."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from statistics import median, quantiles

from bench.user import Run, User
from tools.app import App

USERS = 10
OTHER_PERIODS = ("2026-m06", "2026-q1", "2025-year", "2025-m09")  # of the sample, besides the newest


@dataclass(frozen=True)
class Times:
    """Rerun times in milliseconds."""

    p50: float
    p95: float

    @classmethod
    def of(cls, runs: list[Run]) -> Times:
        cuts = quantiles([1000 * run.seconds for run in runs], n=20, method="inclusive")
        return cls(cuts[9], cuts[18])


@dataclass(frozen=True)
class PageResult:
    """One page beside the empty page measured in the same minutes."""

    page: str
    first_ms: float  # the first opening by a new session
    first_bytes: int
    rerun_bytes: int
    other_ms: float  # p50 of the first look at another period, whose queries nobody has asked yet
    alone: Times
    alone_empty: Times
    together: Times
    together_empty: Times

    @property
    def ratio_alone(self) -> float:
        return self.alone.p50 / self.alone_empty.p50

    @property
    def ratio_together(self) -> float:
        return self.together.p50 / self.together_empty.p50


async def pages_of(app: App) -> list[str]:
    """The paths of the app's pages, in the order of its navigation."""
    async with User(app.websocket) as user:
        await user.run()
        return list(user.pages)


async def _other(user: User, page: str, period: str) -> Run:
    user.query_string = f"period={period}"
    return await user.run(page)


async def _turns(user: User, page: str, count: int) -> list[Run]:
    return [await user.run(page) for _ in range(count)]


async def _together(app: App, page: str, each: int) -> list[Run]:
    """``USERS`` sessions rerun a page at once, each again as soon as it has its answer."""
    users = [User(app.websocket) for _ in range(USERS)]
    try:
        for user in users:
            await user.__aenter__()
            await user.run(page)
        rounds = await asyncio.gather(*(_turns(user, page, each) for user in users))
    finally:
        for user in users:
            await user.__aexit__(None, None, None)
    return [run for runs in rounds for run in runs]


async def measure_page(app: App, empty: App, page: str, *, alone: int, together: int) -> PageResult:
    """Rerun a page ``alone`` times by one user, in turn with the empty page; then ``together`` by ten.

    Taking turns lets both pages meet the same noise of the machine.
    """
    async with User(app.websocket) as user, User(empty.websocket) as beside:
        first = await user.run(page)
        for warming in (user.run(page), beside.run(), user.run(page), beside.run()):
            await warming
        page_runs: list[Run] = []
        empty_runs: list[Run] = []
        for _ in range(alone):
            empty_runs.append(await beside.run())
            page_runs.append(await user.run(page))
        others = [await _other(user, page, period) for period in OTHER_PERIODS]
    empty_together = await _together(empty, "", together)
    page_together = await _together(app, page, together)
    return PageResult(
        page=page,
        first_ms=1000 * first.seconds,
        first_bytes=first.received,
        rerun_bytes=page_runs[-1].received,
        other_ms=1000 * median(run.seconds for run in others),
        alone=Times.of(page_runs),
        alone_empty=Times.of(empty_runs),
        together=Times.of(page_together),
        together_empty=Times.of(empty_together),
    )


async def memory_over(app: App, pages: list[str], reruns: int) -> tuple[int, int, int]:
    """Resident bytes before, halfway and after ``reruns`` runs, over all pages in turn by four sessions."""

    async def walk(count: int) -> None:
        async with User(app.websocket) as user:
            for turn in range(count):
                await user.run(pages[turn % len(pages)])

    async def walk_together(count: int) -> int:
        await asyncio.gather(*(walk(count // 4) for _ in range(4)))
        return app.memory_bytes()

    before = await walk_together(4 * len(pages))
    halfway = await walk_together(reruns // 2)
    return before, halfway, await walk_together(reruns - reruns // 2)
