"""What a question means: notions, synonyms, references, best bets; without Plone."""

from communes.core.settings.domain import InvalidSettings
from communes.core.settings.domain import read
from communes.search.language.domain.best_bets import bets_for
from communes.search.language.domain.ranking import needed
from communes.search.language.domain.ranking import ranked
from communes.search.language.domain.references import is_reference
from communes.search.language.domain.references import join_references
from communes.search.language.domain.references import numbers_of
from communes.search.language.domain.settings import BestBet
from communes.search.language.domain.settings import SearchSettings
from communes.search.language.domain.synonyms import base_groups
from communes.search.language.domain.synonyms import Concept
from communes.search.language.domain.synonyms import MAX_OF_ALL
from communes.search.language.domain.synonyms import thesaurus
from communes.search.language.domain.words import is_function_word
from communes.search.language.domain.words import key_of
import pytest
from time import process_time


OWN = thesaurus([("crèche", "milieu d'accueil"), ("ordures", "déchets")])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Crèches", "creche"),
        ("milieux d’accueil", "milieu d'accueil"),
        ("collecte des sapins", "la collecte de sapin"),
        ("travaux communaux", "traval communal"),
        ("arrêtés du bourgmestre", "arrete bourgmestre"),
        ("bureaux", "bureau"),
        ("œuvre", "OEUVRE"),
        ("Straße", "strasse"),
    ],
)
def test_writings_of_the_same_words_are_the_same(one, other):
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize("word", ["de", "l'", "d’un", "Pour", "où", "und", "À"])
def test_words_that_only_join_others_carry_nothing(word):
    assert is_function_word(word)


@pytest.mark.parametrize("word", ["été", "car", "an2026", "l'achat", "12", "CPAS"])
def test_words_that_say_something_are_kept(word):
    assert not is_function_word(word)


def test_a_word_brings_what_says_the_same():
    assert OWN.expand(("crèches",)) == (Concept(("crèches",), ("milieu d'accueil",)),)


def test_an_expression_is_one_notion_whatever_stands_between():
    words = ("inscription", "milieux", "d'accueil", "des", "enfants")
    assert OWN.expand(words) == (
        Concept(("inscription",)),
        Concept(("milieux", "d'accueil"), ("crèche",)),
        Concept(("enfants",)),
    )


def test_a_part_of_an_expression_is_not_the_expression():
    assert OWN.expand(("milieu",)) == (Concept(("milieu",)),)


def test_function_words_alone_are_still_a_question():
    assert OWN.expand(("le", "la")) == (Concept(("le",)), Concept(("la",)))


def test_the_wordings_of_a_whole_question_are_bounded():
    many = thesaurus([tuple(f"mot{letter}" for letter in "abcdefghij")])
    notions = many.expand(("mota",) * 40)
    assert sum(len(one.alternatives) for one in notions) == MAX_OF_ALL


def test_the_groups_that_come_with_the_search_are_many_and_sound():
    groups = base_groups()
    assert len(groups) >= 60
    for group in groups:
        keys = [key_of(word) for word in group]
        assert len(keys) >= 2
        assert len(set(keys)) == len(keys), group
        assert all(keys), group


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("CPAS", "centre public d'action sociale"),
        ("ordures", "immondices"),
        ("rue", "voirie"),
        ("PCDR", "programme communal de développement rural"),
        ("permis de bâtir", "permis d'urbanisme"),
        ("parc à conteneurs", "recyparc"),
    ],
)
def test_what_walloon_administrations_call_by_two_names(typed, found):
    (notion,) = thesaurus(base_groups()).expand(tuple(typed.split()))
    assert found in notion.alternatives


@pytest.mark.parametrize(
    ("typed", "joined"),
    [
        ("article L 1122-30", ("article", "L1122-30")),
        ("art. L. 1122-30,", ("art.", "L1122-30,")),
        ("85 07 30 033 61", ("85073003361",)),
        ("BE12 3630 0000 0059", ("BE12363000000059",)),
        ("10 12 2026", ("10", "12", "2026")),
        ("taxe 2026", ("taxe", "2026")),
    ],
)
def test_the_parts_of_a_reference_are_put_together(typed, joined):
    assert join_references(tuple(typed.split())) == joined


@pytest.mark.parametrize(
    ("notions", "least"), [(1, 1), (2, 2), (3, 2), (5, 4), (6, 4), (8, 6), (40, 30)]
)
def test_enough_of_the_notions_must_be_found(notions, least):
    assert needed(notions) == least


@pytest.mark.parametrize(
    ("word", "reference"),
    [
        ("2023/05/12-3", True),
        ("CC-2026/11/012,", True),
        ("L1122-30", True),
        ("+++123/4567/89012+++", True),
        ("85073003361", True),
        ("BE12363000000059", True),
        ("2026", False),
        ("12", False),
        ("nid-de-poule", False),
        ("l'article", False),
    ],
)
def test_numbers_that_name_one_thing_are_known(word, reference):
    assert is_reference((word,)) is reference


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Point 2023/05/12-3, dossier CC-2026/1.", ["2023/05/12-3,", "CC-2026/1."]),
        ("Vu l'article L 1122-30 du Code", ["L1122-30", "1122-30"]),
        ("compte BE12 3630 0000 0059 ouvert",
         ["BE12", "3630", "0000", "0059", "BE12363000000059"]),
        ("le 12 mai, 30 places", ["12", "30"]),
        ("10 12 2026", ["10", "12", "2026"]),
        ("rien de tel", []),
        ("9" * 81, []),
    ],
)  # fmt: skip
def test_the_numbers_of_a_text_are_told_beside_it(text, numbers):
    assert numbers_of([text]).split() == numbers


def test_the_numbers_of_a_huge_text_take_no_time_to_speak_of():
    began = process_time()
    numbers_of(["x" * 1_000_000, "mot 12 345, " * 20_000, "1 " * 100_000])
    assert process_time() - began < 10


def test_a_question_that_found_nothing_is_asked_again_for_any_of_its_notions():
    words = ("lampadaire", "en", "panne")
    strict = dict(ranked(words, OWN.expand(words), ("fr",)))
    relaxed = dict(ranked(words, OWN.expand(words), ("fr",), relaxed=True))
    assert strict["words"] == "{!bool must=$c1 must=$c2}"
    assert relaxed["words"] == "{!bool should=$c1 should=$c2 mm=1}"


@pytest.mark.parametrize("relaxed", [False, True])
def test_a_number_is_always_asked_for(relaxed):
    words = ("article", "L1122-30", "conseil", "communal")
    params = dict(ranked(words, OWN.expand(words), ("fr",), relaxed=relaxed))
    assert "must=$c2" in params["words"]
    assert "must=$c1" not in params["words"]


def test_nothing_typed_is_syntax():
    hostile = ('{!func}x"', "b*:*", "$q", "title_fr:x", "OR")
    params = dict(ranked(hostile, OWN.expand(hostile), ("fr",)))
    assert params["c1t"] == r"\{\!func\}x\""
    assert params["c2t"] == r"b\*\:\*"
    assert params["c3t"] == r"\$q"
    assert params["c4t"] == r"title_fr\:x"
    assert params["typed"].startswith(r'"\{\!func\}x\" ')
    assert not any(word in params["q"] + params["words"] for word in hostile)


def test_german_fields_are_asked_where_german_is_written_only():
    notions = OWN.expand(("Steuer",))
    assert "_de" not in str(ranked(("Steuer",), notions, ("fr",)))
    german = dict(ranked(("Steuer",), notions, ("de",)))
    assert "title_de" in german["word_fields"]
    assert "title_fr" not in german["word_fields"]


BETS = (
    BestBet(("collecte des sapins", "sapin de Noël"), "/vivre/sapins"),
    BestBet(("déchets",), "/vivre/dechets"),
)


@pytest.mark.parametrize(
    ("typed", "targets"),
    [
        ("Collecte des sapins", ["/vivre/sapins"]),
        ("la collecte de sapin", ["/vivre/sapins"]),
        ("dechet", ["/vivre/dechets"]),
        ("déchets verts", []),
        ("", []),
        ("***", []),
    ],
)
def test_a_best_bet_answers_its_words_and_nothing_else(typed, targets):
    assert [bet.uid_or_path for bet in bets_for(typed, BETS)] == targets


def test_the_table_of_a_commune_is_read():
    settings = read(
        SearchSettings,
        {
            "languages": ["de", "fr"],
            "synonyms": [{"words": ["kot", "logement étudiant"]}],
            "best_bets": [{"words": ["sapins"], "target": "/vivre/sapins"}],
        },
        "commune.toml",
    )
    assert settings.synonyms[0].words == ("kot", "logement étudiant")
    assert settings.base_synonyms


@pytest.mark.parametrize(
    ("table", "key", "expected"),
    [
        ({"languages": ["nl"]}, "languages[1]", "fr"),
        ({"languages": []}, "languages", "de 1 à 2"),
        ({"synonyms": [{"words": ["kot"]}]}, "synonyms[1].words", "de 2 à 30"),
        ({"synonyms": [{"words": ["kot", "Kots"]}]}, "synonyms[1].words", "différents"),
        ({"synonyms": [{"words": ["kot", "de"]}]}, "synonyms[1].words", "lettre"),
        ({"synonyms": [["kot", "logement"]]}, "synonyms[1]", "une table"),
        ({"best_bets": [{"words": ["x"], "target": "vivre"}]}, "target", "chemin"),
        ({"best_bets": [{"words": [], "target": "/x"}]}, "words", "de 1 à 30"),
        ({"best_bets": [{"words": ["x"]}]}, "best_bets[1].target", "La page"),
        ({"synonymes": []}, "synonymes", "synonyms"),
    ],
)
def test_a_bad_table_is_refused_with_its_key_and_what_was_expected(
    table, key, expected
):
    with pytest.raises(InvalidSettings) as refusal:
        read(SearchSettings, table, "profiles/demo/commune.toml")
    (problem,) = refusal.value.problems
    assert key in problem.key
    assert expected in f"{problem.expected}"
    assert "profiles/demo/commune.toml" in str(refusal.value)
