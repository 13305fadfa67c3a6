"""What a draft is coming to, shown at a terminal while a model writes; elsewhere not a word."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.drafters.events import Event, ObjectiveWritten, Step, StepBegan, Tell, UsageCounted, nobody
from assistant.rules.rule import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from assistant.okr import Language

STOPPED = Text(
    nb="Avbrutt. Ingenting er skrevet.", nn="Avbrote. Ingenting er skrive.", en="Stopped. Nothing is written."
)
_STEPS = {
    Step.READING: Text(nb="Gjør klart", nn="Gjer klart", en="Getting ready"),
    Step.DRAFTING: Text(nb="Skriver utkast", nn="Skriv utkast", en="Drafting"),
    Step.CHECKING: Text(nb="Kontrollerer", nn="Kontrollerer", en="Checking"),
    Step.REPAIRING: Text(nb="Retter", nn="Rettar", en="Mending"),
    Step.SAVING: Text(nb="Lagrer", nn="Lagrar", en="Saving"),
}
_UNCHECKED = Text(nb="ikke kontrollert ennå", nn="ikkje kontrollert enno", en="not checked yet")
_TOKENS = Text(
    nb="{sent} tokens ut, {received} inn", nn="{sent} tokens ut, {received} inn", en="{sent} tokens out, {received} in"
)
_CALLS = Text(nb="{calls} kall", nn="{calls} kall", en="calls: {calls}")
_NO_PRICE = Text(nb="pris ukjent", nn="pris ukjend", en="price not known")
_SECONDS = Text(nb="{seconds} s", nn="{seconds} s", en="{seconds} s")
_GRACE_SECONDS = 1.0
"""How long a call may take to end by itself after Ctrl-C."""


def is_watched() -> bool:
    """Whether somebody looks: both what is printed and what is said beside it go to a terminal."""
    return sys.stdout.isatty() and sys.stderr.isatty()


def dollars(cost: float | None, language: Language) -> str:
    """A cost as a person reads it: «$0,0021»."""
    if cost is None:
        return _NO_PRICE.in_language(language)
    written = f"{cost:.2f}" if cost >= 1 else f"{cost:.4f}"
    return f"${written if language == 'en' else written.replace('.', ',')}"


def count(number: int, language: Language) -> str:
    """A whole number as a person reads it: «12 345»."""
    return f"{number:,}".replace(",", "," if language == "en" else "\u00a0")


class Shown:
    """What is shown: the objectives so far, then step, seconds, tokens and cost."""

    def __init__(self, language: Language) -> None:
        """Begin at nothing."""
        self.language = language
        self._began = time.monotonic()
        self._step = StepBegan(Step.READING)
        self._usage: UsageCounted | None = None
        self._objectives: dict[int, str] = {}

    def tell(self, event: Event) -> None:
        """Take in what happened."""
        if isinstance(event, StepBegan):
            self._step = event
        elif isinstance(event, ObjectiveWritten):
            self._objectives[event.index] = event.objective.text
        else:
            self._usage = event

    def line(self) -> str:
        """Step, seconds, tokens and cost in a line."""
        said, usage = self.language, self._usage
        step = _STEPS[self._step.step].in_language(said)
        parts = [f"{step} ({self._step.round})" if self._step.round else step]
        parts.append(_SECONDS.in_language(said).format(seconds=int(time.monotonic() - self._began)))
        if usage is not None:
            parts.append(_CALLS.in_language(said).format(calls=usage.calls))
            sent, received = count(usage.input_tokens, said), count(usage.output_tokens, said)
            parts.append(_TOKENS.in_language(said).format(sent=sent, received=received))
            parts.append(dollars(usage.cost, said))
        return " · ".join(parts)

    def objectives(self) -> list[str]:
        """The objectives that are complete, each marked unchecked while it is."""
        mark = _UNCHECKED.in_language(self.language)
        return [f"{at + 1}. {text} ({mark})" for at, text in sorted(self._objectives.items())]

    def __rich__(self) -> RenderableType:
        """As rich shows it."""
        from rich.console import Group
        from rich.spinner import Spinner
        from rich.text import Text as Words

        return Group(*(Words(text, style="dim") for text in self.objectives()), Spinner("dots", Words(self.line())))


@contextmanager
def progress(language: Language) -> Iterator[Tell]:
    """Show what is told while the block runs, if somebody looks; what was shown is wiped out at the end."""
    if not is_watched():
        yield nobody
        return
    from rich.console import Console
    from rich.live import Live

    shown = Shown(language)
    with Live(shown, console=Console(stderr=True), transient=True, refresh_per_second=8):
        yield shown.tell


@contextmanager
def stoppable(language: Language) -> Iterator[None]:
    """Have Ctrl-C end whatever the block does, and at once; what hangs on for a second is ended with the process.

    Args:
        language: The language of the word of parting.

    Raises:
        KeyboardInterrupt: Somebody stopped it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    import asyncio

    def interrupt(*_: object) -> None:
        end = threading.Timer(_GRACE_SECONDS, _end, (language,))
        end.daemon = True
        end.start()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            raise KeyboardInterrupt from None
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.call_soon_threadsafe(lambda: None)  # wakes a loop that sleeps

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None
    finally:
        signal.signal(signal.SIGINT, before)


def _end(language: Language) -> None:
    """End the process whatever it is waiting for, and give the terminal its cursor back."""
    cursor = "\x1b[?25h" if sys.stderr.isatty() else ""
    os.write(2, f"{cursor}okr: {STOPPED.in_language(language)}\n".encode())
    os._exit(130)
