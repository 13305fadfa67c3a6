"""The tables. A change here needs a migration: see ``migrations``.

JSON is never changed in place: a row gets a new value, or there is a new row. Hashes are SHA-256, in hexadecimal.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, BigInteger, ForeignKeyConstraint, Index, Table
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel
from typing_extensions import override

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A time in UTC, as microseconds since 1970: exact, and the same on every database."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else (value - _BEGINNING) // _MICROSECOND

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else _BEGINNING + timedelta(microseconds=value)


class TenantRow(SQLModel, table=True):
    """Whom keys and drafts belong to."""

    __tablename__ = "tenant"
    id: str = Field(primary_key=True)
    name: str = Field(unique=True)
    created: datetime = Field(sa_type=Moment)


class KeyRow(SQLModel, table=True):
    """A key: its secret is not here, only the secret's hash."""

    __tablename__ = "key"
    id: str = Field(primary_key=True)
    hash: str = Field(unique=True)
    tenant: str = Field(foreign_key="tenant.id", index=True)
    label: str
    scopes: str
    requests_per_minute: int | None
    concurrent_drafts: int | None
    monthly_tokens: int | None = Field(sa_type=BigInteger)
    monthly_micros: int | None = Field(sa_type=BigInteger)
    created: datetime = Field(sa_type=Moment)
    expires: datetime | None = Field(sa_type=Moment)
    revoked: datetime | None = Field(sa_type=Moment)


class DraftRow(SQLModel, table=True):
    """A draft; what it says is in its revisions, and what a list shows of the latest one is here too."""

    __tablename__ = "draft"
    __table_args__ = (Index(None, "tenant", "updated", "id"),)
    id: str = Field(primary_key=True)
    tenant: str = Field(foreign_key="tenant.id")
    created: datetime = Field(sa_type=Moment)
    updated: datetime = Field(sa_type=Moment)
    revision: int
    asked_language: str | None
    brief: Any = Field(sa_type=JSON)
    title: str | None
    language: str | None
    period: str | None
    verdict: str | None


class RevisionRow(SQLModel, table=True):
    """What a draft said from one change to the next."""

    __tablename__ = "revision"
    draft: str = Field(foreign_key="draft.id", ondelete="CASCADE", primary_key=True)
    number: int = Field(primary_key=True)
    at: datetime = Field(sa_type=Moment)
    by: str
    kind: str
    changes: Any = Field(sa_type=JSON)
    okr_set: Any = Field(sa_type=JSON)
    questions: Any = Field(sa_type=JSON)
    provenance: Any = Field(sa_type=JSON)


class ReviewRow(SQLModel, table=True):
    """The review of a revision."""

    __tablename__ = "review"
    __table_args__ = (
        ForeignKeyConstraint(["draft", "revision"], ["revision.draft", "revision.number"], ondelete="CASCADE"),
    )
    draft: str = Field(primary_key=True)
    revision: int = Field(primary_key=True)
    review: Any = Field(sa_type=JSON)


class UsageRow(SQLModel, table=True):
    """A line of the ledger: what was reserved for a draft, and what it came to once it is settled."""

    __tablename__ = "usage"
    __table_args__ = (Index(None, "key", "month"), Index(None, "key", "until"))
    id: str = Field(primary_key=True)
    tenant: str = Field(foreign_key="tenant.id", index=True)
    key: str | None = Field(foreign_key="key.id")
    month: str
    reserved: datetime = Field(sa_type=Moment)
    until: datetime = Field(sa_type=Moment)
    reserved_tokens: int = Field(sa_type=BigInteger)
    reserved_micros: int | None = Field(sa_type=BigInteger)
    settled: datetime | None = Field(sa_type=Moment)
    calls: int | None
    input_tokens: int | None = Field(sa_type=BigInteger)
    output_tokens: int | None = Field(sa_type=BigInteger)
    micros: int | None = Field(sa_type=BigInteger)
    drafter: str | None
    model: str | None


class AnswerRow(SQLModel, table=True):
    """A request with an idempotency key: claimed, and then what it was answered with."""

    __tablename__ = "answer"
    tenant: str = Field(foreign_key="tenant.id", primary_key=True)
    key: str = Field(primary_key=True)
    request: str
    token: str
    claimed: datetime = Field(sa_type=Moment, index=True)
    until: datetime = Field(sa_type=Moment)
    status: int | None
    headers: Any = Field(sa_type=JSON)
    body: bytes | None
    draft: str | None = Field(index=True)


class RequestWindowRow(SQLModel, table=True):
    """How many requests of a minute have been handed out for a key, to all replicas together."""

    __tablename__ = "request_window"
    key: str = Field(foreign_key="key.id", primary_key=True)
    minute: int = Field(primary_key=True, sa_type=BigInteger)
    taken: int
    given: int


def _table(model: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(model.__tablename__)]


TENANT = _table(TenantRow)
KEY = _table(KeyRow)
DRAFT = _table(DraftRow)
REVISION = _table(RevisionRow)
REVIEW = _table(ReviewRow)
USAGE = _table(UsageRow)
ANSWER = _table(AnswerRow)
REQUEST_WINDOW = _table(RequestWindowRow)
METADATA = SQLModel.metadata
