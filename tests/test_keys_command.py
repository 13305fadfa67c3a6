"""``okr keys``: making, listing and revoking keys from the command line."""

from __future__ import annotations

import os
import re

import pytest

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
    assert okr("keys", "list", "another").err == "There are no keys.\n"
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
    assert (ran.code, ran.err) == (0, "There are no keys.\n")
