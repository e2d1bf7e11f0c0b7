"""Write requirements/*.lock: every file a build may install, with its SHA-256 sums.

A developer's verb (``make lock``), run after ``versions.cfg`` or a
``requirements/*.in`` has changed. It needs ``uv`` in the build's environment;
a build itself only reads the lock files.
"""

from configparser import ConfigParser
from pathlib import Path
import subprocess
import sys
import tempfile


ROOT = Path(__file__).resolve().parent.parent
# The oldest interpreter that every pinned version accepts.
PYTHON = "3.11.7"


def constraints(versions: Path) -> str:
    """Return the pins of a buildout versions file as pip constraints."""
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(versions, encoding="utf-8")
    return "".join(f"{name}=={pin}\n" for name, pin in parser.items("versions"))


def lock(name: str, constraint_file: Path) -> None:
    """Resolve requirements/<name>.in into requirements/<name>.lock."""
    uv = str(Path(sys.executable).with_name("uv"))
    command = [uv, "pip", "compile", "--quiet", "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--python-version", PYTHON]
    # The lock names versions and sums only: where they come from is a setting.
    command += ["--no-emit-index-url", "--no-emit-find-links", "--upgrade"]
    command += ["--constraints", str(constraint_file)]
    if name == "build":
        command += ["--no-deps"]
    command += [f"requirements/{name}.in", "--output-file", f"requirements/{name}.lock"]
    subprocess.run(command, cwd=ROOT, check=True)


def main(names: list[str]) -> None:
    names = names or sorted(path.stem for path in ROOT.glob("requirements/*.in"))
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder) / "constraints.txt"
        pins.write_text(constraints(ROOT / "versions.cfg"), encoding="utf-8")
        for name in names:
            print(f"Locking requirements/{name}.in", flush=True)
            lock(name, pins)


if __name__ == "__main__":
    main(sys.argv[1:])
