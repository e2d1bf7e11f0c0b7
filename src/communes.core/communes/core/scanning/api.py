"""The door: the first page of a file as a small picture, and the codes on it.

For the worker. A file is opened by a process of its own, whose time and memory are
counted: what it breaks is that process.
"""

from communes.core.scanning.errors import PageUnreadable
import json
import os
from pathlib import Path
import subprocess
import sys


#: A larger file is not opened at all.
MOST_BYTES = 60_000_000
SECONDS = 30
#: What is drawn, by its declared type.
DRAWN_TYPES = frozenset({"application/pdf", "image/jpeg", "image/png", "image/webp"})
_CHILD = Path(__file__).with_name("child.py")


def draw_first_page(data: bytes) -> bytes:
    """Return the first page of a PDF, or a picture, small, as JPEG.

    :raises PageUnreadable: it is neither, or takes too much to draw.
    """
    return _ask("draw", data)


def read_codes(data: bytes) -> tuple[str, ...]:
    """Return the texts of the bar codes and QR codes on the first page of a PDF.

    :raises PageUnreadable: it is no PDF, or takes too much to read.
    """
    if not data.startswith(b"%PDF"):
        raise PageUnreadable(problem="ce n'est pas un PDF")
    return tuple(json.loads(_ask("codes", data)))


def _ask(what: str, data: bytes) -> bytes:
    if len(data) > MOST_BYTES:
        size = MOST_BYTES // 1_000_000
        raise PageUnreadable(problem=f"le fichier dépasse {size} Mo")
    # The child finds the same packages, and none of the secrets of the server.
    known = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PATH": os.defpath}
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, str(_CHILD), what],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=known,
        )
    except subprocess.TimeoutExpired as late:
        raise PageUnreadable(problem="elle demande trop de temps") from late
    if done.returncode or not done.stdout:
        raise PageUnreadable(problem="le fichier est abîmé ou trop lourd")
    return done.stdout
