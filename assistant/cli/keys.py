"""Keys to the service: who may use it from elsewhere than its own machine, for what, and how much."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

import click

from assistant.cli.speaking import stop, user_language
from assistant.formats.errors import InputError
from assistant.rules.rule import Text

if TYPE_CHECKING:
    from assistant.store import Key, Store

T = TypeVar("T")
_SCOPES = ("check", "read", "write", "metrics", "export")
_USUAL = ("check", "read", "write")
_LONGEST_NAME = 100
_ONLY_NOW = Text(
    nb="Dette er nøkkelen. Den vises bare nå: ta vare på den.",
    nn="Dette er nøkkelen. Han blir berre vist no: ta vare på han.",
    en="This is the key. It is shown this once: keep it safe.",
)
_REVOKED = Text(
    nb="Nøkkelen {id} gjelder ikke lenger.",
    nn="Nøkkelen {id} gjeld ikkje lenger.",
    en="The key {id} is no longer valid.",
)
_NO_KEYS = Text(nb="Det finnes ingen nøkler.", nn="Det finst ingen nøklar.", en="There are no keys.")
_NONE_OF_TENANT = Text(
    nb="Det finnes ingen nøkler for dette navnet.",
    nn="Det finst ingen nøklar for dette namnet.",
    en="There are no keys for this name.",
)
_NO_SUCH_KEY = Text(nb="Nøkkelen finnes ikke.", nn="Nøkkelen finst ikkje.", en="There is no such key.")
_LIST_KEYS = Text(
    nb="Kjør «okr keys list» for å se alle.",
    nn="Køyr «okr keys list» for å sjå alle.",
    en="Run “okr keys list” to see them all.",
)
_BAD_NAME = Text(
    nb="Navnet må ha 1 til 100 tegn som kan skrives ut.",
    nn="Namnet må ha 1 til 100 teikn som kan skrivast ut.",
    en="The name must have 1 to 100 printable characters.",
)
_OTHER_NAME = Text(nb="Velg et annet navn.", nn="Vel eit anna namn.", en="Choose another name.")
_HEADINGS = Text(
    nb="nøkkel|hvem|merke|tilgang|gjelder til",
    nn="nøkkel|kven|merke|tilgang|gjeld til",
    en="key|whose|label|scopes|valid until",
)
_ENDED = Text(nb="trukket tilbake", nn="trekt tilbake", en="revoked")
_ALWAYS = Text(nb="videre", nn="vidare", en="no end")
_LIMIT = click.IntRange(min=1)


@click.group()
def keys() -> None:
    """Make, list and revoke keys to the service.

    As long as there is no key, the service answers programs on its own machine only, and asks them for nothing. Once
    there is one, every request has to bring one.

    \b
    okr keys create kommunen --label intranett
    okr keys list
    okr keys revoke k3v9x2
    """  # noqa: D301 - click reads the escape


@keys.command()
@click.argument("tenant")
@click.option("--label", default="", help="What you call the key.")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(_SCOPES),
    multiple=True,
    default=_USUAL,
    show_default=True,
    help="What it is for; may be given more than once. export: all that is held about the tenant.",
)
@click.option("--days", type=_LIMIT, help="How long it is valid; without an end when not given.")
@click.option("--requests", type=_LIMIT, default=300, show_default=True, help="Requests a minute.")
@click.option("--drafts", type=_LIMIT, default=4, show_default=True, help="Drafts at once.")
@click.option("--tokens", type=_LIMIT, help="Tokens a month; no limit when not given.")
@click.option("--money", type=click.FloatRange(min=0.01), help="US dollars a month; no limit when not given.")
def create(  # noqa: PLR0913 - one parameter an option
    tenant: str,
    *,
    label: str,
    scopes: tuple[str, ...],
    days: int | None,
    requests: int,
    drafts: int,
    tokens: int | None,
    money: float | None,
) -> None:
    """Make a key for TENANT: everything made with the tenant's keys is seen by those alone.

    The key is printed on a line of its own, this once; only a hash of it is kept.
    """
    from assistant.store import Limits, Scope, utc_now

    _check_name(tenant)
    if label:
        _check_name(label)
    made = _with_store(
        lambda store: store.create_key(
            tenant,
            label=label,
            scopes=frozenset(map(Scope, scopes)),
            limits=Limits(
                requests_per_minute=requests,
                concurrent_drafts=drafts,
                monthly_tokens=tokens,
                monthly_micros=None if money is None else round(money * 1_000_000),
            ),
            expires=None if days is None else utc_now() + timedelta(days=days),
        )
    )
    click.echo(_ONLY_NOW.in_language(user_language()), err=True)
    click.echo(made.secret)


@keys.command("list")
@click.argument("tenant", required=False)
def show(tenant: str | None) -> None:
    """List the keys, or those of TENANT. Their secrets are not known to anybody but their holders."""
    language = user_language()
    found = _with_store(lambda store: store.keys(tenant)) if tenant is None or tenant.isprintable() else ()
    if not found:
        click.echo((_NO_KEYS if tenant is None else _NONE_OF_TENANT).in_language(language), err=True)
        return
    rows = [tuple(_HEADINGS.in_language(language).split("|")), *(_row(key) for key in found)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


@keys.command()
@click.argument("key")
def revoke(key: str) -> None:
    """Revoke KEY, by its name in the list: from now on it opens nothing, in any running service."""
    language = user_language()
    revoked = _with_store(lambda store: store.revoke_key(key)) if key.isprintable() else None
    if revoked is None:
        stop(InputError(_NO_SUCH_KEY, _LIST_KEYS), language)
    click.echo(_REVOKED.in_language(language).format(id=revoked.id))


def _check_name(name: str) -> None:
    if not (0 < len(name.strip()) <= _LONGEST_NAME and name.isprintable()):
        stop(InputError(_BAD_NAME, _OTHER_NAME), user_language())


def _row(key: Key) -> tuple[str, ...]:
    language = user_language()
    if key.revoked:
        until = _ENDED.in_language(language)
    else:
        until = key.expires.date().isoformat() if key.expires else _ALWAYS.in_language(language)
    return key.id, key.tenant_name, key.label, _listed(scope.value for scope in key.scopes), until


def _listed(scopes: Iterable[str]) -> str:
    return ",".join(sorted(scopes, key=_SCOPES.index))


def _with_store(work: Callable[[Store], Awaitable[T]]) -> T:
    """Do ``work`` with the store that the environment names."""
    import asyncio

    from assistant.settings import Settings
    from assistant.storing import opened_store

    async def done() -> T:
        async with opened_store(Settings.from_environment()) as store:
            return await work(store)

    try:
        return asyncio.run(done())
    except InputError as error:
        stop(error, user_language())
