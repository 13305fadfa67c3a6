"""Readings that are made when first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801 -- a decorator, in lower case like ``property``
    """``functools.cached_property`` without its lock, which in Python 3.11 costs as much as many a reading.

    Two threads that ask at once may both read, and get the same; nothing here is worth a lock.
    """

    def __init__(self, read: Callable[[Any], Value]) -> None:
        """Take the method that makes the reading."""
        self._read = read
        self._name = read.__name__
        self.__doc__ = read.__doc__

    @overload
    def __get__(self, item: None, owner: type) -> Self: ...

    @overload
    def __get__(self, item: object, owner: type) -> Value: ...

    def __get__(self, item: object | None, owner: type) -> Self | Value:
        """The reading of ``item``; from now on it stands in the item's own ``__dict__`` and is found there first."""
        if item is None:
            return self
        value = item.__dict__[self._name] = self._read(item)
        return value
