"""What the store refuses. None of these holds any text, key or parameter."""

from __future__ import annotations


class MissingError(LookupError):
    """There is no such draft or revision, or it is another tenant's."""


class ChangedError(ValueError):
    """The draft is at another revision than the one expected.

    Attributes:
        current: The revision it is at.
    """

    def __init__(self, current: int) -> None:
        """Keep the revision."""
        super().__init__(f"the draft is at revision {current}")
        self.current = current


class FullError(ValueError):
    """There are as many drafts, or revisions of the draft, as are kept."""


class InProgressError(ValueError):
    """Another request with the same idempotency key is being answered.

    Attributes:
        seconds: When it will have been answered or may be tried again, at the latest.
    """

    def __init__(self, seconds: int) -> None:
        """Keep the seconds."""
        super().__init__(f"in progress, for {seconds} seconds at most")
        self.seconds = seconds


class DifferentRequestError(ValueError):
    """The idempotency key was used with another request."""


class LimitError(ValueError):
    """A limit of the key is reached.

    Attributes:
        kind: Which one: ``requests``, ``drafts``, ``tokens`` or ``money``.
        seconds: When it may be tried again.
    """

    def __init__(self, kind: str, seconds: int) -> None:
        """Keep both."""
        super().__init__(f"{kind}: try again in {seconds} seconds")
        self.kind = kind
        self.seconds = seconds


class UnstorableError(ValueError):
    """What is to be kept holds NUL, half characters, or what JSON cannot say."""


class StoreError(Exception):
    """The database failed.

    Attributes:
        kind: The name of the error below, and nothing of what it says: that may hold text.
    """

    def __init__(self, kind: str) -> None:
        """Keep the kind."""
        super().__init__(f"the database failed: {kind}")
        self.kind = kind
