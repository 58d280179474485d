"""The field that a question of a type is answered in, and how a value stands in it."""

from datetime import date, time

from assistance_desktop.forms.form import Question
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.date_field import DateField
from assistance_desktop.ui.kit.field import Field, LineField, NumberField, TextField


def field_for(question: Question, label: str, name: str) -> Field:
    """A field with a label to be seen, "" when the question stands above, and one to be heard."""
    if question.type == "date":
        return DateField(label, name=name)
    if question.type in ("integer", "decimal"):
        number = NumberField(label, decimals=question.type == "decimal")
        number.edit.setAccessibleName(name)
        return number
    if "multiline" in question.appearance.split():
        text = TextField(label)
        text.edit.setAccessibleName(name)
        return text
    hint = _("Such as 14:30") if question.type == "time" else ""
    return LineField(label, hint=hint, name=name)


def show_value(field: Field, value: object) -> None:
    """Put a value into a field without telling that it changed."""
    if isinstance(field, ComboField):
        field.combo.pick(str(value or ""))
    elif isinstance(field, DateField):
        field.set_day(_as_day(value))
    elif isinstance(field, LineField | TextField):
        field.set_text("" if value is None else _as_words(value))


def text_in(field: Field | None) -> str:
    """What is typed in a field."""
    return field.text if isinstance(field, LineField | TextField) else ""


def _as_day(value: object) -> date | None:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value or ""))
    except ValueError:
        return None


def _as_words(value: object) -> str:
    return value.isoformat("minutes") if isinstance(value, time) else str(value)
