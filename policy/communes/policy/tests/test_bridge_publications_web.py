"""A page shows the last texts published with their proof, and only public ones."""

from communes.policy.bridges.publications_web import section as bridge
from communes.publications.domain.publication.register import Entry
from communes.web.domain.sections.record import section_of
from datetime import datetime
from datetime import UTC
import pytest


class Institution:
    """Says its NIS code; its shelf is its address."""

    def __init__(self, nis):
        self.nis = nis

    def getId(self):  # noqa: N802
        return self.nis

    def absolute_url(self):
        return f"https://valmont.example/{self.nis}/publications"


def entry(reference, day):
    shown_at = datetime(2026, 11, day, 9, tzinfo=UTC)
    return Entry(
        1, f"uid-{reference}", reference, f"Règlement {reference}", "", shown_at
    )


REGISTERS = {
    "99901": [entry("2026-1", 3), entry("2026-2", 20)],
    "99902": [entry("2026-7", 12)],
    "99903": [entry("2026-9", 22)],
}


@pytest.fixture
def cards(monkeypatch):
    known = [Institution(nis) for nis in REGISTERS]
    monkeypatch.setattr(bridge, "every_institution", lambda site: known)
    monkeypatch.setattr(bridge, "shelf_of", lambda one: one)
    monkeypatch.setattr(bridge, "may", lambda right, one: one.nis != "99903")
    monkeypatch.setattr(
        bridge, "register_lines", lambda one, wanted: REGISTERS[one.nis]
    )
    monkeypatch.setattr(bridge.api.portal, "get", lambda: None)

    def shown(**holds):
        row = {"id": "p", "kind": "publications", "holds": holds}
        return bridge.PublishedTexts(None, None).cards(section_of(row))

    return shown


def test_the_last_published_is_first_and_what_is_hidden_is_not_there(cards):
    found = cards(most=2)
    assert [one.title for one in found] == ["Règlement 2026-2", "Règlement 2026-7"]
    assert found[0].url == "https://valmont.example/99901/publications/2026-2"
    assert found[0].day == "20 novembre 2026"


def test_a_section_may_be_of_one_institution(cards):
    assert [one.uid for one in cards(institution="99902")] == ["uid-2026-7"]
    assert cards(institution="99903") == []
