"""What the environment says, read once, at the edge."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.formats.errors import InputError
from assistant.rules.rule import Text

if TYPE_CHECKING:
    from assistant.drafters.llm import Budget, LlmDrafter

_MODES = ("tools", "json_schema", "json", "text")
_LONGEST = 3_600.0
_MOST_CALLS, _MOST_ROUNDS = 20, 5
_MOST_TOKENS = 100_000_000
_MOST_MONEY = 10_000.0
_MOST_DAYS = 36_500
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://[a-z0-9.:\[\]-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings from the environment. Keys are none of them: litellm reads those where it needs them.

    Attributes:
        model: ``OKR_MODEL``: the language model to write with, as litellm names it; ``None`` for no model.
        model_base: ``OKR_MODEL_BASE``: the address of the model service, when it is not the provider's own.
        model_mode: ``OKR_MODEL_MODE``: how to ask for data; ``None`` to choose by what the model is known to take.
        model_seconds: ``OKR_MODEL_SECONDS``: how long the model may take for a draft, in all.
        model_calls: ``OKR_MODEL_CALLS``: how many times it may be called for a draft.
        model_rounds: ``OKR_MODEL_ROUNDS``: how many times a draft with errors may be mended.
        model_tokens: ``OKR_MODEL_TOKENS``: how many tokens may be sent and received for a draft; ``None`` for no limit.
        model_money: ``OKR_MODEL_MONEY``: what a draft may cost, in US dollars; ``None`` for no limit.
        model_answer: ``OKR_MODEL_ANSWER``: the longest answer, in tokens.
        database_url: ``OKR_DATABASE_URL``: the PostgreSQL that keeps the drafts; ``None`` for SQLite in the data folder.
        data: ``OKR_DATA``: the data folder; ``None`` for where this machine keeps programs' data.
        retention: ``OKR_RETENTION``: how many days a draft is kept after its last change; ``None`` (``none``): no
            strategy and no draft is ever written down.
        origins: ``OKR_ORIGINS``: the pages, besides the service's own, that may ask; exact, such as
            ``https://intranett.example``.
        host: ``OKR_HOST``: the address the service is bound to; ``okr serve`` sets it.
        log_level: ``OKR_LOG_LEVEL``: how much is logged.
    """

    model: str | None = None
    model_base: str | None = None
    model_mode: str | None = None
    model_seconds: float = 120.0
    model_calls: int = 4
    model_rounds: int = 1
    model_tokens: int | None = None
    model_money: float | None = None
    model_answer: int = 4_000
    database_url: str | None = field(default=None, repr=False)
    data: Path | None = None
    retention: int | None = 400
    origins: tuple[str, ...] = ()
    host: str = "127.0.0.1"
    log_level: str = "INFO"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings.

        Args:
            environment: Where to read them; the process's own environment when not given.

        Raises:
            InputError: A setting cannot be understood.
        """
        given = os.environ if environment is None else environment
        said = {name: given.get(f"OKR_MODEL{name}", "").strip() for name in ("", "_BASE", "_MODE")}
        if said["_MODE"] and said["_MODE"].lower() not in _MODES:
            raise InputError(_BAD_MODE, _SET_MODE)
        defaults = cls()
        tokens = _number(given, "OKR_MODEL_TOKENS", most=_MOST_TOKENS)
        return cls(
            model=said[""] or None,
            model_base=said["_BASE"] or None,
            model_mode=said["_MODE"].lower() or None,
            model_seconds=_number(given, "OKR_MODEL_SECONDS", most=_LONGEST, whole=False) or defaults.model_seconds,
            model_calls=int(_number(given, "OKR_MODEL_CALLS", most=_MOST_CALLS) or defaults.model_calls),
            model_rounds=_rounds(given, defaults.model_rounds),
            model_tokens=None if tokens is None else int(tokens),
            model_money=_number(given, "OKR_MODEL_MONEY", most=_MOST_MONEY, whole=False),
            model_answer=int(_number(given, "OKR_MODEL_ANSWER", most=_MOST_TOKENS) or defaults.model_answer),
            **_of_the_service(given, defaults),
        )

    @property
    def is_local(self) -> bool:
        """Whether the service is bound to an address that only this machine reaches."""
        return is_loopback(self.host)

    def data_folder(self) -> Path:
        """Where the service keeps what it keeps."""
        if self.data is not None:
            return self.data
        from platformdirs import user_data_path

        return user_data_path("okr-assistant", appauthor=False)

    def budget(self) -> Budget:
        """What a draft with a model may cost."""
        from assistant.drafters.llm import Budget

        return Budget(
            calls=self.model_calls,
            tokens=self.model_tokens,
            money=self.model_money,
            seconds=self.model_seconds,
            rounds=self.model_rounds,
            answer_tokens=self.model_answer,
        )

    def drafter(self, model: str) -> LlmDrafter:
        """Who drafts with ``model``, within these settings."""
        from assistant.drafters.llm import LlmDrafter, Mode

        mode = Mode(self.model_mode) if self.model_mode else None
        return LlmDrafter(model, budget=self.budget(), mode=mode, api_base=self.model_base)


def is_loopback(host: str) -> bool:
    """Whether ``host`` is a name or an address of this machine that no other reaches."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _of_the_service(given: Mapping[str, str], defaults: Settings) -> dict[str, Any]:
    said = {
        name: given.get(f"OKR_{name}", "").strip() for name in ("DATABASE_URL", "DATA", "ORIGINS", "HOST", "LOG_LEVEL")
    }
    level = said["LOG_LEVEL"].upper() or defaults.log_level
    if level not in _LEVELS:
        raise InputError(_BAD_LEVEL, _leave("OKR_LOG_LEVEL"))
    return {
        "database_url": said["DATABASE_URL"] or None,
        "data": Path(said["DATA"]) if said["DATA"] else None,
        "retention": _retention(given, defaults.retention),
        "origins": _origins(said["ORIGINS"]),
        "host": said["HOST"] or defaults.host,
        "log_level": level,
    }


def _retention(given: Mapping[str, str], default: int | None) -> int | None:
    if given.get("OKR_RETENTION", "").strip().lower() == "none":
        return None
    try:
        days = _number(given, "OKR_RETENTION", most=_MOST_DAYS)
    except InputError:
        raise InputError(_BAD_RETENTION, _SET_RETENTION) from None
    return default if days is None else int(days)


def _origins(written: str) -> tuple[str, ...]:
    """The origins in a list with commas; ``*`` and what has a path or a pattern are none.

    Raises:
        InputError: One is no origin.
    """
    origins = tuple(dict.fromkeys(item.strip() for item in written.split(",") if item.strip()))
    if not all(_ORIGIN.fullmatch(origin) for origin in origins):
        raise InputError(_BAD_ORIGIN, _WRITE_ORIGIN)
    return origins


def _rounds(given: Mapping[str, str], default: int) -> int:
    rounds = _number(given, "OKR_MODEL_ROUNDS", most=_MOST_ROUNDS, least=0)
    return default if rounds is None else int(rounds)


def _number(
    given: Mapping[str, str], name: str, *, most: float, least: float | None = None, whole: bool = True
) -> float | None:
    """The number a setting holds, ``None`` if it is not set.

    Args:
        given: The environment.
        name: The setting.
        most: The largest it may be.
        least: The smallest it may be; anything above zero when not given.
        whole: Whether it has to be a whole number.

    Raises:
        InputError: It is no such number.
    """
    written = given.get(name, "").strip()
    if not written:
        return None
    try:
        number = float(written)
    except ValueError:
        number = math.nan
    enough = number > 0 if least is None else number >= least
    if not (enough and number <= most) or (whole and number != int(number)):
        raise InputError(_bad_number(name, most, least, whole=whole), _leave(name))
    return number


def _bad_number(name: str, most: float, least: float | None, *, whole: bool) -> Text:
    low = f"{least:g}" if least is not None else ("1" if whole else "0")
    return Text(
        nb=f"{name} er ikke et {'helt tall' if whole else 'tall'} fra {low} til {most:.0f}.",
        nn=f"{name} er ikkje eit {'heilt tal' if whole else 'tal'} frå {low} til {most:.0f}.",
        en=f"{name} is not a {'whole number' if whole else 'number'} from {low} to {most:.0f}.",
    )


def _leave(name: str) -> Text:
    return Text(
        nb=f"Rett {name}, eller la være å sette den.",
        nn=f"Rett {name}, eller lat vere å setje han.",
        en=f"Correct {name}, or leave it unset.",
    )


_BAD_MODE = Text(
    nb="OKR_MODEL_MODE er ikke en måte å spørre modellen på.",
    nn="OKR_MODEL_MODE er ikkje ein måte å spørje modellen på.",
    en="OKR_MODEL_MODE is not a way to ask the model.",
)
_SET_MODE = Text(
    nb=f"Sett den til {', '.join(_MODES[:-1])} eller {_MODES[-1]}, eller la være å sette den.",
    nn=f"Set han til {', '.join(_MODES[:-1])} eller {_MODES[-1]}, eller lat vere å setje han.",
    en=f"Set it to {', '.join(_MODES[:-1])} or {_MODES[-1]}, or leave it unset.",
)
_BAD_LEVEL = Text(
    nb=f"OKR_LOG_LEVEL er ikke {', '.join(_LEVELS[:-1])} eller {_LEVELS[-1]}.",
    nn=f"OKR_LOG_LEVEL er ikkje {', '.join(_LEVELS[:-1])} eller {_LEVELS[-1]}.",
    en=f"OKR_LOG_LEVEL is not {', '.join(_LEVELS[:-1])} or {_LEVELS[-1]}.",
)
_BAD_ORIGIN = Text(
    nb="OKR_ORIGINS har noe som ikke er adressen til en side.",
    nn="OKR_ORIGINS har noko som ikkje er adressa til ei side.",
    en="OKR_ORIGINS holds something that is not the origin of a page.",
)
_WRITE_ORIGIN = Text(
    nb="Skriv hver som https://intranett.example, med små bokstaver, uten sti og uten stjerne, med komma mellom.",
    nn="Skriv kvar som https://intranett.example, med små bokstavar, utan sti og utan stjerne, med komma mellom.",
    en="Write each as https://intranet.example, in lower case, without a path or a star, with commas between.",
)
_BAD_RETENTION = Text(
    nb="OKR_RETENTION er verken et antall dager eller «none».",
    nn="OKR_RETENTION er korkje eit tal dagar eller «none».",
    en="OKR_RETENTION is neither a number of days nor “none”.",
)
_SET_RETENTION = Text(
    nb=f"Sett den til 1 til {_MOST_DAYS} dager, til none for ikke å lagre noe, eller la være å sette den.",
    nn=f"Set han til 1 til {_MOST_DAYS} dagar, til none for ikkje å lagre noko, eller lat vere å setje han.",
    en=f"Set it to 1 to {_MOST_DAYS} days, to none for keeping nothing, or leave it unset.",
)
