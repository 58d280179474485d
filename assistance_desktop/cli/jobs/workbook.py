"""A questionnaire from an office: its workbook converted, its formulas read, its flaws told."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from assistance_desktop.child import unwrap, wrap
from assistance_desktop.forms.media import Media
from assistance_desktop.forms.remarks import FormRefused
from assistance_desktop.forms.workbook import make_form


def run(data: bytes) -> bytes:
    """The XForm that runs, behind as many bytes of lists as `itemsets` tells, and `remarks`.

    `name` is the file's, and `lists` tells the name and the length of each list that comes
    before the file. A form that cannot run gives `refused`, with its place.
    """
    options, content = unwrap(data)
    lists: dict[str, bytes] = {}
    for name, length in options["lists"]:
        lists[name], content = bytes(content[:length]), content[length:]
    try:
        _form, made = make_form(bytes(content), Path(options["name"]), Media(extra=lists))
    except FormRefused as refused:
        return wrap({"refused": asdict(refused.remark)})
    told: dict[str, Any] = {"remarks": [asdict(remark) for remark in made.remarks]}
    told["itemsets"] = None if made.itemsets is None else len(made.itemsets)
    return wrap(told, (made.itemsets or b"") + made.xform)
