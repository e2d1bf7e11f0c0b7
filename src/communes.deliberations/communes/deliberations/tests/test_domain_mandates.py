"""An office that is over is told once, unless its holder sits again."""

from communes.core.organisation.domain import Mandate
from communes.core.organisation.domain import Person
from communes.deliberations.domain.mandates import ended
from datetime import date


TODAY = date(2026, 11, 23)
ANNE = Person("anne", "Anne Lejeune", user="anne.lejeune")


def mandate(person=ANNE, starts=date(2024, 12, 2), ends=None):
    return Mandate(person, "conseil", "Conseillère", "", 1, starts, ends)


def test_an_office_is_over_the_day_after_its_last_one():
    left = mandate(ends=date(2026, 11, 22))
    assert ended([mandate(ends=TODAY)], TODAY) == ()
    (found,) = ended([left], TODAY)
    assert (found.user, found.last_day) == ("anne.lejeune", date(2026, 11, 22))
    assert ended([left], TODAY, {found.key}) == ()


def test_who_sits_again_has_not_left():
    first = mandate(starts=date(2018, 12, 3), ends=date(2024, 12, 1))
    assert ended([first, mandate()], TODAY) == ()
    assert [one.person for one in ended([first], TODAY)] == ["anne"]


def test_who_has_no_account_and_who_is_still_to_come_are_left_alone():
    nobody = mandate(Person("luc", "Luc Bodart"), ends=date(2025, 1, 1))
    later = mandate(starts=date(2027, 1, 1), ends=date(2027, 12, 31))
    assert ended([nobody, later], TODAY) == ()
