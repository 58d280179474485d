"""The differences between the engines that we know, and why ours does as it does.

Anything that is not in this table fails the comparison; a row that no longer occurs is told.
"""

import re
from dataclasses import dataclass

from forms.agreement import Difference


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a form's path may be told differently; `*` is every form."""

    form: str
    aspect: str
    path: str
    why: str
    theirs: str | None = None
    """What the other engine tells, where only that is meant."""

    def explains(self, difference: Difference) -> bool:
        """Whether this difference is the one meant; the path is a regular expression."""
        form = self.form in ("*", difference.form.rpartition(".")[0])
        aspect = self.aspect in ("*", difference.aspect)
        told = self.theirs in (None, difference.theirs)
        return form and aspect and told and re.fullmatch(self.path, difference.path) is not None


REASONS = (
    Reason(
        "*",
        "values",
        r".*/(orx:)?instanceID",
        "a new random name for each filled form",
    ),
    Reason(
        "*",
        "*",
        r"/\w+/(orx:)?meta(/(orx:)?instanceID)?",
        "ODK's engine adds the block for the filled form's name where the author wrote none",
    ),
    Reason(
        "*",
        "labels",
        r".*",
        "pyxform writes a dash where a language has no text; ours shows the next language's text",
        theirs="-",
    ),
    Reason(
        "pma_uganda_female_FQ",
        "values",
        r"/data/(birthday_10yr|BUS/begin_using)",
        "a day without a clock time is a whole number of days, as in JavaRosa; xforms-engine takes "
        "the zone's offset away",
    ),
    Reason(
        "pma_uganda_female_FQ",
        "*",
        r"/data/marriage_warning_(first|recent)",
        "relevant when another node is there, which is irrelevant: not found, as in JavaRosa; "
        "xforms-engine finds it, blank",
    ),
    Reason(
        "case_insensitivity",
        "values",
        r"/data/q2",
        "an answer from an external list (`query`) is any text there, and one of the list here",
    ),
    Reason(
        "webforms_computations_3-relevant-calculate",
        "values",
        r"/root/third-question",
        "a calculation that was written over, as in the form below",
    ),
    Reason(
        "liberia_village_r1",
        "*",
        r".*/spDescription2/(randomStart2|interval_note_2)",
        "a random number, and the text that repeats it",
    ),
    Reason(
        "enketo_nested-repeat-count",
        "labels",
        r"/data/top-level",
        "the label of a repeat as a whole is its first instance's with us",
    ),
    Reason(
        "webforms_computations_1-calculate-simple.xform",
        "values",
        r"/root/second-question",
        "a calculation that was written over is worked out again when what it looks at changes, "
        "as in JavaRosa; xforms-engine waits until its result changes",
    ),
    Reason(
        "webforms_computations_8-outputs",
        "*",
        r"/root/[ce]",
        "a calculation that was written over, as above, and the text that repeats it",
    ),
)

REFUSED = {
    "collect_repeat_group_form.xml": "a group and the repeat inside it name the same node twice",
    "enketo_setvalue.xml": "an action for an event that nobody knows; ours leaves the action out",
}
"""The forms that xforms-engine does not open, and we do."""
