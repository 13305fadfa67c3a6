"""The log: one JSON object a line on standard error, and never a word of what people wrote.

What this project logs is kept as it is, and what the server says keeps its wording without the values in it. All
others, the libraries that talk to models and databases first of all, are believed to put content into their messages:
below WARNING they are not heard, and above it only who spoke, from where, and the kind of error is kept. Records are
emptied when they are made, before any handler sees them, so that a handler a library has added writes nothing either.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
import warnings
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from typing_extensions import override

from api.observing.request_ids import current_request_id

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
_warnings = logging.getLogger("okr.warnings")
_errors = logging.getLogger("okr.errors")


def place(error: BaseException | None) -> str:
    """Where an error was raised: file and line, and nothing of what was worked on."""
    step = error.__traceback__ if error is not None else None
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return f"{step.tb_frame.f_code.co_filename}:{step.tb_lineno}" if step is not None else "an unknown place"


class JsonLines(logging.StreamHandler[Any]):
    """Writes records as lines of JSON to standard error.

    The encoder escapes every control character, line separator and half character, so a message cannot forge a line.
    """

    def __init__(self) -> None:
        super().__init__(sys.stderr)
        self.addFilter(_is_heard)

    @override
    def format(self, record: logging.LogRecord) -> str:
        """The line for a record."""
        _empty(record)
        second = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        said: dict[str, object] = {
            "time": f"{second}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if name := current_request_id():
            said["request_id"] = name
        if message := _message(record):
            said["message"] = message
        said.update(getattr(record, "fields", ()))
        if error := getattr(record, "error", None):
            said["error"], said["place"] = error
        return _encode(said)

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Lose a line that cannot be written: the standard library would print what was in it."""


def configure_logs(level: str = "info") -> Callable[[], None]:
    """Let everything this process logs be lines of JSON without content.

    Args:
        level: From which level this project and the server are heard: debug, info, warning or error.

    Returns:
        A function that puts everything back as it was.
    """
    chosen = _LEVELS.get(level.lower(), logging.INFO)
    undo = ExitStack()

    def change(owner: object, name: str, *, value: object) -> None:
        undo.callback(setattr, owner, name, getattr(owner, name))
        setattr(owner, name, value)

    def change_level(logger: logging.Logger, wanted: int) -> None:
        undo.callback(logger.setLevel, logger.level)
        logger.setLevel(wanted)

    undo.callback(logging.setLogRecordFactory, logging.getLogRecordFactory())
    logging.setLogRecordFactory(_emptied_record)
    root = logging.getLogger()
    change(root, "handlers", value=[JsonLines()])
    change_level(root, logging.WARNING)
    change_level(logging.getLogger("okr"), chosen)
    for name, wanted, heard in (
        ("uvicorn", chosen, True),
        ("uvicorn.error", logging.NOTSET, True),
        ("uvicorn.asgi", logging.NOTSET, True),
        ("uvicorn.access", logging.CRITICAL, False),  # without handlers, the server does not even ask
    ):
        logger = logging.getLogger(name)
        change(logger, "handlers", value=[])
        change(logger, "propagate", value=heard)
        change_level(logger, wanted)
    for flag in ("raiseExceptions", "logThreads", "logProcesses", "logMultiprocessing"):
        change(logging, flag, value=False)  # the first would print what could not be logged; nobody reads the others
    change(warnings, "showwarning", value=_note_warning)
    change(threading, "excepthook", value=_note_lost)
    change(sys, "unraisablehook", value=_note_lost)
    return undo.close


def note_error(error: BaseException | None, kind: type[BaseException] | None = None) -> None:
    """Log the kind and the place of an error, and nothing else."""
    _errors.error("%s at %s", (kind or type(error)).__name__, place(error))


# --- parts -----------------------------------------------------------------------------------------------------------


def _is_from(record: logging.LogRecord, family: str) -> bool:
    return record.name == family or record.name.startswith(family + ".")


def _is_heard(record: logging.LogRecord) -> bool:
    if _is_from(record, "okr") or _is_from(record, "uvicorn"):
        return record.levelno >= logging.DEBUG  # below it, the server writes out headers
    return record.levelno >= logging.WARNING


def _emptied_record(*args: Any, **kwargs: Any) -> logging.LogRecord:  # noqa: ANN401 - whatever a record is made of
    record = logging.LogRecord(*args, **kwargs)
    _empty(record)
    return record


def _empty(record: logging.LogRecord) -> None:
    """Take out of a record what may be content; once more does no harm."""
    if record.exc_info and record.exc_info[0] is not None:
        record.error = (record.exc_info[0].__name__, place(record.exc_info[1]))
    record.exc_info = record.exc_text = record.stack_info = None
    if _is_from(record, "okr"):
        return
    if _is_from(record, "uvicorn"):
        if not isinstance(record.args, tuple) or not all(isinstance(value, int) for value in record.args):
            record.args = None  # the wording stays: "... returned '%s'."
        lines = record.msg.strip().splitlines() if isinstance(record.msg, str) else []
        record.msg = lines[0] if len(lines) == 1 else "Left out: it has more than one line."  # a traceback, as text
        return
    record.msg, record.args = "", None
    if not hasattr(record, "error"):
        record.error = (None, f"{record.pathname}:{record.lineno}")


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # the values do not fit the wording
        return str(record.msg)


def _kind(value: object) -> str:
    return type(value).__name__


_encode = json.JSONEncoder(default=_kind).encode


def _note_warning(_message: Warning | str, category: type[Warning], filename: str, lineno: int, *_rest: object) -> None:
    _warnings.warning("%s at %s:%d", category.__name__, filename, lineno)


def _note_lost(lost: threading.ExceptHookArgs | sys.UnraisableHookArgs) -> None:
    """Note an error that nobody could be told of: in a thread, or while something was thrown away."""
    note_error(lost.exc_value, lost.exc_type)
