"""Agents are named in the file of the accounts as their person card says."""

from communes.core.organisation.api import apply_organisation
from communes.core.organisation.domain import Person
from communes.pst.api.ecomptes import export_ecomptes
from communes.pst.api.plan import edit_plan
from communes.pst.tests import builders
from dataclasses import replace
from plone import api


def exported() -> tuple[str, tuple[object, ...]]:
    with builders.as_user("directrice-generale"):
        edit_plan(builders.plan(), {"ins_code": "99901"})
        made, warnings = export_ecomptes(builders.plan())
    return made.data.decode(), warnings


def test_an_agent_with_a_card_has_their_title_and_one_without_is_told(town):
    builders.branch()
    _text, before = exported()
    assert any("Porteur" in str(one) for one in before)
    people = builders.organisation()
    card = Person("paule-porteur", "Paule Porteur", "f", user="porteur")
    apply_organisation(
        api.portal.get(), replace(people, persons=(*people.persons, card))
    )
    text, after = exported()
    assert "<Civilite>MADAME</Civilite>" in text
    assert not any("Porteur" in str(one) for one in after)
