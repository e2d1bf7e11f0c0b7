"""Has a file read in a process of its own, which may fail, hang or grow in vain."""

from communes.search.extraction.domain.outcome import ended
from communes.search.extraction.domain.outcome import Ending
from communes.search.extraction.domain.outcome import Limits
from communes.search.extraction.domain.outcome import Reading
import json
import os
import subprocess
import sys
import threading
from typing import BinaryIO


_START = """
import json, os, sys
sys.path[:] = json.loads(os.environ.pop("READING_PATH"))
from communes.search.extraction.reading.cell import main
main(*map(int, sys.argv[1:]))
"""
# A character takes four bytes at most; one more says that there was more.
_BYTES_PER_CHARACTER = 4
_GRACE_SECONDS = 2


def read_file(file: BinaryIO, limits: Limits = Limits()) -> Reading:  # noqa: B008
    """Return what the cell has read of ``file``, a real file open for reading.

    Never raises for what stands in the file: a cell that dies, hangs or talks too
    much is ended, and the reading says so.
    """
    size = os.fstat(file.fileno()).st_size
    if not size:
        return Reading(Ending.EMPTY)
    if size > limits.file_bytes:
        return Reading(Ending.TOO_LARGE, detail=f"{size} octets")
    # Isolated: neither the folder it runs in nor the user's packages count; and
    # nothing of the environment, which may hold passwords, is handed on.
    cell = subprocess.Popen(  # noqa: S603
        [sys.executable, "-I", "-c", _START, *_arguments(limits)],
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"READING_PATH": json.dumps(sys.path), "LANG": "C.UTF-8"},
        cwd="/",
        close_fds=True,
    )
    clock = threading.Timer(limits.seconds + _GRACE_SECONDS, cell.kill)
    clock.start()
    try:
        text, last = _listen(cell, limits)
    finally:
        clock.cancel()
        cell.kill()
        cell.wait()
    ending, detail = _ending(last)
    return ended(ending, text, limits, detail)


def _arguments(limits: Limits) -> list[str]:
    most = (limits.seconds, limits.memory_bytes, limits.unpacked_bytes)
    return [str(number) for number in (*most, limits.characters)]


def _listen(cell: "subprocess.Popen[bytes]", limits: Limits) -> tuple[str, bytes]:
    """Return the text and the last word of the cell, each of bounded length."""
    assert cell.stdout is not None
    assert cell.stderr is not None
    said: list[bytes] = []
    # Heard meanwhile: a cell that fills this pipe would wait for ever.
    errors = threading.Thread(target=_drain, args=(cell.stderr, said))
    errors.start()
    most = (limits.characters + 1) * _BYTES_PER_CHARACTER
    text = cell.stdout.read(most)
    cell.stdout.close()
    errors.join()
    return text.decode("utf-8", "replace"), b"".join(said)


def _drain(stream: BinaryIO, said: list[bytes]) -> None:
    with stream:
        while piece := stream.read(1 << 16):
            # Only the last words count.
            said[:] = [*said[-1:], piece]


def _ending(last: bytes) -> tuple[Ending, str]:
    """Return how the cell says it ended; one that died has said nothing."""
    line = last.decode("utf-8", "replace").strip().rpartition("\n")[2]
    try:
        name, detail = json.loads(line)
        return Ending(name), str(detail)[:200]
    except (ValueError, TypeError):
        return Ending.TOO_LONG, ""
