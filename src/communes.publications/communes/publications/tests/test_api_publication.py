"""Regulations and notices: written, planned, shown, proven, taken back."""

from communes.core.errors.domain import InvalidInput
from communes.core.jobs.errors import Unavailable
from communes.core.stamping import api as stamping
from communes.publications.api import publication as door
from communes.publications.api import register
from communes.publications.domain.publication.errors import MayNotPublish
from communes.publications.domain.publication.errors import NoProofYet
from communes.publications.domain.publication.errors import NoSuchShowing
from communes.publications.domain.publication.errors import NotYet
from communes.publications.domain.publication.errors import PlanRefused
from communes.publications.domain.publication.errors import ReasonMissing
from communes.publications.domain.publication.errors import StepImpossible
from communes.publications.domain.publication.register import Wanted
from communes.publications.domain.publication.states import PublicationState
from communes.publications.publishing.working import DueSteps
from communes.publications.storage import schedule
from communes.publications.tests.papers import institution
from communes.publications.tests.papers import move
from communes.publications.tests.papers import paper
from communes.publications.tests.papers import published
from communes.publications.tests.papers import stamp
from communes.publications.tests.papers import STEP
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from io import BytesIO
from plone import api
from plone.app.testing import logout
from plone.namedfile.file import NamedBlobFile
from pypdf import PdfReader
import pytest
from zipfile import ZipFile


STATE = PublicationState


@pytest.fixture
def valmont(portal):
    return institution(portal)


def due(portal):
    """Take every step whose moment has come, as the worker does."""
    with api.env.adopt_roles(["Manager"]):
        while DueSteps().take_due(portal):
            pass


def words(made):
    return "".join(page.extract_text() for page in PdfReader(BytesIO(made.data)).pages)


def test_a_reference_is_given_for_ever(valmont):
    first, second = paper(valmont), paper(valmont)
    year = datetime.now(UTC).year
    assert [first.getId(), second.getId()] == [f"{year}-1", f"{year}-2"]
    assert first.absolute_url().endswith(f"/99901/publications/{year}-1")


def test_a_value_that_does_not_fit_is_refused(valmont):
    made = paper(valmont)
    with api.env.adopt_roles(["Manager"]):
        for values, name in (
            ({"nature": "poème"}, "nature"), ({"title": ""}, "title"),
            ({"decided_on": "hier"}, "decided_on"), ({"couleur": "bleu"}, "couleur"),
            ({"streets": [1]}, "streets"),
        ):  # fmt: skip
            with pytest.raises(InvalidInput) as refused:
                door.write(made, {"title": "Autre", **values})
            assert refused.value.field == name
    assert made.title.startswith("Règlement-taxe")


def test_what_is_shown_is_kept_and_entered(portal, valmont):
    made = published(valmont)
    assert door.state_of(made) == STATE.PUBLISHED
    (line,) = register.register_lines(valmont, Wanted())
    assert (line.position, line.reference, line.number) == (1, made.getId(), 1)
    assert line.binding_on == line.shown_at.date() + timedelta(days=5)
    said = words(door.document(made))
    for piece in ("déchets ménagers", "26 octobre 2026", "20 novembre 2026",
                  "solidairement"):  # fmt: skip
        assert piece in said


def test_nobody_changes_what_is_shown(valmont):
    made = published(valmont)
    with api.env.adopt_roles(["Manager"]):
        with pytest.raises(MayNotPublish):
            door.write(made, {"title": "Autre"})
        with pytest.raises(MayNotPublish):
            door.join_file(made, "Plan", NamedBlobFile(b"x", filename="plan.pdf"))
        with pytest.raises(StepImpossible):
            door.take_step(made, STEP.PLAN)
    assert not api.user.has_permission("Modify portal content", obj=made)


def test_an_approval_is_waited_for(valmont):
    made = paper(valmont, approved_on=None)
    move(made, STEP.PROPOSE)
    with pytest.raises(NotYet, match="tutelle"):
        move(made, STEP.PUBLISH)
    with api.env.adopt_roles(["Manager"]):
        told = {one.id: one.reasons for one in door.steps(made)}
    assert told[STEP.PUBLISH]
    assert not told[STEP.BACK_TO_PRIVATE]


def test_a_rule_holds_whichever_way_the_step_is_taken(valmont):
    """Plone's own buttons and services go around no rule."""
    made = paper(valmont, text=None)
    with api.env.adopt_roles(["Manager"]), pytest.raises(NotYet):
        api.content.transition(made, "propose")
    complete = paper(valmont)
    move(complete, STEP.PROPOSE)
    with api.env.adopt_roles(["Manager"]), pytest.raises(PlanRefused):
        api.content.transition(complete, "plan")


def test_a_plan_is_carried_out_at_its_hour(portal, valmont):
    made = paper(valmont)
    move(made, STEP.PROPOSE)
    with pytest.raises(PlanRefused):
        move(made, STEP.PLAN, moment=datetime(2020, 1, 1))
    moment = datetime.now(UTC) + timedelta(hours=1)
    move(made, STEP.PLAN, moment=moment)
    due(portal)
    assert door.state_of(made) == STATE.PLANNED
    assert DueSteps().next_at(portal) <= moment.timestamp()

    late = datetime.now(UTC) - timedelta(seconds=2)
    schedule.put(portal, schedule.Due(late, made.UID(), schedule.PUBLISH))
    due(portal)
    assert door.state_of(made) == STATE.PUBLISHED
    assert made.planned_for is None
    assert schedule.first(portal) is None


def test_a_plan_that_a_rule_stops_goes_back_with_the_reason(portal, valmont):
    made = paper(valmont)
    move(made, STEP.PROPOSE)
    move(made, STEP.PLAN, moment=datetime.now(UTC) + timedelta(hours=1))
    made.approved_on = None
    late = datetime.now(UTC) - timedelta(seconds=2)
    schedule.put(portal, schedule.Due(late, made.UID(), schedule.PUBLISH))
    due(portal)
    assert door.state_of(made) == STATE.PROPOSED
    history = api.portal.get_tool("portal_workflow").getInfoFor(made, "comments")
    assert "tutelle" in history


def test_a_plan_is_given_up(portal, valmont):
    made = paper(valmont)
    move(made, STEP.PROPOSE)
    move(made, STEP.PLAN, moment=datetime.now(UTC) + timedelta(hours=1))
    move(made, STEP.BACK_TO_PROPOSED)
    assert schedule.first(portal) is None


def test_a_text_that_ends_archives_itself(portal, valmont):
    day = datetime.now(UTC).date() + timedelta(days=10)
    made = published(valmont, expires_on=day)
    assert schedule.first(portal).moment.date() in (day, day + timedelta(days=1))
    late = datetime.now(UTC) - timedelta(seconds=2)
    schedule.put(portal, schedule.Due(late, made.UID(), schedule.ARCHIVE))
    due(portal)
    assert door.state_of(made) == STATE.ARCHIVED
    (line,) = register.register_lines(valmont, Wanted())
    assert line.state == "archived"
    logout()
    assert api.user.has_permission("View", obj=made)


def test_a_text_takes_the_place_of_another(valmont):
    old = published(valmont)
    new = published(valmont, replaces=[old.getId(), "1999-1"])
    assert door.state_of(old) == STATE.ARCHIVED
    assert old.replaced_by == new.getId()


def test_taking_back_says_why_to_everyone(valmont):
    made = published(valmont)
    with pytest.raises(ReasonMissing):
        move(made, STEP.UNPUBLISH, reason="  ")
    move(made, STEP.UNPUBLISH, reason="Mauvaise annexe")
    (line,) = register.register_lines(valmont, Wanted())
    assert (line.state, line.reason, line.title_shown) == (
        "unpublished", "Mauvaise annexe", "",
    )  # fmt: skip
    logout()
    assert not api.user.has_permission("View", obj=made)
    with pytest.raises(NoSuchShowing):
        door.document(made, 1)
    with pytest.raises(NoSuchShowing):
        door.proof(made, 1)


def test_publishing_again_is_a_new_version_with_a_new_proof(portal, valmont, sealing):
    made = published(valmont)
    stamp(portal)
    move(made, STEP.UNPUBLISH, reason="Faute de frappe")
    move(made, STEP.BACK_TO_PRIVATE)
    with api.env.adopt_roles(["Manager"]):
        door.write(made, {"title": "Règlement-taxe corrigé"})
    move(made, STEP.PROPOSE, STEP.PUBLISH)
    stamp(portal)
    first, second = made.showings
    assert first["reason"] == "Faute de frappe"
    assert second["proven_at"] >= first["proven_at"]
    assert [one.number for one in register.register_lines(valmont, Wanted())] == [2, 1]
    told = register.verify_publication(made, 1)
    assert told.verdict.proven
    assert (told.showing.reason, told.url) == ("Faute de frappe", "")
    assert register.verify_publication(made).url == made.absolute_url()


def test_the_proof_comes_after_and_names_the_moment(portal, valmont, sealing):
    made = published(valmont)
    with pytest.raises(NoProofYet):
        door.proof(made)
    stamp(portal)
    stamp(portal)
    given = door.proof(made)
    told = register.verify_file(portal, given.data)
    assert told.verdict.proven
    assert (told.reference, told.institution) == (made.getId(), "Valmont-sur-Lesse")
    (line,) = register.register_lines(valmont, Wanted())
    assert line.proven_at == told.verdict.moment


def test_no_authority_delays_the_proof_and_nothing_else(portal, valmont, monkeypatch):
    monkeypatch.delenv(stamping.TSA, raising=False)
    made = published(valmont)
    with pytest.raises(Unavailable):
        stamp(portal)
    assert door.state_of(made) == STATE.PUBLISHED


def test_annexes_are_part_of_what_is_proven(portal, valmont, sealing):
    made = paper(valmont)
    plan = NamedBlobFile(b"<plan>", "image/svg+xml", "plan/../du quartier.svg")
    with api.env.adopt_roles(["Manager"]):
        door.join_file(made, "Plan du quartier", plan)
        door.join_file(made, "Tableau", NamedBlobFile(b"1;2", "text/csv", "t.csv"))
        door.remove_file(made, "annexe-2")
        door.remove_file(made, "annexe-9")
    move(made, STEP.PROPOSE, STEP.PUBLISH)
    stamp(portal)
    archive = ZipFile(BytesIO(door.document(made).data))
    assert archive.namelist() == [
        f"{made.getId()}.pdf",
        "annexes/annexe-1/plan-..-du quartier.svg",
    ]
    assert register.verify_publication(made).verdict.proven
    assert door.file(made, "annexe-1").data == b"<plan>"
    with pytest.raises(NoSuchShowing):
        door.file(made, "annexe-2")


def test_the_poster_leads_to_the_text(valmont):
    made = published(valmont)
    said = words(door.poster(made))
    assert made.getId() in said
    assert "Service population" in said


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("PublicationCreator", ["propose"]),
        ("PublicationValidator", ["propose", "back_to_private", "plan", "publish"]),
        ("PublicationManager", ["propose", "back_to_private", "plan", "publish",
                                "archive", "unpublish"]),
        ("DecisionManager", []),
        ("Member", []),
        ("Anonymous", []),
    ],
)  # fmt: skip
def test_each_role_has_its_steps(valmont, role, allowed):
    made, found = paper(valmont), set()
    for steps in ((), (STEP.PROPOSE,), (STEP.PUBLISH,)):
        move(made, *steps)
        with api.env.adopt_roles([role]):
            found |= {one.id.value for one in door.steps(made)}
    assert found == set(allowed)


@pytest.mark.parametrize("state", ["private", "proposed", "planned", "unpublished"])
def test_what_is_not_public_is_seen_by_nobody_else(portal, valmont, state):
    made = paper(valmont, title="Marqueur secret")
    if state != "private":
        move(made, STEP.PROPOSE)
    if state == "planned":
        move(made, STEP.PLAN, moment=datetime.now(UTC) + timedelta(hours=1))
    if state == "unpublished":
        move(made, STEP.PUBLISH)
        move(made, STEP.UNPUBLISH, reason="Erreur")
    for roles in (["Anonymous"], ["Member"], ["DecisionManager"]):
        with api.env.adopt_roles(roles):
            assert not api.user.has_permission("View", obj=made)
            assert register.drafts(valmont) == []
            catalog = api.portal.get_tool("portal_catalog")
            assert list(catalog(SearchableText="Marqueur")) == []
    assert "secret" not in str(list(register.register_table(valmont, Wanted()).rows))


def test_a_hidden_institution_shows_no_publication(portal):
    hidden = institution(portal, "99902", "Rocheval", state="")
    made = published(hidden)
    logout()
    assert not api.user.has_permission("View", obj=made)


def test_an_institution_does_nothing_for_another(portal, valmont):
    api.portal.set_registry_record("communes.core.slug", "portail")
    other = institution(portal, "99902", "Rocheval")
    with api.env.adopt_roles(["Manager"]):
        api.user.create(
            username="luc", email="luc@example.be", password="jour-marche-x1"
        )
        api.group.add_user(
            groupname="portail-99902-publicationmanagers", username="luc"
        )
    made, own = paper(valmont), paper(other)
    with api.env.adopt_user(username="luc"):
        assert api.user.has_permission("View", obj=own)
        assert not api.user.has_permission("View", obj=made)
        with pytest.raises(MayNotPublish):
            door.create_publication(valmont, {"title": "x", "nature": "avis"})
        door.create_publication(other, {"title": "x", "nature": "avis"})


def test_citizens_find_what_is_published_and_nothing_else(portal, valmont):
    catalog = api.portal.get_tool("portal_catalog")
    made = paper(valmont)
    assert not catalog.unrestrictedSearchResults(publications_kind="publication")
    move(made, STEP.PROPOSE, STEP.PUBLISH)
    logout()
    (found,) = catalog(SearchableText="solidairement", publications_kind="publication")
    assert found.publications_institution == "99901"
    assert list(catalog(publications_matter="Déchets et propreté"))
    move(made, STEP.UNPUBLISH, reason="Erreur")
    assert not catalog.unrestrictedSearchResults(publications_kind="publication")
