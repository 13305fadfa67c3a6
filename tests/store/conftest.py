"""What tests of the store share: the store itself."""

from __future__ import annotations

from tests.postgres import _made_postgres_url as _made_postgres_url
from tests.postgres import anyio_backend as anyio_backend
from tests.postgres import clock as clock
from tests.postgres import database_url as database_url
from tests.postgres import empty_postgres_url as empty_postgres_url
from tests.postgres import postgres as postgres
from tests.postgres import postgres_url as postgres_url
from tests.postgres import store as store
