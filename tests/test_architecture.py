"""The house's laws, as pyproject.toml states them."""

from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "assistance_desktop"


def sources():
    return [path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"]


def test_every_import_goes_the_way_the_contracts_allow():
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), is_debug_mode=False) == 0


def test_no_file_grows_beyond_four_hundred_lines():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sources()
        if (lines := path.read_text("utf-8").count("\n")) > 400
    }
    assert long == {}


def test_no_module_is_a_drawer():
    drawers = {"utils", "helpers", "constants", "common", "misc", "base", "manager", "managers"}
    assert [path for path in sources() if path.stem in drawers] == []


def test_every_exception_is_caught_in_two_places_only():
    allowed = {PACKAGE / "ui" / "session.py", PACKAGE / "ui" / "failure.py"}
    found = [
        path
        for path in sources()
        if path not in allowed and "except Exception" in path.read_text("utf-8")
    ]
    assert found == []


def test_styles_and_colours_live_in_the_kit():
    kit = PACKAGE / "ui" / "kit"
    screens = [path for path in (PACKAGE / "ui").rglob("*.py") if kit not in path.parents]
    assert [path for path in screens if "setStyleSheet" in path.read_text("utf-8")] == []


def test_screens_do_not_know_each_other():
    shared_by_all = {"kit", "printout", "session", "actions", "failure", "main_window"}
    ui = PACKAGE / "ui"
    screens = [path for path in ui.iterdir() if path.is_dir() and path.name not in shared_by_all]
    for screen in screens:
        others = [other.name for other in screens if other != screen]
        for path in screen.rglob("*.py"):
            text = path.read_text("utf-8")
            assert [name for name in others if f"ui.{name}" in text] == [], path
