"""Role × state × permission for an advice, and no word of it where it is not read."""

from AccessControl import getSecurityManager
from communes.core.annexes.api import add_annex
from communes.core.annexes.api import annexes_of
from communes.core.annexes.permissions import ADD_ANNEX
from communes.deliberations import api as door
from communes.deliberations.api import advice as reading
from communes.deliberations.api import advice_document
from communes.deliberations.api import advising as writing
from communes.deliberations.api.advice_list import counts
from communes.deliberations.api.advice_list import rows_to_give
from communes.deliberations.domain.states import ItemState
from communes.deliberations.permissions import GIVE_ADVICE
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES
from communes.deliberations.storage.advice import advices_of
from communes.deliberations.tests import advising
from communes.deliberations.tests import builders
from communes.deliberations.workflow.advices.following import follow
from communes.deliberations.workflow.arriving import arrive_in
from dataclasses import replace
from plone import api
from plone.app.testing import logout
from plone.namedfile.file import NamedBlobFile
import pytest


S = ItemState
SERVICE = {"createur", "chef-de-service", "observateur"}
MANAGER = {"directeur-general"}
COUNCIL = {"echevin", "conseiller"}
DF = {"directeur-financier"}
EVERYBODY = (*builders.PEOPLE, *advising.ADVISERS)
SECRET = "Le fournisseur est insolvable."

#: state of the item -> who reads an ordinary advice, who reads a confidential one,
#: who writes and gives it; nobody else, ever.
TABLE = {
    S.ITEMCREATED: (SERVICE, SERVICE, set()),
    S.PROPOSED: (SERVICE | DF, SERVICE | DF, DF),
    S.WAITING_ADVICES: (SERVICE | DF, SERVICE | DF, DF),
    S.VALIDATED: (SERVICE | MANAGER | DF, SERVICE | MANAGER | DF, DF),
    S.PRESENTED: (SERVICE | MANAGER | DF, SERVICE | MANAGER | DF, DF),
    S.ITEMFROZEN: (
        SERVICE | MANAGER | COUNCIL | DF,
        SERVICE | MANAGER | DF,
        set(),
    ),
    S.RETURNED: (SERVICE | MANAGER | DF, SERVICE | MANAGER | DF, set()),
    S.ACCEPTED: (SERVICE | MANAGER | COUNCIL | DF, SERVICE | MANAGER | DF, set()),
}


def allowed(permission: str, obj: object) -> set[str]:
    """Return the accounts of the town that have the permission on ``obj``."""
    found = set()
    for account in EVERYBODY:
        with builders.as_user(account):
            if getSecurityManager().checkPermission(permission, obj):
                found.add(account)
    return found


def found_by_search(obj: object) -> set[str]:
    """Return the accounts whose searches find ``obj``."""
    found = set()
    for account in EVERYBODY:
        with builders.as_user(account):
            if api.portal.get_tool("portal_catalog")(UID=obj.UID()):
                found.add(account)
    return found


def advice_on(item):
    (advice,) = advices_of(item)
    return advice


def in_state(state, **settings):
    """Return the advice of an item that came to a state after it was asked."""
    advising.found(replace(advising.SETTINGS, **settings))
    item = advising.proposed()
    arrive_in(item, state, "table")
    follow(item)
    return advice_on(item)


@pytest.mark.parametrize("state", list(TABLE))
def test_an_ordinary_advice(town, state):
    advice = in_state(state)
    readers, _confidents, writers = TABLE[state]
    assert allowed("View", advice) == found_by_search(advice) == readers
    assert allowed("Access contents information", advice) == readers
    assert allowed(GIVE_ADVICE, advice) == allowed(ADD_ANNEX, advice) == writers
    assert allowed("Modify portal content", advice) == set()
    assert allowed("Delete objects", advice) == set()
    logout()
    assert not getSecurityManager().checkPermission("View", advice)


@pytest.mark.parametrize("state", list(TABLE))
def test_a_confidential_advice(town, state):
    advice = in_state(state, confidential=True)
    _readers, confidents, writers = TABLE[state]
    assert allowed("View", advice) == found_by_search(advice) == confidents
    assert allowed(GIVE_ADVICE, advice) == writers


@pytest.mark.parametrize("state", [S.PROPOSED, S.VALIDATED, S.ITEMFROZEN])
def test_a_hidden_draft_is_read_by_its_writers_alone(town, state):
    advising.found()
    item = advising.proposed()
    with builders.as_user("directeur-financier"):
        writing.write_advice(advice_on(item), {"hidden_while_written": True})
    arrive_in(item, state, "table")
    follow(item)
    assert allowed("View", advice_on(item)) == DF
    assert found_by_search(advice_on(item)) == DF


def test_a_hidden_advice_is_shown_once_it_is_given(town):
    advising.found()
    item = advising.proposed()
    with builders.as_user("directeur-financier"):
        writing.write_advice(
            advice_on(item), {"hidden_while_written": True, "kind": "positive"}
        )
        writing.act_on_advice(advice_on(item), "give")
    assert allowed("View", advice_on(item)) == SERVICE | DF


def test_the_adviser_reads_the_item_and_none_of_its_notes(town):
    advice = in_state(S.PROPOSED)
    item = advice.aq_parent
    assert "directeur-financier" in allowed("View", item)
    assert "directeur-financier" not in allowed(VIEW_INTERNAL_NOTES, item)
    assert "juriste" not in allowed("View", item)


def test_an_annex_of_an_advice_follows_its_readers(town):
    advising.found()
    item = advising.proposed()
    with builders.as_user("directeur-financier"):
        writing.write_advice(advice_on(item), {"hidden_while_written": True})
        annex = add_annex(
            advice_on(item),
            {
                "title": "Note sur l'insolvabilité",
                "file": NamedBlobFile(b"%PDF-1.7", filename="note.pdf"),
                "annex_type": "other",
            },
        )
        assert len(annexes_of(advice_on(item))) == 1
    assert allowed("View", annex) == found_by_search(annex) == DF
    with builders.as_user("directeur-financier"):
        writing.write_advice(
            advice_on(item), {"kind": "positive", "confidential": True}
        )
        writing.act_on_advice(advice_on(item), "give")
    assert allowed("View", annex) == found_by_search(annex) == SERVICE | DF
    assert allowed(ADD_ANNEX, advice_on(item)) == set()


def test_no_word_of_a_confidential_advice_in_what_the_members_get(town):
    advising.found(replace(advising.SETTINGS, confidential=True, cited=True))
    meeting = builders.meeting()
    item = builders.validated(**advising.DEAR)
    with builders.as_user("directeur-financier"):
        writing.write_advice(
            advice_on(item), {"kind": "negative", "motivation": f"<p>{SECRET}</p>"}
        )
        writing.act_on_advice(advice_on(item), "give")
    with builders.as_user("directeur-general"):
        door.present(item, meeting)
        door.do_transition(meeting, "freeze")
        everything = advice_document.advices_synthesis_text(meeting).html
        assert "négatif" in everything
    with builders.as_user("conseiller"):
        assert reading.advices(item) == []
        told = door.document_text(item, "deliberation").html
        assert "légalité" not in told
        assert "négatif" not in told
        catalog = api.portal.get_tool("portal_catalog")
        assert not catalog(SearchableText="insolvable")
        assert not catalog(portal_type="communes.deliberations.Advice")


def test_a_deliberation_cites_the_advice_when_the_assembly_wants(town):
    advising.found(replace(advising.SETTINGS, cited=True))
    meeting = builders.meeting()
    item = builders.validated(**advising.DEAR)
    with builders.as_user("directeur-financier"):
        writing.write_advice(advice_on(item), {"kind": "positive_with_remarks"})
        writing.act_on_advice(advice_on(item), "give")
    with builders.as_user("directeur-general"):
        door.present(item, meeting)
        html = door.document_text(item, "deliberation").html
    assert "Vu l'avis positif avec remarques rendu par Service des finances" in html


def test_what_went_on_before_is_not_for_the_members(town):
    advising.found()
    meeting = builders.meeting()
    item = builders.validated(**advising.DEAR)
    with builders.as_user("directeur-financier"):
        writing.write_advice(
            advice_on(item), {"kind": "negative", "motivation": f"<p>{SECRET}</p>"}
        )
        writing.act_on_advice(advice_on(item), "give")
        writing.act_on_advice(advice_on(item), "take_back", "Je me suis trompé.")
        writing.write_advice(
            advice_on(item), {"kind": "positive", "motivation": "<p>Crédits.</p>"}
        )
        writing.act_on_advice(advice_on(item), "give")
    with builders.as_user("directeur-general"):
        door.present(item, meeting)
        door.do_transition(meeting, "freeze")
    with builders.as_user("conseiller"):
        (seen,) = reading.advices(item)
        assert (seen.course.versions, seen.course.happenings) == ((), ())
        assert "insolvable" not in seen.motivation
    with builders.as_user("chef-de-service"):
        (seen,) = reading.advices(item)
        assert "insolvable" in seen.course.versions[0].motivation


def test_reading_a_confidential_advice_is_written_in_the_journal(town, monkeypatch):
    noted = []
    monkeypatch.setattr(
        reading, "note_confidential_read", lambda what, obj: noted.append(what)
    )
    advice = in_state(S.PROPOSED, confidential=True)
    with builders.as_user("chef-de-service"):
        reading.advice(advice)
    assert noted == ["advice"]


def test_each_is_counted_what_waits_for_them(town):
    advising.found()
    for _n in range(3):
        advising.proposed()
    with builders.as_user("directeur-financier"):
        assert counts().to_give == 3
        assert [row.item for row in rows_to_give()]
    with builders.as_user("createur"):
        assert counts().awaited == 3
        assert rows_to_give() == []
