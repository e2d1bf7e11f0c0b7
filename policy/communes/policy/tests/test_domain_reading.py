"""A commune's file is read whole, or refused with everything that is wrong in it."""

from communes.core.settings.domain import InvalidSettings
from communes.policy.domain.reading import read_commune
from communes.policy.domain.solution import Solution
from copy import deepcopy
from dataclasses import dataclass
from dataclasses import field
from datetime import date
import pytest


@dataclass(frozen=True)
class Organ:
    id: str


@dataclass(frozen=True)
class ToySettings:
    organs: tuple[Organ, ...] = (Organ("college"), Organ("conseil"))
    pages: int = field(default=3, metadata={"min": 1, "max": 9})


SOLUTIONS = {
    "toy": Solution(
        "toy",
        "communes.toy",
        ("agents",),
        ToySettings,
        bodies=lambda settings: tuple(organ.id for organ in settings.organs),
    ),
    "web": Solution("web", "communes.web", ("www",)),
}
FILES = ("commune.toml", "branding/logo.png")
WHOLE = {
    "demo": True,
    "term_starts": date(2024, 12, 2),
    "identity": {
        "slug": "valmont",
        "name": "Valmont-sur-Lesse",
        "nis": "99901",
        "postal_codes": ["5999"],
    },
    "sites": {"agents": {"solutions": ["toy"]}, "www": {"solutions": ["web"]}},
    "branding": {"brand_colour": "#0b5d6b", "logo": "branding/logo.png"},
    "toy": {"pages": 5},
    "services": [{"id": "travaux", "title": "Travaux", "agents": 18}],
    "political_groups": [{"id": "ensemble", "title": "Ensemble"}],
    "people": [
        {
            "id": "maud",
            "name": "Maud Hennaux",
            "group": "ensemble",
            "mandates": [{"body": "conseil", "role": "bourgmestre"}],
        }
    ],
    "accounts": [
        {
            "id": "julie.pirotte",
            "fullname": "Julie Pirotte",
            "password": "Valmont-2026",
            "person": "maud",
            "groups": ["travaux-creators", "conseil-members"],
        }
    ],
}


def assembled(data, folder="valmont"):
    return read_commune(data, SOLUTIONS, "commune.toml", folder, FILES)


def changed(path, value):
    """Return the whole file with one value put in place of another."""
    data = deepcopy(WHOLE)
    *way, last = path
    place = data
    for step in way:
        place = place[step]
    place[last] = value
    return data


def problems(data, folder="valmont"):
    with pytest.raises(InvalidSettings) as refusal:
        assembled(data, folder)
    return {problem.key: problem for problem in refusal.value.problems}


def test_a_whole_file_becomes_typed_values():
    result = assembled(WHOLE)
    assert result.settings == {"toy": ToySettings(pages=5)}
    assert result.commune.people[0].mandates[0].body == "conseil"
    assert list(result.commune.sites.named()) == ["agents", "www"]


def test_a_chosen_solution_without_a_table_has_its_defaults():
    data = {key: value for key, value in WHOLE.items() if key != "toy"}
    assert assembled(data).settings == {"toy": ToySettings()}


def test_a_site_that_is_not_named_is_not_made():
    data = changed(["sites"], {"agents": {"solutions": ["toy"]}})
    assert list(assembled(data).commune.sites.named()) == ["agents"]


CASES = [
    (["identity", "slug"], "Valmont !", "identity.slug", "lettres minuscules"),
    (["identity", "slug"], "autre", "identity.slug", "nom du dossier du profil"),
    (["identity", "nis"], "9990", "identity.nis", "cinq chiffres"),
    (["identity", "postal_codes"], ["59"], "identity.postal_codes[1]", "quatre"),
    (["identity", "category"], "ville", "identity.category", "« commune »"),
    (["identity", "nmae"], "x", "identity.nmae", "vouliez-vous dire « name »"),
    (["identity", "inhabitants"], -1, "identity.inhabitants", "au moins 0"),
    (["identity", "inhabitants"], "9800", "identity.inhabitants", "nombre entier"),
    (["sites"], {}, "sites", "[sites.agents]"),
    (["sites", "agents", "solutions"], ["toyy"], "sites.agents.solutions[1]",
     "« toy »"),
    (["sites", "agents", "solutions"], ["web"], "sites.agents.solutions[1]", "toy"),
    (["sites", "www", "solutions"], ["web"] * 2, "sites.www.solutions[2]", "une seule"),
    (["sites", "agents", "solutions"], [], "toy", "solution choisie"),
    (["sites", "agents", "email"], "mairie", "sites.agents.email", "nom@domaine.be"),
    (["sites", "agents", "address"], "https://valmont.be/", "sites.agents.address",
     "https://agents.commune.be"),
    (["branding", "brand_colour"], "#ffee88", "branding.brand_colour", "contraste"),
    (["branding", "brand_colour"], "bleu", "branding.brand_colour", "hexadécimal"),
    (["branding", "accent_colour"], "bleu", "branding.accent_colour", "hexadécimal"),
    (["branding", "logo"], "logo.png", "branding.logo", "branding/logo.png"),
    (["branding", "logo"], "logo.svg", "branding.logo", "finit par .png"),
    (["toy", "pages"], 10, "toy.pages", "de 1 à 9"),
    (["toy", "page"], 1, "toy.page", "vouliez-vous dire « pages »"),
    (["toys"], {}, "toys", "vouliez-vous dire « toy »"),
    (["services", 0, "id"], "Travaux", "services[1].id", "minuscules"),
    (["services", 0, "id"], "conseil", "services[1].id", "assemblée"),
    (["people", 0, "group"], "ensembles", "people[1].group", "« ensemble »"),
    (["people", 0, "mandates", 0, "body"], "conseils", "people[1].mandates[1].body",
     "« conseil »"),
    (["people", 0, "mandates", 0, "ends"], date(2020, 1, 1),
     "people[1].mandates[1].ends", "2024-12-02"),
    (["term_starts"], None, "people[1].mandates[1].starts", "term_starts"),
    (["accounts", 0, "groups"], ["travaux-creator"], "accounts[1].groups[1]",
     "« travaux-creators »"),
    (["accounts", 0, "groups"], ["voirie-creators"], "accounts[1].groups[1]",
     "l'un parmi college, conseil, pst, travaux"),
    (["accounts", 0, "person"], "paul", "accounts[1].person", "maud"),
    (["accounts", 0, "id"], "Julie Pirotte", "accounts[1].id", "minuscules"),
    (["demo"], False, "accounts[1].password", "demo = true"),
]  # fmt: skip


@pytest.mark.parametrize("path,value,key,expected", CASES)
def test_a_wrong_value_says_where_and_what_was_expected(path, value, key, expected):
    found = problems(changed(path, value))
    assert expected in found[key].expected


@pytest.mark.parametrize(
    "table", ["services", "political_groups", "people", "accounts"]
)
def test_an_identifier_given_twice_is_refused(table):
    found = problems(changed([table], WHOLE[table] * 2))
    assert f"déjà pris par {table}[1]" in found[f"{table}[2].id"].got


def test_a_solution_may_refuse_what_its_settings_say_together():
    from communes.core.errors.domain import Reason

    def check(settings):
        return (Reason("too_few", "Il faut ${n} organes.", {"n": 3}),)

    solutions = {
        **SOLUTIONS,
        "toy": Solution("toy", "communes.toy", ("agents",), ToySettings, check),
    }
    data = changed(["people"], [])
    data["accounts"] = []
    with pytest.raises(InvalidSettings, match="Il faut 3 organes"):
        read_commune(data, solutions, "commune.toml", "valmont", FILES)


def test_all_problems_are_told_at_once_with_the_contradictions():
    data = changed(["toy", "pages"], 0)
    data["identity"]["nis"] = 99901
    data["branding"]["logo"] = "absent.png"
    data["people"][0]["group"] = "autre"
    assert set(problems(data)) == {
        "toy.pages",
        "identity.nis",
        "branding.logo",
        "people[1].group",
    }


def test_nothing_is_claimed_about_a_table_that_can_not_be_read():
    # The assemblies are not known while the table of the solution is broken.
    data = changed(["toy", "pages"], "trois")
    data["people"][0]["mandates"][0]["body"] = "inconnue"
    assert set(problems(data)) == {"toy.pages"}


def test_the_sentence_names_the_file_the_key_and_the_expectation():
    with pytest.raises(InvalidSettings) as refusal:
        assembled(changed(["identity", "nis"], "12"))
    assert str(refusal.value) == (
        "commune.toml : identity.nis : attendu cinq chiffres ; reçu « 12 »."
    )
