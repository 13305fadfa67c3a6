"""Another tenant's draft is as a missing one."""

from __future__ import annotations

from typing import Any

from tests.api.asking import Served

STRATEGY = "# Strategi\n\n- Vi skal øke andelen kunder som kommer igjen, fra 45 % til 60 % innen 30. april 2027.\n"
_CHANGE = {"okr_set": "Mål 1: Kundene kommer igjen\n- NR1: Gjenkjøp fra 45 % til 60 %"}
_WISH = {"path": "/objectives/0", "instruction": "kortere"}
_BODIES = {("put", "/v1/drafts/{draft_id}"): _CHANGE, ("post", "/v1/drafts/{draft_id}/rewrite"): _WISH}
_QUERIES = {"/v1/drafts/{draft_id}/export": "?format=md"}


def _routes(service: Served) -> list[tuple[str, str]]:
    """Every route that takes a draft's id, as the service describes itself: a new one is tried as well."""
    paths = service.app.openapi()["paths"]
    return [(method, path) for path, operations in paths.items() if "{draft_id}" in path for method in operations]


def _ask(service: Served, method: str, path: str, draft_id: str, header: dict[str, str]) -> tuple[int, dict[str, Any]]:
    where = path.replace("{draft_id}", draft_id).replace("{number}", "1") + _QUERIES.get(path, "")
    answer = service.ask(method.upper(), where, _BODIES.get((method, path)), headers={**header, "If-Match": '"r1"'})
    return answer.status_code, answer.json()


def test_no_route_tells_a_foreign_draft_from_a_missing_one(service: Served) -> None:
    """Whatever is asked of another's draft, the answer is that of one that never was, to the letter."""
    _, ours = service.key("vestvik kommune")
    _, theirs = service.key("nabokommunen")
    made = service.ask("POST", "/v1/drafts", {"brief": STRATEGY}, headers=ours).json()
    routes = _routes(service)
    assert len(routes) >= 8
    for method, path in routes:
        foreign = _ask(service, method, path, made["id"], theirs)
        missing = _ask(service, method, path, made["id"][::-1], theirs)
        assert foreign == missing, path
        assert foreign[0] == 404, path
    assert service.ask("GET", f"/v1/drafts/{made['id']}", headers=ours).json() == made


def test_lists_and_exports_hold_ones_own_alone(service: Served) -> None:
    """Neither the list nor the export of all that is held shows anything of another's."""
    _, ours = service.key("vestvik kommune")
    _, theirs = service.key("nabokommunen")
    made = service.ask("POST", "/v1/drafts", {"brief": STRATEGY}, headers=ours).json()
    assert service.ask("GET", "/v1/drafts", headers=theirs).json() == {"drafts": [], "next": None}
    held = service.ask("GET", "/v1/tenant/export", headers=theirs).text
    assert made["id"] not in held
    assert "vestvik" not in held
    assert made["id"] in service.ask("GET", "/v1/tenant/export", headers=ours).text


def test_ones_idempotency_key_is_not_anothers(service: Served) -> None:
    """Two tenants may call their requests the same, and each gets its own draft."""
    _, ours = service.key("vestvik kommune")
    _, theirs = service.key("nabokommunen")
    named = {"Idempotency-Key": "strategi-2027"}
    first = service.ask("POST", "/v1/drafts", {"brief": STRATEGY}, headers={**ours, **named})
    second = service.ask("POST", "/v1/drafts", {"brief": STRATEGY}, headers={**theirs, **named})
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json()["id"] != second.json()["id"]
