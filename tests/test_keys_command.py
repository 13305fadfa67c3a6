"""`okr keys`: made, listed and revoked, and what the service says when there is none."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from assistant.store import Retention, Store
from tests.running import Okr


def found(folder: Path, secret: str) -> bool:
    """Whether a key opens the store in ``folder``."""

    async def look() -> bool:
        store = await Store.open(None, folder=folder, retention=Retention.none())
        key = await store.key_of(secret)
        await store.close()
        return key is not None

    return asyncio.run(look())


def test_a_key_is_printed_once_and_opens_the_store(okr: Okr, tmp_path: Path) -> None:
    """Standard output has the key and nothing else, so that a script can take it; the list never has it."""
    made = okr("keys", "create", "kommunen", "--label", "intranett", OKR_DATA=str(tmp_path / "data"))
    assert made.code == 0
    secret = made.out.strip()
    assert secret.startswith("okr_")
    assert "keep it safe" in made.err
    assert found(tmp_path / "data", secret)
    listed = okr("keys", "list", OKR_DATA=str(tmp_path / "data"))
    assert "intranett" in listed.out
    assert secret not in listed.out


def test_a_revoked_key_opens_nothing(okr: Okr, tmp_path: Path) -> None:
    """It is revoked by the name the list gives, and stays in the list as revoked."""
    data = str(tmp_path / "data")
    secret = okr("keys", "create", "kommunen", OKR_DATA=data).out.strip()
    name = okr("keys", "list", OKR_DATA=data).out.splitlines()[1].split()[0]
    revoked = okr("keys", "revoke", name, OKR_DATA=data, LC_ALL="nb_NO.UTF-8")
    assert (revoked.code, revoked.out) == (0, f"Nøkkelen {name} gjelder ikke lenger.\n")
    assert not found(tmp_path / "data", secret)
    assert "trekt tilbake" in okr("keys", "list", "kommunen", OKR_DATA=data, LC_ALL="nn_NO.UTF-8").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("revoke", "finst-ikkje"), "Nøkkelen finst ikkje. Køyr «okr keys list» for å sjå alle."),
        (("create", ""), "Namnet må ha 1 til 100 teikn som kan skrivast ut. Vel eit anna namn."),
        (("create", "a" * 101), "Namnet må ha 1 til 100 teikn som kan skrivast ut. Vel eit anna namn."),
    ],
    ids=["revoke", "empty", "long"],
)
def test_what_cannot_be_done_is_said_in_the_users_language(
    okr: Okr, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """One sentence on what is wrong, one on what to do, and exit code 2."""
    ran = okr("keys", *arguments, OKR_DATA=str(tmp_path / "data"), LC_ALL="nn_NO.UTF-8")
    assert (ran.code, ran.out, ran.err) == (2, "", f"okr: {said}\n")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, "så lenge det ikke finnes noen nøkkel"),
        ({"OKR_DATABASE_URL": "postgresql://ola:hemmelig@127.0.0.1:1/okr"}, "Databasen svarer ikke"),
        ({"OKR_DATABASE_URL": "mysql://ola:hemmelig@127.0.0.1/okr"}, "OKR_DATABASE_URL"),
        ({"OKR_RETENTION": "evig"}, "none"),
        ({"OKR_ORIGINS": "*"}, "OKR_ORIGINS"),
        ({"OKR_LOG_LEVEL": "ALT"}, "OKR_LOG_LEVEL"),
    ],
    ids=["no key", "no database", "no such database", "retention", "origins", "log"],
)
def test_what_keeps_the_service_from_starting_is_said_in_a_line(
    okr: Okr, tmp_path: Path, settings: dict[str, str], said: str
) -> None:
    """No log, no traceback and no password: a line in the user's language, and exit code 2."""
    environment = {"OKR_DATA": str(tmp_path / "data"), "LC_ALL": "nb_NO.UTF-8", **settings}
    ran = okr("serve", "--host", "0.0.0.0", "--port", "0", **environment)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert said in ran.err
    assert "hemmelig" not in ran.err
