"""What a child forbids itself holds, whatever runs in it afterwards."""

import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows offers none of it")

START = "from assistance_desktop.cli.limits import set_limits; import os, socket, threading\n"
LIMITS = "set_limits({seconds}, {memory}, outward={outward}, scratch=0)\n"


def limited(deed, *, seconds=5, memory=100_000_000, outward=False):
    """How a process ends that limits itself and then does something."""
    code = START + LIMITS.format(seconds=seconds, memory=memory, outward=outward) + deed
    return subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )


def test_who_turns_in_circles_is_ended_by_the_system_itself():
    ended = limited("while True: pass", seconds=0)
    assert -ended.returncode in (signal.SIGXCPU, signal.SIGKILL)


def test_who_asks_for_memory_without_end_gets_none():
    ended = limited("hog = []\nwhile True: hog.append(bytes(10_000_000))")
    assert "MemoryError" in ended.stderr


def test_no_file_is_written(tmp_path):
    path = tmp_path / "left"
    ended = limited(f"open({str(path)!r}, 'wb', buffering=0).write(b'a')")
    assert "File too large" in ended.stderr
    assert path.stat().st_size == 0


def test_few_files_are_open_at_once():
    ended = limited("kept = [open('/dev/null') for _each in range(40)]")
    assert "Too many open files" in ended.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone takes the network away")
def test_there_is_no_network_where_the_system_can_take_it_away():
    probe = "socket.create_connection(('127.0.0.1', 9), 1)"
    ended = limited(probe)
    refused = subprocess.run(
        ["/bin/sh", "-c", "command -v unshare >/dev/null && unshare -Un true"], check=False
    ).returncode
    if refused:
        pytest.skip("this system lets nobody take it away")
    assert "unreachable" in ended.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux")
def test_nobody_looks_into_its_memory_and_it_gets_no_new_rights():
    ended = limited("print(open('/proc/self/status').read())")
    assert "NoNewPrivs:\t1" in ended.stdout
    ended = limited("import ctypes; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))")
    assert ended.stdout.strip() == "0", "not dumpable"


def test_an_outward_job_may_open_a_socket_and_start_a_thread():
    deed = "socket.socketpair(); t = threading.Thread(target=print); t.start(); t.join()"
    assert limited(deed, outward=True).returncode == 0
