"""A connection that has to say what it wants in time and in few words, and to take the answer.

uvicorn waits without end for the rest of a request's headers and for answers to be read, and reads headers and trailers
of any size: a few hundred connections that send half a line and wait would use up ``limit_concurrency``. ``okr serve``
has it use this class instead of its own (``http=``).
"""

from __future__ import annotations

from asyncio import TimerHandle, Transport

from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

SECONDS_FOR_HEADERS = 10.0
"""From the connection, or the end of the answer before, to the end of a request's headers."""

SECONDS_TO_READ = 15.0
"""How long an answer may lie here with nothing of it taken; it is seen after twice that at the latest."""

MOST_HEADER_BYTES = 65_536
"""How much of a request may be other than content, beyond as much as there is content: its line, headers, the marks of
chunks, trailers. Its first piece does not count; what comes in one piece is hardly more than that."""


class Connection(HttpToolsProtocol):
    """uvicorn's own connection, with an end to its patience."""

    _patience: TimerHandle | None = None
    _watch: TimerHandle | None = None
    _in_headers = _in_message = _goes_on = False
    _content = _around = 0
    _answering = 0

    @override
    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]  # as in the class above
        super().connection_made(transport)
        self._wait_for_headers()
        self._see_that_it_reads(0)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        if self._watch is not None:
            self._watch.cancel()
        super().connection_lost(exc)

    @override
    def data_received(self, data: bytes) -> None:
        self._goes_on, content = self._in_message, self._content
        super().data_received(data)
        if self._goes_on and self._in_message:
            self._around += len(data) - (self._content - content)
            if self._around > MOST_HEADER_BYTES + self._content:
                self._refuse()

    @override
    def on_message_begin(self) -> None:
        self._in_headers, self._in_message, self._goes_on = True, True, False
        self._content = self._around = 0
        super().on_message_begin()

    @override
    def on_header(self, name: bytes, value: bytes) -> None:
        if self._in_headers:  # trailers come too late to be headers, and nobody has looked at them
            super().on_header(name, value)

    @override
    def on_body(self, body: bytes) -> None:
        self._content += len(body)
        super().on_body(body)

    @override
    def on_message_complete(self) -> None:
        self._in_message = False
        super().on_message_complete()

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

    def _see_that_it_reads(self, before: int) -> None:
        """Hang up if not a byte of the ``before`` that lay here has been taken since."""
        left = self.transport.get_write_buffer_size()
        if 0 < before <= left:
            self.transport.abort()  # closing would wait for it to be read
        else:
            self._watch = self.loop.call_later(SECONDS_TO_READ, self._see_that_it_reads, left)

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _refuse(self) -> None:
        if self._answering:
            self.transport.close()
        elif not self.transport.is_closing():
            self.send_400_response("The headers are too long.")
