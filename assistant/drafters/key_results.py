"""Making a key result of a clause or a table row, with the questions it leaves open."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.brief import Statement
from assistant.drafters import wording
from assistant.drafters.clauses import SHARE_OF, Clause, moves, read_fraction, read_state_change, zero_goal
from assistant.drafters.facts import Fact, Row, key_words, likeness, same_unit
from assistant.language.lexicon import VerbForm, lexicon
from assistant.language.line import Line
from assistant.language.numbers import PERCENT, Measure, Role
from assistant.okr import Basis, Bound, KeyResult, Language, LongTermGoal, Period, Quantity
from assistant.rules.rule import Text


@dataclass(slots=True)
class Made:
    """A key result in the making.

    Attributes:
        key_result: The key result.
        statement: The statement it rests on.
        quote: Start and end of its words in the statement's text.
        measured: Whether the brief gives it a goal.
        questions: What it leaves open, as wording and facts.
        also: Further statements its values stand in.
        owner: An owner its table row names.
    """

    key_result: KeyResult
    statement: Statement
    quote: tuple[int, int]
    measured: bool
    questions: list[tuple[Text, dict[str, str]]] = field(default_factory=list)
    also: list[Statement] = field(default_factory=list)
    owner: str | None = None


_URL = re.compile(r"\(?\b(?:https?://|www\.|mailto:|javascript:)\S+|\S+@\S+\.\w+", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"</?[a-zA-Z!][^>]*>")
_MARKS = re.compile(r"[*`]+|__+|\{\{.*?\}\}|\{%.*?%\}|(?<!\w)[=+@](?=\w)")
_ANAPHORA = frozenset(
    "back tilbake attende dette det den de disse ho han hun ein this it that these they tallet talet nivået målet the dei dette her".split()
)
_BOUNDARY = frozenset(
    "fra frå from til to med by → -> => : , ; ( under over minst mot opp ned down up innen innan før within before i".split()
)
_IN_THE_PERIOD = re.compile(
    r"\b(?:(?:i|in|during|within)\s+(?:løpet\s+av\s+)?(?:the\s+)?(?:this\s+)?(?:denne\s+)?(?:perioden|period)|(?:i\s+løpet\s+av|innen\s+utgangen\s+av|innan\s+utgangen\s+av)\s+(?:dette\s+)?(?:tertialet|kvartalet|halvåret|perioden))\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:på\s+(?:lengre|lang|lengre)\s+sikt|langsiktig\w*|in\s+the\s+long(?:er)?\s+(?:term|run)|long[- ]term)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:reduser\w*|senk\w*|kutt\w*|ned|færre|mindre|lavere|lågare|kortere|kortare|minsk\w*|mink\w*|reduce|cut|lower|fewer|less|shorter|frafall\w*|fråfall\w*|churn|klag\w+|feil\w*|svinn\w*|sykefravær\w*|sjukefråvær\w*|ventetid\w*)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:øk\w*|auk\w*|flere|fleire|mer|meir|høyere|høgare|løft\w*|hev\w*|vokse|vekse|increase|raise|grow|more|higher|lift)\b",
    re.IGNORECASE,
)


def cleaned(text: str) -> str:
    """Words of the brief made fit for a goal's wording: no links, tags, addresses, template or emphasis marks."""
    text = _LINK.sub(r"\1", text)
    for pattern in (_TAG, _URL, _MARKS):
        text = pattern.sub(" ", text)
    return " ".join(text.replace("<", " ").replace(">", " ").split()).strip(" ,;:–-")


def is_presentable(made: Made) -> bool:
    """Whether a leader could read the key result without the text beside it: it names a thing, and is one line long."""
    metric = made.key_result.metric or ""
    words = re.findall(r"[^\W\d_]+", metric.lower())
    if (
        not words
        or (words[0] in _LOOSE and not (words[0] in {"de", "dei", "the", "det", "den"} and len(words) > 1))
        or not any(len(word) > 3 and word not in _LOOSE for word in words)
    ):
        return False
    return len(metric.split()) <= 22 and len(made.key_result.text.split()) <= 38 and "?" not in made.key_result.text


_LOOSE = frozenset(
    "som at når da og men eller hvis fordi dit her der dette det den de dei vi jeg eg me we i it this that they which who when if and but see ha have has hadde had se sjå ikke ikkje not samtidig "
    "dessuten også also denne disse desse slik så so then there where hva kva hvor kor på noe noko back innen innan before by".split()
)
"""Words that a metric cannot begin with, and that alone name nothing."""


def capitalised(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


class KeyResultMaker:
    """Makes key results in one language, knowing the period and the facts of the brief."""

    def __init__(self, language: Language, period: Period | None, facts: list[Fact]) -> None:
        """Keep what every key result is made with."""
        self.language = language
        self.period = period
        self.facts = facts
        self._last: tuple[Statement, str] | None = None

    def _say(self, text: Text) -> str:
        return text.in_language(self.language)

    # --- from clauses ----------------------------------------------------------------------------------------------

    def from_change(self, clause: Clause, before: list[Statement]) -> Made:
        """A key result of a clause that says where a value is to go.

        Args:
            clause: The clause.
            before: The statements before it in its section, nearest first: «dette» and «målet» point back to them.
        """
        metric = self._metric(clause)
        states = read_state_change(clause.line.text)
        quote = clause.statement.text[clause.start : clause.end]
        made = Made(KeyResult(text=""), clause.statement, (clause.start, clause.end), measured=True)
        if states is not None and clause.line.change.baseline is None:
            baseline, target = (self._state(clause.line.text[first:last], quote) for first, last in states)
        else:
            baseline, target = self._values(self._valued(clause), quote)
        fact = None
        if not metric or baseline is None:
            fact = self._antecedent(clause, metric, target, before)
        if fact is not None:
            metric = metric or self._named(fact)
            if baseline is None and target is not None:
                baseline = _quantity(fact.measure, fact.text, fact.quote)
                made.also.append(fact.statement)
        metric = (
            metric
            or self._counted(clause.line)
            or self._spoken_of(clause, before)
            or clause.statement.section
            or clause.goal
        )
        metric = capitalised(cleaned(metric))
        self._last = (clause.statement, metric)
        baseline, target = self._worked_out(self._valued(clause), baseline, target, quote)
        return self._finish(made, clause, metric, baseline, target, self._goal_day(clause.line))

    def from_priority(self, clause: Clause) -> Made:
        """A key result of a priority without a number: its measure is named, its values are to be asked for."""
        text, metric = self._share(clause) or self._plain(clause)
        text, metric = capitalised(cleaned(text)), capitalised(cleaned(metric))
        made = Made(KeyResult(text=text, metric=metric), clause.statement, (clause.start, clause.end), measured=False)
        fact = self._fact_for(metric, None)
        baseline = _quantity(fact.measure, fact.text, fact.quote) if fact is not None else None
        if fact is not None:
            made.also.append(fact.statement)
        made.key_result = replace(made.key_result, baseline=baseline, unit=baseline.unit if baseline else None)
        words = clause.line.text
        if _DOWN.search(words):
            made.questions.append((wording.ASK_VALUES_DOWN, {"metric": metric}))
        elif _UP.search(words):
            made.questions.append((wording.ASK_VALUES_UP, {"metric": metric}))
        else:
            made.questions.append((wording.ASK_MEASURE, {"priority": text}))
        return made

    def from_row(self, row: Row) -> Made | None:
        """A key result of a table row that gives a goal, or ``None`` if it gives only today's value."""
        if row.goal is None:
            return None
        statement = row.statement
        quote = statement.text
        measures = row.goal.measures
        target = (
            _quantity(measures[-1], row.goal.text, quote, whole=True) if measures else self._state(row.goal.text, quote)
        )
        baseline = None
        if row.today is not None and row.today.measures:
            baseline = _quantity(row.today.measures[0], row.today.text, quote, whole=True)
        elif row.today is not None and row.today.text.strip(" –-"):
            baseline = self._state(row.today.text, quote)
        if target.unit is None and baseline is not None and target.value is not None:
            target = replace(target, unit=baseline.unit)
        made = Made(KeyResult(text=""), statement, (0, len(quote)), measured=True, owner=row.owner)
        made.key_result = replace(made.key_result, data_source=row.data_source)
        day = self._goal_day(row.by) if row.by is not None else None
        return self._finish(made, None, capitalised(cleaned(row.name)), baseline, target, day)

    # --- values ----------------------------------------------------------------------------------------------------

    def _valued(self, clause: Clause) -> Line:
        """The words the values stand in: after «skal» where there is a subject, whose own numbers are no goals."""
        if clause.subject is None or SHARE_OF.match(clause.subject):
            return clause.line
        goal = Line(clause.goal, self.language, clause.line.year)
        change = goal.change
        said = change.target is not None or change.factor is not None or change.delta is not None
        start_stays = change.baseline is not None or clause.line.change.baseline is None
        return goal if said and start_stays else clause.line

    def _values(self, line: Line, quote: str) -> tuple[Quantity | None, Quantity | None]:
        start, goal = line.change.baseline, line.change.target
        if (
            goal is None
            and (delta := line.change.delta) is not None
            and line.words[max(0, delta.first - 1)] in {"på", "til", "to", "at"}
        ):
            goal = delta
        if (
            goal is None
            and (delta := line.change.delta) is not None
            and line.words[max(0, delta.first - 2)] in {"make", "makes", "making"}
        ):
            goal = delta
        if start is None and (aside := _aside(line)) is not None:
            start = aside
            goal = None if goal is aside else goal
        baseline = _quantity(start, line.text, quote) if start is not None else None
        target = _quantity(goal, line.text, quote) if goal is not None else None
        if goal is not None and goal.first and line.words[goal.first - 1] in {"de", "dei", "the"}:
            target = None
        if target is None and (zero := zero_goal(line)) is not None:
            target = Quantity(text=zero, value=0, basis=Basis.SOURCE, quote=quote)
        if target is None and line.change.delta is None and (fraction := read_fraction(line.text)) is not None:
            target = Quantity(text=fraction, basis=Basis.SOURCE, quote=quote)
        if baseline is not None and target is not None and target.unit is None:
            target = replace(target, unit=baseline.unit)
        return baseline, target

    def _state(self, text: str, quote: str) -> Quantity:
        return Quantity(text=cleaned(text), basis=Basis.SOURCE, quote=quote)

    def _worked_out(
        self, line: Line, baseline: Quantity | None, target: Quantity | None, quote: str
    ) -> tuple[Quantity | None, Quantity | None]:
        """«halvere fra 28» and «opp 15 prosentpoeng fra 62 %» worked out; without a start value the words are the goal."""
        change = line.change
        if target is not None and not (change.factor is not None and change.target is None):
            return baseline, target
        start = baseline.value if baseline is not None else None
        value: float | None = None
        if change.factor is not None:
            value = None if start is None else start * change.factor
        elif change.delta is not None:
            value = _after(start, change.delta, baseline, down=_DOWN.search(line.text) is not None)
        if value is not None and baseline is not None:
            value = round(value, 6)
            written = f"{value:g}".replace(".", "." if self.language is Language.EN else ",")
            if (gap := re.search(r"\d([ \u00a0\u202f\u2009])\d{3}", baseline.text)) is not None:
                written = re.sub(r"(?<=\d)(?=(?:\d{3})+(?:,|$))", gap[1], written)
            text = re.sub(r"\d[\d., \u00a0\u202f\u2009]*\d|\d", written, baseline.text, count=1)
            return baseline, Quantity(text=text, value=value, unit=baseline.unit, basis=Basis.DERIVED, quote=quote)
        words = _relative_words(line)
        return baseline, Quantity(text=words, basis=Basis.SOURCE, quote=quote) if words else None

    def _goal_day(self, line: Line) -> date | None:
        days = [mention for mention in line.dates if mention.deadline and mention.day is not None]
        introduced = [mention for mention in days if mention.introduced]
        chosen = (introduced or days)[:1]
        if chosen and chosen[0].start_day is not None and line.words[chosen[0].first] in {"før", "before"}:
            return chosen[0].start_day
        if not chosen and self.period is not None and _IN_THE_PERIOD.search(line.text):
            return self.period.end
        return chosen[0].day if chosen else None

    # --- names -----------------------------------------------------------------------------------------------------

    def _metric(self, clause: Clause) -> str:
        """What is measured, in the clause's own words; empty where it only points back."""
        if clause.subject is not None:
            words = re.split(r",\s+(?:og|and)\s+|:\s+", clause.subject)[-1]
            if (share := SHARE_OF.match(words)) is not None:
                return self._share_of(share["who"], clause.goal)
            words = re.split(r"\s+(?:er|is|var|was)\s+\w+\s+(?:og|and)$", words)[0]
            words = re.split(r",\s+(?:som|der|which|who|where|that)\s+", words)[0]
            return "" if words.lower().split()[0] in _ANAPHORA and len(words.split()) <= 2 else words
        line = Line(clause.goal, self.language)
        words = line.words
        first = 0
        if line.head.form in {VerbForm.INFINITIVE, VerbForm.IMPERATIVE}:
            first = line.head.last + 1
        while first < len(words) and words[first] in {"ned", "opp", "down", "up"}:
            first += 1
        last = first
        stops = {measure.first for measure in line.measures} | {mention.first for mention in line.dates}
        while last < len(words) and last not in stops and not self._is_boundary(line, last, first):
            last += 1
        while last > first and words[last - 1] in _BOUNDARY | {
            "på",
            "at",
            "med",
            "er",
            "is",
            "ca",
            "om",
            "enn",
            "than",
            ".",
        }:
            last -= 1
        if last <= first or (words[first] in _ANAPHORA and (last - first <= 1 or words[first + 1] in {"er", "is"})):
            return ""
        return line.tokens.slice(first, last - 1)

    def _spoken_of(self, clause: Clause, before: list[Statement]) -> str:
        """The metric of the goal just before, which «den» and «this» may mean."""
        if self._last is not None and (self._last[0] is clause.statement or self._last[0] in before[:1]):
            return self._last[1]
        return self._subject_of(before[0]) if before else ""

    def _subject_of(self, statement: Statement) -> str:
        """The words a sentence begins with, up to its verb: «Svinnet i modninga kostar …»; empty if they run long."""
        line = Line(statement.text, self.language)
        for at, word in enumerate(line.words[:7]):
            finite = any(verb.form in {VerbForm.PRESENT, VerbForm.PAST} for verb in line.lexicon.verbs.get(word))
            if at and (finite or word in {"er", "har", "var", "is", "are", "was", "has", "have", "kostar", "koster"}):
                return line.tokens.slice(0, at - 1) if line.words[0] not in _ANAPHORA | _LOOSE else ""
        return ""

    def _counted(self, line: Line) -> str:
        """What a lone goal counts: «ha 10 000 aktive serviceavtaler» is about «aktive serviceavtaler»."""
        target = line.change.target
        if (
            target is None
            or target.unit is None
            or not target.unit.isalpha()
            or not target.unit.islower()
            or line.words[target.last] != target.unit
        ):
            return ""
        last = target.last
        stops = {mention.first for mention in line.dates}
        while (
            last + 1 < len(line.words)
            and last + 1 not in stops
            and line.words[last + 1][0].isalpha()
            and not self._is_boundary(line, last + 1, 0)
        ):
            last += 1
        return line.tokens.slice(target.first + 1, last) if last > target.first else ""

    def _is_boundary(self, line: Line, at: int, first: int) -> bool:
        word = line.words[at]
        if word not in _BOUNDARY:
            return False
        if word in {"i", "til", "to", "med", "over", "under", "mot", "by", ","}:
            following = line.words[at + 1] if at + 1 < len(line.words) else ""
            ahead = line.words[at + 1 : at + 4]
            return (
                following[:1].isdigit()
                or word == ","
                and any(item in {"fra", "frå", "from"} for item in ahead[:1])
                or bool(set(ahead[:2]) & {"under", "over", "minst", "høyst"})
            )
        if word in {"fra", "frå", "from"}:
            return (
                any(item[0].isdigit() or item.isupper() for item in line.words[at + 1 : at + 4])
                or read_state_change(line.text) is not None
            )
        return at > first

    def _share(self, clause: Clause) -> tuple[str, str] | None:
        """«Kundene skal oppleve …» measured as the share of the customers who do."""
        subject = clause.subject
        if subject is None or len(subject.split()) > 4 or not _PEOPLE[self.language].search(subject):
            return None
        first, _, rest = clause.goal.partition(" ")
        present = _present(first.lower(), self.language)
        if present is None or not rest:
            return None
        text = self._share_wording(subject[:1].lower() + subject[1:], f"{present} {rest}")
        return text, text

    def _share_of(self, who: str, goal: str) -> str:
        """«Minst 80 % av søknadene skal besvares …»: the share of the applications that are."""
        first, _, rest = re.split(r"[,;]", goal)[0].partition(" ")
        return self._share_wording(who, f"{_present(first.lower(), self.language) or first} {rest}".strip())

    def _share_wording(self, who: str, does: str) -> str:
        text = wording.SHARE_WHO if _PEOPLE[self.language].search(who) else wording.SHARE_THAT
        return self._say(text).format(who=who, does=does)

    def _plain(self, clause: Clause) -> tuple[str, str]:
        metric = self._metric(clause)
        if clause.subject is not None:
            return clause.line.text, metric or clause.line.text
        return clause.goal, metric or clause.goal

    def _antecedent(self, clause: Clause, metric: str, target: Quantity | None, before: list[Statement]) -> Fact | None:
        """The fact a goal without a start value speaks of: the one just said, or one about the same metric."""
        if metric and target is not None:
            return self._fact_for(metric, target.unit, but=clause.statement)
        for statement in (clause.statement, *before[:3]):
            for fact in self.facts:
                earlier = fact.statement is not clause.statement or fact.measure.end <= clause.start
                if (
                    fact.statement is statement
                    and earlier
                    and (target is None or same_unit(fact.measure.unit, target.unit))
                ):
                    return fact
        return None

    def _fact_for(self, metric: str, unit: str | None, but: Statement | None = None) -> Fact | None:
        words = key_words(metric)
        scored = [
            (likeness(words, fact.words), len(words & fact.words), -at, fact)
            for at, fact in enumerate(self.facts)
            if (unit is None or same_unit(fact.measure.unit, unit)) and fact.statement is not but
        ]
        best = max(scored, key=lambda item: item[:3], default=None)
        return best[3] if best is not None and best[0] >= 0.6 and best[1] >= min(2, len(words)) else None

    def _named(self, fact: Fact) -> str:
        """The fact's name: that of a table row with the same value, where there is one."""
        for other in self.facts:
            if (
                other.statement.cells
                and other.measure.value == fact.measure.value
                and same_unit(other.measure.unit, fact.measure.unit)
            ):
                return other.name
        return fact.name

    # --- the finished key result -----------------------------------------------------------------------------------

    def _finish(
        self,
        made: Made,
        clause: Clause | None,
        metric: str,
        baseline: Quantity | None,
        target: Quantity | None,
        day: date | None,
    ) -> Made:
        source = made.key_result.data_source or self._source_of(metric, baseline)
        long_term: LongTermGoal | None = None
        if target is not None and self.is_later(clause, day):
            long_term = LongTermGoal(
                text=target.text,
                value=target.value,
                unit=target.unit,
                bound=target.bound,
                basis=target.basis,
                quote=target.quote,
                deadline=day,
            )
            target, day = None, None
        unit = next((item.unit for item in (target, baseline, long_term) if item is not None and item.unit), None)
        text = self._text(clause, metric, baseline, target, long_term, day)
        made.key_result = KeyResult(
            text=text,
            metric=metric,
            unit=unit,
            baseline=baseline,
            target=target,
            long_term=long_term,
            deadline=day,
            data_source=source,
        )
        if long_term is not None and self.period is not None:
            end = wording.written_date(self.period.end, self.language)
            made.questions.append((wording.ASK_PERIOD_TARGET, {"goal": long_term.text, "metric": metric, "end": end}))
        if baseline is None and not _needs_no_start(target or long_term):
            made.questions.append((wording.ASK_BASELINE, {"metric": metric}))
        return made

    def _source_of(self, metric: str, baseline: Quantity | None) -> str | None:
        if baseline is None:
            return None
        for fact in self.facts:
            if (
                fact.data_source
                and fact.measure.value == baseline.value
                and same_unit(fact.measure.unit, baseline.unit)
            ):
                if likeness(key_words(metric), fact.words) > 0 or fact.name == metric:
                    return fact.data_source
        return None

    def is_later(self, clause: Clause | None, day: date | None) -> bool:
        """Whether a goal is for after the period, by its date or its words («på lengre sikt»)."""
        if day is not None:
            return self.period is not None and day > self.period.end
        if clause is None:
            return False
        if _LATER.search(clause.line.text):
            return True
        if self.period is None:
            return False
        years = [int(year) for year in re.findall(r"\b(20\d\d)\b", clause.line.text)]
        return bool(years) and min(years) > self.period.end.year

    def _text(
        self,
        clause: Clause | None,
        metric: str,
        baseline: Quantity | None,
        target: Quantity | None,
        long_term: LongTermGoal | None,
        day: date | None,
    ) -> str:
        if clause is not None and long_term is None and self._reads_well(clause, baseline):
            words = clause.goal if clause.subject is None else clause.line.text
            return capitalised(cleaned(words))
        parts: list[str] = []
        if baseline is not None:
            parts.append(f"{self._say(wording.FROM)} {_short(baseline, target or long_term)}")
        if target is not None:
            parts.append(
                f"{self._say(wording.TO)} {self._bounded(target, metric)}"
                if target.value is not None or baseline is not None
                else target.text
            )
        if long_term is not None:
            year = f" ({long_term.deadline.year})" if long_term.deadline else ""
            parts.append(f"{self._say(wording.TOWARDS)} {self._bounded(long_term, metric)}{year}")
        if day is not None:
            parts.append(f"{self._say(wording.BY)} {wording.written_date(day, self.language)}")
        return f"{metric}: {' '.join(parts)}" if parts else metric

    def _reads_well(self, clause: Clause, baseline: Quantity | None) -> bool:
        """Whether the clause's own words can stand as a key result: it names its metric, values and nothing more."""
        if len(clause.goal.split()) > 28 or not self._metric(clause):
            return False
        if baseline is not None and clause.line.change.baseline is None and read_state_change(clause.line.text) is None:
            return False
        return clause.subject is None or not moves(clause.goal)

    def _bounded(self, quantity: Quantity, metric: str) -> str:
        """The goal with its «minst» or «høyst», without the words the metric says already."""
        text = quantity.text
        if text.lower().endswith(metric.lower()) and text[: -len(metric)].strip():
            text = text[: -len(metric)].strip()
        if quantity.bound is None:
            return text
        word = wording.AT_LEAST if quantity.bound is Bound.AT_LEAST else wording.AT_MOST
        return f"{self._say(word)} {text}"

    def without_baseline(self, key_result: KeyResult) -> str:
        """The key result's line without its start value, for when the brief gives two."""
        return self._text(
            None,
            key_result.metric or key_result.text,
            None,
            key_result.target,
            key_result.long_term,
            key_result.deadline,
        )


_PERSON = (
    r"kunde|innbygg|pasient|elev|student|beboer|bebuar|medlem|besøk|passasjer|leietak|leigetak|bruk|gjest|søk|ungdom|ansatt|tilsett|medarbeid|"
    r"leder|leiar|lærer|lærar|lærling|foreldre|pårørende|pårørande|frivillig|tekniker|teknikar|rådgiver|rådgjevar|sjåfør|sykepleier|sjukepleiar|virksomhet|verksemd|bedrift|"
    r"leverandør|huseier|husstand|bonde|bønd|deltak|spill|spel|røkt|lokalbefolk"
)
_PEOPLE = {
    Language.NB: re.compile(
        rf"\b(?:\w*(?:{_PERSON})\w*(?:ene|erne|ne|a|en)|folk|barna|ansatte|unge|foreldre)(?:\s+våre)?$", re.IGNORECASE
    ),
    Language.NN: re.compile(
        rf"\b(?:\w*(?:{_PERSON})\w*(?:ane|ene|ne|a|en)|folk|barna|borna|tilsette|unge|foreldre)(?:\s+våre)?$",
        re.IGNORECASE,
    ),
    Language.EN: re.compile(
        r"\b(?:customers|clients|residents|citizens|patients|pupils|students|members|visitors|passengers|tenants|users|guests|applicants|shoppers|families|children|people|employees|"
        r"colleagues|managers|teachers|parents|volunteers|suppliers|staff|engineers|nurses|leaders|young\s+people|everyone)$",
        re.IGNORECASE,
    ),
}


def _present(word: str, language: Language) -> str | None:
    """The present tense of an infinitive the lexicon knows, else ``None``."""
    if word in {"kunne", "kunna"}:
        return "kan"
    verbs = lexicon(language).verbs
    if language is Language.EN:
        if word == "be":
            return "are"
        return word if any(verb.form is VerbForm.INFINITIVE for verb in verbs.get(word)) else None
    return verbs.form_of(word, VerbForm.PRESENT)


def _quantity(measure: Measure, text: str, quote: str, *, whole: bool = False) -> Quantity:
    """A value of the brief, as it is written there."""
    written = text[measure.start : measure.end] if len(text) >= measure.end and not _is_slice(text, measure) else text
    if whole and measure.unit is not None and measure.unit not in written:
        written = text.strip()
    return Quantity(
        text=cleaned(written) or written,
        value=measure.value,
        unit=measure.unit,
        bound=measure.bound,
        basis=Basis.SOURCE,
        quote=quote,
    )


def _is_slice(text: str, measure: Measure) -> bool:
    """Whether ``text`` is the value itself already, and not the line it stands in."""
    return len(text) == measure.end - measure.start


def _after(start: float | None, delta: Measure, baseline: Quantity | None, *, down: bool) -> float | None:
    if start is None or baseline is None:
        return None
    size = abs(delta.value)
    down = down or delta.value < 0
    points = (delta.unit or "").startswith(("prosentpoeng", "percentage"))
    if delta.unit == PERCENT and not points and baseline.unit != PERCENT:
        return start * (1 - size / 100 if down else 1 + size / 100)
    if delta.unit == baseline.unit or points:
        return None if delta.unit == PERCENT else (start - size if down else start + size)
    return None


def _relative_words(line: Line) -> str:
    """The words of a change of known size without a start value: «halveres», «med 20 %»."""
    change = line.change
    if change.delta is not None and change.delta.role is Role.DELTA:
        measure = change.delta
        before = line.words[measure.first - 1] if measure.first else ""
        first = measure.first - 1 if before in {"med", "by", "opp", "ned", "up", "down"} else measure.first
        return line.tokens.slice(first, measure.last)
    if change.factor is not None:
        for at, word in enumerate(line.words):
            if re.match(r"halv|dobl|tredobl|firedobl|doubl|tripl|quadrup", word):
                return line.tokens.slice(at, at)
            if re.match(r"tredel|tredjedel|fjerdedel|femtedel|third|fifth|half", word) and at:
                return line.tokens.slice(at - 1, at)
    return ""


_ASIDE = re.compile(r"\((?=[^)]*(?:\b20\d\d\b|i dag|i fjor|last year|today|nå|now))[^)]*\)", re.IGNORECASE)


def _aside(line: Line) -> Measure | None:
    """The value of an aside that tells what is or was: «(1,6 mill. kr i 2025)», «(16 % last year)»."""
    found = _ASIDE.search(line.text)
    if found is None:
        return None
    return next(
        (measure for measure in line.measures if found.start() < measure.start and measure.end <= found.end()), None
    )


def _short(baseline: Quantity, target: Quantity | None) -> str:
    """The start value, without its unit when the goal repeats it."""
    if (
        target is None
        or baseline.unit is None
        or baseline.unit != target.unit
        or baseline.unit == PERCENT
        or " " in baseline.unit
    ):
        return baseline.text
    return re.sub(rf"\s*{re.escape(baseline.unit)}$", "", baseline.text) or baseline.text


def _needs_no_start(target: Quantity | None) -> bool:
    """Zero, and states, start from nothing that needs telling."""
    return target is None or target.value == 0
