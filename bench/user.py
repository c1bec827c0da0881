"""One user of a Streamlit app, speaking its websocket's protobuf messages as a browser does."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

_LONGEST_RUN_SECONDS = 60
_OUTLINES = re.compile(rb"/media/[0-9a-f]+\.json")
_FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class ScriptFailed(RuntimeError):
    """The page drew an exception, or didn't compile."""


@dataclass(frozen=True)
class Run:
    """One run of a page: seconds from asking to the last message, and bytes received."""

    seconds: float
    received: int


@dataclass
class User:
    """A session over one websocket. Remembers which messages it holds, as a browser's cache does."""

    websocket_url: str
    query_string: str = ""
    pages: dict[str, str] = field(default_factory=dict)  # the page's path in the URL → its hash
    outlines: set[str] = field(default_factory=set)  # paths of files that maps fetch beside
    sliders: dict[str, str] = field(default_factory=dict)  # those drawn: what they are called → identifier
    fragment: str = ""  # the fragment that the last of them was drawn in
    _held: set[str] = field(default_factory=set)
    _connection: ClientConnection | None = None

    async def __aenter__(self) -> Self:
        self._connection = await connect(
            self.websocket_url,
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            compression=None,
            ping_interval=None,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            await self._connection.close()

    async def run(self, page: str = "") -> Run:
        """Run a page, named by its path in the URL ('' is the first), until the script has finished."""
        assert self._connection is not None
        ask = BackMsg()
        ask.rerun_script.query_string = self.query_string
        ask.rerun_script.page_script_hash = self.pages.get(page, "")
        if page not in self.pages:
            ask.rerun_script.page_name = page
        ask.rerun_script.cached_message_hashes.extend(self._held)
        return await self._timed(ask, page)

    async def move(self, page: str, slider: str, value: float) -> Run:
        """Move a slider, named by what it is called, and run the fragment around it until it has finished."""
        ask = BackMsg()
        ask.rerun_script.query_string = self.query_string
        ask.rerun_script.page_script_hash = self.pages[page]
        ask.rerun_script.fragment_id = self.fragment
        moved = ask.rerun_script.widget_states.widgets.add()
        moved.id = self.sliders[slider]
        moved.double_array_value.data.append(value)
        ask.rerun_script.cached_message_hashes.extend(self._held)
        return await self._timed(ask, page)

    async def _timed(self, ask: BackMsg, page: str) -> Run:
        assert self._connection is not None
        started = time.perf_counter()
        await self._connection.send(ask.SerializeToString())
        received = await self._receive_until_finished(page, started + _LONGEST_RUN_SECONDS)
        return Run(time.perf_counter() - started, received)

    async def _receive_until_finished(self, page: str, deadline: float) -> int:
        assert self._connection is not None
        received = 0
        async for payload in self._connection:
            assert isinstance(payload, bytes)
            received += len(payload)
            self.outlines.update(path.decode() for path in _OUTLINES.findall(payload))
            message = ForwardMsg.FromString(payload)
            if message.hash:
                self._held.add(message.hash)
            kind = message.WhichOneof("type")
            if kind == "navigation":
                first = {page.page_script_hash for page in message.navigation.app_pages if page.is_default}
                self.pages = {
                    "" if entry.page_script_hash in first else entry.url_pathname: entry.page_script_hash
                    for entry in message.navigation.app_pages
                }
            elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                error = message.delta.new_element.exception
                raise ScriptFailed(f"{page}: {error.type}: {error.message}")
            elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "slider":
                self.sliders[message.delta.new_element.slider.label] = message.delta.new_element.slider.id
                self.fragment = message.delta.fragment_id
            elif kind == "page_info_changed":
                self.query_string = message.page_info_changed.query_string
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise ScriptFailed(f"{page}: does not compile")
                if message.script_finished in _FINISHED:
                    return received
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{page}: not finished after {_LONGEST_RUN_SECONDS} s")
        raise ConnectionError(f"{page}: the server closed the connection")
