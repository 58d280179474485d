"""Why somebody cannot be told, in a banner: not asked, said no, taken back, or must not know."""

from assistance_desktop.cases.agreements import State
from assistance_desktop.cases.lack import ConsentMissingError, Lack
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.telling.matter import Matter


def must_not_know(matter: Matter) -> Notice:
    """The recipient is on the do-not-tell list."""
    reached = matter.reached()
    who = matter.who_words(reached.who) if reached else ""
    return Notice(
        _("{recipient} must not know.").format(recipient=matter.whom.name),
        _("On the do-not-tell list of {name}: {who}. Nothing can be told here.").format(
            name=matter.name, who=who
        ),
        "amber",
        closable=False,
    )


def not_agreed(matter: Matter, refusal: ConsentMissingError) -> Notice:
    """The person has not agreed, or not any more."""
    title = _("{name} has not agreed to this.").format(name=matter.name)
    if refusal.lack is Lack.NOT_ASKED and refusal.consent is None:
        said = [_nobody_asked(matter)]
    else:
        said = [refusal.problem]
    said.append(
        _("Nothing by which {name} could be known can be told to: {recipient}.").format(
            name=matter.name, recipient=matter.whom.name
        )
    )
    return Notice(title, " ".join(said), "amber", closable=False)


def _nobody_asked(matter: Matter) -> str:
    agreed = [one.recipient for one in matter.named() if one.state is State.GIVEN]
    if not agreed:
        return _("Nobody has asked yet.")
    return _("A yes was given for these only: {others}.").format(others=", ".join(agreed))
