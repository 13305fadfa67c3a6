"""Tenants and their keys."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, or_, select, update

from assistant.store.database import insert_on_both, storable
from assistant.store.part import Part, new_id
from assistant.store.tables import KEY, TENANT, Moment
from assistant.store.types import LOCAL, Key, Limits, NewKey, Scope

if TYPE_CHECKING:
    from assistant.store.driving import Link

_PREFIX = "okr_"
_LENGTH = len(_PREFIX) + 43

_KEYS = select(
    KEY.c.id,
    KEY.c.tenant,
    TENANT.c.name,
    KEY.c.label,
    KEY.c.scopes,
    KEY.c.requests_per_minute,
    KEY.c.concurrent_drafts,
    KEY.c.monthly_tokens,
    KEY.c.monthly_micros,
    KEY.c.created,
    KEY.c.expires,
    KEY.c.revoked,
).join_from(KEY, TENANT)
_ALL = _KEYS.order_by(KEY.c.created, KEY.c.id)
_OF_TENANT = _ALL.where(TENANT.c.name == bindparam("tenant_name"))
_BY_HASH = _KEYS.where(KEY.c.hash == bindparam("hash"))
_BY_ID = _KEYS.where(KEY.c.id == bindparam("key"))
_ADD = insert(KEY)
_REVOKE = (
    update(KEY)
    .where(KEY.c.id == bindparam("key"), KEY.c.revoked.is_(None))
    .values(revoked=bindparam("now", type_=Moment))
)
_ADD_TENANT = insert_on_both(TENANT, lambda add: add.on_conflict_do_nothing())
_TENANT = select(TENANT.c.id).where(TENANT.c.name == bindparam("tenant_name"))
_USABLE = (
    select(KEY.c.id)
    .where(KEY.c.revoked.is_(None), or_(KEY.c.expires.is_(None), KEY.c.expires > bindparam("now")))
    .limit(1)
)


class Keys(Part):
    """The store's part for keys."""

    _local: str | None = None

    async def create_key(
        self, tenant_name: str, *, label: str, scopes: frozenset[Scope], limits: Limits, expires: datetime | None
    ) -> NewKey:
        """Make a key, and its tenant when that is new.

        Raises:
            UnstorableError: A name holds NUL or half characters.
        """
        storable(tenant_name + label)
        secret = _PREFIX + secrets.token_urlsafe(32)
        now = self._now()

        async def make(link: Link) -> Key:
            tenant = await _tenant(link, tenant_name, now)
            key = Key(
                id=new_id(5),
                tenant=tenant,
                tenant_name=tenant_name,
                label=label,
                scopes=scopes,
                limits=limits,
                created=now,
                expires=expires,
            )
            await link.rows(_ADD, **_key_row(key, secret))
            return key

        return NewKey(key=await self._database.write(make), secret=secret)

    async def keys(self, tenant_name: str | None = None) -> tuple[Key, ...]:
        """Every key, or those of one tenant: the oldest first, revoked and expired ones too."""
        if tenant_name is None:
            rows = await self._database.rows(_ALL)
        else:
            rows = await self._database.rows(_OF_TENANT, tenant_name=storable(tenant_name))
        return tuple(_key(row) for row in rows)

    async def revoke_key(self, key_id: str) -> Key | None:
        """End a key at once; the key, or ``None`` if there is none of that id. Revoking it again changes nothing."""

        async def revoke(link: Link) -> Key | None:
            await link.rows(_REVOKE, key=storable(key_id), now=self._now())
            found = await link.row(_BY_ID, key=key_id)
            return _key(found) if found else None

        return await self._database.write(revoke)

    async def key_of(self, secret: str) -> Key | None:
        """The key with this secret, if it can be used now."""
        if len(secret) != _LENGTH or not secret.startswith(_PREFIX):
            return None
        row = await self._database.row(_BY_HASH, hash=_hash(secret))
        if row is None:
            return None
        key = _key(row)
        ended = key.revoked is not None or (key.expires is not None and key.expires <= self._now())
        return None if ended else key

    async def has_usable_key(self) -> bool:
        """Whether any key can be used now."""
        return await self._database.row(_USABLE, now=self._now()) is not None

    async def local_tenant(self) -> str:
        """The id of the tenant ``local``, who has everything that is done without keys; it is made when missing."""
        if self._local is None:
            self._local = await self._database.write(lambda link: _tenant(link, LOCAL, self._now()))
        return self._local


async def _tenant(link: Link, name: str, now: datetime) -> str:
    """The id of the tenant of this name, made when it is new."""
    await link.rows(_ADD_TENANT[link.dialect], id=new_id(10), name=name, created=now)
    return str((await link.rows(_TENANT, tenant_name=name))[0][0])


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _key_row(key: Key, secret: str) -> dict[str, Any]:
    return {
        "id": key.id,
        "hash": _hash(secret),
        "tenant": key.tenant,
        "label": key.label,
        "scopes": " ".join(sorted(key.scopes)),
        "requests_per_minute": key.limits.requests_per_minute,
        "concurrent_drafts": key.limits.concurrent_drafts,
        "monthly_tokens": key.limits.monthly_tokens,
        "monthly_micros": key.limits.monthly_micros,
        "created": key.created,
        "expires": key.expires,
        "revoked": key.revoked,
    }


@lru_cache(maxsize=1024)
def _key(row: tuple[Any, ...]) -> Key:
    """The key a row tells of; requests come with the same few keys over and over."""
    id_, tenant, tenant_name, label, scopes, requests, drafts, tokens, micros, created, expires, revoked = row
    return Key(
        id=id_,
        tenant=tenant,
        tenant_name=tenant_name,
        label=label,
        scopes=frozenset(Scope(scope) for scope in scopes.split()),
        limits=Limits(
            requests_per_minute=requests, concurrent_drafts=drafts, monthly_tokens=tokens, monthly_micros=micros
        ),
        created=created,
        expires=expires,
        revoked=revoked,
    )
