"""A register holds, or says where it does not: every kind of tampering is found."""

from communes.deliberations.domain.register.entry import GENESIS
from communes.deliberations.domain.register.entry import MarginNote
from communes.deliberations.domain.register.entry import RegisterEntry
from communes.deliberations.domain.register.entry import sealed
from communes.deliberations.domain.register.verify import FAULT_WORDS
from communes.deliberations.domain.register.verify import FaultKind
from communes.deliberations.domain.register.verify import FileFacts
from communes.deliberations.domain.register.verify import verify
from dataclasses import replace
from datetime import date
from datetime import datetime
from hypothesis import given
from hypothesis import strategies as st
import pytest


NOW = datetime(2026, 11, 24, 10, 0)
FILES = {f"{n:064d}": FileFacts(f"{n:064d}", True) for n in range(1, 12)}


def entry(position, year=2026, number=None, previous=GENESIS):
    draft = RegisterEntry(
        position=position, kind="deliberations", year=year,
        number=number or position, meeting="m", meeting_day=date(year, 5, 22),
        item=f"i{position}", title=f"Point {position}", reference="", closed=False,
        entered_on=NOW, entered_by="dg", sha256=f"{position:064d}",
    )  # fmt: skip
    return sealed(draft, previous)


def chain(count=4, year_of=lambda n: 2026, number_of=lambda n: n):
    made, previous = [], GENESIS
    for n in range(1, count + 1):
        made.append(entry(n, year_of(n), number_of(n), previous))
        previous = made[-1].seal
    return made


def notes(*about):
    made, previous = [], GENESIS
    for place, one in enumerate(about, start=1):
        draft = MarginNote(place, one, "signed", NOW, "dg", "Acte signé", f"{9:064d}")
        made.append(sealed(draft, previous))
        previous = made[-1].seal
    return made


def kinds(entries, margin=(), files=FILES, last=0):
    return [
        (one.position, one.kind) for one in verify(entries, margin, files.get, last)
    ]


def test_a_register_nobody_touched_holds():
    assert kinds(chain(), notes(1, 3), last=4) == []
    assert kinds([]) == []


def test_numbers_may_begin_again_each_year_or_never():
    yearly = chain(
        5, lambda n: 2025 if n < 4 else 2026, lambda n: n if n < 4 else n - 3
    )
    assert kinds(yearly) == []
    assert kinds(chain(5, lambda n: 2025 if n < 4 else 2026)) == []


def test_a_changed_word_breaks_the_seal():
    found = chain()
    found[1] = replace(found[1], title="Un autre objet")
    assert kinds(found) == [(2, "seal")]


def test_a_changed_word_sealed_again_breaks_the_chain_after_it():
    found = chain()
    found[1] = sealed(replace(found[1], title="Un autre objet"), found[0].seal)
    assert kinds(found) == [(3, "chain")]


def test_a_removed_entry_leaves_a_gap_and_a_broken_chain():
    found = chain()
    del found[1]
    assert (3, "gap") in kinds(found)
    assert (3, "chain") in kinds(found)


def test_an_end_cut_off_is_seen_by_the_counter():
    assert kinds(chain()[:3], last=4) == [(4, "cut")]


def test_a_number_given_twice_is_seen():
    twins = chain(4, number_of=lambda n: min(n, 3), year_of=lambda n: 2026)
    assert (4, "twin") in kinds(twins)
    found = chain()
    assert (2, "twin") in kinds([found[0], found[1], found[1]])


def test_a_skipped_number_is_seen():
    skipped = chain(
        4, lambda n: 2025 if n < 3 else 2026, lambda n: n if n < 3 else n - 1
    )
    assert (3, "gap") in kinds(skipped)


@pytest.mark.parametrize(
    "file,kind",
    [
        (None, "missing_file"),
        (FileFacts("f" * 64, True), "changed_file"),
        (FileFacts(f"{2:064d}", False), "not_archive"),
    ],
)
def test_a_file_gone_changed_or_no_archive_is_seen(file, kind):
    files = {**FILES, f"{2:064d}": file}
    assert kinds(chain(), files=files) == [(2, kind)]


def test_a_note_is_chained_and_stands_beside_something():
    margin = notes(1, 7)
    assert kinds(chain(), margin) == [(7, "nowhere")]
    margin = notes(1, 2, 3)
    changed = [margin[0], replace(margin[1], text="Rien"), margin[2]]
    assert kinds(chain(), changed) == [(2, "seal")]
    assert (3, "chain") in kinds(chain(), [margin[0], margin[2]])


@given(st.data())
def test_no_single_change_of_a_field_goes_unseen(data):
    found = chain(5)
    place = data.draw(st.integers(0, 4))
    field, value = data.draw(
        st.sampled_from(
            [
                ("title", "x"),
                ("number", 99),
                ("year", 1999),
                ("item", "x"),
                ("meeting", "x"),
                ("meeting_day", date(1999, 1, 1)),
                ("closed", True),
                ("entered_by", "x"),
                ("entered_on", datetime(1999, 1, 1)),
                ("sha256", f"{8:064d}"),
                ("signed_sha256", f"{8:064d}"),
                ("approved_in", "x"),
                ("reference", "x"),
                ("corrects", 3),
                ("previous", "f" * 64),
                ("seal", "f" * 64),
                ("position", 77),
            ]
        )
    )
    found[place] = replace(found[place], **{field: value})
    assert kinds(found)


def test_every_fault_is_said_in_a_sentence():
    assert set(FAULT_WORDS) == set(FaultKind)
    (fault,) = verify(chain()[:3], (), FILES.get, 4)
    assert str(fault) == "inscription 4 : le registre est plus court que son compteur"
