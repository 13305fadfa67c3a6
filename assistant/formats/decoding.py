"""Bytes to text, refusing what is no text with a sentence that helps."""

from __future__ import annotations

import re

from assistant.formats import errors
from assistant.formats.errors import InputError
from assistant.language.folding import has_lone_surrogate
from assistant.rules.rule import Text

BRIEF_LIMIT = 1_048_576
"""Bytes; a strategy of a thousand pages is not a strategy."""

SET_LIMIT = 8 * 1_048_576
"""Bytes; sets are checked in bulk, and checking is linear."""

PROFILE_LIMIT = 65_536
"""Bytes; a profile is a page of settings."""


_OBJECT = re.compile(r"\s*\{\s*[\"}]")


def decode(data: bytes, limit: int) -> str:
    """The text of a file or of standard input, without a byte order mark.

    Raises:
        InputError: It is too large, empty, not text, or not in UTF-8.
    """
    if len(data) > limit:
        raise InputError(errors.too_large(limit), errors.SHORTEN)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(errors.NOT_UTF8, errors.PASTE_AS_TEXT)
    if b"\0" in data:
        raise InputError(errors.NOT_TEXT, errors.PASTE_AS_TEXT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(_not_utf8(data), errors.PASTE_AS_TEXT) from None
    return checked(text)


def checked(text: str) -> str:
    """``text`` itself, if it can be worked on.

    Raises:
        InputError: It holds nothing to read, NUL or half characters.
    """
    if has_lone_surrogate(text):
        raise InputError(errors.HALF_CHARACTER, errors.PASTE_AS_TEXT)
    if "\0" in text:
        raise InputError(errors.NOT_TEXT, errors.PASTE_AS_TEXT)
    if not any(char.isalnum() for char in text):
        raise InputError(errors.EMPTY, errors.PASTE_STRATEGY)
    return text


def is_json(text: str) -> bool:
    """Whether ``text`` begins as a JSON object does; «{{7*7}}» does not."""
    return _OBJECT.match(text) is not None


def checked_data(data: object) -> None:
    """Refuse data with a string, however deep, that cannot be stored.

    Raises:
        InputError: A string holds NUL or half characters.
    """
    waiting = [data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            if has_lone_surrogate(item):
                raise InputError(errors.HALF_CHARACTER, errors.PASTE_AS_TEXT)
            if "\0" in item:
                raise InputError(errors.NOT_TEXT, errors.PASTE_AS_TEXT)
        elif isinstance(item, dict):
            waiting += [*item, *item.values()]
        elif isinstance(item, list):
            waiting += item


def _not_utf8(data: bytes) -> Text:
    """Whether bytes look like text in another encoding or like no text at all."""
    if b"\xed\xa0" in data or b"\xed\xb0" in data:
        return errors.HALF_CHARACTER
    control = sum(byte < 9 or 13 < byte < 32 for byte in data[:4096])
    return errors.NOT_TEXT if control > len(data[:4096]) / 50 else errors.NOT_UTF8
