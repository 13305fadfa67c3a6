"""`okr serve`: an address, processes that answer there, and a good end. Real processes, real signals."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from assistant.cli import serving as command
from assistant.formats.errors import InputError
from tests.api.serving import Service, serving, started, within
from tests.running import Okr


@pytest.fixture(params=["1", "2"], ids=["one process", "two workers"])
def service(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Service]:
    with serving(tmp_path, "--workers", request.param, LC_ALL="nn_NO.UTF-8") as running:
        yield running


def is_refused(service: Service) -> bool:
    """Whether a new connection is refused; until then, it is told that the service is about to end."""
    try:
        httpx.get(f"{service.address}/v1/health/ready", trust_env=False, timeout=0.5)
    except httpx.ConnectError:
        return True
    except httpx.TransportError:
        return False
    return False


def test_what_has_begun_is_finished_and_nothing_new_is_begun(service: Service, tmp_path: Path) -> None:
    """After SIGTERM new connections are refused, a request that is being answered ends well, and the exit code is 0."""
    with service.client() as client, client.stream("GET", "/slow") as answer:
        lines = answer.iter_lines()
        assert next(lines) == "begun"
        service.process.send_signal(signal.SIGTERM)
        within(lambda: is_refused(service))
        assert service.process.poll() is None
        (tmp_path / "finish").touch()
        assert list(lines) == ["done"]
    assert service.process.wait(30) == 0
    assert "svarar på http://127.0.0.1:" in service.said


def test_whoever_is_connected_is_told_that_it_is_about_to_end(service: Service, tmp_path: Path) -> None:
    """A connection that is kept open is answered that the service is not ready, or has just been closed."""
    statuses = set()
    with service.client() as client, client.stream("GET", "/slow") as answer:
        next(answer.iter_lines())
        with service.client() as kept:
            assert kept.get("/v1/health/ready").status_code == 200
            service.process.send_signal(signal.SIGTERM)

            def is_told() -> bool:
                try:
                    statuses.add(kept.get("/v1/health/ready").status_code)
                except httpx.TransportError:
                    return True
                return 503 in statuses

            within(is_told)
        (tmp_path / "finish").touch()
    assert service.process.wait(30) == 0
    assert statuses <= {200, 503}


def test_a_stream_that_goes_on_is_told_to_end(service: Service) -> None:
    """A stream looks at the same object as readiness, and ends with an event of its own."""
    with service.client() as client, client.stream("GET", "/stream") as answer:
        lines = answer.iter_lines()
        assert next(lines) == "event: progress"
        service.process.send_signal(signal.SIGTERM)
        assert "event: error" in list(lines)
    assert service.process.wait(30) == 0


def test_ctrl_c_ends_it_well(service: Service) -> None:
    """A terminal sends SIGINT to the service and its workers at once; that is no error and leaves no traceback."""
    os.killpg(service.process.pid, signal.SIGINT)
    assert service.process.wait(30) == 0
    assert all(line.startswith("{") for line in service.lines())


def test_metrics_are_those_of_all_workers(tmp_path: Path) -> None:
    """Whichever worker is asked, it tells what all have counted; their folder is private, and gone afterwards."""
    asked, workers, folder = 0, set(), ""
    with serving(tmp_path, "--workers", "2") as service:

        def ask() -> bool:
            nonlocal asked, folder
            worker, folder = httpx.get(f"{service.address}/worker", trust_env=False).json()
            asked += 1
            workers.add(worker)
            return len(workers) == 2

        within(ask)
        assert stat.S_IMODE(Path(folder).stat().st_mode) == 0o700
        expected = f'okr_request_seconds_count{{method="GET",route="/worker",status="200"}} {asked}.0'
        for _ in range(6):
            assert expected in httpx.get(f"{service.address}/metrics", trust_env=False).text
        assert service.stop() == 0
    assert not Path(folder).exists()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_service_that_cannot_start_says_so_and_exits_with_2(tmp_path: Path, workers: str) -> None:
    """The log says what kind of error it was and where, and not its text."""
    app = "tests.api.slow_app:create_unstartable"
    with started(tmp_path, "--workers", workers, app=app, err=subprocess.PIPE) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, "")
    assert "kanarifugl" not in err
    assert "ValueError at" in err
    assert err.splitlines()[-1] == "okr: The service could not start. The lines above say why."


def test_a_port_that_is_taken_is_told(okr: Okr) -> None:
    """One line says what is wrong and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ran = okr("serve", "--port", str(port), LC_ALL="nb_NO.UTF-8")
    assert ran.code == 2
    assert ran.err == (
        f"okr: Porten {port} er i bruk av et annet program. Velg en annen med --port, eller --port 0 for en ledig.\n"
    )


def test_an_address_the_machine_does_not_have_is_told(okr: Okr) -> None:
    """The address is one that is kept for documentation."""
    ran = okr("serve", "--host", "192.0.2.1", LC_ALL="nn_NO.UTF-8")
    assert ran.code == 2
    assert ran.err == (
        "okr: Adressa «192.0.2.1» finst ikkje på denne maskina. "
        "Bruk 127.0.0.1 for eigne program, eller ei adresse maskina har.\n"
    )


@pytest.mark.parametrize("error", [socket.gaierror(-2, "unknown"), UnicodeError("label too long")])
def test_a_host_nobody_knows_is_told_without_its_control_characters(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """A name is looked up, and what is wrong with it is one and the same sentence."""

    def look_up(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(InputError, match="does not have the address “x\ufffd”"):
        command._listen("x\x1b", 0)


def test_a_port_one_may_not_use_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ports below 1024 belong to the administrator on many machines."""

    def forbid(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(socket.socket, "bind", forbid)
    with pytest.raises(InputError, match="You may not use port 80"):
        command._listen("127.0.0.1", 80)


def test_it_shows_how_it_is_run(okr: Okr) -> None:
    """The help has an example."""
    assert "okr serve --port 8080 --workers 4" in okr("serve", "--help").out
