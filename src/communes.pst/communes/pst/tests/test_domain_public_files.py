"""Open data says what citizens see, in the order of the tree, and no more."""

from communes.pst.domain.choices import Publication
from communes.pst.domain.indicator import Indicator
from communes.pst.domain.indicator import YearTarget
from communes.pst.domain.public import public_elements
from communes.pst.domain.public import PublicChoice
from communes.pst.domain.public import PublicField
from communes.pst.domain.public_files import COLUMNS
from communes.pst.domain.public_files import public_document
from communes.pst.domain.public_files import public_rows
from communes.pst.domain.reference import numbered
from communes.pst.specimen.making import specimen
from communes.pst.tests.plans import action
from communes.pst.tests.plans import of
from communes.pst.tests.plans import operational
from communes.pst.tests.plans import strategic
from datetime import date
from decimal import Decimal
import json


TODAY = date(2026, 11, 23)
OPEN = {"publication": Publication.PUBLISHED}
TREE = numbered(
    of(
        strategic("os", **OPEN),
        operational("oo", "os", **OPEN),
        action(
            "a",
            "oo",
            sdgs=(15,),
            partners=("SPW", "Natagora"),
            planned_end=date(2027, 1, 1),
            indicators=(
                Indicator("i", "Haies", "km", targets=(YearTarget(2027, Decimal(3)),)),
            ),
            **OPEN,
        ),
    )
)


def elements(*fields):
    return public_elements(TREE, PublicChoice(fields=fields), TODAY)


def test_the_document_holds_chosen_fields_only():
    document = public_document(TREE.plan, elements(PublicField.SDGS), TODAY)

    assert document["plan"]["institution"] == "Commune"
    assert document["updated"] == "2026-11-23"
    assert document["elements"][2] == {
        "id": "a",
        "kind": "pstaction",
        "reference": "A.3",
        "title": "a",
        "parent": "oo",
        "also_under": [],
        "sdgs": [{"number": 15, "title": "Vie terrestre"}],
    }


def test_indicators_are_told_year_by_year():
    document = public_document(TREE.plan, elements(PublicField.INDICATORS), TODAY)

    assert document["elements"][2]["indicators"] == [
        {
            "label": "Haies",
            "unit": "km",
            "years": [{"year": 2027, "target": "3", "value": None}],
        }
    ]


def test_the_table_has_a_cell_for_each_column():
    rows = public_rows(elements(*PublicField))

    assert all(len(row) == len(COLUMNS) for row in rows)
    assert rows[2] == (
        "a",
        "Action",
        "A.3",
        "a",
        "OO.2",
        "En cours",
        0,
        None,
        date(2027, 1, 1),
        "15",
        Decimal(0),
        "SPW, Natagora",
    )


def test_the_specimen_is_written_as_json():
    tree = specimen(actions=60)
    found = public_elements(tree, PublicChoice(fields=tuple(PublicField)), TODAY)
    again = json.loads(json.dumps(public_document(tree.plan, found, TODAY)))

    seen: set[str] = {""}
    for one in again["elements"]:
        assert one["parent"] in seen
        seen.add(one["id"])
    assert len(again["elements"]) == len(found)
