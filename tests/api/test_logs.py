"""The log: lines of JSON, without a word of what people wrote, whoever writes it."""

from __future__ import annotations

import json
import logging
import sys
import threading
import warnings
from pathlib import Path

import pytest

from api.observing.logs import configure_logs
from tests.api.logged import logged
from tests.api.serving import serving, within

CANARY = "kanarifugl"
MESSAGE = f"Traceback\n  {CANARY}\n"
LEVELS = (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL)
FOREIGN = (
    "LiteLLM", "openai._base_client", "httpx", "httpcore.http11", "instructor.retry", "sqlalchemy.engine.Engine",
    "aiosqlite", "asyncpg", "alembic.runtime.migration", "asyncio", "python_multipart.multipart", "pypdf._reader",
    "hypercorn.error", "py.warnings", "opentelemetry.sdk", "okra", "root",
)  # fmt: skip


def fail() -> None:
    raise KeyError(CANARY)


@pytest.mark.parametrize("name", FOREIGN)
def test_a_library_can_write_no_content_at_any_level(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Below WARNING it is not heard; above, what is kept is who it was, and the kind and the place of an error."""
    restore = configure_logs("debug")
    logger = logging.getLogger(name)
    own = logging.StreamHandler(sys.stderr)  # as litellm has one
    logger.addHandler(own)
    level, propagates = logger.level, logger.propagate
    logger.setLevel(logging.DEBUG)
    try:
        for each in LEVELS:
            logger.log(each, "brief: %s", CANARY, extra={"body": CANARY}, stack_info=True)
            logger.log(each, MESSAGE)
        try:
            fail()
        except KeyError:
            logger.exception(CANARY)
    finally:
        logger.removeHandler(own)
        logger.setLevel(level)
        logger.propagate = propagates
        restore()
    assert CANARY not in capsys.readouterr().err


def test_a_librarys_error_keeps_its_kind_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    """That is enough to find out what to look for."""
    with logged(capsys) as lines:
        try:
            fail()
        except KeyError:
            logging.getLogger("sqlalchemy.pool").exception("no connection to %s", CANARY)
    (line,) = lines
    assert (line["logger"], line["level"], line["error"]) == ("sqlalchemy.pool", "error", "KeyError")
    assert __file__ in line["place"]
    assert "message" not in line


def test_the_servers_words_are_kept_without_their_values(capsys: pytest.CaptureFixture[str]) -> None:
    """Numbers are kept; paths, returned values and tracebacks are not."""
    logger = logging.getLogger("uvicorn.error")
    with logged(capsys) as lines:
        logger.info("Started server process [%d]", 7)
        logger.info('%s - "WebSocket %s" [accepted]', "127.0.0.1", f"/{CANARY}")
        logger.error(MESSAGE)
        logger.error(OSError(CANARY))
        logging.getLogger("uvicorn.asgi").log(5, "headers: %s", CANARY)
        logging.getLogger("uvicorn.access").info('%s - "%s"', "127.0.0.1", CANARY)
    assert [line["message"] for line in lines] == [
        "Started server process [7]",
        '%s - "WebSocket %s" [accepted]',
        "Left out: it has more than one line.",
        "Left out: it has more than one line.",
    ]


def test_no_text_can_forge_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Line breaks of every kind, control characters and half characters are escaped."""
    text = 'a\r\nb\u2028c\u2029d\x85e\x1b[31m\ud800\x00f"}'
    restore = configure_logs()
    logging.getLogger("okr.test").info("%s", text)
    restore()
    written = capsys.readouterr().err
    assert written.isascii()
    assert len(written.splitlines()) == 1
    assert json.loads(written)["message"] == text


def test_a_message_that_does_not_fit_its_values_is_written_without_them(capsys: pytest.CaptureFixture[str]) -> None:
    """The standard library would print the values, to say what is wrong."""
    with logged(capsys) as lines:
        logging.getLogger("okr.test").info("%d", CANARY)
    assert [line["message"] for line in lines] == ["%d"]


def test_a_warning_keeps_its_kind_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    """Those of pydantic quote what they are about."""
    with warnings.catch_warnings(), logged(capsys) as lines:
        warnings.simplefilter("always")
        warnings.warn(CANARY, UserWarning, stacklevel=1)
    (line,) = lines
    assert line["message"].startswith(f"UserWarning at {__file__}:")


def test_an_error_in_a_thread_keeps_its_kind_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    """Python would print its text and traceback."""
    with logged(capsys) as lines:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    (line,) = lines
    assert line["message"].startswith(f"KeyError at {__file__}:")


def test_everything_is_put_back() -> None:
    """The tests of a process may start and end many services."""
    before = (logging.getLogRecordFactory(), logging.getLogger().handlers, sys.unraisablehook, logging.logThreads)
    configure_logs("error")()
    after = (logging.getLogRecordFactory(), logging.getLogger().handlers, sys.unraisablehook, logging.logThreads)
    assert before == after


def test_a_running_service_logs_lines_of_json_without_content(tmp_path: Path) -> None:
    """A real server at DEBUG, with a canary in all a caller can send, and in an error."""
    with serving(tmp_path, OKR_LOG_LEVEL="debug") as service, service.client() as client:
        answer = client.post(
            f"/broken/{CANARY}?{CANARY}",
            content=CANARY,
            headers={"Authorization": f"Bearer okr_{CANARY}", "User-Agent": CANARY, CANARY: CANARY},
        )
        client.post("/v1/drafts", json={"brief": f"# Strategi\n\n- {CANARY} skal opp fra 4 til 5.", CANARY: 1})
        client.request(CANARY.upper(), f"/{CANARY}", headers={"Connection": "upgrade", "Upgrade": "websocket"})
        within(lambda: sum('"okr.requests"' in line for line in service.lines()) >= 3)
        assert service.stop() == 0
        lines = [json.loads(line) for line in service.lines()]
    assert answer.status_code == 500
    assert CANARY not in answer.text.lower()
    assert CANARY not in json.dumps(lines).lower()
    assert answer.headers["x-request-id"] in {line.get("request_id") for line in lines}
    assert {"okr.requests", "okr.errors"} <= {line["logger"] for line in lines}
