"""What is known from elsewhere changes a person or ends mandates."""

from communes.core.journal.api import record
from communes.core.organisation.content.mandate import IMandate
from communes.core.organisation.content.organisation import IOrganisation
from communes.core.organisation.content.person import IPerson
from datetime import date
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def person_numbered(organisation: IOrganisation, number: str) -> IPerson | None:
    """Return the person of that number of the population, None when unknown."""
    found = (one for one in organisation.objectValues() if IPerson.providedBy(one))
    wanted = number.strip()
    return next(
        (one for one in found if wanted and one.population_number == wanted), None
    )


def rename(person: IPerson, name: str) -> bool:
    """Give a person another name; return whether it is another."""
    if not name or person.title == name:
        return False
    person.title = name
    _changed(person, "organisation.person.rename")
    return True


def end_all(person: IPerson, day: date) -> tuple[str, ...]:
    """End what a person holds on a day, its last; return the ids of the mandates."""
    ended = []
    for one in person.objectValues():
        holds = IMandate.providedBy(one) and one.starts <= day
        if holds and (one.ends is None or one.ends > day):
            one.ends = day
            _changed(one, "organisation.mandate.end")
            ended.append(one.getId())
    return tuple(ended)


def _changed(obj: object, act: str) -> None:
    notify(ObjectModifiedEvent(obj))
    record(act, obj)
