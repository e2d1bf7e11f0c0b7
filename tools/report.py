"""The page of measured figures: each benchmark keeps its own section of it."""

from pathlib import Path
from words import ROOT
from words import say


REPORT = ROOT / "docs/reference/benchmarks.md"


def keep_section(heading: str, section: str, report: Path = REPORT) -> None:
    """Put the section in the place of an earlier one, or last; the others stay.

    ``heading`` is its first line, ``## Search``. An empty heading is the opening of
    the page, up to the first section.
    """
    text = report.read_text(encoding="utf-8")
    head, rest = "", text
    if heading:
        head, _heading, rest = text.partition(f"\n{heading}\n")
    _old, more, later = rest.partition("\n## ")
    parts = [head.strip(), section.strip(), f"## {later.strip()}" if more else ""]
    report.write_text("\n\n".join(part for part in parts if part) + "\n", "utf-8")
    say(f"Written: {report.name}")
