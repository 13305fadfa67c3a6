from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from api.app import create_app
from assistant.formats.errors import InputError
from assistant.settings import Settings
from assistant.store import Scope, utc_now
from tests.api.asking import Served, served

STRATEGY = "# Strategi\n\n- Vi skal øke andelen kunder som kommer igjen, fra 45 % til 60 % innen 30. april 2027.\n"
SET = {"okr_set": "Mål 1: Kundene kommer igjen\n- NR1: Gjenkjøp fra 45 % til 60 %"}
NEIGHBOUR = ("192.168.1.20", 4000)


def test_a_key_closes_the_open_door(service: Served) -> None:
    """As long as there is no key none is asked for; from the first one on, every request has to bring one."""
    assert service.ask("GET", "/v1/drafts").status_code == 200
    _, header = service.key()
    refused = service.ask("GET", "/v1/drafts")
    assert (refused.status_code, refused.json()["code"]) == (401, "no_key")
    assert refused.headers["www-authenticate"] == "Bearer"
    assert service.ask("GET", "/v1/drafts", headers=header).status_code == 200


def test_revoking_the_last_key_does_not_open_the_door(service: Served) -> None:
    """A service that has asked for keys goes on asking."""
    key, header = service.key()
    assert service.ask("GET", "/v1/drafts", headers=header).status_code == 200
    service.wait(service.service.store.revoke_key(key.id))
    assert service.ask("GET", "/v1/drafts", headers=header).status_code == 401
    assert service.ask("GET", "/v1/drafts").status_code == 401


def test_a_key_ends_when_it_says(service: Served) -> None:
    """An expired key opens nothing."""
    _, header = service.key(expires=utc_now() - timedelta(seconds=1))
    service.key()
    assert service.ask("GET", "/v1/drafts", headers=header).status_code == 401


@pytest.mark.parametrize(
    "authorization",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer okr_" + "a" * 43,
        "Basic b2tyOm9rcg==",
        "Bearer okr_\u00e6",
        "Bearer " + "a" * 5000,
    ],
)
def test_what_is_no_key_opens_nothing(service: Served, authorization: str) -> None:
    """A made-up key is refused, whatever it looks like."""
    service.key()
    answer = service.ask("GET", "/v1/drafts", headers={"Authorization": authorization.encode("latin-1")})  # type: ignore[dict-item]  # httpx takes bytes
    assert answer.status_code == 401


ROUTES: dict[Scope, list[tuple[str, str, object]]] = {
    Scope.CHECK: [("POST", "/v1/check", SET)],
    Scope.READ: [("GET", "/v1/drafts", None)],
    Scope.WRITE: [("POST", "/v1/drafts", {"brief": STRATEGY})],
    Scope.METRICS: [("GET", "/metrics", None)],
    Scope.EXPORT: [("GET", "/v1/tenant/export", None)],
}


@pytest.mark.parametrize("scope", Scope)
def test_a_key_is_good_for_its_scopes_alone(service: Served, scope: Scope) -> None:
    """What a key is not for is refused, and what it is for is done."""
    _, header = service.key(scopes=frozenset({scope}))
    for needed, routes in ROUTES.items():
        for method, path, body in routes:
            answer = service.ask(method, path, body, headers=header)
            assert (answer.status_code == 403) == (needed is not scope), path
            assert answer.status_code in {200, 201, 403}


def test_neighbours_are_answered_with_a_key_alone(tmp_path: Path) -> None:
    """Other machines get in with a key, under whatever name they call this one, and not without."""
    with served(tmp_path, NEIGHBOUR) as service:
        assert service.ask("GET", "/v1/drafts").status_code == 403
        _, header = service.key()
        named = {**header, "Host": "okr.kommunen.example"}
        assert service.ask("GET", "/v1/drafts", headers=named).status_code == 200
        assert service.ask("GET", "/v1/drafts", headers={"Host": "okr.kommunen.example"}).status_code == 401


def test_a_page_needs_to_be_named_though_it_has_a_key(tmp_path: Path) -> None:
    """A key does not let pages from anywhere in: the origin has to be one of OKR_ORIGINS, to the letter."""
    trusted = "https://intranett.kommunen.example"
    with served(tmp_path, origins=(trusted,)) as service:
        _, header = service.key()
        for origin, status in (
            (trusted, 200),
            ("https://intranett.kommunen.example.evil.example", 403),
            ("http://intranett.kommunen.example", 403),
            ("https://INTRANETT.kommunen.example", 403),
            ("null", 403),
        ):
            answer = service.ask("GET", "/v1/drafts", headers={**header, "Origin": origin})
            assert answer.status_code == status, origin
            assert ("access-control-allow-origin" in answer.headers) == (status == 200)


def test_a_preflight_is_answered_for_a_named_page(tmp_path: Path) -> None:
    """A browser may ask whether it may send JSON with a key, and is told which headers it may read."""
    trusted = "https://intranett.kommunen.example"
    wanted = {"Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "authorization, if-match"}
    with served(tmp_path, origins=(trusted,)) as service:
        answer = service.ask("OPTIONS", "/v1/drafts/x", headers={**wanted, "Origin": trusted})
        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == trusted
        assert "access-control-allow-credentials" not in answer.headers
        refused = service.ask("OPTIONS", "/v1/drafts/x", headers={**wanted, "Origin": "https://evil.example"})
        assert refused.status_code == 403


def test_it_does_not_start_for_others_without_a_key(tmp_path: Path) -> None:
    """Bound to an address that others reach, the service wants a key first, and says so."""

    async def start() -> None:
        app = create_app(Settings(data=tmp_path, host="0.0.0.0"))
        async with app.router.lifespan_context(app):
            pass

    with pytest.raises(InputError, match="okr keys create"):
        asyncio.run(start())


def test_it_starts_for_others_with_a_key(tmp_path: Path) -> None:
    """With a key it starts, and asks for it from the first request on."""
    with served(tmp_path) as service:
        _, header = service.key()
    with served(tmp_path, host="0.0.0.0") as service:
        assert service.ask("GET", "/v1/drafts").status_code == 401
        assert service.ask("GET", "/v1/drafts", headers=header).status_code == 200


def test_a_revision_is_signed_with_the_keys_name(service: Served) -> None:
    """Who changed a draft is told by the key's public id; the secret is nowhere in what the service tells."""
    key, header = service.key()
    made = service.ask("POST", "/v1/drafts", {"brief": STRATEGY}, headers=header).json()
    told = service.ask("GET", f"/v1/drafts/{made['id']}/revisions", headers=header)
    assert told.json()["revisions"][0]["by"] == key.id
    held = service.ask("GET", "/v1/tenant/export", headers=header).text
    assert header["Authorization"].removeprefix("Bearer ") not in told.text + held
