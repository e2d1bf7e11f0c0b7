"""Real processes for the tests that kill some: a ZEO server, and our own programs."""

from collections.abc import Iterator
from contextlib import contextmanager
import os
from pathlib import Path
import shutil
import subprocess
import sys
import tempfile
from threading import Timer
from typing import Any
from ZEO.ClientStorage import ClientStorage


ZEO_CONF = """
<zeo>
  address {folder}/zeo.sock
</zeo>
<filestorage>
  path {folder}/Data.fs
</filestorage>
"""
LONGEST_SILENCE_SECONDS = 120


def _has_our_code(path: str) -> bool:
    return (Path(path) / "communes").is_dir()


def environment(with_our_code: bool = True, **more: str) -> dict[str, str]:
    """Return an environment where a child finds what we find, our code or not."""
    paths = [path for path in sys.path if with_our_code or not _has_our_code(path)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), **more}


def start(module: str, *arguments: object, **more: str) -> subprocess.Popen[str]:
    """Start ``python -m <module>`` with pipes."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        env=environment(**more),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_for_line(process: subprocess.Popen[str], line: str) -> str:
    """Return what ``process`` printed up to ``line``; fail when it ends before.

    One that says nothing for ``LONGEST_SILENCE_SECONDS`` is ended.
    """
    assert process.stdout is not None
    said = ""
    watch = Timer(LONGEST_SILENCE_SECONDS, process.kill)
    watch.start()
    try:
        for printed in process.stdout:
            said += printed
            if printed.strip() == line:
                return said
    finally:
        watch.cancel()
    raise AssertionError(f"the process ended without saying {line!r}")


def end(process: subprocess.Popen[str]) -> None:
    """End ``process`` if it still runs, and close its pipes."""
    if process.poll() is None:
        process.kill()
    process.communicate(timeout=30)


@contextmanager
def zeo_server(with_our_code: bool = True) -> Iterator[str]:
    """Run a ZEO server; give the path of its socket."""
    folder = Path(tempfile.mkdtemp(prefix="zeo-"))
    conf = folder / "zeo.conf"
    conf.write_text(ZEO_CONF.format(folder=folder))
    with (folder / "zeo.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "ZEO.runzeo", "-C", str(conf)],
            env=environment(with_our_code),
            cwd=folder,
            stdout=log,
            stderr=log,
        )
    try:
        yield str(folder / "zeo.sock")
    finally:
        server.terminate()
        server.wait(timeout=30)
        shutil.rmtree(folder)


def zeo_client(address: str, blobs: str = "") -> Any:
    """Return a storage connected to the server at ``address``.

    :param blobs: the folder of blobs that server and clients share; empty: none.
    """
    return ClientStorage(
        address,
        wait=True,
        wait_timeout=30,
        min_disconnect_poll=0.05,
        blob_dir=blobs or None,
        shared_blob_dir=bool(blobs),
    )
