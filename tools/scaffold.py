"""Copy a folder of templates, its ``@word@`` places filled, all or nothing.

Standard library only: ``make new-solution`` and ``make new-commune`` run before
anything is built.
"""

from collections.abc import Mapping
from pathlib import Path
import re
import shutil
import sys
import tempfile


ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = Path(__file__).resolve().parent / "templates"
_PLACE = re.compile(r"@([a-z_]+)@")


class ScaffoldError(Exception):
    """Nothing was made; the message is one French sentence with the cure."""


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return the text with every ``@word@`` replaced; an unknown word is a KeyError."""
    return _PLACE.sub(lambda found: values[found[1]], text)


def copy_templates(kind: str, target: Path, values: Mapping[str, str]) -> list[Path]:
    """Make ``target`` from ``tools/templates/<kind>`` and return the files made.

    The suffix ``.tmpl`` is dropped. The folder appears complete or not at all.

    :raises ScaffoldError: when ``target`` exists.
    """
    if target.exists():
        raise ScaffoldError(
            f"{target} existe déjà : choisissez un autre nom, ou travaillez-y."
        )
    source = TEMPLATES / kind
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as folder:
        made = Path(folder) / target.name
        for template in sorted(path for path in source.rglob("*") if path.is_file()):
            name = fill(str(template.relative_to(source)), values)
            destination = made / name.removesuffix(".tmpl")
            destination.parent.mkdir(parents=True, exist_ok=True)
            text = template.read_text(encoding="utf-8")
            destination.write_text(fill(text, values), encoding="utf-8")
        shutil.move(made, target)
    return sorted(path for path in target.rglob("*") if path.is_file())


def tell(done: list[Path], next_step: str) -> None:
    """Print what was made and what comes next."""
    for path in done:
        shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        sys.stdout.write(f"  {shown}\n")
    sys.stdout.write(f"{next_step}\n")
