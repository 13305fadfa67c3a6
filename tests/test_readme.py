"""What the documents say is so: commands run, files exist, formats can be read."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from api.app import create_app
from assistant.formats.briefs import FIELDS, read_brief_text
from assistant.formats.set_markdown import read_set_markdown
from assistant.language.headings import field_of
from assistant.okr import Ambition
from assistant.review import Checker
from assistant.rules.catalogue import catalogue
from assistant.rules.profile import profile_names, read_profile
from tests.api.asking import ask

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "examples/next-steps.txt")
FENCED = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"(?<![\w./])(?:(?:assistant|api|evals|examples|prompts|tests)/[\w./-]*|\.ci/run|\w+\.toml)")
PLACEHOLDER = re.compile(r"NAME|TASK|LANGUAGE")


def blocks(kind: str, text: str = README) -> list[str]:
    """The code blocks of a kind."""
    return [block for name, block in FENCED.findall(text) if name == kind]


def okr(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a user without a model would, in ``folder``."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OKR_")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "OKR_DATA": str(folder / "data")}
    return subprocess.run(
        [sys.executable, "-m", "assistant.cli", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the examples, to write in."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


def test_the_commands_run_as_the_readme_says(folder: Path) -> None:
    """Each `okr` command of the README, in its order, ends with the exit code stated, or else with 0 or 1."""
    lines = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("okr ")]
    assert len(lines) >= 12
    for line in lines:
        command, _, remark = line.partition("#")
        if "--model" in command and not re.search("--show-prompt|--dry-run", command):
            continue  # it would ask a model
        if command.startswith("okr serve"):
            continue  # it would go on; tests/api/test_serving.py runs it
        stated = re.search(r"exit (\d)", remark)
        done = okr(shlex.split(command)[1:], folder)
        assert done.returncode in ({int(stated[1])} if stated else {0, 1}), f"{line}\n{done.stderr}"
        assert "Traceback" not in done.stderr


def test_what_cannot_be_used_ends_with_two(folder: Path) -> None:
    """Exit code 2, and one line that says why."""
    done = okr(["draft", "missing.md"], folder)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_the_excerpt_is_real(folder: Path) -> None:
    """Each line of the excerpt stands in the draft of the example; if not, take the lines of `make demo` anew."""
    made = okr(["draft", "examples/strategi.md"], folder).stdout
    lines = {re.sub(r"^\d+\. ", "- ", line.strip()) for line in made.splitlines()}
    excerpt = README.partition("<!-- excerpt")[2]
    shown = [line for line in blocks("markdown", excerpt)[0].splitlines() if line.strip()]
    assert len(shown) >= 6
    assert [line for line in shown if line.strip() not in lines] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_files_it_names_exist(name: str) -> None:
    """Every link to a file, and every path into the project, leads somewhere; what `make evals` writes is there after it."""
    text = (ROOT / name).read_text(encoding="utf-8")
    linked = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if not target.startswith("https://")]
    named = [path.rstrip(".") for path in FILE.findall(text) if not PLACEHOLDER.search(path)]
    missing = [path for path in linked + named if not (path.startswith("evals/out/") or (ROOT / path).exists())]
    assert missing == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_other_commands_exist(name: str) -> None:
    """Every make target and every module that is run is there."""
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)) <= targets
    for module in set(re.findall(r"python -m ([\w.]+)", text)):
        assert importlib.util.find_spec(module), module


def test_the_fields_of_a_brief_are_all_there() -> None:
    """The table has every field, and each heading it gives is read as that field."""
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \|$", README, re.MULTILINE)
    assert {field for field, _ in rows} == set(FIELDS)
    for field, headings in rows:
        for heading in headings.partition(":")[0].split(","):
            assert field_of(heading.strip()) == field


def test_the_example_of_a_brief_is_read() -> None:
    """The YAML of the README is a brief with a strategy, a period and a role."""
    brief = read_brief_text(blocks("yaml")[0], name="brief.yaml")
    assert brief.of("strategy")
    assert brief.period is not None
    assert brief.roles


def test_the_profiles_are_all_there() -> None:
    """The table names those that are shipped."""
    table = README.partition("| profile | for |")[2].partition("\n\n")[0]
    assert tuple(re.findall(r"^\| (\w+) \|", table, re.MULTILINE)) == profile_names()


def test_the_example_of_a_profile_is_one() -> None:
    """The TOML of the README can be used as it stands."""
    profile = read_profile(blocks("toml")[0], "own", [rule.code for rule in catalogue()])
    assert not profile.judges_by("LNK05")


def test_the_example_of_an_ignored_finding_is_ignored() -> None:
    """The comment silences the finding of the line below it."""
    example = next(block for block in blocks("markdown") if "okr: ignore" in block)
    read = read_set_markdown(f"## Mål 1: Folk får hjelp\n{example}")
    review = Checker().check(read.okr_set, read.ignored())
    assert [finding.code for finding in review.ignored] == ["TSK01"]


def test_the_example_of_a_set_is_read() -> None:
    """The set in the README is read as it says, and so are the labels of the other languages."""
    read = read_set_markdown(next(item for item in blocks("markdown") if "OKR-ambassadør" in item)).okr_set
    assert read.period is not None
    assert (read.follow_up, read.involved) == ("innsjekk hver mandag", "salg og tillitsvalgte")
    assert (read.sponsor, read.ambassador) == ("Eva Lie", "Per Dahl")
    (objective,) = read.objectives
    assert objective.text == "Kundene kommer igjen"
    assert objective.why
    assert objective.sources
    assert objective.owner == "Kari Moen, kundedirektør"
    assert [item.ambition for item in objective.key_results] == [None, Ambition.ASPIRATIONAL]
    assert objective.key_results[0].data_source == "CRM"
    assert objective.initiatives == ("Ringe de 50 største kundene",)
    english = """Objective 1: A\nWhy: b\nSource: “c”\nOwner: d\nKR1: e (source: f) (aspirational)
Initiatives:\n- g\nFollow-up: h\nInvolved: i\nSponsor: j\nOKR ambassador: k\n"""
    nynorsk = """Mål 1: A\nKvifor: b\nForankring: «c»\nEigar: d\nNR1: e (kjelde: f) (strekkmål)
Tiltak:\n- g\nOppfølging: h\nMedverknad: i\nSponsor: j\nOKR-ambassadør: k\n"""
    assert read_set_markdown(english).okr_set == read_set_markdown(nynorsk).okr_set
    assert read_set_markdown(english).okr_set.involved == "i"


def test_the_service_answers_what_the_readme_lists() -> None:
    """The table names every path there is and no other, and the example can be posted."""
    listed = set(re.findall(r"`(GET|POST|PUT|DELETE) (/[^` ]+)`", README)) - {("GET", "/openapi.json")}
    described: dict[str, Any] = create_app().openapi()
    assert listed == {(method.upper(), path) for path, found in described["paths"].items() for method in found}
    (body,) = re.findall(r"-d '(.*)'", README)
    assert ask("POST", "/v1/drafts", json.loads(body)).status_code == 201


def test_checking_loads_neither_models_nor_the_web(folder: Path) -> None:
    """`okr check` imports none of the heavy libraries."""
    program = (
        "import sys; from assistant.cli import cli\n"
        "try: cli(['check', 'examples/okr.md', '--brief', 'examples/strategi.md'])\n"
        "except SystemExit as end: assert end.code == 1\n"
        "heavy = {'litellm', 'instructor', 'openai', 'sqlmodel', 'fastapi', 'uvicorn'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(("at", "name", "key"), [(0, "RULE", "EXE99"), (1, "SCORER", "a short name")])
def test_the_skeletons_of_a_rule_and_of_a_scorer_are_one(at: int, name: str, key: str) -> None:
    """What CONTRIBUTING.md shows of them can be imported as it stands."""
    skeletons = blocks("python", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert len(skeletons) == 2
    found: dict[str, Any] = {"__name__": "skeleton"}
    exec(compile(textwrap.dedent(skeletons[at]), "CONTRIBUTING.md", "exec"), found)  # noqa: S102 - our own text
    made = found[name]
    assert getattr(made, "code" if name == "RULE" else "key") == key


def test_models_are_chosen_as_the_readme_says(folder: Path) -> None:
    """The option and the settings it names exist, and an empty name asks for no model."""
    from assistant.settings import Settings
    from evals.live import SWITCH

    settings = Settings.from_environment({"OKR_MODEL": "a/b", "OKR_MODEL_BASE": "http://c", "OKR_MODEL_SECONDS": "9"})
    assert (settings.model, settings.model_base, settings.model_seconds) == ("a/b", "http://c", 9)
    read = {f"OKR_{field.name.upper()}" for field in dataclasses.fields(Settings)}
    assert set(re.findall(r"OKR_[A-Z_]+", README)) == read | {SWITCH}
    assert okr(["draft", "examples/strategi.md", "--model", ""], folder).returncode in {0, 1}
