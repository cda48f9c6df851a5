"""Processes that work through a long list of documents, as many as there are processors."""

import os
import pickle
import queue
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn, Self, TypeVar

from index.readers.confined import Worker

Item = TypeVar("Item")
Result = TypeVar("Result")
Task = Callable[[Item, Worker], Result]
"""What is done with each item: a function of a module, which takes besides where hostile formats are parsed."""

_BATCH = 16
"""Items sent at a time: enough that sending them costs next to nothing, few enough that all processes end together."""

_BOOTSTRAP = "from index.crew import serve; serve()"


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """Works through lists; with one process in this very one. Use it as a context manager.

    The processes end with their owner, however that ends, and are started when the first list comes.
    """

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._worker = Worker()
        self._idle: queue.SimpleQueue[_Hand] = queue.SimpleQueue()
        self._hands: list[_Hand] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for hand in self._hands:
            hand.end()
        self._worker.close()

    def done(self, task: Task[Item, Result], items: Sequence[Item]) -> Iterator[Result]:
        """What the task makes of each item, in order.

        A process that dies over a batch is replaced, and the batch done here.
        """
        if self._processes == 1:
            yield from (task(item, self._worker) for item in items)
            return
        while len(self._hands) < self._processes:
            self._hands.append(_Hand())
            self._idle.put(self._hands[-1])
        with ThreadPoolExecutor(self._processes) as threads:
            batches = _batches(items)
            # Results that nobody has taken yet are memory.
            begun = deque(self._begin(threads, task, batch) for batch in islice(batches, 2 * self._processes))
            try:
                while begun:
                    results = begun.popleft().result()
                    begun.extend(self._begin(threads, task, batch) for batch in islice(batches, 1))
                    yield from results
            finally:
                for future in begun:
                    future.cancel()

    def _begin(self, threads: ThreadPoolExecutor, task: Task[Item, Result], batch: list[Item]) -> Future[list[Result]]:
        return threads.submit(self._batch, task, batch)

    def _batch(self, task: Task[Item, Result], batch: list[Item]) -> list[Result]:
        hand = self._idle.get()
        try:
            return hand.ask(task, batch)
        except (OSError, EOFError, pickle.UnpicklingError):
            hand.start()
            return [task(item, self._worker) for item in batch]
        finally:
            self._idle.put(hand)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    left = iter(items)
    while batch := list(islice(left, _BATCH)):
        yield batch


class _Hand:
    """One of the processes, as its owner sees it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Starts the process, in the place of another that may be there."""
        self.end()
        self._process = subprocess.Popen(  # noqa: S603 - this very interpreter, on our own code
            [sys.executable, "-P", "-B", "-c", _BOOTSTRAP],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # No secrets within reach of documents.
            env={"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path), "PYTHONUTF8": "1"},
        )

    def ask(self, task: Task[Item, Result], batch: list[Item]) -> list[Result]:
        """What the task makes of each item.

        Raises:
            OSError, EOFError, pickle.UnpicklingError: The process has died.
        """
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise EOFError
        pickle.dump((task, batch), process.stdin, pickle.HIGHEST_PROTOCOL)
        process.stdin.flush()
        results = pickle.load(process.stdout)  # noqa: S301 - from our own process
        if isinstance(results, BaseException):
            raise results
        done: list[Result] = results
        return done

    def end(self) -> None:
        """Ends the process, if there is one."""
        if self._process is None:
            return
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        self._process.wait()


def serve() -> NoReturn:
    """A process of a crew: does what it is asked until its owner ends."""
    # Interrupting the owner from the terminal is the owner's affair.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Whatever a library prints, it must not end up between the replies.
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(2, 1)
    with Worker() as worker:
        while True:
            try:
                task, batch = pickle.load(requests)  # noqa: S301 - from our own process
            except (EOFError, pickle.UnpicklingError):
                break
            pickle.dump(_results(task, batch, worker), replies, pickle.HIGHEST_PROTOCOL)
            replies.flush()
    sys.exit()


def _results(task: Task[Any, Any], batch: list[Any], worker: Worker) -> list[Any] | Exception:
    try:
        return [task(item, worker) for item in batch]
    except Exception as error:  # noqa: BLE001 - it is raised where the task was given
        return error
