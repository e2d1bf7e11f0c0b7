"""A real caching proxy in front of a web process, when this machine has one.

Varnish, from the package of the distribution: ``apt-get install varnish``, or
``COMMUNES_VARNISHD=/path/to/varnishd``. There is no stand-in of our own: a figure
through another cache than the one in use would say nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
import os
from pathlib import Path
import re
import shutil
import signal
import solr
import subprocess
import time
import urllib.error
import urllib.request
from words import Failure
from words import ROOT


VCL = ROOT / "tools/cache.vcl"
SECONDS = 30


def varnishd() -> str | None:
    """Return the path of Varnish, or None when this machine has none."""
    asked = os.environ.get("COMMUNES_VARNISHD", "")
    return (
        asked or shutil.which("varnishd") or shutil.which("varnishd", path="/usr/sbin")
    )


def version(path: str) -> str:
    """Return the version of Varnish, for the report."""
    done = subprocess.run([path, "-V"], capture_output=True, text=True)
    found = re.search(r"varnish-[0-9.]+", done.stderr + done.stdout)
    return found[0] if found else "Varnish"


@contextmanager
def proxy(path: str, web: int, folder: Path) -> Iterator[int]:
    """Yield the port of a cache before the web process at port ``web``."""
    folder.mkdir(parents=True, exist_ok=True)
    vcl = folder / "cache.vcl"
    vcl.write_text(VCL.read_text("utf-8").replace("COMMUNES_PORT", str(web)), "utf-8")
    port = solr.free_port()
    log = (folder / "varnish.log").open("wb")
    command = [path, "-F", "-a", f"127.0.0.1:{port}", "-f", str(vcl)]
    # Jails need users of their own; a benchmark runs as who started it.
    command += ["-n", str(folder / "work"), "-s", "malloc,256m", "-j", "none"]
    process = subprocess.Popen(
        command, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        _wait(process, port, folder / "varnish.log")
        yield port
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)
        log.close()


def _wait(process: subprocess.Popen, port: int, log: Path) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/@@ok", timeout=2):
                return
        except urllib.error.HTTPError:
            return
        except (OSError, urllib.error.URLError):
            time.sleep(0.1)
    said = log.read_text("utf-8", "replace")[-600:]
    raise Failure(f"The caching proxy does not answer: {said}")
