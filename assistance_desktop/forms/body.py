"""The body of an XForm: which control asks for which node, with its look, texts and choices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from assistance_desktop.forms.form import Bind, Choice, Choices, Expression, Wording
from assistance_desktop.forms.itext import Compile, Texts
from assistance_desktop.forms.markup import attributes, child, children, local, text_of
from assistance_desktop.forms.searching import search_choices, searched_list

_CONTROLS = {"input", "select", "select1", "rank", "range", "trigger", "upload", "secret"}
_TYPES = {
    "string": "text",
    "int": "integer",
    "decimal": "decimal",
    "boolean": "text",
    "date": "date",
    "time": "time",
    "dateTime": "dateTime",
    "geopoint": "geopoint",
    "geotrace": "geotrace",
    "geoshape": "geoshape",
    "barcode": "barcode",
}
_BY_CONTROL = {
    "select": "select_multiple",
    "select1": "select_one",
    "rank": "rank",
    "range": "range",
    "trigger": "acknowledge",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a group looks."""

    label: Wording | None = None
    hint: Wording | None = None
    appearance: str = ""
    shown: bool = False


@dataclass(frozen=True, slots=True)
class RepeatLook:
    """How a repeat looks and who decides how often."""

    label: Wording | None
    appearance: str
    count: Expression | None
    fixed: bool


@dataclass(frozen=True, slots=True)
class Control:
    """One control of the body."""

    element: str
    label: Wording | None
    hint: Wording | None
    appearance: str
    choices: Choices | None
    parameters: Mapping[str, str]


@dataclass(slots=True)
class Body:
    """Everything that the body says, by path."""

    groups: dict[str, Look] = field(default_factory=dict[str, Look])
    repeats: dict[str, RepeatLook] = field(default_factory=dict[str, RepeatLook])
    controls: dict[str, Control] = field(default_factory=dict[str, Control])
    actions: list[tuple[Element, str]] = field(default_factory=list[tuple[Element, str]])
    searched: set[str] = field(default_factory=set[str])
    """Lists that only an appearance names."""


def read_body(body: Element, texts: Texts, compile_source: Compile) -> Body:
    """Take in all controls.

    Raises FormRefused when a formula cannot be read.
    """
    reader = _Reader(texts, compile_source, Body())
    reader.inside(body, "")
    return reader.body


def question_type(control: Control, data_type: str, bind: Bind) -> str:
    """The type as an XLSForm names it."""
    if control.element in _BY_CONTROL:
        return _BY_CONTROL[control.element]
    if control.element == "upload":
        kind = control.parameters.get("mediatype", "").partition("/")[0]
        return kind if kind in ("image", "audio", "video") else "file"
    always = bind.readonly is not None and bind.readonly.source in ("true()", "1")
    if always and data_type == "string":
        return "note"
    return _TYPES.get(data_type, "text")


@dataclass(slots=True)
class _Reader:
    texts: Texts
    compile: Compile
    body: Body

    def inside(self, parent: Element, context: str) -> None:
        for element in parent:
            tag = local(str(element.tag))
            if tag == "group":
                self.group(element, context)
            elif tag == "repeat":
                self.repeat(element, context, None)
            elif tag in _CONTROLS:
                self.control(element, tag, context)

    def group(self, element: Element, context: str) -> None:
        path = _path(element, context)
        label = self.texts.wording(child(element, "label"))
        appearance = element.get("appearance", "")
        repeat = child(element, "repeat")
        if repeat is not None and (not path or path in ("", context, _path(repeat, context))):
            self.repeat(repeat, context, Look(label, None, appearance, shown=True))
            others = [e for e in element if e is not repeat]
        else:
            others = list(element)
            if path and path != context:
                hint = self.texts.wording(child(element, "hint"))
                self.body.groups[path] = Look(label, hint, appearance, shown=True)
        holder = Element("group")
        holder.extend(others)
        self.inside(holder, path or context)

    def repeat(self, element: Element, context: str, around: Look | None) -> None:
        path = _path(element, context)
        written = attributes(element)
        count = written.get("jr:count", "").strip()
        self.body.repeats[path] = RepeatLook(
            label=around.label if around else self.texts.wording(child(element, "label")),
            appearance=element.get("appearance", "") or (around.appearance if around else ""),
            count=self.compile(count, f"{path} jr:count") if count else None,
            fixed="true" in written.get("jr:noAddRemove", ""),
        )
        self.body.actions += [(action, "") for action in children(element, "setvalue")]
        self.inside(element, path)

    def control(self, element: Element, tag: str, context: str) -> None:
        path = _path(element, context)
        self.body.actions += [(action, path) for action in children(element, "setvalue")]
        parameters = attributes(element)
        for known in ("ref", "bind", "appearance"):
            parameters.pop(known, None)
        if path in self.body.controls and tag == "input":
            return
        query = parameters.pop("query", "")
        if query:
            tag = "select1"
        self.body.controls[path] = Control(
            element=tag,
            label=self.texts.wording(child(element, "label")),
            hint=self.texts.wording(child(element, "hint")),
            appearance=element.get("appearance", ""),
            choices=self.query(query, path) if query else self.offered(element, tag, path),
            parameters=parameters,
        )

    def query(self, query: str, path: str) -> Choices:
        """The choices of select_one_external: rows of itemsets.csv."""
        return Choices(
            rows=self.compile(query, f"{path} choices"),
            name=self.compile("name", f"{path} choices"),
            label=self.texts.referred("label"),
        )

    def offered(self, element: Element, tag: str, path: str) -> Choices | None:
        found = self.choices(element, tag, path)
        appearance = element.get("appearance", "")
        if found is None or "search" not in appearance:
            return found
        self.body.searched.update(filter(None, [searched_list(appearance)]))
        return search_choices(appearance, found.fixed) if found.rows is None else found

    def choices(self, element: Element, tag: str, path: str) -> Choices | None:
        if tag not in ("select", "select1", "rank"):
            return None
        itemset = child(element, "itemset")
        if itemset is None:
            return Choices(fixed=tuple(self.choice(item) for item in children(element, "item")))
        name, label = child(itemset, "value"), child(itemset, "label")
        value = name.get("ref", "name") if name is not None else "name"
        shown = label.get("ref", "label") if label is not None else value
        return Choices(
            rows=self.compile(itemset.get("nodeset", ""), f"{path} choices"),
            name=self.compile(value, f"{path} choices"),
            label=self.texts.referred(shown),
        )

    def choice(self, item: Element) -> Choice:
        name = text_of(child(item, "value")).strip()
        return Choice(name, self.texts.wording(child(item, "label")) or Wording())


def _path(element: Element, context: str) -> str:
    written = (element.get("ref") or element.get("nodeset") or "").strip().rstrip("/")
    if not written or written.startswith("/"):
        return written
    return f"{context}/{written}" if written != "." else context
