"""A questionnaire of 600 questions as large ones are in the field: made up, the same every time.

Thirty chapters of twenty questions with relevance, constraints, calculations, choice filters,
answers repeated in texts, a repeat in every fifth chapter, and three languages.
"""

from pathlib import Path

CHAPTERS = 30
_LANGUAGES = ("English (en)", "Suomi (fi)", "Svenska (sv)")
_COLUMNS = (
    "type",
    "name",
    *(f"label::{language}" for language in _LANGUAGES),
    "hint::English (en)",
    "relevant",
    "required",
    "constraint",
    "constraint_message::English (en)",
    "calculation",
    "choice_filter",
)
_MUNICIPALITIES = 300


def write_large_form(path: Path) -> Path:
    """Write it as a text table."""
    rows = [_row("survey"), _row("", *_COLUMNS)]
    for chapter in range(CHAPTERS):
        rows += [_cells(question) for question in _chapter(chapter)]
    rows += [_row("choices"), _row("", "list_name", "name", *_labels_heads(), "region")]
    rows += [_row("", *choice) for choice in _choices()]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def _chapter(chapter: int) -> list[dict[str, str]]:
    repeated = chapter % 5 == 4
    kind = "repeat" if repeated else "group"
    first = f"c{chapter}"
    # From one chapter to the next only the first answer counts, as chapters of real forms do.
    before = f"${{c{chapter - 1}_ask}} != 'no'" if chapter and (chapter - 1) % 5 != 4 else ""
    rows = [{"type": f"begin_{kind}", "name": first, **_said(f"Chapter {chapter}")}]
    if not repeated:
        rows[0]["relevant"] = before
    for block in range(4):
        rows += _block(first, block)
    return [*rows, {"type": f"end_{kind}"}]


def _block(chapter: str, block: int) -> list[dict[str, str]]:
    name = chapter if block == 0 else f"{chapter}b{block}"
    ask = f"{name}_ask"
    return [
        {"type": "select_one yn", "name": ask, "required": "yes", **_said(f"Does {name} apply?")},
        {
            "type": "text",
            "name": f"{name}_why",
            "relevant": f"${{{ask}}} = 'no'",
            "constraint": "regex(., '^.{2,200}$')",
            **_said(f"You said ${{{ask}}}. Why?"),
        },
        {
            "type": "integer",
            "name": f"{name}_nights",
            "relevant": f"${{{ask}}} = 'yes' or string-length(${{{name}_why}}) > 12",
            "constraint": ". >= 0 and . <= 366",
            "constraint_message::English (en)": "Between 0 and 366.",
            "hint::English (en)": "In the last year.",
            **_said(f"How many nights in {name}?"),
        },
        {
            "type": "calculate",
            "name": f"{name}_sum",
            "calculation": f"coalesce(${{{name}_nights}}, 0) * 2 + if(${{{ask}}} = 'yes', 1, 0)",
        },
        {
            "type": "select_one municipality",
            "name": f"{name}_where",
            "choice_filter": f"region = if(${{{ask}}} = 'yes', 'south', 'north')",
            **_said(f"Where was {name}?"),
        },
    ]


def _choices() -> list[tuple[str, ...]]:
    found = [("yn", "yes", "Yes", "Kyllä", "Ja", ""), ("yn", "no", "No", "Ei", "Nej", "")]
    for number in range(_MUNICIPALITIES):
        words = (f"Place {number}", f"Paikka {number}", f"Ort {number}")
        region = "south" if number % 2 else "north"
        found.append(("municipality", f"m{number}", *words, region))
    return found


def _said(words: str) -> dict[str, str]:
    return {f"label::{language}": words for language in _LANGUAGES}


def _labels_heads() -> list[str]:
    return [f"label::{language}" for language in _LANGUAGES]


def _cells(question: dict[str, str]) -> str:
    return _row("", *(question.get(column, "") for column in _COLUMNS))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
