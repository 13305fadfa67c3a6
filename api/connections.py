"""A connection that has to say what it wants in time, and in few words.

uvicorn waits without end for the rest of a request's headers, and reads headers of any size: a few hundred connections
that send half a line and wait would use up ``limit_concurrency``. ``okr serve`` has it use this class instead of its
own (``http=``).
"""

from __future__ import annotations

from asyncio import TimerHandle, Transport

from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

SECONDS_FOR_HEADERS = 10.0
"""From the connection, or the end of the answer before, to the end of a request's headers."""

MOST_HEADER_BYTES = 65_536
"""How long a request line and headers may grow after their first piece; what comes in one piece is less than that."""


class Connection(HttpToolsProtocol):
    """uvicorn's own connection, with an end to its patience."""

    _patience: TimerHandle | None = None
    _in_headers = False
    _received = 0
    _answering = 0

    @override
    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]  # as in the class above
        super().connection_made(transport)
        self._wait_for_headers()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    @override
    def data_received(self, data: bytes) -> None:
        went_on = self._in_headers
        super().data_received(data)
        if went_on and self._in_headers:
            self._received += len(data)
            if self._received > MOST_HEADER_BYTES:
                self._refuse()

    @override
    def on_message_begin(self) -> None:
        self._in_headers, self._received = True, 0
        super().on_message_begin()

    @override
    def on_headers_complete(self) -> None:
        self._in_headers = False
        self._answering += 1
        self._stop_waiting()
        super().on_headers_complete()

    @override
    def on_response_complete(self) -> None:
        self._answering -= 1
        super().on_response_complete()
        if not self._answering:  # the next request may have come early
            self._wait_for_headers()

    def _wait_for_headers(self) -> None:
        self._stop_waiting()
        if not self.transport.is_closing():
            self._patience = self.loop.call_later(SECONDS_FOR_HEADERS, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _refuse(self) -> None:
        if self._answering:
            self.transport.close()
        elif not self.transport.is_closing():
            self.send_400_response("The headers are too long.")
