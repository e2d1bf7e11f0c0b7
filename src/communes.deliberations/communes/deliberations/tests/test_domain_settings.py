"""Assemblies are data: the defaults hold, a CPAS fits, and a fault names its place."""

from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import COLLEGE
from communes.deliberations.domain.settings import CONSEIL
from communes.deliberations.domain.settings import DeliberationsSettings
from communes.deliberations.domain.settings import Destination
from communes.deliberations.domain.settings import ListType
from communes.deliberations.domain.settings import ValidationLevel
from communes.deliberations.domain.settings_check import check
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import ItemTransition
from dataclasses import fields
from dataclasses import replace
import pytest
from typing import Any


def codes(*assemblies: AssemblySettings) -> list[str]:
    return [reason.code for reason in check(DeliberationsSettings(assemblies))]


def test_defaults_are_a_sound_college_and_council():
    settings = DeliberationsSettings()
    assert check(settings) == ()
    assert [one.id for one in settings.assemblies] == ["college", "conseil"]
    assert settings.assembly("conseil") is CONSEIL
    assert settings.assembly("nowhere") is None


def test_a_cpas_is_data_only():
    council = AssemblySettings(
        id="cas",
        title="Conseil de l'action sociale",
        name_with_article="le Conseil de l'action sociale",
        organ="conseil_action_sociale",
        public=False,
        privacy_levels=("closed",),
        insertion_rules=("list_type", "category"),
        validation_levels=(
            ValidationLevel("proposed", "Proposé au responsable", "prereviewers"),
            ValidationLevel("prevalidated", "Prévalidé", "reviewers"),
        ),
        reference_format="${acronym}/${year}/${running_number}",
        meeting_reset="never",
    )
    bureau = replace(
        council,
        id="bureau-permanent",
        title="Bureau permanent",
        name_with_article="le Bureau permanent",
        organ="bureau_permanent",
        send_to=(Destination("cas"),),
    )
    assert check(DeliberationsSettings((bureau, council))) == ()


def test_a_level_knows_its_state_and_its_step():
    level = ValidationLevel("proposedToValidationLevel2", "Directrice de département")
    assert level.state is ItemState.LEVEL_2
    assert level.transition is ItemTransition.PROPOSE_LEVEL_2


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"organ": "senat"}, "unknown_choice"),
        ({"tie_rule": "coin"}, "unknown_choice"),
        ({"poll_types": ("semaphore",)}, "unknown_choice"),
        ({"poll_types": ()}, "empty_setting"),
        ({"title": ""}, "empty_setting"),
        ({"id": "Conseil communal"}, "bad_id"),
        ({"reference_format": "${date}/${mayor}"}, "unknown_place"),
        ({"reference_format": "${date/${number}"}, "bad_reference_format"),
        ({"insertion_rules": ("list_type", "privacy")}, "closed_part_first"),
        ({"decisions": ("refuse",)}, "no_accept"),
        (
            {"list_types": (ListType("late", "Tardif", late=True),)},
            "no_normal_list_type",
        ),
        ({"list_types": (ListType("a", "A"), ListType("a", "B"))}, "duplicate_id"),
        ({"validation_levels": (ValidationLevel("checked", "Vu"),)}, "unknown_choice"),
        ({"send_to": (Destination("parlement"),)}, "unknown_destination"),
        ({"send_to": (Destination("conseil"),)}, "unknown_destination"),
        ({"send_to": (Destination("college", ("sold",)),)}, "unknown_choice"),
    ],
)
def test_a_fault_is_named_with_its_place(change, code):
    assert code in codes(COLLEGE, replace(CONSEIL, **change))


def test_a_fault_says_where_what_and_what_was_expected():
    broken = replace(CONSEIL, tie_rule="coin")
    (reason,) = check(DeliberationsSettings((COLLEGE, broken)))
    assert str(reason) == (
        "conseil.tie_rule : « coin » n'est pas connu ; "
        "attendu : « college », « president », « rejected »."
    )


def test_two_assemblies_may_not_share_an_id():
    assert "duplicate_id" in codes(COLLEGE, CONSEIL, CONSEIL)


def documented(kind: Any) -> list[str]:
    return [one.name for one in fields(kind) if not one.metadata.get("doc")]


@pytest.mark.parametrize(
    "kind",
    [AssemblySettings, DeliberationsSettings, Destination, ListType, ValidationLevel],
)
def test_every_setting_says_what_it_means(kind):
    assert documented(kind) == []
