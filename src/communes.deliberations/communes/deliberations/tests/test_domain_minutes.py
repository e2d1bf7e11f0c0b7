"""The life of minutes, their corrections, and what is to do after a decision."""

from communes.deliberations.domain.documents import LegalText
from communes.deliberations.domain.follow_up.task import added
from communes.deliberations.domain.follow_up.task import done
from communes.deliberations.domain.follow_up.task import EmptyTask
from communes.deliberations.domain.follow_up.task import reopened
from communes.deliberations.domain.follow_up.task import UnknownTask
from communes.deliberations.domain.minutes_correction import Correction
from communes.deliberations.domain.minutes_correction import with_corrections
from communes.deliberations.domain.minutes_life import MINUTES_EXITS
from communes.deliberations.domain.minutes_life import minutes_obstacles
from communes.deliberations.domain.minutes_life import MinutesFacts
from communes.deliberations.domain.minutes_life import MinutesState as S
from communes.deliberations.domain.minutes_life import MinutesTransition as T
from datetime import date
import pytest


DAY = date(2026, 11, 24)


def codes(step, state, **facts):
    told = {"meeting_closed": True, **facts}
    return [one.code for one in minutes_obstacles(step, MinutesFacts(state, **told))]


def test_minutes_are_submitted_once_the_meeting_is_closed():
    assert codes(T.SUBMIT, S.DRAFT) == []
    assert codes(T.SUBMIT, S.DRAFT, meeting_closed=False) == ["minutes_meeting_open"]


def test_the_assembly_approves_its_minutes_not_the_secretariat():
    assert codes(T.APPROVE, S.SUBMITTED) == ["minutes_need_the_assembly"]
    assert codes(T.APPROVE, S.SUBMITTED, item_accepted=True) == []
    assert codes(T.APPROVE, S.SUBMITTED, by_item=False) == []
    planned = codes(T.APPROVE, S.SUBMITTED, item_planned=True)
    assert planned == ["minutes_approval_planned"]


def test_minutes_are_signed_when_a_signed_copy_is_there():
    assert codes(T.SIGN, S.APPROVED) == ["minutes_not_signed"]
    assert codes(T.SIGN, S.APPROVED, signed_file=True) == []


def test_what_is_on_its_way_is_not_undone_from_behind():
    planned = codes(T.BACK_TO_DRAFT, S.SUBMITTED, item_planned=True)
    assert planned == ["minutes_on_agenda"]
    assert codes(T.BACK_TO_DRAFT, S.SUBMITTED) == []
    signing = codes(T.BACK_TO_SUBMITTED, S.APPROVED, asked=True)
    assert signing == ["minutes_being_signed"]
    by_item = codes(T.BACK_TO_SUBMITTED, S.APPROVED, item_accepted=True)
    assert by_item == ["minutes_approved_by_item"]


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("step", list(T))
def test_a_step_from_elsewhere_is_refused(state, step):
    if step not in MINUTES_EXITS[state]:
        assert codes(step, state) == ["minutes_not_there"]


def test_signed_minutes_never_come_back():
    assert MINUTES_EXITS[S.SIGNED] == ()


TEXT = LegalText("PV", '<h1>PV</h1><section class="signatures"><p>x</p></section>')
CORRECTIONS = (
    Correction("lire 12 voix pour", DAY, "dg", "i3", "3"),
    Correction("lire le nom de l'agente", DAY, "dg", "i9", "9", public=False),
)


def test_corrections_stand_below_the_text_and_above_the_signatures():
    html = with_corrections(TEXT, CORRECTIONS, closed=True).html
    assert html.index("Point 3 : lire 12 voix pour") < html.index("signatures")
    assert "lire le nom de l'agente" in html
    assert "correction du 24 novembre 2026" in html


def test_the_public_part_has_no_word_of_a_correction_of_a_closed_item():
    html = with_corrections(TEXT, CORRECTIONS, closed=False).html
    assert "agente" not in html
    assert "Point 9" not in html
    assert "lire 12 voix pour" in html


def test_the_day_of_the_approval_is_told_with_the_minutes():
    html = with_corrections(TEXT, (), closed=True, approved_on=DAY).html
    assert "Procès-verbal approuvé en séance du 24 novembre 2026." in html
    html = with_corrections(TEXT, CORRECTIONS, closed=True, approved_on=DAY).html
    assert "approuvé avec les corrections ci-dessus" in html
    assert with_corrections(TEXT, (), closed=True) == TEXT


def test_a_correction_is_text_and_never_markup():
    html = with_corrections(TEXT, [Correction("<b>x</b>", DAY, "dg")], closed=True).html
    assert "&lt;b&gt;x&lt;/b&gt;" in html


def test_what_is_to_do_says_what_who_and_until_when():
    tasks = added((), "Notifier à l'adjudicataire", "travaux", DAY)
    tasks = added(tasks, "Publier", "secretariat", None)
    assert [one.id for one in tasks] == [1, 2]
    assert tasks[0].late(date(2026, 11, 25))
    assert not tasks[0].late(DAY)
    assert not tasks[1].late(date(2030, 1, 1))
    for text, service in (("  ", "travaux"), ("Publier", "")):
        with pytest.raises(EmptyTask):
            added(tasks, text, service, None)


def test_what_is_done_keeps_who_did_it_and_may_be_opened_again():
    tasks = done(added((), "Notifier", "travaux", DAY), 1, "luc", DAY, "Recommandé")
    assert (tasks[0].done_by, tasks[0].report) == ("luc", "Recommandé")
    assert done(tasks, 1, "anne", date(2027, 1, 1)) == tasks
    assert not tasks[0].late(date(2030, 1, 1))
    assert reopened(tasks, 1)[0].done_on is None
    with pytest.raises(UnknownTask):
        done(tasks, 7, "luc", DAY)
