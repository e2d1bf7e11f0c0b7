"""A settings file is read whole or refused with every problem it has."""

from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.core.settings.domain import flatten
from communes.core.settings.domain import InvalidSettings
from communes.core.settings.domain import read
from communes.core.settings.domain import unflatten
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum
import pytest
from typing import Literal


class Kind(StrEnum):
    COLLEGE = "college"
    CONSEIL = "conseil"


class DoubledLevel(InvalidInput):
    code = "doubled_level"
    template = "chaque niveau une seule fois, « ${level} » est double"


@dataclass(frozen=True)
class Level:
    id: str
    title: str = ""


@dataclass(frozen=True)
class Assembly:
    title: str
    kind: Kind = Kind.COLLEGE
    levels: tuple[Level, ...] = ()

    def __post_init__(self):
        ids = [level.id for level in self.levels]
        for id_ in ids:
            if ids.count(id_) > 1:
                raise DoubledLevel(field="levels", level=id_)


@dataclass(frozen=True)
class Numbering:
    first: int = field(default=1, metadata={"min": 1, "max": 9999})
    reset: Literal["year", "never"] = "year"


@dataclass(frozen=True)
class Settings:
    slug: str = field(metadata={"doc": "Nom court de la commune", "min": 2})
    open: bool = True
    share: float = 0.5
    threshold: Decimal = Decimal("30000")
    since: date | None = None
    languages: tuple[str, ...] = field(
        default=("fr",), metadata={"choices": ("fr", "de", "nl"), "min": 1}
    )
    numbering: Numbering = Numbering()
    assemblies: Mapping[str, Assembly] = field(default_factory=dict)
    opening_hours: str = field(default="", metadata={"key": "opening-hours"})


WHOLE = {
    "slug": "valmont",
    "open": False,
    "share": 1,
    "threshold": 22000.5,
    "since": date(2024, 12, 2),
    "languages": ["fr", "de"],
    "numbering": {"first": 12, "reset": "never"},
    "assemblies": {
        "conseil": {
            "title": "Conseil communal",
            "kind": "conseil",
            "levels": [{"id": "chef"}, {"id": "dg", "title": "DG"}],
        }
    },
    "opening-hours": "9-12",
}


def problems(data):
    with pytest.raises(InvalidSettings) as refusal:
        read(Settings, data, "commune.toml")
    return {problem.key: problem for problem in refusal.value.problems}


def test_every_kind_of_value_is_read():
    settings = read(Settings, WHOLE, "commune.toml")
    assert settings == Settings(
        slug="valmont",
        open=False,
        share=1.0,
        threshold=Decimal("22000.5"),
        since=date(2024, 12, 2),
        languages=("fr", "de"),
        numbering=Numbering(first=12, reset="never"),
        assemblies={
            "conseil": Assembly(
                "Conseil communal", Kind.CONSEIL, (Level("chef"), Level("dg", "DG"))
            )
        },
        opening_hours="9-12",
    )


def test_what_is_not_said_keeps_its_default():
    assert read(Settings, {"slug": "aa"}, "commune.toml") == Settings(slug="aa")


@pytest.mark.parametrize("data", [WHOLE, {"slug": "aa"}])
def test_flat_and_nested_are_the_same_settings(data):
    settings = read(Settings, data, "commune.toml")
    assert unflatten(Settings, flatten(settings), "commune.toml") == settings


def test_flat_keys_are_dotted_and_values_plain():
    flat = flatten(read(Settings, WHOLE, "commune.toml"))
    assert flat["numbering.first"] == 12
    assert flat["assemblies.conseil.kind"] == "conseil"
    assert flat["assemblies.conseil.levels"] == [
        {"id": "chef", "title": ""},
        {"id": "dg", "title": "DG"},
    ]
    assert flat["opening-hours"] == "9-12"


@pytest.mark.parametrize(
    "change,key,expected,got",
    [
        ({"open": 1}, "open", "oui ou non", "1"),
        ({"slug": 3}, "slug", "un texte", "3"),
        ({"slug": "v"}, "slug", "caractères est d'au moins 2", "« v »"),
        ({"numbering": {"first": True}}, "numbering.first", "entier", "true"),
        ({"numbering": {"first": 0}}, "numbering.first", "de 1 à 9999", "0"),
        ({"numbering": 3}, "numbering", "une table", "3"),
        (
            {"numbering": {"reset": "month"}},
            "numbering.reset",
            "« never »",
            "« month »",
        ),
        ({"languages": "fr"}, "languages", "une liste", "« fr »"),
        ({"languages": []}, "languages", "au moins 1", "une liste de 0"),
        ({"languages": ["fr", "it"]}, "languages[2]", "« nl »", "« it »"),
        ({"since": "hier"}, "since", "AAAA-MM-JJ", "« hier »"),
        ({"share": "half"}, "share", "un nombre", "« half »"),
        ({"assemblies": {"x": {}}}, "assemblies.x.title", "une valeur", "rien"),
        ({"assemblies": {"a.b": {}}}, "assemblies.a.b", "sans point", "« a.b »"),
        (
            {"assemblies": {"x": {"title": "X", "kind": "cour"}}},
            "assemblies.x.kind",
            "« conseil »",
            "« cour »",
        ),
        (
            {"assemblies": {"x": {"title": "X", "levels": [{"id": "a"}] * 2}}},
            "assemblies.x.levels",
            "une seule fois",
            "autre valeur",
        ),
    ],
)
def test_a_bad_value_says_key_and_expectation(change, key, expected, got):
    problem = problems({**WHOLE, **change})[key]
    assert expected in problem.expected
    assert got in problem.got


def test_a_missing_value_says_what_it_is_for():
    assert problems({})["slug"].expected == "une valeur (Nom court de la commune)"


def test_an_unknown_key_lists_the_valid_ones_and_the_nearest():
    problem = problems({"slug": "aa", "numbering": {"frist": 2}})["numbering.frist"]
    assert problem.expected == (
        "une clé parmi first, reset (vouliez-vous dire « first » ?)"
    )


def test_all_problems_are_told_at_once():
    found = problems({"open": "oui", "numbering": {"first": -1}, "x": 1})
    assert set(found) == {"slug", "open", "numbering.first", "x"}


def test_the_sentence_names_file_key_and_expectation():
    with pytest.raises(InvalidSettings) as refusal:
        read(Settings, {"slug": "aa", "open": "oui"}, "profiles/demo/commune.toml")
    assert str(refusal.value) == (
        "profiles/demo/commune.toml : open : attendu oui ou non (true ou false) ; "
        "reçu « oui »."
    )
    assert refusal.value.rows == (
        {"key": "open", "expected": "oui ou non (true ou false)", "got": "« oui »"},
    )
