"""Where the database is, and what is wrong when it cannot be used."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from assistant.formats.errors import InputError
from assistant.rules.rule import Text

_FILE = "okr.db"
_POSTGRESQL = {"postgres", "postgresql", "postgresql+asyncpg"}
_SQLITE = {"sqlite", "sqlite+aiosqlite"}


def address(url: str | None, folder: Path) -> URL:
    """The address of the database, with the driver used here; a file in ``folder`` when none is given.

    Raises:
        InputError: It is no address of a database that can be used.
    """
    if url is None:
        return URL.create("sqlite+aiosqlite", database=str(folder / _FILE))
    try:
        given = make_url(url.strip())
    except (ArgumentError, ValueError):
        raise InputError(_BAD_ADDRESS, _CORRECT_ADDRESS) from None
    if given.drivername in _POSTGRESQL:
        query = dict(given.query)
        if "sslmode" in query:  # as libpq calls it
            query["ssl"] = query.pop("sslmode")
        return given.set(drivername="postgresql+asyncpg", query=query)
    if given.drivername in _SQLITE and given.database and not given.database.startswith((":", "file:")):
        return URL.create("sqlite+aiosqlite", database=given.database)
    raise InputError(_BAD_ADDRESS, _CORRECT_ADDRESS)


def make_private(file: Path) -> None:
    """Make the database's file and the folder it is in, so that nobody else can read them.

    A folder that is there already keeps its mode: it may hold more than this.

    Raises:
        InputError: They cannot be made or written.
    """
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        file.chmod(0o600)  # SQLite gives its other files the same mode
        os.close(os.open(file, os.O_RDWR))
    except OSError:
        raise InputError(*UNUSABLE_FILE) from None
    if not os.access(file.parent, os.W_OK | os.X_OK):
        raise InputError(*UNUSABLE_FILE)


_BAD_ADDRESS = Text(
    nb="OKR_DATABASE_URL er ikke adressen til en database som kan brukes.",
    nn="OKR_DATABASE_URL er ikkje adressa til ein database som kan brukast.",
    en="OKR_DATABASE_URL is not the address of a database that can be used.",
)
_CORRECT_ADDRESS = Text(
    nb="Skriv den som postgresql://bruker:passord@vert/navn eller sqlite:////sti/okr.db, eller la være å sette den.",
    nn="Skriv han som postgresql://brukar:passord@vert/namn eller sqlite:////sti/okr.db, eller lat vere å setje han.",
    en="Write it as postgresql://user:password@host/name or sqlite:////path/okr.db, or leave it unset.",
)
_NOT_WRITABLE = Text(
    nb="Databasen i datamappa kan ikke leses og skrives.",
    nn="Databasen i datamappa kan ikkje lesast og skrivast.",
    en="The database in the data folder cannot be read and written.",
)
_CHOOSE_FOLDER = Text(
    nb="Gi deg selv tilgang til mappa og databasen der, eller velg en annen mappe med OKR_DATA.",
    nn="Gi deg sjølv tilgang til mappa og databasen der, eller vel ei anna mappe med OKR_DATA.",
    en="Give yourself access to the folder and the database in it, or choose another folder with OKR_DATA.",
)
_NOT_REACHED = Text(
    nb="Databasen svarer ikke, eller slipper ikke inn.",
    nn="Databasen svarar ikkje, eller slepper ikkje inn.",
    en="The database does not answer, or does not let you in.",
)
_CHECK_DATABASE = Text(
    nb="Se etter at den kjører, og at adressen, brukeren og passordet i OKR_DATABASE_URL stemmer.",
    nn="Sjå etter at han køyrer, og at adressa, brukaren og passordet i OKR_DATABASE_URL stemmer.",
    en="See that it is running, and that the address, user and password in OKR_DATABASE_URL are right.",
)
_NEWER = Text(
    nb="Databasen er laget av en nyere versjon av okr-assistant.",
    nn="Databasen er laga av ein nyare versjon av okr-assistant.",
    en="The database was made by a newer version of okr-assistant.",
)
_UPGRADE = Text(
    nb="Installer den versjonen eller en nyere, eller velg en annen database.",
    nn="Installer den versjonen eller ein nyare, eller vel ein annan database.",
    en="Install that version or a newer one, or choose another database.",
)

UNUSABLE_FILE = (_NOT_WRITABLE, _CHOOSE_FOLDER)
UNREACHED = (_NOT_REACHED, _CHECK_DATABASE)
TOO_NEW = (_NEWER, _UPGRADE)
