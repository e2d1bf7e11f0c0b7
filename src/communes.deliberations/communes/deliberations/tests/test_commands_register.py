"""The command that verifies the registers, and two secretaries who write in them."""

from communes.deliberations.commands.register_verify import main
from communes.deliberations.domain.register.entry import RegisterKind
from communes.deliberations.storage import register
from communes.deliberations.storage.assembly import find_assembly
from communes.deliberations.storage.minutes import minutes_of
from communes.deliberations.storage.register import KEY
from communes.deliberations.tests import builders
from communes.deliberations.tests.test_api_concurrency import EACH
from communes.deliberations.tests.test_api_concurrency import in_a_site
from communes.deliberations.tests.test_api_minutes import closed_meeting
from communes.deliberations.tests.web import committed
from communes.deliberations.workflow.register import _blank
from itertools import pairwise
import json
from threading import Thread
import transaction
from zope.annotation.interfaces import IAnnotations


def test_registers_that_hold_are_told_with_status_0(town_web, capsys):
    committed(closed_meeting)
    assert main(town_web["app"], ["/plone"]) == 0
    told = capsys.readouterr().out
    assert "conseil, deliberations : 2 inscriptions" in told
    assert "intact" in told


def test_a_register_that_does_not_hold_is_told_with_status_1(town_web, capsys):
    committed(closed_meeting)
    organ = builders.assembly()
    kept = IAnnotations(organ)[KEY]["deliberations"]
    kept.entries[1] = {**kept.entries[1], "title": "Autre chose"}
    assert main(town_web["app"], ["/plone", "conseil", "--json"]) == 1
    found = {one["register"]: one for one in json.loads(capsys.readouterr().out)}
    assert found["minutes"]["holds"]
    (fault,) = found["deliberations"]["faults"]
    assert (fault["position"], fault["kind"]) == (1, "seal")
    assert "le contenu a été modifié" in fault["message"]


def test_what_does_not_exist_is_told_with_status_2(town_web, capsys):
    assert main(town_web["app"], ["/nowhere"]) == 2
    assert main(town_web["app"], ["/plone", "parlement"]) == 2
    assert "parlement" in capsys.readouterr().err


def test_two_who_enter_at_once_leave_no_gap_and_no_twin(town_web):
    meeting, _items = committed(lambda: closed_meeting(1))
    place = meeting.getId()
    database = town_web["app"]._p_jar.db()

    def enter(site, number):
        organ = find_assembly(site, "conseil")
        draft = _blank(organ[place], RegisterKind.MINUTES, f"PV {number}")
        register.append(organ, draft, b"%PDF-1.7 the same")

    failures = []
    writers = [
        Thread(target=in_a_site, args=(database, enter, failures)) for _ in range(2)
    ]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert failures == []
    transaction.begin()
    found = list(register.entries(builders.assembly(), "minutes"))
    assert [one.position for one in found] == list(range(1, 2 * EACH + 1))
    assert [one.number for one in found] == list(range(1, 2 * EACH + 1))
    for before, after in pairwise(found):
        assert after.previous == before.seal
    assert minutes_of(meeting) is not None


def test_an_act_that_fails_gives_its_number_back(town_web):
    meeting, _items = committed(lambda: closed_meeting(1))
    organ = builders.assembly()
    draft = _blank(meeting, RegisterKind.MINUTES, "PV")
    register.append(organ, draft, b"%PDF-1.7 x")
    transaction.abort()
    assert register.append(organ, draft, b"%PDF-1.7 x").position == 1
