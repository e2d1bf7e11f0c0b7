"""Collect the sentences of every distribution into its catalogues (``make i18n``).

``locales/<domain>.pot`` lists them all; ``locales/<language>/LC_MESSAGES`` holds one
catalogue a language. The code is the French source, so the French catalogue always
says what the code says; in other languages a sentence whose French changed is kept
and marked fuzzy, for a translator to look at.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
import po
import sentences
import subprocess
import sys
import tempfile
from words import Failure
from words import ROOT


I18NDUDE = Path(sys.executable).with_name("i18ndude")
FRENCH = "fr"
#: Its enumerations may be named by everybody.
KIT = ROOT / "src" / "communes.core" / "communes" / "core"


def packages() -> dict[str, Path]:
    """Return the package folder of every distribution by its domain."""
    found = [
        path
        for base in [*ROOT.glob("src/communes.*"), ROOT / "policy"]
        for path in base.glob("communes/*")
        if (path / "__init__.py").exists()
    ]
    return {f"communes.{path.name}": path for path in sorted(found)}


def wrapped(domain: str, package: Path) -> dict[str, po.Entry]:
    """Return what gettext's own extractor finds: ``_()``, templates, ZCML, profiles."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.pot"
        command = [str(I18NDUDE), "rebuild-pot", "--pot", str(found)]
        command += ["--exclude", "tests", "--create", domain, str(package)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode and "No entries" not in done.stdout + done.stderr:
            raise Failure(f"i18ndude can not read {package}:\n{done.stderr}")
        return po.read(found)


def collect(domain: str, package: Path) -> dict[str, po.Entry]:
    """Return every sentence of one distribution by its id."""
    entries = wrapped(domain, package)
    for entry in entries.values():
        entry.references = {_place(one, package) for one in entry.references}
    kit = sentences.modules(KIT)
    for one in sentences.collected(sentences.modules(package), kit):
        entry = entries.setdefault(one.msgid, po.Entry(one.msgid, one.default))
        entry.references.add(str(one.path.relative_to(package)))
    return entries


def _place(reference: str, package: Path) -> str:
    path = reference.rsplit(":", 1)[0]
    return path.split(f"/communes/{package.name}/", 1)[-1]


def translated(
    wanted: Iterable[po.Entry], before: dict[str, po.Entry], language: str
) -> list[po.Entry]:
    """Return the entries of one language: what was translated stays."""
    if language == FRENCH:
        return [replace(entry, msgstr=entry.french) for entry in wanted]
    return [_kept(entry, before.get(entry.msgid)) for entry in wanted]


def _kept(entry: po.Entry, known: po.Entry | None) -> po.Entry:
    if known is None:
        return entry
    changed = bool(known.msgstr) and known.default != entry.default
    return replace(entry, msgstr=known.msgstr, fuzzy=known.fuzzy or changed)


def write(domain: str, package: Path) -> int:
    """Write the catalogues of one distribution; return how many sentences it has."""
    entries = list(collect(domain, package).values())
    locales = package / "locales"
    po.write(locales / f"{domain}.pot", domain, "en", entries)
    languages = {path.parent.parent.name for path in locales.glob("*/LC_MESSAGES/*.po")}
    for language in sorted(languages | {FRENCH}):
        path = locales / language / "LC_MESSAGES" / f"{domain}.po"
        po.write(path, domain, language, translated(entries, po.read(path), language))
    return len(entries)


if __name__ == "__main__":
    for domain, package in packages().items():
        print(f"{domain}: {write(domain, package)} sentences")
