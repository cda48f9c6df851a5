"""A process of its own for readers that hostile files can hang, bloat or crash.

The worker is a Python process that lives as long as its owner and reads one document after another. It has little
memory, no environment, no place to print to and can write no file; it is killed when a document takes too long, and
the next document gets a new one.
"""

import dataclasses
import fcntl
import json
import os
import resource
import select
import signal
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import IO, NoReturn, Self

from index.readers.draft import Block, Draft
from index.readers.encoding import NotTextError
from index.record import Record

SECONDS = 20.0
"""Wall-clock time for one document. The largest pages met with take 2 to 3 s on a small machine."""

MEMORY = 1 << 30
"""Bytes of address space: a page of 32 MiB, parsed and copied once, fits; a tree built to explode does not."""

# Lengths of the module's name and of the content; length of the reply.
_REQUEST = struct.Struct("!II")
_REPLY = struct.Struct("!I")
_BOOTSTRAP = "from index.readers.confined import serve; serve()"
# What the child waits beyond its time before it kills itself, should its owner not be there to do it.
_GRACE = 1.0
# Exit status of the child.
_OUT_OF_MEMORY = 66


class ConfinedError(Exception):
    """A document could not be read; the message is one clause for people."""


class Worker:
    """Reads documents in a process that may come to harm; started when the first document comes, safe for threads.

    Use it as a context manager, or close it.
    """

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        """Takes the limits on one document.

        Args:
            seconds: Wall-clock time.
            memory: Bytes of address space.
        """
        self._seconds = seconds
        self._memory = memory
        self._lock = threading.Lock()
        self._child: _Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process, if there is one; the next document starts another."""
        with self._lock:
            self._drop()

    def read(self, module: str, content: bytes) -> Draft:
        """What ``read(content)`` of a module returns.

        Args:
            module: Its full name.
            content: The whole file.

        Raises:
            ConfinedError: The reader refused the document, took too long, too much memory, or crashed.
        """
        with self._lock:
            # A child that died while it had nothing to do is none of this document's fault.
            if self._child is not None and self._child.process.poll() is not None:
                self._drop()
            if self._child is None:
                self._child = _Child(self._seconds, self._memory)
            try:
                reply = self._child.ask(module, content)
            except BaseException:
                self._drop()
                raise
        if isinstance(reply, str):
            raise ConfinedError(reply)
        return reply

    def _drop(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child = None


class _Child:
    """The worker's process, as its owner sees it."""

    def __init__(self, seconds: float, memory: int) -> None:
        self._seconds = seconds
        # Nothing is ever written to this pipe: it breaks when the owner ends, however it ends.
        lifeline, self._life = os.pipe()
        limits = (str(lifeline), str(seconds + _GRACE), str(memory))
        try:
            self.process = subprocess.Popen(  # noqa: S603 - this very interpreter, on our own code
                [sys.executable, "-P", "-B", "-c", _BOOTSTRAP, *limits],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pass_fds=(lifeline,),
                # No secrets within reach of hostile documents.
                env={"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path), "PYTHONUTF8": "1"},
            )
        except BaseException:
            os.close(self._life)
            raise
        finally:
            os.close(lifeline)

    def ask(self, module: str, content: bytes) -> Draft | str:
        """The draft, or why there is none.

        Raises:
            ConfinedError: The process is of no use any more.
        """
        late = threading.Event()

        def stop() -> None:
            late.set()
            self.process.kill()

        # Killing the child ends every read and write below, so that none of them needs a time limit of its own.
        timer = threading.Timer(self._seconds, stop)
        timer.daemon = True
        timer.start()
        reply: Draft | str | None = None
        # A reply that cannot be understood says that the process is not sound, whatever is wrong with it.
        with suppress(OSError, EOFError, ValueError, KeyError, TypeError, RecursionError):
            reply = self._exchange(module.encode(), content)
        timer.cancel()
        # The timer may be about to fire all the same; a process killed now must not be taken for the next document's.
        timer.join()
        if late.is_set():
            raise ConfinedError(f"reading it took more than {self._seconds:g} s")
        if reply is None:
            self.process.kill()
            out_of_memory = self.process.wait() == _OUT_OF_MEMORY
            raise ConfinedError("reading it took too much memory" if out_of_memory else "its reader ended unexpectedly")
        return reply

    def _exchange(self, module: bytes, content: bytes) -> Draft | str:
        requests, replies = self.process.stdin, self.process.stdout
        if requests is None or replies is None:
            raise EOFError
        requests.write(_REQUEST.pack(len(module), len(content)) + module)
        requests.write(content)
        requests.flush()
        (length,) = _REPLY.unpack(_exactly(replies, _REPLY.size))
        return _decoded(_exactly(replies, length))

    def kill(self) -> None:
        """Ends the process at once."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            # What was still to be written has nobody left to read it.
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        self.process.wait()
        os.close(self._life)


def serve() -> NoReturn:
    """The worker's process: answers requests until its owner ends."""
    lifeline, seconds, memory = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints, it must not end up between the replies.
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    # Interrupting the owner from the terminal is the owner's affair.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit(memory)
    _die_with_owner(lifeline)
    while True:
        try:
            name, size = _REQUEST.unpack(_exactly(requests, _REQUEST.size))
            module, content = _exactly(requests, name).decode(), _exactly(requests, size)
        except EOFError:
            os._exit(0)
        # The default action of the alarm ends the process even where Python code cannot run any more.
        signal.setitimer(signal.ITIMER_REAL, seconds)
        reply = _answer(module, content)
        signal.setitimer(signal.ITIMER_REAL, 0)
        replies.write(_REPLY.pack(len(reply)) + reply)
        replies.flush()


def _limit(memory: int) -> None:
    for kind, amount in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        # Some systems know a limit by name only.
        with suppress(OSError, ValueError):
            _, hard = resource.getrlimit(kind)
            resource.setrlimit(kind, (amount if hard == resource.RLIM_INFINITY else min(amount, hard), hard))


def _die_with_owner(lifeline: int) -> None:
    """Has the kernel send SIGIO, which ends the process, when the other end of the lifeline is closed.

    Unlike Linux's death signal this does not depend on the thread that started the process, and a reader that is
    caught in a loop of compiled code cannot miss it.
    """
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    readable, _, _ = select.select([lifeline], [], [], 0)
    if readable:
        os._exit(0)


def _answer(module: str, content: bytes) -> bytes:
    try:
        draft: Draft = import_module(module).read(content)
        return json.dumps(dataclasses.asdict(draft)).encode()
    except NotTextError as error:
        return json.dumps({"refused": str(error)}).encode()
    except MemoryError:
        # What is left of the memory is not enough to count on for another document.
        os._exit(_OUT_OF_MEMORY)


def _decoded(reply: bytes) -> Draft | str:
    values = json.loads(reply)
    if "refused" in values:
        return str(values["refused"])
    return Draft(Record(**values["record"]), tuple(Block(**block) for block in values["blocks"]), values["problem"])


def _exactly(stream: IO[bytes], count: int) -> bytes:
    content = stream.read(count)
    if len(content) < count:
        raise EOFError
    return content
