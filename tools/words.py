"""How the tools speak: one line a step, one clear sentence when something is wrong."""

from pathlib import Path
import shutil
import sys
import time


ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / ".build"
CACHE = ROOT / ".cache"

_started = time.monotonic()


class Failure(Exception):
    """A step can not be done; the message names the thing and the cure."""


def say(text: str) -> None:
    """Print one line with the seconds since the command began."""
    print(f"[{time.monotonic() - _started:6.1f} s] {text}", flush=True)


def require_disk(path: Path, mebibytes: int) -> None:
    """Raise ``Failure`` when the disk of ``path`` has less than ``mebibytes`` free."""
    path.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(path).free // 2**20
    if free < mebibytes:
        raise Failure(
            f"The disk of {path} has {free} MiB free and {mebibytes} MiB are needed: "
            "make room, then run the same command again."
        )


def run_as_command(main) -> None:
    """Run ``main()``; a failure is one sentence on standard error and exit status 1."""
    try:
        status = main()
    except Failure as failure:
        print(f"\nStopped: {failure}", file=sys.stderr, flush=True)
        sys.exit(1)
    except KeyboardInterrupt:
        print("\nInterrupted; nothing is left running.", file=sys.stderr, flush=True)
        sys.exit(130)
    except OSError as error:
        if error.errno != 28:  # ENOSPC: the only one a user meets and can mend.
            raise
        print(f"\nStopped: the disk is full ({error.filename}).", file=sys.stderr)
        sys.exit(1)
    sys.exit(status or 0)
