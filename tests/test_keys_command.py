"""`okr keys`: making, listing and revoking keys, and what the service says when there is none."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path

import pytest

from assistant.store import Retention, Store
from tests.running import Okr

NORWEGIAN = {"LC_ALL": "nb_NO.UTF-8"}


def test_a_key_is_printed_once_listed_without_its_secret_and_revoked(okr: Okr) -> None:
    """The secret stands alone on standard output; the list has the key's name, whose it is, and what it is for."""
    made = okr(
        "keys", "create", "kommunen", "--label", "intranett", "--scope", "read", "--scope", "check", "--days", "9"
    )
    assert (made.code, made.err) == (0, "This is the key. It is shown this once: keep it safe.\n")
    assert re.fullmatch(r"okr_[\w-]{43}\n", made.out)
    listed = okr("keys", "list")
    headings, row = listed.out.splitlines()
    assert headings.split("  ")[0] == "key"
    name, tenant, label, scopes, until = row.split()
    assert (tenant, label, scopes) == ("kommunen", "intranett", "check,read")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", until)
    assert made.out.strip() not in listed.out
    assert okr("keys", "list", "another").err == "There are no keys for this name.\n"
    assert okr("keys", "revoke", name, **NORWEGIAN).out == f"Nøkkelen {name} gjelder ikke lenger.\n"
    assert okr("keys", "list", **NORWEGIAN).out.splitlines()[1].endswith("trukket tilbake")


@pytest.mark.parametrize("key", ["k3v9x2", os.fsdecode(b"\xff"), "a\x1bb"])
def test_a_key_that_is_none_is_told(okr: Okr, key: str) -> None:
    """Whatever is asked for: one line says what is wrong and what to do."""
    ran = okr("keys", "revoke", key)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "okr: There is no such key. Run “okr keys list” to see them all.\n"


@pytest.mark.parametrize("name", ["", " ", "a\nb", os.fsdecode(b"\xff"), "a" * 101])
def test_a_name_has_to_be_one(okr: Okr, name: str) -> None:
    """A tenant's name is what a list can show."""
    ran = okr("keys", "create", name, **NORWEGIAN)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "okr: Navnet må ha 1 til 100 tegn som kan skrives ut. Velg et annet navn.\n"


def test_a_list_of_a_tenant_nobody_can_have_is_empty(okr: Okr) -> None:
    """Bytes that are no text name nobody."""
    ran = okr("keys", "list", os.fsdecode(b"\xff"))
    assert (ran.code, ran.err) == (0, "There are no keys for this name.\n")


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
