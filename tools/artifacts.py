"""Fetch files named in a lock of Maven coordinates, and accept only the right bytes.

Runs before anything of Plone is there: standard library only. The lock files
(``requirements/solr.lock``, ``requirements/verapdf.lock``) name coordinate,
SHA-256 sum and size; where the files come from is a setting:

``COMMUNES_MAVEN_BASE``
    base address of a repository in Maven's layout (a mirror, a folder as
    ``file:///...``). Without it, the address that the pinned client library
    ``jgo`` takes for itself.
``SSL_CERT_FILE``, ``REQUESTS_CA_BUNDLE``, ``CURL_CA_BUNDLE``
    the certificate authority of a house with its own; the first one counts.
"""

import ast
from collections.abc import Callable
from collections.abc import Mapping
from concurrent.futures import as_completed
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
import errno
import hashlib
import http.client
from importlib.util import find_spec
import os
from pathlib import Path
import ssl
import sys
import time
import urllib.error
import urllib.request


ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "artifacts"
CHUNK = 1 << 18
TRIES = 4
TIMEOUT_SECONDS = 30
MEGABYTE = 1_000_000

Say = Callable[[str], None]


class ArtifactError(Exception):
    """A file can not be had as locked; the message is one sentence with the cure."""


@dataclass(frozen=True)
class Artifact:
    """One locked file: its Maven coordinate, SHA-256 sum (hex) and size in bytes."""

    coordinate: str
    sha256: str
    size: int

    @property
    def path(self) -> str:
        """Where Maven's layout keeps it, relative to the base address."""
        group, name, extension, *classifier, version = self.coordinate.split(":")
        tail = "".join(f"-{part}" for part in classifier)
        folder = f"{group.replace('.', '/')}/{name}/{version}"
        return f"{folder}/{name}-{version}{tail}.{extension}"

    @property
    def file_name(self) -> str:
        return self.path.rpartition("/")[2]


def read_lock(path: Path) -> list[Artifact]:
    """Return the artifacts of a lock: ``coordinate sha256:<hex> <size>`` per line."""
    artifacts = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        words = line.split()
        if len(words) != 3 or not words[1].startswith("sha256:"):
            raise ArtifactError(f"{path.name}, line {number} can not be read: {line!r}")
        artifacts.append(Artifact(words[0], words[1][7:], int(words[2])))
    return artifacts


def base_address(environ: Mapping[str, str]) -> str:
    """Return the repository's base address, without a slash at the end."""
    wanted = environ.get("COMMUNES_MAVEN_BASE", "").strip()
    if wanted:
        return wanted.rstrip("/")
    spec = find_spec("jgo")
    if spec is None or not spec.origin:
        raise ArtifactError(
            "No address to fetch Java files from: install requirements/build.lock, "
            "which brings jgo, or set COMMUNES_MAVEN_BASE."
        )
    return _address_of_client(Path(spec.origin).with_name("constants.py"))


def _address_of_client(constants: Path) -> str:
    # Read, not imported: importing jgo would need all of its own requirements.
    for node in ast.parse(constants.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            if getattr(node.targets[0], "id", "") == "MAVEN_CENTRAL_URL":
                return str(node.value.value).rstrip("/")
    raise ArtifactError(
        "This jgo names no repository address: install requirements/build.lock, "
        "or set COMMUNES_MAVEN_BASE."
    )


def certificate_context(environ: Mapping[str, str]) -> ssl.SSLContext:
    """Return a TLS context that trusts the machine and the house's own authority."""
    context = ssl.create_default_context()
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        bundle = environ.get(name)
        if not bundle:
            continue
        try:
            context.load_verify_locations(cafile=bundle)
        except OSError as error:
            raise ArtifactError(f"{name} names {bundle}, unusable: {error}.") from error
        return context
    return context


def is_intact(path: Path, artifact: Artifact) -> bool:
    """Tell whether the file at ``path`` has the locked size and SHA-256 sum."""
    if not path.is_file() or path.stat().st_size != artifact.size:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == artifact.sha256


class Downloader:
    """Fetches artifacts into a cache folder, continuing what was begun before."""

    def __init__(self, base: str, cache: Path, context: ssl.SSLContext) -> None:
        self.base = base
        self.cache = cache
        self.context = context

    def get(self, artifact: Artifact) -> Path:
        """Return the verified file of the cache, fetched if it was not there.

        :raises ArtifactError: it can not be had, or has not the locked bytes.
        """
        target = self.cache / artifact.path
        if is_intact(target, artifact):
            return target
        part = target.with_name(target.name + ".part")
        trouble = ""
        for attempt in range(TRIES):
            time.sleep(attempt**2 / 2)
            try:
                part.parent.mkdir(parents=True, exist_ok=True)
                self._continue(artifact, part)
            except (OSError, http.client.HTTPException) as error:
                self._give_up_if_useless(error, artifact)
                trouble = str(error) or type(error).__name__
                continue
            if is_intact(part, artifact):
                part.replace(target)
                return target
            trouble = f"{part.stat().st_size} bytes came, of {artifact.size} locked"
            if part.stat().st_size >= artifact.size:
                trouble = "its SHA-256 sum is not the locked one"
                part.unlink()
        raise ArtifactError(
            f"{artifact.file_name} could not be fetched after {TRIES} tries "
            f"({trouble}): check the network or COMMUNES_MAVEN_BASE, then run again."
        )

    def _continue(self, artifact: Artifact, part: Path) -> None:
        have = part.stat().st_size if part.exists() else 0
        if have >= artifact.size:
            part.unlink()
            have = 0
        request = urllib.request.Request(f"{self.base}/{artifact.path}")
        if have:
            request.add_header("Range", f"bytes={have}-")
        with urllib.request.urlopen(
            request, timeout=TIMEOUT_SECONDS, context=self.context
        ) as answer:
            mode = "ab" if answer.status == 206 else "wb"
            with part.open(mode) as stream:
                while chunk := answer.read(CHUNK):
                    stream.write(chunk)

    def _give_up_if_useless(self, error: Exception, artifact: Artifact) -> None:
        if isinstance(error, urllib.error.HTTPError) and error.code in (401, 403, 404):
            raise ArtifactError(
                f"{artifact.file_name} is refused by the repository (HTTP "
                f"{error.code}): check COMMUNES_MAVEN_BASE."
            ) from error
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            raise ArtifactError(
                f"The disk is full while writing {artifact.file_name} to "
                f"{self.cache}: free some room, then run again."
            ) from error


def fetch(artifacts: list[Artifact], downloader: Downloader, say: Say) -> list[Path]:
    """Return the verified files of ``artifacts``, in order, fetching eight at once.

    :raises ArtifactError: as soon as one of them can not be had.
    """
    total = sum(artifact.size for artifact in artifacts)
    say(f"Checking {len(artifacts)} locked files ({total // MEGABYTE} MB).")
    with ThreadPoolExecutor(max_workers=8) as pool:
        waiting = {pool.submit(downloader.get, item): item for item in artifacts}
        done = 0
        told = 0
        for future in as_completed(waiting):
            try:
                future.result()
            except ArtifactError:
                pool.shutdown(wait=True, cancel_futures=True)
                raise
            done += waiting[future].size
            if done * 10 // total > told:
                told = done * 10 // total
                say(f"  {done // MEGABYTE} of {total // MEGABYTE} MB are here.")
    return [downloader.cache / artifact.path for artifact in artifacts]


def fetch_lock(lock: Path, say: Say, environ: Mapping[str, str]) -> list[Path]:
    """Return the verified files of one lock file, from the cache of the checkout."""
    artifacts = read_lock(lock)
    missing = [item for item in artifacts if not is_intact(CACHE / item.path, item)]
    if missing:
        base = base_address(environ)
        fetch(missing, Downloader(base, CACHE, certificate_context(environ)), say)
    return [CACHE / artifact.path for artifact in artifacts]


def main(locks: list[str]) -> int:
    """Fetch the files of the named locks; print where they are."""
    try:
        for lock in locks:
            for path in fetch_lock(Path(lock), print, os.environ):
                print(path)
    except ArtifactError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
