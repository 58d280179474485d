"""The questions of an intake on which the program itself acts, by their names and answers.

Consents, a serious threat, somebody in the room and the client's language are read from them
(ui/intake), so an intake without them must not be published. Facts that only the plan reads may
be missing: the plan asks again.
"""

from collections.abc import Iterator, Mapping

from assistance_desktop.forms.form import Form
from assistance_desktop.forms.versions import choice_names
from assistance_desktop.guidance.content import Question
from assistance_desktop.i18n import _
from assistance_desktop.ui.questionnaires.finding import Finding, Weight

ANSWERS: Mapping[str, frozenset[str]] = {
    "pseudonym": frozenset(),
    "best_language": frozenset(),
    "consent_office": frozenset({"agrees", "does_not"}),
    "proposal_consent": frozenset({"given", "refused", "withdrawn"}),
    "consent_how": frozenset(),
    "consent_language": frozenset(),
    "companion_place": frozenset({"in_room", "elsewhere"}),
    "threat_serious": frozenset({"yes", "no"}),
    "threat_against": frozenset({"property"}),
    "threat_target": frozenset({"other"}),
    "do_not_tell": frozenset(),
}
"""Each name with the answers that it must offer."""


def find_missing(form: Form, facts: Mapping[str, Question]) -> Iterator[Finding]:
    """What an intake lacks for the program, which stops it, and for the plan, which does not."""
    asked = {question.name: question for question in form.questions()}
    for name, answers in ANSWERS.items():
        if name not in asked:
            yield _unasked(name)
            continue
        if sum(1 for question in form.questions() if question.name == name) > 1:
            yield _asked_twice(name)
        for answer in sorted(answers - choice_names(form, asked[name])):
            yield _unoffered(name, answer)
    names = {item.name for item in form.items()}
    for name in dict.fromkeys(_read_by(facts)):
        if name not in names and name not in ANSWERS:
            yield Finding(
                Weight.TO_LOOK_AT,
                _("The plan reads <b>{name}</b>, and this intake does not ask it").format(
                    name=name
                ),
                _("Without it the plan asks again."),
                "survey",
            )


def _read_by(facts: Mapping[str, Question]) -> Iterator[str]:
    """Every question that a fact is taken from."""
    for fact in facts.values():
        yield from filter(
            None, (fact.question, fact.more, fact.none_question, *fact.parts.values())
        )


def _unasked(name: str) -> Finding:
    return Finding(
        Weight.STOPS,
        _("This program needs the question <b>{name}</b> in an intake").format(name=name),
        _("It acts on the answer. Ask it under this name, or give the form an id of its own."),
        "survey",
    )


def _asked_twice(name: str) -> Finding:
    return Finding(
        Weight.STOPS,
        _("<b>{name}</b> stands twice, and this program acts on one answer").format(name=name),
        _("Give one of the two questions another name."),
        "survey",
    )


def _unoffered(name: str, answer: str) -> Finding:
    return Finding(
        Weight.STOPS,
        _("This program needs the answer <b>{answer}</b> to {name}").format(
            name=name, answer=answer
        ),
        _("It acts on that answer. Add it to the list of choices."),
        "choices",
    )
