"""The words of a list: all of them, each in any form or as a beginning."""

from communes.search.language.domain.narrowing import narrowed
from communes.search.language.domain.synonyms import Concept


def test_every_notion_is_wanted_by_itself_or_by_the_beginnings_of_its_words():
    params = dict(narrowed((Concept(("voirie",)), Concept(("milieu", "accueil"))), ()))
    assert params["q"] == "{!bool must=$c1e must=$c2e}"
    assert params["c1e"] == "{!bool should=$c1 should=$c1b}"
    assert params["c2b"] == "{!bool must=$c2b0 must=$c2b1}"
    assert [params[f"{name}t"] for name in ("c1b0", "c2b0", "c2b1")] == [
        "voirie*",
        "milieu*",
        "accueil*",
    ]


def test_the_parts_of_a_number_are_beginnings_too():
    params = dict(narrowed((Concept(("2023/05",)),), ("fr",)))
    assert [params["c1b0t"], params["c1b1t"]] == ["2023*", "05*"]
    # As typed, it is looked for as a number beside.
    assert params["c1t"] == "2023\\/05"


def test_nothing_typed_is_syntax():
    typed = ('fq=*:*"', "{!join}", "a*b", "AND")
    params = narrowed(tuple(Concept((word,)) for word in typed), ("fr", "de"))
    begun = [value for name, value in params if "b" in name and name.endswith("t")]
    assert all(value[:-1].isalnum() and value[-1] == "*" for value in begun)
    assert "and*" in begun


def test_german_words_are_beginnings_where_german_is_written_only():
    french = dict(narrowed((Concept(("Bau",)),), ("fr",)))
    both = dict(narrowed((Concept(("Bau",)),), ("fr", "de")))
    assert "text_de" not in french["begin_fields"]
    assert both["begin_fields"].split()[-2:] == ["text_de", "title_de"]
