"""What is to be said about a form file: where, what, and how to mend it.

The same shape serves a warning (the form runs all the same) and a refusal (it does not).
"""

from dataclasses import asdict, dataclass

from assistance_desktop.errors import AppError


@dataclass(frozen=True, slots=True)
class Remark:
    """A problem in a form file with its place; row counts from 1, the heading included."""

    problem: str
    hint: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""

    def as_json(self) -> dict[str, object]:
        """The object that `form check` prints."""
        found = asdict(self)
        return {
            key: found[key] or (None if key == "row" else "")
            for key in ("sheet", "row", "column", "problem", "hint")
        }


class FormRefused(AppError):  # noqa: N818 - a fact, not an error of the program
    """A form that cannot run, with the place of the reason."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark.problem, remark.hint)
        self.remark = remark


class FormulaRefused(FormRefused):
    """A formula that cannot run, with the path and the rule that it belongs to."""

    def __init__(self, path: str, rule: str, problem: str, hint: str) -> None:
        where = f"{path} {rule}".strip()
        super().__init__(Remark(f"{where}: {problem}", hint, column=rule))
        self.path = path
        self.rule = rule
        self.bare = problem
