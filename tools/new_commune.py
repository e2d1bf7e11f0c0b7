"""Make the folder of a new commune: ``new_commune.py SLUG NIS [--name NAME]``.

The folder holds data only, is accepted by the policy as it stands, and asks to be
filled with what the commune has of its own.
"""

import argparse
from pathlib import Path
import re
from scaffold import copy_templates
from scaffold import ROOT
from scaffold import ScaffoldError
from scaffold import tell
import sys


# A slug is a path of the site and the start of group names: short, no accents.
SLUG = re.compile(r"[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,39}")
NIS = re.compile(r"[0-9]{5}")


def new_commune(slug: str, nis: str, name: str, profiles: Path) -> list[Path]:
    """Create ``profiles/<slug>`` and return its files.

    :raises ScaffoldError: for a malformed slug, NIS code or name, or a slug that is
        taken.
    """
    if not SLUG.fullmatch(slug):
        raise ScaffoldError(
            f"« {slug} » ne convient pas comme nom court (SLUG). Prenez 2 à 40 "
            "lettres minuscules sans accent, chiffres ou tirets, en commençant par "
            "une lettre, par exemple valmont-sur-lesse."
        )
    if not NIS.fullmatch(nis):
        raise ScaffoldError(
            f"« {nis} » n'est pas un code NIS : il compte cinq chiffres, "
            "par exemple 99901."
        )
    name = name.strip() or slug.replace("-", " ").title().replace(" ", "-")
    if not re.fullmatch(r"[^\"\\\x00-\x1f]{1,100}", name):
        raise ScaffoldError(
            f"Le nom « {name} » ne convient pas : 100 caractères au plus, "
            "sans guillemet droit ni barre oblique inverse."
        )
    values = {"slug": slug, "nis": nis, "name": name}
    return copy_templates("commune", profiles / slug, values)


def main(arguments: list[str]) -> int:
    """Run the command; return the status of the process."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("slug", help="nom court, par exemple valmont-sur-lesse")
    parser.add_argument("nis", help="code NIS, cinq chiffres")
    parser.add_argument("--name", default="", help="nom en toutes lettres")
    parser.add_argument("--profiles", type=Path, default=ROOT / "profiles")
    options = parser.parse_args(arguments)
    try:
        done = new_commune(options.slug, options.nis, options.name, options.profiles)
    except ScaffoldError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    tell(done, f"Complétez profiles/{options.slug}/commune.toml, puis : make check")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
