"""A reader who follows a link arrives."""

from documentation import DOCS
from documentation import pages
from documentation import ROOT
import pytest
import re


LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.mark.parametrize("page", pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    inside = [one for one in LINK.findall(text) if "://" not in one and one[0] != "#"]
    broken = [
        one for one in inside if not (page.parent / one.partition("#")[0]).exists()
    ]
    assert broken == []


def test_every_page_is_reached_from_the_index():
    reached, waiting = set(), [DOCS / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        links = (one.partition("#")[0] for one in LINK.findall(page.read_text("utf-8")))
        found = [(page.parent / one).resolve() for one in links if "://" not in one]
        waiting += [one for one in found if one.is_file()]
    lost = [
        str(one.relative_to(ROOT)) for one in DOCS.rglob("*.md") if one not in reached
    ]
    assert sorted(lost) == []
