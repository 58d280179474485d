"""The rule book: every service, rule, sentence and source of a content pack, for a lawyer to read.

It takes no Release: nothing of any case is in it. Conditions are put into words from the tree
that is evaluated, so what is read here is what the program does (issue 4).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from assistance_desktop import i18n
from assistance_desktop.documents.layout import blocks as say
from assistance_desktop.documents.layout.pages import Version, lay_out, make_pdf
from assistance_desktop.documents.layout.paper import A4_DENSE
from assistance_desktop.documents.layout.runs import Words, plain
from assistance_desktop.guidance.content import Flag, Pack, Rule, Service
from assistance_desktop.guidance.facts import SERVICES
from assistance_desktop.guidance.rules import Condition
from assistance_desktop.guidance.tables import Words as InLanguages
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.guidance.wording import in_words
from assistance_desktop.i18n import N_

TITLE = "Rules"

_STATUSES = {
    "yes": N_("entitled"),
    "may": N_("possible, to be assessed"),
    "info": N_("for information"),
    "no": N_("does not apply"),
    "ask": N_("need to know more"),
}
TABLE = tuple(f"D{number}" for number in range(1, 25))
"""The rules of the decision table (facts.md 3.2)."""


def write(pack: Pack, language: str, on: date) -> Version:
    """The whole rule book in one language of the pack, as it holds on a day."""
    book = _Book(pack, language, on)
    blocks = (
        *book.beginning(),
        *book.shared(),
        *book.services(),
        *book.flags(),
        *book.proposal(),
        *book.days(),
        *book.decision_table(),
        *book.contacts(),
        *book.sources(),
    )
    return Version(language, blocks, plain(book.as_of()))


def as_pdf(pack: Pack, language: str, on: date) -> bytes:
    """The rule book as a PDF."""
    return make_pdf(TITLE, lay_out(A4_DENSE, [write(pack, language, on)]), language)


def as_html(pack: Pack, language: str, on: date) -> str:
    """The rule book as one page that needs nothing else and prints well."""
    written = write(pack, language, on)
    body = "\n".join(_tags(written.blocks))
    foot = "".join(run.text for run in written.foot)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{TITLE}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        f"<footer>{escape(foot)}</footer>\n</body>\n</html>\n"
    )


class _Book:
    """A pack in one language on one day, part by part."""

    def __init__(self, pack: Pack, language: str, on: date) -> None:
        self._pack, self._language, self._on = pack, language, on
        self._words = i18n.catalogue("ui", language).gettext

    def as_of(self) -> str:
        """What the book is as of."""
        return self._say(
            N_("As of {day}. Checked {checked}."), day=self._on, checked=self._pack.checked
        )

    def beginning(self) -> Iterator[say.Block]:
        """What the book is, and how it is read."""
        yield say.Title(
            plain(
                self._say(
                    N_("Rule book: {pack}"), pack=in_language(self._pack.name, self._language)
                )
            ),
            plain(self._on.isoformat()),
        )
        yield self._text(
            N_(
                "Rules are tried in order; the first that is true decides. A fact that is not known"
                " is asked, and is never a no. Nobody is entitled before the Assistance system has"
                " admitted them: until then the same line says “if admitted”."
            )
        )
        yield self._text(
            N_(
                "Sentences S1 to S41 are the leaflet, word for word. What is not from the leaflet"
                " says so. Texts marked draft were read by no lawyer and no translator."
            )
        )

    def shared(self) -> Iterator[say.Block]:
        """The rules that several services begin with."""
        yield self._section(N_("Before the services"))
        for title, listed in (
            (N_("First of all"), self._pack.first),
            (N_("Then"), self._pack.then),
        ):
            for one in listed:
                label = f"{self._say(title)}: {', '.join(one.services)}"
                yield say.Entry(plain(label, bold=True), tuple(self._rule(one.rule)), minor=True)

    def services(self) -> Iterator[say.Block]:
        """Each service with its rules."""
        yield self._section(N_("The services"))
        for code in SERVICES:
            service = self._pack.services[code]
            yield say.Entry(
                plain(f"{code}: {self._in(service.name)}", bold=True), tuple(self._service(service))
            )

    def flags(self) -> Iterator[say.Block]:
        """What holds or is raised beside the services: secrecy, a threat, own offences, days."""
        yield self._section(N_("What must not be overlooked"))
        for flag in self._pack.flags:
            yield say.Entry(plain(flag.code, bold=True), tuple(self._flag(flag)))

    def proposal(self) -> Iterator[say.Block]:
        """Whether a proposal can be offered."""
        yield self._section(N_("The proposal to the Assistance system"))
        for rule in self._pack.proposal:
            yield say.Entry(plain(rule.status, bold=True), tuple(self._rule(rule)), minor=True)

    def days(self) -> Iterator[say.Block]:
        """The numbers that the law and the offices set."""
        yield self._section(N_("Days"))
        clocks = self._pack.clocks
        yield self._text(
            N_(
                "The reflection period: at most {months} months in all, extensions included, to the"
                " same day of the month or the last one. Warnings at {days} days."
            ),
            months=clocks.limit_months,
            days=", ".join(str(one) for one in clocks.warn_days),
        )

    def decision_table(self) -> Iterator[say.Block]:
        """Where each rule of the decision table is carried out."""
        yield self._section(N_("Where each rule of the decision table is carried out"))
        for name in TABLE:
            places = dict.fromkeys(self._places(name))
            yield say.Item((*plain(f"{name}: ", bold=True), *plain(", ".join(places) or "-")))

    def contacts(self) -> Iterator[say.Block]:
        """Where help is reached, and when somebody checked that."""
        yield self._section(N_("Contacts"))
        for one in self._pack.contacts:
            ways = ", ".join(filter(None, (one.phone, one.email)))
            marks = self._marks(one.certainty, one.checked)
            yield say.Entry(
                plain(self._in(one.name), bold=True),
                (
                    say.Text(plain(ways)),
                    say.Text(plain(self._in(one.about))),
                    say.Text(plain(marks)),
                ),
                minor=True,
            )

    def sources(self) -> Iterator[say.Block]:
        """Every source with its words."""
        yield self._section(N_("Sources"))
        for one in self._pack.sources.values():
            leaflet = (
                "" if one.ground == "leaflet" else f" {self._say(N_('Not from the leaflet.'))}"
            )
            marks = f"{self._marks(one.certainty, one.checked)}{leaflet}"
            yield say.Entry(
                plain(one.id, bold=True),
                (say.Text(plain(one.text)), say.Text(plain(marks))),
                minor=True,
            )

    def _service(self, service: Service) -> Iterator[say.Text | say.Item]:
        yield say.Text(plain(self._in(service.text)))
        origin = "" if service.ground == "leaflet" else self._say(N_("Not from the leaflet."))
        review = self._say(N_("Texts: {review}."), review=service.review)
        marks = self._marks(service.certainty, service.checked)
        yield say.Text(plain(" ".join(filter(None, (marks, review, origin)))))
        yield self._sources_line(service.source)
        for number, rule in enumerate(service.rules, 1):
            yield from self._rule(rule, f"{number}. ")
        if service.urgent is not None:
            yield self._line(N_("Urgent when: {when}"), when=self._when(service.urgent))
        for one in self._pack.organisers[service.organiser]:
            yield self._line(
                N_("Organised by {who}, when: {when}"),
                who=self._in(one.text),
                when=self._when(one.when),
            )

    def _rule(self, rule: Rule, number: str = "") -> Iterator[say.Text | say.Item]:
        status = self._words(_STATUSES[rule.status]) if rule.status in _STATUSES else rule.status
        when = self._say(N_("{status}, when: {when}"), status=status, when=self._when(rule.when))
        ids = f" [{', '.join(rule.table)}]" if rule.table else ""
        yield say.Item((*plain(number, bold=True), *plain(f"{when}{ids}")))
        if rule.ask:
            named = [self._pack.vocabulary.fact(one, self._language) for one in rule.ask]
            yield self._line(N_("Asks for: {facts}"), facts=", ".join(named))
        if rule.text:
            yield say.Text(plain(f"“{self._in(rule.text)}”"))
        if rule.valid_from or rule.valid_to:
            yield self._line(
                N_("Holds from {start} to {end}"),
                start=rule.valid_from or "…",
                end=rule.valid_to or "…",
            )
        if rule.source:
            yield self._sources_line(rule.source)

    def _flag(self, flag: Flag) -> Iterator[say.Text | say.Item]:
        ids = f" [{', '.join(flag.table)}]" if flag.table else ""
        raised = self._say(N_("Raised when: {when}"), when=self._when(flag.when))
        yield say.Text(plain(f"{raised}{ids}"))
        yield say.Text(plain(f"“{self._in(flag.text)}”"))
        for one in flag.also:
            yield self._line(
                N_("Also, when {when}: “{text}”"),
                when=self._when(one.when),
                text=self._in(one.words),
            )
        for one in flag.questions:
            yield self._line(
                N_("Asks, when {when}: “{text}”"),
                when=self._when(one.when),
                text=self._in(one.words),
            )
        if flag.ground != "leaflet":
            yield self._text(N_("Not from the leaflet."))
        yield self._sources_line(flag.source)

    def _places(self, name: str) -> Iterator[str]:
        """Everything in the pack that carries out a rule of the table."""
        for one in (*self._pack.first, *self._pack.then):
            if name in one.rule.table:
                yield ", ".join(one.services)
        for service in self._pack.services.values():
            if any(name in rule.table for rule in service.rules):
                yield service.code
        yield from (flag.code for flag in self._pack.flags if name in flag.table)
        if any(name in rule.table for rule in self._pack.proposal):
            yield self._say(N_("the proposal"))
        if name in self._pack.customer_table:
            yield self._say(N_("every service: entitled, or if admitted"))
        if name in _ELSEWHERE:
            yield self._words(_ELSEWHERE[name])

    def _sources_line(self, ids: Iterable[str]) -> say.Text:
        sentences = [f"{one} “{self._pack.sources[one].text}”" for one in ids]
        return self._line(N_("Source: {sentences}"), sentences=" ".join(sentences))

    def _marks(self, certainty: str, checked: date) -> str:
        return self._say(N_("Certainty: {mark}. Checked {day}."), mark=certainty, day=checked)

    def _when(self, condition: Condition) -> str:
        return in_words(condition, self._pack.vocabulary, self._language)

    def _in(self, words: InLanguages) -> str:
        return in_language(words, self._language)

    def _section(self, words: str) -> say.Section:
        return say.Section(plain(self._say(words)))

    def _text(self, words: str, **values: object) -> say.Text:
        return say.Text(plain(self._say(words, **values)))

    def _line(self, words: str, **values: object) -> say.Text:
        return self._text(words, **values)

    def _say(self, words: str, **values: object) -> str:
        return self._words(words).format(**values)


_ELSEWHERE = {
    "D9": N_("every service: what the client declined is not planned"),
    "D24": N_("consent: who may give it"),
    "D23": N_("consent: who may give it"),
}
"""Rules that hold outside the pack's own rules, and where."""

_STYLE = (
    "body{font:16px/1.5 'Noto Sans',sans-serif;color:#23211d;max-width:46rem;margin:2rem auto;"
    "padding:0 1rem}h1{font-size:1.6rem}h2{font-size:1.25rem;border-top:2px solid #1d5a55;"
    "padding-top:.5rem;margin-top:2rem}h3{font-size:1rem;margin:1.25rem 0 .25rem}"
    "p,li{margin:.25rem 0}footer{font-size:.85rem;color:#554f47}"
    "@media print{h2,h3{break-after:avoid}}"
)


def _tags(blocks: Iterable[say.Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case say.Title(words, aside):
                yield f"<h1>{_text(words)}</h1>\n<p>{_text(aside)}</p>"
            case say.Section(words):
                yield f"<h2>{_text(words)}</h2>"
            case say.Entry(label, body):
                yield f"<h3>{_text(label)}</h3>"
                yield from _tags(body)
            case say.Text(words):
                yield f"<p>{_text(words)}</p>"
            case say.Item(words):
                yield f"<p>• {_text(words)}</p>"
            case _:
                raise ValueError(block)


def _text(words: Words) -> str:
    return "".join(f"<b>{escape(r.text)}</b>" if r.bold else escape(r.text) for r in words)
