"""The chain of entries, without any file."""

from communes.core.journal.domain import BEGINNING
from communes.core.journal.domain import canonical
from communes.core.journal.domain import first_break
from communes.core.journal.domain import sealed
from communes.core.journal.tests.programs import entry
from dataclasses import replace
from hashlib import sha256
import pytest


def chain(count):
    links = []
    previous = BEGINNING
    for number in range(1, count + 1):
        links.append(sealed(number, entry("greffier", number), previous))
        previous = links[-1].seal
    return links


def test_an_entry_is_written_down_in_one_way_only():
    one = replace(entry("greffier", 1), details={"b": 1, "a": "é"})
    other = replace(one, details={"a": "é", "b": 1})
    assert canonical(1, one) == canonical(1, other)
    assert b'"details":{"a":"\xc3\xa9","b":1}' in canonical(1, one)


def test_a_seal_covers_the_entry_and_the_seal_before_it():
    link = sealed(1, entry("greffier", 1), BEGINNING)
    written = BEGINNING.encode() + b"\n" + canonical(1, link.entry)
    assert link.seal == sha256(written).hexdigest()


def test_an_untouched_chain_holds():
    assert first_break([]) is None
    assert first_break(chain(5)) is None


@pytest.mark.parametrize(
    "change",
    [
        {"at": "2024-01-01"},
        {"actor": "somebody else"},
        {"action": "item.edit"},
        {"target": "/elsewhere"},
        {"target_uid": "other"},
        {"details": {}},
        {"origin": "other"},
    ],
)
def test_a_changed_entry_is_named(change):
    links = chain(5)
    links[2] = replace(links[2], entry=replace(links[2].entry, **change))
    broken = first_break(links)
    assert (broken.number, broken.reason) == (3, "was changed after it was sealed")


def test_a_removed_entry_is_named():
    links = chain(5)
    del links[2]
    assert first_break(links).number == 3


def test_an_entry_sealed_anew_breaks_the_chain_after_it():
    links = chain(5)
    links[2] = sealed(3, entry("forger", 3), links[1].seal)
    broken = first_break(links)
    assert (broken.number, broken.reason) == (
        4,
        "is not chained to the entry before it",
    )


def test_a_noted_seal_shows_that_the_end_was_cut_or_all_was_written_anew():
    links = chain(5)
    noted = (5, links[-1].seal)
    assert first_break(links, noted) is None
    assert first_break([*links, sealed(6, entry("x", 6), noted[1])], noted) is None
    assert first_break(links[:3], noted).number == 4
    assert first_break(links, (5, "0" * 64)).reason == "differs from the noted seal"
