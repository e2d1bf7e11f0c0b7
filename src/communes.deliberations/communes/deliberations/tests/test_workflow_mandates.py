"""The end of a mandate closes the assembly's papers to who held it."""

from communes.core.organisation.api import apply_organisation
from communes.core.organisation.groups import add_member
from communes.core.organisation.groups import members_of
from communes.deliberations.storage.service import group_of
from communes.deliberations.tests import builders
from communes.deliberations.workflow.mandates import end_memberships
from communes.deliberations.workflow.mandates import EndedMandates
from dataclasses import replace
from datetime import date
from datetime import datetime
from plone import api
import pytest


LAST_DAY = date(2026, 11, 22)


@pytest.fixture
def left(town):
    """End the mandate of a councillor, and return the site."""
    made = builders.organisation()
    mandates = tuple(
        replace(one, ends=LAST_DAY)
        if (one.body, one.person.user) == ("conseil", "conseiller")
        else one
        for one in made.mandates
    )
    apply_organisation(town, replace(made, mandates=mandates), force=True)
    return town


def reads(meeting, account):
    with builders.as_user(account):
        return bool(api.user.has_permission("View", obj=meeting))


def test_the_day_after_its_end_a_mandate_opens_nothing(left):
    meeting = builders.meeting()
    with builders.as_user("directeur-general"):
        builders.door.present(builders.validated(), meeting)
        builders.door.do_transition(meeting, "freeze")
    assert end_memberships(left, LAST_DAY) == ()
    (gone,) = end_memberships(left, date(2026, 11, 23))
    assert (gone.user, gone.last_day) == ("conseiller", LAST_DAY)
    assert reads(meeting, "echevin")
    assert not reads(meeting, "conseiller")
    members = members_of(left, group_of("conseil", "members"))
    assert members == {"echevin"}


def test_it_is_done_once_and_who_is_let_in_again_stays(left):
    group = group_of("conseil", "members")
    assert end_memberships(left, date(2026, 11, 23))
    add_member(left, group, "conseiller")
    assert end_memberships(left, date(2026, 11, 24)) == ()
    assert "conseiller" in members_of(left, group)


def test_the_worker_comes_at_once_where_an_end_waits(left, monkeypatch):
    work = EndedMandates()
    clock = "communes.deliberations.workflow.mandates."
    monkeypatch.setattr(f"{clock}time.time", lambda: 1000.0)
    monkeypatch.setattr(f"{clock}now", lambda: datetime(2026, 11, 22, 3))
    assert work.next_at(left) == 4600.0
    monkeypatch.setattr(f"{clock}now", lambda: datetime(2026, 11, 23, 3))
    assert work.next_at(left) == 1000.0
    end_memberships(left, date(2026, 11, 23))
    assert work.next_at(left) == 4600.0
