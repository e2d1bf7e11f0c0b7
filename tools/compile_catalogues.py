"""Compile gettext catalogues: compile_catalogues.py FILE.po… writes FILE.mo beside."""

from pathlib import Path
from pythongettext.msgfmt import Msgfmt
import sys


def compile_catalogue(source: Path) -> Path:
    """Write the compiled catalogue beside its source, whole or not at all."""
    with source.open("rb") as stream:
        compiled = Msgfmt(stream, name=source.stem).getAsFile().read()
    target = source.with_suffix(".mo")
    unfinished = target.with_suffix(".mo.new")
    unfinished.write_bytes(compiled)
    return unfinished.replace(target)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        compile_catalogue(Path(name))
