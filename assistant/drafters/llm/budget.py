"""What a draft may cost, and what it has cost so far."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.drafters.events import UsageCounted
from assistant.drafters.model_errors import Failure, ModelError

_CHARACTERS_A_TOKEN = 2.5
"""Norwegian in JSON; English has more. Rather a token too many than one too few."""
_FEWEST_TOKENS = 200
"""An answer shorter than this holds no objective."""


def tokens_in(text: str) -> int:
    """About how many tokens ``text`` is for a model, rather too many than too few."""
    return int(len(text) / _CHARACTERS_A_TOKEN) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The limits of one draft, everything it takes counted together.

    Attributes:
        calls: How many times the model may be called.
        tokens: How many tokens may be sent and received; ``None`` for no limit.
        money: US dollars; ``None`` for no limit. With a limit, a model whose price is not known is not called.
        seconds: From the first call to the last answer.
        rounds: How many times a draft with errors may be mended.
        answer_tokens: The longest answer.
    """

    calls: int = 4
    tokens: int | None = None
    money: float | None = None
    seconds: float = 120.0
    rounds: int = 1
    answer_tokens: int = 4_000


@dataclass(frozen=True, slots=True)
class Price:
    """What a model costs, in US dollars.

    Attributes:
        sent: For each token sent.
        received: For each token received.
    """

    sent: float
    received: float


class Meter:
    """Counts what one draft spends, and says when there is nothing left."""

    def __init__(self, budget: Budget, price: Price | None) -> None:
        """Begin at nothing.

        Args:
            budget: The limits.
            price: The model's price; ``None`` when it is not known.
        """
        self.budget = budget
        self.price = price
        self.calls = self.input_tokens = self.output_tokens = 0
        self.cost: float | None = 0.0

    def allowance(self, size: int) -> int:
        """The longest answer, in tokens, that a call which sends about ``size`` tokens may bring; 0 if it may not be made."""
        budget, longest = self.budget, self.budget.answer_tokens
        if self.calls >= budget.calls:
            return 0
        if budget.tokens is not None:
            longest = min(longest, budget.tokens - self.input_tokens - self.output_tokens - size)
        if budget.money is not None:
            longest = min(longest, self._affordable(budget.money, size))
        return longest if longest >= min(_FEWEST_TOKENS, budget.answer_tokens) else 0

    def begin(self, size: int) -> int:
        """Count a call that sends about ``size`` tokens.

        Returns:
            The longest answer it may ask for, in tokens.

        Raises:
            ModelError: The budget does not allow it.
        """
        longest = self.allowance(size)
        if not longest:
            raise ModelError(Failure.BUDGET)
        self.calls += 1
        return longest

    def add(self, sent: int, received: int, cost: float | None) -> UsageCounted:
        """Count what a call came to; a cost of ``None`` is not known, and makes the sum unknown."""
        self.input_tokens += sent
        self.output_tokens += received
        self.cost = None if self.cost is None or cost is None else self.cost + cost
        return UsageCounted(self.calls, self.input_tokens, self.output_tokens, self.cost)

    def _affordable(self, money: float, size: int) -> int:
        if self.price is None or self.cost is None:
            return 0
        left = money - self.cost - size * self.price.sent
        if left < 0:
            return 0
        return int(left / self.price.received) if self.price.received else self.budget.answer_tokens
