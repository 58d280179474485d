"""From XForm XML to a Form: the model's instances, binds and actions, and the body's controls.

What the body does not show still is a question: it is calculated, hidden or set by the form.
"""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element as Markup

from assistance_desktop.forms import body as bodies
from assistance_desktop.forms.expressions.compiling import compile_expression
from assistance_desktop.forms.expressions.grammar import without_surplus
from assistance_desktop.forms.expressions.syntax import ExpressionError
from assistance_desktop.forms.form import (
    Bind,
    Expression,
    Form,
    Group,
    Item,
    Question,
    Repeat,
    SetValue,
    Start,
)
from assistance_desktop.forms.itext import Texts, extra_attributes
from assistance_desktop.forms.lists import read_lists
from assistance_desktop.forms.markup import attributes, children, local, qualified, text_of
from assistance_desktop.forms.media import Media
from assistance_desktop.forms.remarks import FormRefused, FormulaRefused, Remark
from assistance_desktop.i18n import _

_BIND_ATTRIBUTES = frozenset(
    {
        "nodeset",
        "type",
        "relevant",
        "required",
        "readonly",
        "constraint",
        "calculate",
        "jr:constraintMsg",
        "jr:requiredMsg",
        "jr:preload",
        "jr:preloadParams",
        "id",
    }
)
_LOAD_EVENTS = {"xforms-ready": "odk-instance-first-load"}


def read_xform(root: Markup, media: Media, mended: list[FormulaRefused]) -> Form:
    """Make a form of XForm XML; `mended` receives what was wrong and could be read all the same.

    Raises FormRefused when it is no form, or a formula of it cannot be read.
    """
    model = _find(root, "model")
    main = next(children(model, "instance"), None)
    data = next(iter(main), None) if main is not None else None
    if data is None:
        raise _no_form()
    return _Reader(root, model, data, media, mended).form()


def _find(root: Markup, name: str) -> Markup:
    found = next((e for e in root.iter() if local(str(e.tag)) == name), None)
    if found is None:
        raise _no_form()
    return found


def _no_form() -> FormRefused:
    return FormRefused(
        Remark(
            _("This XML is not a form: it has no model with an instance."),
            _("Choose an XForm (.xml) or an XLSForm (.xlsx, .xls, .csv, .md)."),
        )
    )


def name_of(element: Markup) -> str:
    """The name of an instance node, with `orx:` where it stands in that namespace."""
    name = qualified(str(element.tag))
    return name if name.startswith("orx:") else local(str(element.tag))


@dataclass(slots=True)
class _Reader:
    """The parts of one form while it is put together."""

    document: Markup
    model: Markup
    data: Markup
    media: Media
    mended: list[FormulaRefused]
    texts: Texts = field(init=False)
    binds: dict[str, tuple[Bind, str]] = field(
        init=False, default_factory=dict[str, tuple[Bind, str]]
    )
    body: "bodies.Body" = field(init=False)

    def form(self) -> Form:
        self.texts = Texts(self.expression)
        self.texts.read_itext(self.model)
        for bind in children(self.model, "bind"):
            self.read_bind(bind)
        self.body = bodies.read_body(_find(self.document, "body"), self.texts, self.expression)
        lists, missing = read_lists(self.model, self.media, self.body.searched)
        root = self.container(f"/{name_of(self.data)}", [self.data])
        title = text_of(
            next((e for e in self.document.iter() if local(str(e.tag)) == "title"), None)
        )
        return Form(
            title=title.strip(),
            id=self.data.get("id", ""),
            version=attributes(self.data).get(
                "version", attributes(self.data).get("orx:version", "")
            ),
            languages=self.texts.languages,
            default_language=self.texts.default_language,
            root=root if isinstance(root, Group) else Group(root.path, root.name),
            lists=lists,
            itext=self.texts.by_id,
            actions=tuple(self.actions()),
            missing=frozenset(missing),
        )

    def expression(self, source: str, place: str) -> Expression:
        path, _blank, rule = place.rpartition(" ")
        try:
            syntax, evaluate = compile_expression(source)
        except ExpressionError as error:
            shorter = without_surplus(source)
            if shorter is None:
                raise FormulaRefused(path, rule, error.problem, error.hint) from error
            self.mended.append(
                FormulaRefused(
                    path,
                    rule,
                    _("A closing bracket too many at the end of the formula; it is left out."),
                    _("Delete the last bracket."),
                )
            )
            return self.expression(shorter, place)
        return Expression(source, syntax, evaluate)

    def read_bind(self, bind: Markup) -> None:
        path = _bare(bind.get("nodeset", ""))
        written = attributes(bind)

        def formula(name: str) -> Expression | None:
            source = written.get(name, "").strip()
            return self.expression(source, f"{path} {name}") if source else None

        rules = Bind(
            relevant=formula("relevant"),
            required=formula("required"),
            readonly=formula("readonly"),
            constraint=formula("constraint"),
            calculate=formula("calculate"),
            constraint_message=self.texts.message(written.get("jr:constraintMsg")),
            required_message=self.texts.message(written.get("jr:requiredMsg")),
            preload=(written.get("jr:preload", ""), written.get("jr:preloadParams", "")),
            extra=extra_attributes(bind, _BIND_ATTRIBUTES),
        )
        self.binds[path] = (rules, written.get("type", "string").rpartition(":")[2])

    def item(self, path: str, nodes: list[Markup]) -> Item:
        if path in self.body.repeats or any(len(node) for node in nodes):
            return self.container(path, nodes)
        if path in self.body.groups:
            return self.container(path, nodes)
        return self.question(path, nodes[0])

    def container(self, path: str, nodes: list[Markup]) -> Group | Repeat:
        template = next((n for n in nodes if "jr:template" in attributes(n)), nodes[0])
        inner: dict[str, list[Markup]] = {}
        for node in template:
            inner.setdefault(name_of(node), []).append(node)
        for other in nodes:
            for node in other:
                inner.setdefault(name_of(node), [node])
        items = tuple(self.item(f"{path}/{name}", found) for name, found in inner.items())
        bind = self.binds.get(path, (Bind(), ""))[0]
        name = path.rpartition("/")[2]
        look = self.body.groups.get(path, bodies.Look())
        repeat = self.body.repeats.get(path)
        if repeat is None:
            return Group(
                path, name, bind, look.label, look.hint, look.appearance, look.shown, items
            )
        starts = [n for n in nodes if "jr:template" not in attributes(n)]
        return Repeat(
            path,
            name,
            bind,
            repeat.label or look.label,
            look.hint,
            repeat.appearance or look.appearance,
            shown=True,
            children=items,
            count=repeat.count,
            fixed=repeat.fixed,
            starts_with=tuple(self.start(node, path) for node in starts),
        )

    def start(self, node: Markup, path: str) -> Start:
        values: dict[str, str] = {}
        inner: dict[str, tuple[Start, ...]] = {}
        for element in node:
            below = f"{path}/{name_of(element)}"
            if below in self.body.repeats:
                if "jr:template" not in attributes(element):
                    inner[below] = (*inner.get(below, ()), self.start(element, below))
            elif len(element):
                group = self.start(element, below)
                values.update(group.values)
                inner.update(group.inner)
            else:
                values.setdefault(below, "".join(element.itertext()))
        return Start(values, inner)

    def question(self, path: str, node: Markup) -> Question:
        bind, data_type = self.binds.get(path, (Bind(), "string"))
        control = self.body.controls.get(path)
        name = path.rpartition("/")[2]
        default = "".join(node.itertext())
        if control is None:
            kind = "calculate" if bind.calculate else "hidden"
            return Question(
                path, name, bind, shown=False, type=kind, data_type=data_type, default=default
            )
        return Question(
            path,
            name,
            bind,
            control.label,
            control.hint,
            control.appearance,
            shown=True,
            type=bodies.question_type(control, data_type, bind),
            control=control.element,
            data_type=data_type,
            choices=control.choices,
            default=default,
            parameters=control.parameters,
        )

    def actions(self) -> list[SetValue]:
        found = [self.action(action, "") for action in children(self.model, "setvalue")]
        found += [self.action(action, trigger) for action, trigger in self.body.actions]
        return [action for action in found if action is not None]

    def action(self, action: Markup, trigger: str) -> SetValue | None:
        target = action.get("ref", "")
        if not target:
            wanted = action.get("bind", "")
            named = (b for b in children(self.model, "bind") if b.get("id") == wanted)
            target = next((b.get("nodeset", "") for b in named), "")
        if not target:
            return None
        source = action.get("value")
        if source is None:
            source = _quoted(text_of(action))
        events = frozenset(_LOAD_EVENTS.get(e, e) for e in action.get("event", "").split())
        return SetValue(
            events,
            self.expression(target, target),
            _bare(target),
            self.expression(source, f"{target} setvalue") if source.strip() else None,
            trigger,
        )


def _quoted(text: str) -> str:
    return f"'{text}'" if "'" not in text else f'"{text}"'


def _bare(path: str) -> str:
    return path.strip().rstrip("/")
