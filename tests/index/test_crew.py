"""Processes that read lose nothing, whatever becomes of them, and do not outlive their owner."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.crew import Crew
from index.readers.confined import Worker


def squared(number: int, _worker: Worker) -> int:
    return number * number


def squared_or_killed(asked: tuple[int, int], _worker: Worker) -> int:
    number, owner = asked
    if number % 20 == 7 and os.getpid() != owner:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def refused(number: int, _worker: Worker) -> int:
    raise ValueError(f"{number} is refused")


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_order(processes: int) -> None:
    with Crew(processes) as crew:
        assert list(crew.done(squared, range(100))) == [number**2 for number in range(100)]
        assert list(crew.done(squared, [])) == []
        assert list(crew.done(squared, [3])) == [9]


def test_what_a_killed_process_had_in_hand_is_not_lost() -> None:
    with Crew(2) as crew:
        asked = [(number, os.getpid()) for number in range(100)]
        assert list(crew.done(squared_or_killed, asked)) == [number**2 for number in range(100)]


def test_a_failure_is_told_to_the_owner() -> None:
    with Crew(2) as crew, pytest.raises(ValueError, match="0 is refused"):
        list(crew.done(refused, range(20)))


_OWNER = """
import os, sys
from index.crew import Crew
from tests.index.test_crew import slow
with Crew(2) as crew:
    for pid in crew.done(slow, range(1000)):
        print(pid, flush=True)
"""


def slow(number: int, _worker: Worker) -> int:
    time.sleep(0.001 * number)
    return os.getpid()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc here to look processes up in")
def test_processes_end_with_their_owner() -> None:
    owner = subprocess.Popen([sys.executable, "-c", _OWNER], stdout=subprocess.PIPE)
    assert owner.stdout is not None
    processes = {int(owner.stdout.readline()) for _ in range(40)}
    owner.send_signal(signal.SIGKILL)
    owner.wait()
    owner.stdout.close()
    deadline = time.monotonic() + 30
    while any(running(one) for one in processes):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
