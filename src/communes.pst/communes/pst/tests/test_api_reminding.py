"""Letters of reminder leave once, to who carries or answers, with what they may see."""

from communes.core.access.errors import MayNot
from communes.core.jobs.storage import queue_of
from communes.core.journal.api import KIND as JOURNAL
from communes.core.mailing.api import SEND
from communes.pst.api.reminding import choose_letters
from communes.pst.api.reminding import letters_wanted
from communes.pst.api.reminding import remind
from communes.pst.api.reminding import Reminding
from communes.pst.storage.reminding import keep_told
from communes.pst.storage.reminding import told_on
from communes.pst.storage.settings import keep
from communes.pst.tests import builders
from communes.pst.tests.rest import Program
from communes.pst.tests.test_browser_pages import shown
from datetime import date
from datetime import timedelta
from plone import api
from plone.app.testing import logout
import pytest
import time
import transaction


MONDAY = date(2028, 1, 3)
WEEK = timedelta(days=7)
PATH = "@pst-reminders"


def letters(site) -> dict[str, str]:
    """Return address -> text of the letters that were asked for."""
    found = [one.payload for one in queue_of(site).take(SEND, 100)]
    return {str(one["address"]): str(one["text"]) for one in found}


@pytest.fixture
def late(town):
    """Return a branch whose action is late on ``MONDAY``; the week before is told."""
    made = builders.branch()
    remind(town, MONDAY - WEEK)
    assert letters(town) == {}
    return made


def test_the_first_look_only_begins_to_count(town):
    builders.branch()
    assert told_on(town) is None
    assert remind(town, MONDAY) == 0
    assert told_on(town) == MONDAY
    assert remind(town, MONDAY + WEEK) > 0


def test_carriers_and_heads_get_one_letter_with_what_they_may_see(town, late):
    assert remind(town, MONDAY) == 2
    found = letters(town)
    # "ouvrier" has a task without a day: nothing to tell.
    assert set(found) == {"porteur@example.be", "responsable@example.be"}
    own = found["porteur@example.be"]
    assert "Isoler l'école du Centre" in own
    assert late["action"].absolute_url() in own
    assert "Échéance dépassée (depuis 187 jours)" in own
    assert "Dans les objectifs dont vous répondez" not in own
    assert "Dans les objectifs dont vous répondez" in found["responsable@example.be"]


def test_letters_never_go_twice(town, late):
    remind(town, MONDAY)
    assert remind(town, MONDAY) == 0
    assert remind(town, MONDAY + timedelta(days=5)) == 0
    ids = {one.key for one in queue_of(town).take(SEND, 100)}
    assert ids == {
        "pst-reminder:2028-01-03:porteur",
        "pst-reminder:2028-01-03:responsable",
    }


def test_each_letter_stands_in_the_journal(town, late):
    remind(town, MONDAY)
    told = [one.payload for one in queue_of(town).take(JOURNAL, 500)
            if one.payload["action"] == "pst.reminded"]  # fmt: skip
    accounts = {one["details"]["account"] for one in told}
    assert accounts == {"porteur", "responsable"}


def test_who_wants_none_gets_none_and_may_come_back(town, late):
    with builders.as_user("porteur"):
        choose_letters(town, False)
        assert not letters_wanted(town)
    remind(town, MONDAY)
    assert set(letters(town)) == {"responsable@example.be"}
    with builders.as_user("porteur"):
        choose_letters(town, True)
        assert letters_wanted(town)
    remind(town, MONDAY + WEEK)
    assert "porteur@example.be" in letters(town)


def test_a_commune_may_want_no_letters_or_one_a_month(town, late):
    keep(town, {"reminder_letters": "never"})
    assert remind(town, MONDAY) == 0
    keep(town, {"reminder_letters": "monthly"})
    assert remind(town, date(2028, 1, 20)) == 2
    assert remind(town, date(2028, 1, 31)) == 0
    assert remind(town, date(2028, 2, 1)) == 2


def test_who_left_or_sees_no_longer_is_told_nothing(town, late):
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="porteur")
    for one in ("objective", "action", "task"):
        late[one].manage_delLocalRoles(["responsable"])
        late[one].reindexObjectSecurity()
    assert remind(town, MONDAY) == 0


def test_an_archived_plan_reminds_nobody(town, late):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(builders.plan(), to_state="archived")
    assert remind(town, MONDAY) == 0


def test_the_worker_looks_at_once_while_letters_are_due(town, late):
    work = Reminding()
    keep_told(town, date.today() - WEEK)
    assert work.next_at(town) <= time.time()
    remind(town, date.today())
    assert work.next_at(town) > time.time() + 3000


def test_the_home_offers_to_stop_and_to_start(town, late):
    page = shown(town["pst"], "listing_view", "porteur")
    assert "Ne plus recevoir ces messages" in page
    with builders.as_user("porteur"):
        choose_letters(town, False)
    page = shown(town["pst"], "listing_view", "porteur")
    assert "Recevoir ces messages" in page and "Ne plus recevoir" not in page
    keep(town, {"reminder_letters": "never"})
    assert "Rappels par courriel" not in shown(town["pst"], "listing_view", "porteur")


def test_nobody_chooses_without_an_account(town):
    logout()
    with pytest.raises(MayNot):
        choose_letters(town, False)


def test_a_program_chooses_for_its_own_account(town_web):
    transaction.commit()
    program = Program(town_web, "porteur")
    status, found = program.get(PATH)
    assert (status, found["frequency"], found["letters"]) == (200, "weekly", True)
    status, found = program.ask("PATCH", PATH, {"letters": False})
    program.example("reminders-patch")
    assert (status, found["letters"]) == (200, False)
    assert Program(town_web, "ouvrier").get(PATH)[1]["letters"] is True
    assert program.ask("PATCH", PATH, {"letters": "non"})[0] == 400
    assert Program(town_web, "").ask("PATCH", PATH, {"letters": False})[0] in (401, 403)
