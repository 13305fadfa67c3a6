"""The ``okr`` command."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from assistant.cli.keys import keys
from assistant.cli.speaking import (
    BAD_INPUT,
    HAS_ERRORS,
    MODEL_FAILED,
    READY,
    STOPPED_BY_USER,
    shown,
    stop,
    user_language,
)
from assistant.formats import errors
from assistant.formats.decoding import BRIEF_LIMIT, PROFILE_LIMIT, SET_LIMIT, decode
from assistant.formats.errors import InputError
from assistant.okr import Language
from assistant.rules.rule import Text

if TYPE_CHECKING:
    from assistant.brief import Brief
    from assistant.drafters import Drafter
    from assistant.drafting import Draft
    from assistant.formats.reports import Checked
    from assistant.rules.profile import Profile

_Command = TypeVar("_Command", bound=Callable[..., Any])

_LANGUAGES = click.Choice([language.value for language in Language])

_NO_FILE = Text(
    nb="Fila «{name}» finnes ikke eller kan ikke leses.",
    nn="Fila «{name}» finst ikkje eller kan ikkje lesast.",
    en="The file “{name}” does not exist or cannot be read.",
)
_CHECK_PATH = Text(nb="Sjekk at stien er riktig.", nn="Sjekk at stien er rett.", en="Check that the path is right.")
_NOT_WRITTEN = Text(
    nb="Utkastet kunne ikke skrives til «{name}».",
    nn="Utkastet kunne ikkje skrivast til «{name}».",
    en="The draft could not be written to “{name}”.",
)
_NOT_PRINTED = Text(
    nb="Teksten kunne ikke skrives ut.",
    nn="Teksten kunne ikkje skrivast ut.",
    en="The text could not be written out.",
)
_CHECK_FOLDER = Text(
    nb="Sjekk at mappa finnes, og at du har lov til å skrive der.",
    nn="Sjekk at mappa finst, og at du har lov til å skrive der.",
    en="Check that the folder exists, and that you may write there.",
)
_NO_PROFILE = Text(
    nb="Profilen finnes ikke.",
    nn="Profilen finst ikkje.",
    en="There is no such profile.",
)
_CHOOSE_PROFILE = Text(
    nb="Velg en av {name}, eller skriv navnet på en fil som ender på .toml.",
    nn="Vel ein av {name}, eller skriv namnet på ei fil som endar på .toml.",
    en="Choose one of {name}, or give a file that ends in .toml.",
)
_BAD_PROFILE = Text(
    nb="Profilen kan ikke brukes: «{name}» finnes ikke eller har feil form.",
    nn="Profilen kan ikkje brukast: «{name}» finst ikkje eller har feil form.",
    en="The profile cannot be used: “{name}” does not exist or has the wrong form.",
)
_SEE_PROFILES = Text(
    nb="Se avsnittet om profiler i README.",
    nn="Sjå avsnittet om profilar i README.",
    en="See the section on profiles in the README.",
)
_NO_RULE = Text(nb="Regelen finnes ikke.", nn="Regelen finst ikkje.", en="There is no such rule.")
_LIST_RULES = Text(
    nb="Kjør «okr rules» for å se alle.", nn="Køyr «okr rules» for å sjå alle.", en="Run “okr rules” to see them all."
)


def _named(text: Text, name: str) -> Text:
    return text.filled(name=shown(name))


def _bytes(name: str, limit: int) -> bytes:
    """A file, or standard input for ``-``; a byte more than ``limit`` at most."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(limit + 1)
        with Path(name).open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError):
        raise InputError(_named(_NO_FILE, name), _CHECK_PATH) from None


def _read(name: str, limit: int) -> str:
    """The text of a file, or of standard input for ``-``."""
    return decode(_bytes(name, limit), limit)


def _read_brief(name: str, language: Language | None) -> Brief:
    from assistant.formats.briefs import read_brief_text
    from assistant.formats.documents import DOCUMENT_LIMIT, is_document, read_document

    data = _bytes(name, DOCUMENT_LIMIT)
    if is_document(data, name):
        return read_brief_text(read_document(data, name), name=".md", language=language)
    return read_brief_text(decode(data, BRIEF_LIMIT), name=name, language=language)


def _write(name: str | None, content: str | bytes) -> None:
    """Write to a file, whole or not at all, or to standard output."""
    if name is None:
        click.echo(content, nl=False)
        return
    target = Path(name)
    data = content.encode() if isinstance(content, str) else content
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a pipe or a device: there is nothing to replace
        else:
            _replace(target.resolve(), data)
    except (OSError, ValueError):
        raise InputError(_named(_NOT_WRITTEN, name), _CHECK_FOLDER) from None


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}"[:100])
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _profile(name: str) -> Profile:
    """A shipped profile by its name, or the user's own by its file."""
    from assistant.rules.catalogue import catalogue
    from assistant.rules.profile import ProfileError, load_profile, profile_names, read_profile

    if name in profile_names():
        return load_profile(name)
    if not name.endswith(".toml"):
        names = ", ".join(profile_names())
        raise InputError(_NO_PROFILE, _named(_CHOOSE_PROFILE, names))
    text = _read(name, PROFILE_LIMIT)
    try:
        return read_profile(text, Path(name).stem, [rule.code for rule in catalogue()])
    except ProfileError as error:
        if not error.key:
            raise InputError(errors.bad_data("TOML"), _SEE_PROFILES) from None
        raise InputError(_named(_BAD_PROFILE, error.key), _SEE_PROFILES) from None


# --- options that commands share -----------------------------------------------------------------------------------

_READ_AND_WRITTEN_IN = click.option(
    "--lang", "language", type=_LANGUAGES, help="The language to read and write in; found out when not given."
)
_MODEL = click.option(
    "--model", metavar="M", help="A language model to write with (litellm's name); else that of OKR_MODEL."
)
_OUTPUT = click.option(
    "-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all, instead of printing."
)


def _printed_as(what: str) -> Callable[[_Command], _Command]:
    """The option that chooses how ``what`` is printed."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["md", "json"]),
        default="md",
        show_default=True,
        help=f"How to print {what}.",
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="okr-assistant", prog_name="okr")
def cli() -> None:
    """Draft and check objectives and key results, in bokmål, nynorsk and English.

    \b
    okr draft strategi.md                 draft OKRs from a strategy
    okr rewrite draft.json 1.2 "kortere" --brief strategi.md
                                          word a part of a draft anew
    okr export draft.json -o okr.docx     a draft as Word, Excel, CSV or a calendar
    okr check okr.md                      find what is weak in a set of OKRs
    okr check okr.md --brief strategi.md  ... and what it has to do with the strategy
    okr rules TSK01 --lang nb             what a rule means, with examples
    okr serve                             the same over HTTP, for programs
    okr keys create kommunen              open the service to others than this machine
    """  # noqa: D301 - click reads the escape


@cli.command()
@click.argument("brief")
@_READ_AND_WRITTEN_IN
@_printed_as("the draft")
@_MODEL
@_OUTPUT
@click.option(
    "--variants",
    type=click.IntRange(1, 5),
    default=1,
    metavar="N",
    help="Up to N differing drafts by the model, the soundest first.",
)
@click.option(
    "--show-prompt", "shows", is_flag=True, help="Print exactly what would leave the machine, and send nothing."
)
@click.option("--dry-run", "priced", is_flag=True, help="Like --show-prompt, with tokens and price.")
def draft(  # noqa: PLR0913 - one parameter an option
    brief: str,
    *,
    language: str | None,
    form: str,
    model: str | None,
    output: str | None,
    variants: int,
    shows: bool,
    priced: bool,
) -> None:
    """Draft OKRs from BRIEF, a strategy: Markdown, plain text, Word, PowerPoint, PDF, JSON or YAML; - reads standard input.

    Exits 0 when the draft is ready, 1 when it has findings of severity error, 2 when the input cannot be used, 3 when
    the language model failed, 130 when you stop it.

    \b
    okr draft strategi.md
    okr draft strategi.docx -o okr.md
    okr draft strategi.md --model ollama_chat/qwen3
    okr draft strategi.md --model openai/gpt-4o-mini --dry-run
    okr draft strategi.md --format json -o draft.json
    pbpaste | okr draft - --lang nn
    """  # noqa: D301 - click reads the escape
    from assistant.cli.drafting import make, what_would_leave, written

    asked = Language(language) if language else None
    said = asked or user_language()
    with _ending(said):
        drafter, read = _drafter(model), _read_brief(brief, asked)
        if shows or priced:
            _write(output, what_would_leave(read, drafter, form, said, priced=priced))
            raise SystemExit(READY)
        made = make(read, drafter, variants, said)
        _put(written(made, form), form, output)
    _end(made[0], output)


@cli.command()
@click.argument("draft", metavar="DRAFT")
@click.argument("path")
@click.argument("instruction")
@click.option("--brief", required=True, help="The strategy that the OKRs were drafted from.")
@_READ_AND_WRITTEN_IN
@_printed_as("the set")
@_MODEL
@_OUTPUT
@click.option(
    "--show-prompt", "shows", is_flag=True, help="Print exactly what would leave the machine, and send nothing."
)
def rewrite(  # noqa: PLR0913 - one parameter an option
    draft: str,
    path: str,
    instruction: str,
    *,
    brief: str,
    language: str | None,
    form: str,
    model: str | None,
    output: str | None,
    shows: bool,
) -> None:
    """Have a language model word one objective or key result of DRAFT anew, as INSTRUCTION wants it.

    DRAFT is what "okr draft" made, or any set of OKRs. PATH is 2 for the second objective, 2.1 for its first key
    result, or a path as "okr check --format json" tells it: /objectives/1/key_results/0. The rest stays as it is, and
    the new words are checked like a draft. Exits as "okr draft" does.

    \b
    okr rewrite draft.json 1.2 "mer ambisiøst" --brief strategi.md --model ollama_chat/qwen3
    okr rewrite draft.json 2 "for førstelinjen" --brief strategi.md --format json -o draft.json
    """  # noqa: D301 - click reads the escape
    from assistant.cli.drafting import written
    from assistant.cli.rewriting import reword, what_would_be_asked, wish

    asked = Language(language) if language else None
    said = asked or user_language()
    with _ending(said):
        drafter, read = _drafter(model), _read_brief(brief, asked)
        wanted = wish(_read(draft, SET_LIMIT), path, instruction)
        if shows:
            _write(output, what_would_be_asked(wanted, read, drafter, form, said))
            raise SystemExit(READY)
        made = reword(wanted, read, drafter, said)
        _put(written((made,), form), form, output)
    _end(made, output)


@cli.command()
@click.argument("draft", metavar="DRAFT")
@click.option(
    "--format",
    "form",
    type=click.Choice(["md", "docx", "xlsx", "csv", "ics", "json"]),
    help="What to make of it; by the end of FILE's name when not given, else md.",
)
@_OUTPUT
def export(draft: str, *, form: str | None, output: str | None) -> None:
    """Make a file to hand out of DRAFT: a Word document, an Excel workbook, CSV, a calendar, Markdown or JSON.

    DRAFT is what "okr draft --format json" made, or any set of OKRs, which is then checked; - reads standard input.
    Exits 0 when the file is made, 2 when the input cannot be used.

    \b
    okr export draft.json -o okr.docx     a document, with the questions and a page for following up
    okr export draft.json -o okr.xlsx     a workbook, with progress and a chart
    okr export draft.json -o okr.ics      check-ins, the review and deadlines for a calendar
    okr export okr.md --format csv > okr.csv
    """  # noqa: D301 - click reads the escape
    from assistant.cli.exporting import exported

    with _ending(user_language()):
        _write(output, exported(_read(draft, SET_LIMIT), form, output))
    raise SystemExit(READY)


@contextmanager
def _ending(said: Language) -> Iterator[None]:
    """End the command with one line and the exit code of what went wrong in the block."""
    from assistant.cli.progress import STOPPED
    from assistant.drafters.model_errors import ModelError

    try:
        yield
    except InputError as error:
        stop(error, said)
    except ModelError as error:
        click.echo(f"okr: {error.in_language(said)}", err=True)
        raise SystemExit(MODEL_FAILED) from None
    except KeyboardInterrupt:
        click.echo(f"okr: {STOPPED.in_language(said)}", err=True)
        raise SystemExit(STOPPED_BY_USER) from None


def _end(made: Draft, output: str | None) -> NoReturn:
    """End with what the review says; where the draft went into a file, tell of errors in it."""
    from assistant.cli.drafting import errors_left

    if not made.review.errors:
        raise SystemExit(READY)
    if output is not None:
        click.echo(f"okr: {errors_left(made, output)}", err=True)
    raise SystemExit(HAS_ERRORS)


def _put(text: str, form: str, output: str | None) -> None:
    if output is None and form == "md":
        _print_markdown(text)
    else:
        _write(output, text)


def _drafter(model: str | None) -> Drafter:
    """Who writes: the model of the option, else that of the settings; ``--model ""`` asks for none."""
    from assistant.settings import Settings

    settings = Settings.from_environment()
    chosen = settings.model if model is None else model.strip()
    if not chosen:
        from assistant.drafters.extractive import ExtractiveDrafter

        return ExtractiveDrafter()
    return settings.drafter(chosen)


@cli.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--brief", help="The strategy the OKRs serve: links and numbers are checked against it.")
@click.option(
    "--profile",
    default="default",
    metavar="P",
    show_default=True,
    help="What to judge by: default, google, offentlig, strict or a file of your own (.toml).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="How to print the findings.",
)
@click.option("--agenda", is_flag=True, help="Print the questions as the agenda of a workshop, in Markdown.")
@click.option(
    "--lang", "language", type=_LANGUAGES, help="The language of the remarks; that of the OKRs when not given."
)
def check(  # noqa: PLR0913 - one parameter an option
    files: tuple[str, ...], brief: str | None, profile: str, form: str, language: str | None, *, agenda: bool
) -> None:
    """Find what is weak in sets of OKRs: Markdown, plain text or JSON; - reads standard input.

    Exits 0 without findings of severity error, 1 with some, 2 when the input cannot be used.

    \b
    okr check okr.md
    okr check okr.md --brief strategi.md
    okr check okr.md --brief strategi.pdf
    okr check team/*.md --format github
    okr check okr.md --agenda --lang en
    """  # noqa: D301 - click reads the escape
    from assistant.formats.reports import Checked, report
    from assistant.formats.sets import read_set_text
    from assistant.review import Checker

    asked = Language(language) if language else None
    try:
        chosen = _profile(profile)
        served = _read_brief(brief, None) if brief else None
        checker = Checker(served, chosen)
        checked: list[Checked] = []
        for name in files:
            read = read_set_text(_read(name, SET_LIMIT))
            review = checker.check(read.okr_set, read.ignored())
            checked.append(Checked(name, read, review, asked or review.language))
        if agenda:
            _print_agendas(checked)
        else:
            report(checked, form)
    except InputError as error:
        stop(error, asked or user_language())
    raise SystemExit(HAS_ERRORS if any(item.review.errors for item in checked) else READY)


def _print_agendas(checked: Sequence[Checked]) -> None:
    from assistant.formats.agenda import write_agenda

    _print_markdown("\n".join(write_agenda(item.review, item.read.okr_set, item.language) for item in checked))


def _print_markdown(text: str) -> None:
    """Set ``text`` for a person at a terminal, and leave it as it is for a program."""
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.markdown import Markdown

        Console().print(Markdown(text, hyperlinks=False))
    else:
        _write(None, text.rstrip("\n") + "\n")


@cli.command()
@click.argument("code", required=False)
@click.option(
    "--lang", "language", type=_LANGUAGES, help="The language to explain in; that of your locale when not given."
)
@_printed_as("the rules")
@click.option("--all", "everything", is_flag=True, help="Every rule in every language, on one page.")
def rules(code: str | None, language: str | None, form: str, *, everything: bool) -> None:
    """Show the rules, or one rule (by code or name) with its examples.

    \b
    okr rules
    okr rules --all > rules.md
    okr rules TSK01 --lang nn
    okr rules --format json
    """  # noqa: D301 - click reads the escape
    from assistant.formats.records import to_json
    from assistant.formats.rule_pages import catalogue_page, catalogue_records, handbook, rule_page, rule_record
    from assistant.rules.catalogue import rule_of

    chosen = Language(language) if language else user_language()
    if everything:
        form, text = "md", handbook()
    elif code is None:
        text = to_json(catalogue_records(chosen)) if form == "json" else catalogue_page(chosen)
    else:
        rule = rule_of(code)
        if rule is None:
            stop(InputError(_NO_RULE, _LIST_RULES), chosen)
        text = to_json(rule_record(rule, chosen)) if form == "json" else rule_page(rule, chosen)
    if form == "md":
        _print_markdown(text)
    else:
        _write(None, text + "\n")


@cli.command()
@click.option("--host", default="127.0.0.1", metavar="H", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar="N",
    show_default=True,
    help="The port; 0 for a free one.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    metavar="N",
    show_default=True,
    help="How many processes answer.",
)
def serve(host: str, port: int, workers: int) -> None:
    """Run the service, until Ctrl-C or SIGTERM; requests that have begun are then finished, for up to 30 seconds.

    Exits 0 when it was told to stop, 2 when the address cannot be used or the service does not start.

    \b
    okr serve
    okr serve --port 8080 --workers 4
    """  # noqa: D301 - click reads the escape
    from assistant.cli.serving import serve as run

    said = user_language()
    try:
        run(host, port, workers, said)
    except InputError as error:
        stop(error, said)


cli.add_command(keys)


def main() -> None:
    """Run the command: UTF-8 whatever the locale says, and no traceback for a closed pipe."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed before we began
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - it stays open as long as the command runs
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        cli(prog_name="okr")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(READY) from None
    except OSError:  # a full disk, say: the text is not all there, and the user must know
        os.write(2, f"okr: {InputError(_NOT_PRINTED, _CHECK_FOLDER).in_language(user_language())}\n".encode())
        os._exit(BAD_INPUT)


if __name__ == "__main__":
    main()
