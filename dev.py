#!/usr/bin/env python3
"""Everything a developer or a curious person runs. Standard library only.

python3 dev.py run      start the program (without a screen: the walkthrough, with pictures)
python3 dev.py test     every check: ruff, pyright, pytest with coverage
python3 dev.py check    ruff and pyright only
python3 dev.py messages extract, update and compile the translations
python3 dev.py bench    the benchmarks, each beside a peer
python3 dev.py soak     the long forms of the proofs
python3 dev.py package  the frozen program
python3 dev.py lock     write the lock files anew after pyproject.toml changed
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

# What Qt's own libraries load from the system, and the Debian package that brings it.
NEEDED_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
NEEDED_FOR_A_WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# Programs that tests talk to for real, and the Debian package that brings each.
NEEDED_FOR_TESTS = {
    "dbus-daemon": "dbus-daemon",
    "gnome-keyring-daemon": "gnome-keyring",
    "fusermount3": "fuse3",
}


def main() -> int:
    """Run the command that was asked for; its exit status is ours."""
    commands = {
        "run": run,
        "test": test,
        "check": check,
        "messages": messages,
        "bench": bench,
        "soak": soak,
        "package": package,
        "lock": lock,
    }
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in commands:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an older Python may start
        print("Assistance Desktop needs Python 3.11 or newer.")
        return 2
    os.chdir(ROOT)
    return commands[name](sys.argv[2:])


def run(arguments: list[str]) -> int:
    """Start the program; where there is no screen, do the walkthrough and say where it is."""
    install("requirements.lock")
    screen = has_screen()
    check_system_libraries(for_a_window=screen)
    if screen:
        return call([PYTHON, "-m", "assistance_desktop", *arguments])
    print("No screen here: doing the walkthrough instead.", flush=True)
    status = call([PYTHON, "-m", "assistance_desktop", "walkthrough", "--out", "walkthrough"])
    print(f"Its pictures, PDFs and bundle are in {ROOT / 'walkthrough'}")
    return status


def test(arguments: list[str]) -> int:
    """All checks; every one runs, and the first that failed is the exit status."""
    failed = check([])
    look_for_test_programs()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    coverage = ["--cov", "--cov-report=term:skip-covered"]
    spread = ["-n", "auto", "--dist", "loadscope"]  # what a file shares is made once
    return call([PYTHON, "-m", "pytest", *spread, *coverage, *arguments]) or failed


def check(_arguments: list[str]) -> int:
    """Ruff and pyright."""
    install("requirements-dev.lock")
    check_system_libraries(for_a_window=False)
    tools = (
        [BIN / "ruff", "check", "."],
        [BIN / "ruff", "format", "--check", "."],
        [BIN / "pyright"],
    )
    return max([call(tool) for tool in tools])


def messages(_arguments: list[str]) -> int:
    """Extract the sentences, update the catalogues, compile them (drafts included)."""
    install("requirements-dev.lock")
    return call([PYTHON, "translations/messages.py"])


def bench(arguments: list[str]) -> int:
    """Every benchmark, one after the other."""
    install("requirements-dev.lock")
    found = sorted((ROOT / "benchmarks").glob("bench_*.py"))
    if not found:
        print("There are no benchmarks yet.")
    return max([call([PYTHON, file, *arguments]) for file in found], default=0)


def soak(arguments: list[str]) -> int:
    """The long forms of the tests that count (marker `long`), with one seed that can be set."""
    install("requirements-dev.lock")
    look_for_test_programs()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["ASSISTANCE_DESKTOP_SOAK"] = "1"
    seed = os.environ.setdefault("ASSISTANCE_DESKTOP_SEED", str(int.from_bytes(os.urandom(4))))
    print(f"To do the same again: ASSISTANCE_DESKTOP_SEED={seed} python3 dev.py soak", flush=True)
    return call([PYTHON, "-m", "pytest", "-m", "long", "-p", "no:cacheprovider", *arguments])


def package(arguments: list[str]) -> int:
    """The frozen program, in dist/."""
    install("requirements-dev.lock")
    return call([PYTHON, "-m", "PyInstaller", "--noconfirm", "build.spec", *arguments])


def lock(_arguments: list[str]) -> int:
    """Hashes for every platform, and no name of any host."""
    install("requirements-dev.lock")
    call([PYTHON, "-m", "pip", "install", "--quiet", "uv"])
    base = [BIN / "uv", "pip", "compile", "--universal", "--python-version", "3.11"]
    base += [
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--no-emit-index-url",
        "--no-strip-extras",
    ]
    base += ["--quiet", "pyproject.toml"]
    return call([*base, "--group", "install", "-o", "requirements.lock"]) or call(
        [*base, "--group", "install", "--group", "dev", "-o", "requirements-dev.lock"]
    )


def install(lock_file: str) -> None:
    """Make .venv and install the lock into it; nothing to do when nothing changed."""
    if not PYTHON.exists():
        make_venv()
    stamp = VENV / f"{lock_file}.installed"
    wanted = hashlib.sha256(
        (ROOT / lock_file).read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    ).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installing {lock_file} into .venv", flush=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    itself = [*pip, "--no-deps", "--no-build-isolation", "--editable", "."]
    for step in ([*pip, "--require-hashes", "--requirement", lock_file], itself):
        if call(step):
            sys.exit("The packages could not be installed. Is there a network?")
    stamp.write_text(wanted)


def make_venv() -> None:
    """A virtual environment in .venv, or one sentence that names what is missing."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        sys.exit(f"This Python lacks venv: install the package python{version}-venv.")
    if call([sys.executable, "-m", "venv", VENV]):
        sys.exit(f"This Python lacks venv: install the package python{version}-venv.")


def has_screen() -> bool:
    """Whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def check_system_libraries(*, for_a_window: bool) -> None:
    """Name the packages that Qt needs and the system lacks; as root on Debian install them."""
    if not sys.platform.startswith("linux"):
        return
    wanted = {**NEEDED_ALWAYS, **(NEEDED_FOR_A_WINDOW if for_a_window else {})}
    missing = [package for library, package in wanted.items() if not loads(library)]
    if missing and not install_from_debian(missing):
        sys.exit(f"Qt needs system libraries. On Debian: sudo apt-get install {' '.join(missing)}")


def look_for_test_programs() -> None:
    """As root on Debian install what is missing; elsewhere the tests that need it are skipped."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for name, package in NEEDED_FOR_TESTS.items() if not shutil.which(name)]
    if missing and not install_from_debian(missing):
        print(f"Some tests are skipped. On Debian: sudo apt-get install {' '.join(missing)}")


def install_from_debian(packages: list[str]) -> bool:
    """As root on Debian: install the packages. Whether that was done."""
    if os.geteuid() != 0 or not Path("/usr/bin/apt-get").exists():
        return False
    print(f"Installing {' '.join(packages)}", flush=True)
    call(["apt-get", "update", "-qq"])
    return not call(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages])


def loads(library: str) -> bool:
    """Whether the system's loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def call(command: list[object]) -> int:
    """Run a command in the project's folder; its exit status."""
    return subprocess.run([str(part) for part in command], check=False, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
