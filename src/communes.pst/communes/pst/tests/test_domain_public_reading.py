"""A public document is read back as it was written, and nothing else is shown."""

from communes.exchange.messages.schema import check_body
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.plain import to_plain
from communes.pst.domain.public import public_elements
from communes.pst.domain.public import PublicChoice
from communes.pst.domain.public import PublicField
from communes.pst.domain.public_files import public_document
from communes.pst.domain.public_message import PROGRAMME
from communes.pst.domain.public_message import programme_body
from communes.pst.domain.public_reading import read_document
from communes.pst.domain.public_search import matching
from communes.pst.specimen.making import specimen
from copy import deepcopy
from dataclasses import replace
from datetime import date
import json
import pytest


TODAY = date(2026, 11, 23)
EXAMPLE = PROGRAMME.example["document"]


def test_a_whole_programme_is_read_back_and_follows_the_schema():
    tree = specimen()
    opened = tree.with_elements(
        *(
            replace(one, publication="published")
            for one in tree.elements.values()
            if hasattr(one, "publication")
        )
    )
    shown = public_elements(opened, PublicChoice(fields=tuple(PublicField)), TODAY)
    document = json.loads(json.dumps(public_document(tree.plan, shown, TODAY)))
    check_body(PROGRAMME, programme_body("pst", 1, "2026-11-23T10:00:00Z", document))
    found = read_document(document)
    assert found.elements == shown and found.updated == TODAY
    assert [one.id for one in found.below()] == [
        one.id for one in shown if not one.parent
    ]


def test_what_stands_above_and_below_is_found():
    found = read_document(EXAMPLE)
    assert [one.reference for one in found.above("5b6e4f7a")] == ["OS.1", "OO.2"]
    assert [one.id for one in found.below("4a5b6c7d")] == ["5b6e4f7a"]


def test_an_element_stands_under_what_shows_it_too():
    document = deepcopy(EXAMPLE)
    document["elements"].append(
        {"id": "autre", "kind": "operationalobjective", "title": "Autre",
         "parent": "8c1d2e3f"}
    )  # fmt: skip
    document["elements"][2]["also_under"] = ["autre"]
    assert [one.id for one in read_document(document).below("autre")] == ["5b6e4f7a"]


@pytest.mark.parametrize(
    "change",
    [
        {"parent": "nulle-part"},
        {"also_under": ["nulle-part"]},
        {"id": "5b6e4f7a"},
        {"kind": "task"},
        {"budget": "beaucoup"},
        {"begins": "demain"},
        {"sdgs": [{"number": 18, "title": "Autre"}]},
    ],
)
def test_what_is_no_programme_is_refused(change):
    document = deepcopy(EXAMPLE)
    document["elements"][1].update(change)
    with pytest.raises(InvalidValue):
        read_document(document)


def test_texts_are_cleaned_by_who_reads():
    found = read_document(EXAMPLE, lambda html: html.replace("<p>", "<b>"))
    assert found.elements[0].text.startswith("<b>")


def test_the_example_says_what_its_dataclasses_do():
    assert to_plain(read_document(EXAMPLE).elements[2].budget) == "184500.37"


def titles(text):
    return [one.title for one in matching(read_document(EXAMPLE), text)]


def test_citizens_find_elements_by_the_beginning_of_words():
    shown = read_document(EXAMPLE)
    action = shown.by_id["5b6e4f7a"]
    first = action.title.split()[0]
    assert action.title in titles(first[:4].upper())
    assert titles("zzz") == titles("  ") == titles("…") == []


def test_accents_do_not_count_and_every_word_does():
    document = deepcopy(EXAMPLE)
    document["elements"][2] |= {
        "title": "Isoler l'école du Centre",
        "text": "<p>La toiture <b>d'abord</b>.</p>",
    }
    shown = read_document(document)
    found = {
        text: [one.id for one in matching(shown, text)]
        for text in ("ECOLE isol", "toiture ecole", "ecole gare", "cent", "ec")
    }
    assert found == {
        "ECOLE isol": ["5b6e4f7a"],
        "toiture ecole": ["5b6e4f7a"],
        "ecole gare": [],
        "cent": ["5b6e4f7a"],
        "ec": [],
    }


def test_a_title_comes_before_a_text():
    document = deepcopy(EXAMPLE)
    for place, values in enumerate(
        ({"title": "Bien vivre", "text": "<p>les haies</p>"}, {"title": "Les haies"})
    ):
        document["elements"][place] |= values
    found = matching(read_document(document), "haies")
    assert [one.title for one in found] == ["Les haies", "Bien vivre"]
