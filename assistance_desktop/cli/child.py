"""`child JOB SECONDS MEMORY LANGUAGE`: what runs on the other side of `assistance_desktop.child`.

The job's module is loaded first, then every limit is set, and only then the first byte is read.
Nobody types this command; it is in no list. What a job may do stands in `JOBS`.
"""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from assistance_desktop.child import REFUSED
from assistance_desktop.cli import limits
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import use_language


@dataclass(frozen=True, slots=True)
class Job:
    """The module whose `run(data: bytes) -> bytes` does it, and what it may do beside that.

    `outward` jobs talk to the system that the program runs on (a keyring over D-Bus): they may
    open sockets and start threads. The others may do nothing but think; one that cannot do it
    without a file of its own gets `scratch` bytes.
    """

    module: str
    outward: bool = False
    scratch: int = 0


JOBS = {
    "keyring": Job("keyring", outward=True),
    "pdf": Job("pdf"),
    "picture": Job("picture"),
    "places": Job("places"),
    "sound": Job("sound"),
    "strip": Job("strip"),
    "workbook": Job("workbook", scratch=100_000_000),
}
"""Every job by its name; a module of `cli/jobs`, also named in build.spec.

pyxform puts the form that it makes into a file of its own and takes it away again.
"""


def main(arguments: Sequence[str]) -> int:
    """Do a job: data comes in, its result goes out. A refusal is told as JSON, two sentences."""
    name, seconds, memory, language = arguments
    use_language(language)
    job = JOBS[name]
    work: Callable[[bytes], bytes] = import_module(f"assistance_desktop.cli.jobs.{job.module}").run
    limits.set_limits(int(seconds), int(memory), outward=job.outward, scratch=job.scratch)
    try:
        result, status = work(sys.stdin.buffer.read()), 0
    except AppError as refusal:
        result, status = json.dumps([refusal.problem, refusal.hint]).encode(), REFUSED
    sys.stdout.buffer.write(result)
    sys.stdout.buffer.flush()
    return status
