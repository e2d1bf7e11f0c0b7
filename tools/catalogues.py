"""Collect the sentences of every distribution into its catalogues (``make i18n``).

The code carries the French sentence as the default of each message, so the French
catalogue is filled from the defaults; other languages keep what was translated.
"""

from pathlib import Path
import re
import subprocess
import sys


ROOT = Path(__file__).resolve().parent.parent
I18NDUDE = Path(sys.executable).with_name("i18ndude")


def packages() -> list[Path]:
    """Return the package folder of every distribution that has catalogues."""
    bases = [*ROOT.glob("src/communes.*"), ROOT / "policy"]
    return sorted(path.parent for base in bases for path in base.rglob("locales"))


def fill_from_defaults(catalogue: Path) -> int:
    """Give every untranslated message its default; return how many were filled."""
    text = catalogue.read_text(encoding="utf-8")
    pattern = re.compile(
        r'(#\. Default: "(?P<default>(?:[^"\\]|\\.)*)"\n(?:#.*\n)*msgid "[^\n]*"\n)'
        r'msgstr ""\n(?!")'
    )
    filled, count = pattern.subn(r'\1msgstr "\g<default>"\n', text)
    catalogue.write_text(filled, encoding="utf-8")
    return count


def collect(package: Path) -> None:
    domain = f"communes.{package.name}"
    template = package / "locales" / f"{domain}.pot"
    french = package / "locales" / "fr" / "LC_MESSAGES" / f"{domain}.po"
    command = [str(I18NDUDE), "rebuild-pot", "--pot", str(template)]
    exclude = ["--exclude", "tests"]
    subprocess.run(
        [*command, *exclude, "--create", domain, str(package)],
        check=True,
        capture_output=True,
    )
    for catalogue in sorted(package.glob(f"locales/*/LC_MESSAGES/{domain}.po")):
        sync = [str(I18NDUDE), "sync", "--pot", str(template), str(catalogue)]
        subprocess.run(sync, check=True, capture_output=True)
    print(f"{domain}: {fill_from_defaults(french)} sentences filled in")


if __name__ == "__main__":
    for found in packages():
        collect(found)
