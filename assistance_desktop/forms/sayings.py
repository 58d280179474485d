"""What pyxform says most often about a form, in our own words, with what to do about it.

pyxform tells its messages apart by their text alone; one that it words anew is passed on as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistance_desktop.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Saying:
    """One message of pyxform: how it is known, and ours instead."""

    pattern: re.Pattern[str]
    problem: str
    """Empty when it is nothing to bother anybody with."""
    hint: str
    column: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Reworded:
    """A message in our own words; an empty problem says nothing."""

    problem: str
    hint: str
    column: str
    sheet: str
    parts: Mapping[str, str]


def reworded(message: str) -> Reworded | None:
    """The message in our own words; None when we have none for it."""
    for saying in _SAYINGS:
        found = saying.pattern.search(message)
        if found is not None:
            parts = {key: value or "" for key, value in found.groupdict().items()}
            return Reworded(
                _(saying.problem).format(**parts) if saying.problem else "",
                _(saying.hint).format(**parts) if saying.hint else "",
                parts.get("column") or saying.column,
                parts.get("sheet") or saying.sheet,
                parts,
            )
    return None


def _saying(pattern: str, problem: str, hint: str, column: str = "", sheet: str = "") -> Saying:
    return Saying(re.compile(pattern, re.DOTALL), problem, hint, column, sheet)


_CLOSE = N_("Every begin_group and begin_repeat needs its own end row, in the right order.")
_LIST = N_("Add the list to the sheet choices (list_name, name, label), or correct its name.")
_UNIQUE = N_("Give one of them another name.")
_SPELLED = N_("Start with a letter; then letters, digits, hyphens, points and underscores.")

_SAYINGS = (
    _saying(
        r"Unknown question type '(?P<type>.*)'\.?$",
        N_("The type “{type}” is not known."),
        N_("Use a type of the XLSForm reference, such as text, integer, date or select_one LIST."),
        "type",
    ),
    _saying(
        r"Unmatched 'end_(?P<kind>\w+)'",
        N_("This end_{kind} closes nothing."),
        _CLOSE,
        "type",
    ),
    _saying(
        r"Unmatched 'begin_(?P<kind>\w+)'.* for the name '(?P<name>[^']*)'",
        N_("The {kind} “{name}” is never closed."),
        _CLOSE,
        "type",
    ),
    _saying(
        r"There should be a choices sheet",
        N_("The form has no sheet “choices”, but this question chooses from a list."),
        _LIST,
        "type",
    ),
    _saying(
        r"There should be an external_choices sheet",
        N_("The form has no sheet “external_choices”, but this question chooses from it."),
        N_("Add the sheet with the columns list_name, name and label, or use select_one."),
        "type",
    ),
    _saying(
        r"List name not in (?:choices|columns) sheet: (?P<list>.*)",
        N_("There is no list “{list}” in the sheet choices."),
        _LIST,
        "type",
    ),
    _saying(
        r"List name not in external choices sheet: (?P<list>.*)",
        N_("There is no list “{list}” in the sheet external_choices."),
        N_("Add the list to that sheet, or correct its name."),
        "type",
    ),
    _saying(
        r"should end with one of the supported file extensions",
        N_("The file of the list must end in .csv, .xml or .geojson."),
        N_("Write the whole file name, such as select_one_from_file towns.csv."),
        "type",
    ),
    _saying(
        r"Choice names with spaces .* See \[(?P<name>.*)\] in \[(?P<list>.*)\]",
        N_("The name “{name}” in the list {list} has a blank in it."),
        N_("Names of choices of a select_multiple have no blanks; use an underscore."),
        "name",
        "choices",
    ),
    _saying(
        r"Question or group with no name",
        N_("The row has a type but no name."),
        N_("Give it a name of its own in the column name."),
        "name",
    ),
    _saying(
        r"Question with no type",
        N_("The row has no type."),
        N_("Give it a type, or delete the row."),
        "type",
    ),
    _saying(
        r"element named '(?P<name>.*)' has no label or hint",
        N_("The question “{name}” has neither label nor hint."),
        N_("Write a label."),
        "label",
    ),
    _saying(
        r"'name' value 'meta' is invalid",
        N_("The name “meta” is kept for what a form notes about itself."),
        _UNIQUE,
        "name",
    ),
    _saying(
        r"column\(s\) are not supported by this version of pyxform: (?P<columns>.*?)\. Please",
        N_("These columns are not known here: {columns}."),
        N_("Correct their names, or delete them."),
    ),
    _saying(
        r"Missing calculation",
        N_("The row calculates, but the column calculation is empty."),
        N_("Write a formula, or change the type to hidden."),
        "calculation",
    ),
    _saying(
        r"'name' value '(?P<name>[^']*)' is invalid\. (?:Questions, groups|Repeat names must un)",
        N_("The name “{name}” stands twice."),
        _UNIQUE,
        "name",
    ),
    _saying(
        r"'name' value '(?P<name>[^']*)' is problematic",
        N_("The name “{name}” differs from another one only in small and capital letters."),
        _UNIQUE,
        "name",
    ),
    _saying(
        r"'name' value '(?P<name>[^']*)' is invalid\. Repeat names must not",
        N_("The repeat has the name of the whole form, “{name}”."),
        _UNIQUE,
        "name",
    ),
    _saying(
        r"value is invalid\. Names must begin",
        N_("The name cannot be used as it is."),
        _SPELLED,
        "name",
    ),
    _saying(
        r"the '(?P<column>[^']*)' value is invalid.* Could not find the name '(?P<name>[^']*)'",
        N_("No question has the name “{name}”, which ${{{name}}} means."),
        N_("Correct the name, or add the question."),
    ),
    _saying(
        r"the '(?P<column>[^']*)' value is invalid.* The name '(?P<name>[^']*)' appears more",
        N_("Several questions have the name “{name}”, so ${{{name}}} can mean each."),
        _UNIQUE,
    ),
    _saying(
        r"the '(?P<column>[^']*)' value is invalid\. Reference variables must start",
        N_("A name in ${{...}} is not written right."),
        N_("Write ${{name}} with the name of a question and nothing else."),
    ),
    _saying(
        r"accepted parameter keys .* are '(?P<known>[^']*)'"
        r".*invalid parameter key\(s\): '(?P<bad>.*)'",
        N_("This type of question has no parameter {bad}."),
        N_("It knows: {known}."),
        "parameters",
    ),
    _saying(
        r"Parameters must be in the form",
        N_("The parameters cannot be read."),
        N_("Write them as key=value, with blanks between them."),
        "parameters",
    ),
    _saying(
        r"the parameter '(?P<name>[^']*)' must be a number",
        N_("The parameter {name} is not a number."),
        N_("Write a number, such as {name}=1."),
        "parameters",
    ),
    _saying(
        r"(?P<kind>\w+) has no label: \{",
        N_("The group or repeat has no label; workers see none above its questions."),
        N_("Write a label, or leave it so."),
        "label",
    ),
    _saying(
        r"Choices should have a label",
        N_("The choice has no label; its name is shown."),
        N_("Write a label."),
        "label",
        "choices",
    ),
    _saying(
        r"Choices must have a name",
        N_("The choice has no name."),
        N_("Give it a name of its own in its list."),
        "name",
        "choices",
    ),
    _saying(
        r"Row without name, text, or label is being skipped",
        N_("The row has no type, name or label; it is taken for a comment."),
        N_("Give it a type and a name if it is a question."),
        "type",
    ),
    _saying(
        r"The 'disabled' column",
        N_("The column “disabled” is old; rows with yes are left out."),
        N_("Delete the rows, or use relevant."),
        "disabled",
    ),
    _saying(
        r"is no longer supported on most devices",
        N_("Numbers of devices are not asked here; the answer stays empty."),
        N_("Delete the row."),
        "type",
    ),
    _saying(
        r"select one external is only meant for filtered",
        N_("A select_one_external without choice_filter offers its whole list."),
        N_("Write a choice_filter, or use select_one."),
        "choice_filter",
    ),
    _saying(
        r"For 'background-geopoint' questions, the 'trigger' column must not",
        N_("A background-geopoint needs a question in the column trigger."),
        N_("Write ${{name}} of the question that sets it off."),
        "trigger",
    ),
    _saying(
        r"the '(?P<column>[^']*)' value is invalid\. Column headers must not be empty",
        N_("The heading “{column}” has a blank in it; formulas cannot use the column."),
        N_("Write an underscore instead of the blank."),
        "",
        "choices",
    ),
    _saying(
        r"Headers that are different names .* were found: '(?P<other>[^']*)', '(?P<column>[^']*)'",
        N_("The columns “{other}” and “{column}” mean the same."),
        N_("Rename or delete one of them."),
    ),
    _saying(
        r"required column headers were not found: (?P<columns>[^.]*)",
        N_("The sheet lacks these columns: {columns}."),
        N_("Write them into its first row."),
    ),
    _saying(
        r"uses or_other and translations",
        N_("or_other adds “Other” in English only."),
        N_("Write the choice “other” and its text question yourself, in each language."),
        "type",
    ),
    _saying(
        r"valid machine-readable codes: (?P<languages>[^.]*)\.",
        N_("These languages have no code: {languages}."),
        N_("Write the code in brackets, such as English (en), so that it is read the right way."),
    ),
    _saying(
        r"When looking for a sheet named '(?P<wanted>[^']*)'.*found: '(?P<near>[^']*)'",
        N_("The sheet “{near}” is not read; is it meant to be “{wanted}”?"),
        N_("Rename the sheet, or start its name with an underscore."),
    ),
    _saying(r"Language '[^']*' is missing the (?:survey|choices) ", "", ""),
    _saying(r"Use the max-pixels parameter", "", ""),
)
"""Columns that miss a language are told by reading_over.py, with their place; max-pixels is advice
about sending pictures over mobile nets, which this program never does."""
