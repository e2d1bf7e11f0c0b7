"""A file of addresses enters with a proof, and brings nobody back who left."""

from communes.core.importing.domain import Fate
from communes.core.mailing.people.domain import checked_source
from communes.core.mailing.people.domain import Entrant
from communes.core.mailing.people.domain import fates
from communes.core.mailing.people.domain import LEFT
from communes.core.mailing.people.domain import SourceMissing
from datetime import date
import pytest


TODAY = date(2026, 11, 23)
SAID = "Bulletins papier signés au marché, classés au secrétariat"


def test_a_source_says_where_and_when():
    assert checked_source(f" {SAID}\n", TODAY, TODAY).said == SAID
    for said, day in (("oui", TODAY), (SAID, None), (SAID, date(2026, 11, 24))):
        with pytest.raises(SourceMissing):
            checked_source(said, day, TODAY)


def test_each_line_has_its_fate():
    lines = [
        Entrant("anne@Exemple.be ", {"topics": ["a"]}),
        Entrant("ANNE@exemple.be", {}),
        Entrant("pas une adresse", {}),
        Entrant("la@exemple.be", {}),
        Entrant("parti@exemple.be", {}),
    ]
    known = {"la@exemple.be": "there", "parti@exemple.be": "gone"}
    rows, entering = fates(lines, known)
    assert [row.fate for row in rows] == [
        Fate.CREATED, Fate.UNCHANGED, Fate.REFUSED, Fate.UNCHANGED, Fate.UNCHANGED,
    ]  # fmt: skip
    assert LEFT in rows[4].key
    assert entering == [Entrant("anne@exemple.be", {"topics": ["a"]})]
