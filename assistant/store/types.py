"""What goes into the store and comes out of it. Times are aware and in UTC, money is whole micro-dollars."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

LOCAL = "local"
"""The tenant everything belongs to without keys, and who does it then."""


def utc_now() -> datetime:
    """The time."""
    return datetime.now(UTC)


class Scope(StrEnum):
    """What a key may be used for."""

    CHECK = "check"
    READ = "read"
    WRITE = "write"
    METRICS = "metrics"
    EXPORT = "export"
    """All that is held about the tenant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a key may be used; ``None`` is no limit.

    Attributes:
        requests_per_minute: Requests in a minute of the clock.
        concurrent_drafts: Drafts being written at once.
        monthly_tokens: Tokens sent and received in a month, in UTC.
        monthly_micros: Micro-dollars in a month, in UTC.
    """

    requests_per_minute: int | None = 300
    concurrent_drafts: int | None = 4
    monthly_tokens: int | None = None
    monthly_micros: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key, without its secret.

    Attributes:
        id: What it is called; short, public, and safe to log.
        tenant: The id of whose it is.
        tenant_name: The name of whose it is.
        label: What its maker calls it.
        scopes: What it may be used for.
        limits: How much it may be used.
        created: When it was made.
        expires: When it ends.
        revoked: When it was revoked.
    """

    id: str
    tenant: str
    tenant_name: str
    label: str
    scopes: frozenset[Scope]
    limits: Limits
    created: datetime
    expires: datetime | None = None
    revoked: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """A key that was just made: the only time its secret is known.

    Attributes:
        key: The key.
        secret: ``okr_`` and 43 characters.
    """

    key: Key
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Retention:
    """How long drafts are kept.

    Attributes:
        days: Days from a draft's last change; ``None`` when nothing is kept at all.
    """

    days: int | None

    @classmethod
    def none(cls) -> Retention:
        """Keep nothing: no text is ever written."""
        return cls(None)

    @classmethod
    def of(cls, days: int) -> Retention:
        """Keep drafts for ``days``, at least one.

        Raises:
            ValueError: It is less than a day.
        """
        if days < 1:
            raise ValueError("drafts are kept for a day at least, or not at all")
        return cls(days)

    @property
    def keeps(self) -> bool:
        """Whether drafts are kept."""
        return self.days is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDraft:
    """A draft at one of its revisions.

    Attributes:
        id: What it is called; it cannot be guessed.
        revision: The revision's number, from 1.
        created: When the draft was made.
        updated: When this revision was made.
        record: ``okr_set``, ``review``, ``questions`` and ``provenance``, as ``okr draft --format json`` prints them.
        brief: The brief as it was given: a text or an object.
        language: The language that was asked for.
        by: Who made this revision: a key's id, or ``local``.
    """

    id: str
    revision: int
    created: datetime
    updated: datetime
    record: dict[str, Any] = field(repr=False)
    brief: Any = field(repr=False)
    language: str | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSummary:
    """A draft as a list shows it.

    Attributes:
        id: What it is called.
        revision: Its latest revision's number.
        created: When it was made.
        updated: When it was last changed.
        title: The set's title.
        language: The set's language.
        period: The set's period, as it is called.
        verdict: ``ready`` or ``needs_work``.
    """

    id: str
    revision: int
    created: datetime
    updated: datetime
    title: str | None = field(repr=False)
    language: str | None
    period: str | None
    verdict: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What is different between two revisions, without any of the text.

    Attributes:
        path: Where, as a JSON pointer into the set; into the earlier one for what was removed.
        what: ``added``, ``removed`` or ``changed``.
    """

    path: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A step in a draft's history.

    Attributes:
        number: From 1.
        at: When.
        by: Who: a key's id, or ``local``.
        kind: ``drafted``, ``edited`` or ``rewritten``.
        changes: What is different from the one before.
    """

    number: int
    at: datetime
    by: str
    kind: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a request was answered with.

    Attributes:
        status: The HTTP status.
        headers: The headers worth repeating.
        body: The body; ``None`` when it was answered and nothing was kept.
    """

    status: int
    headers: dict[str, str]
    body: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The right to answer a request that carries an idempotency key.

    Attributes:
        tenant: The tenant's id.
        key: The idempotency key's hash.
        token: Tells this claim from a later one for the same key.
    """

    tenant: str
    key: str
    token: str


@dataclass(frozen=True, slots=True)
class Reservation:
    """A place and a budget taken in advance.

    Attributes:
        id: The line of the ledger.
    """

    id: str
