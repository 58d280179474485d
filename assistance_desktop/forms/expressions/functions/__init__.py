"""All functions of the ODK XForms specification by name, and how they are called."""

import difflib

from assistance_desktop.forms.expressions.functions import (
    dates,
    logic,
    nodes,
    numbers,
    places,
    texts,
)
from assistance_desktop.forms.expressions.functions.signature import Signature
from assistance_desktop.forms.expressions.paths import Evaluate
from assistance_desktop.forms.expressions.syntax import ExpressionError
from assistance_desktop.forms.expressions.values import Value
from assistance_desktop.forms.expressions.world import Scope
from assistance_desktop.i18n import _

FUNCTIONS: dict[str, Signature] = {
    **texts.FUNCTIONS,
    **logic.FUNCTIONS,
    **numbers.FUNCTIONS,
    **nodes.FUNCTIONS,
    **dates.FUNCTIONS,
    **places.FUNCTIONS,
}


def call(name: str, arguments: list[Evaluate]) -> Evaluate:
    """A function that calls a function.

    Raises ExpressionError when there is no such function or the number of arguments is wrong.
    """
    signature = FUNCTIONS.get(name)
    if signature is None:
        near = difflib.get_close_matches(name, FUNCTIONS, 1)
        raise ExpressionError(
            _("There is no function {name}().").format(name=name),
            _("Did you mean {other}()?").format(other=near[0]) if near else "",
        )
    if not signature.fewest <= len(arguments) <= signature.most:
        raise ExpressionError(
            _("{name}() does not take {count} arguments.").format(name=name, count=len(arguments)),
            _("See the function in the ODK XForms specification."),
        )
    apply = signature.apply

    def evaluate(scope: Scope) -> Value:
        return apply(scope, arguments)

    return evaluate
