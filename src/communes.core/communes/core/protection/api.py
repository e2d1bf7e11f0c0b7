"""The door of the room: what a public form carries, and whether it is taken.

In the page: ``protection(form)`` of the macro ``guard`` (``@@parts``). In the handler,
before anything else: ``check(request, form)``.
"""

from communes.core.protection.domain.bucket import Rate
from communes.core.protection.domain.errors import LooksLikeMachine
from communes.core.protection.domain.errors import TooOften
from communes.core.protection.domain.proof import check_stamp
from communes.core.protection.domain.proof import stamp
from communes.core.protection.store import take_one
from math import ceil
from plone.keyring.interfaces import IKeyManager
import time
from typing import Any
from zope.component import getUtility


#: A few at once, as a family behind one connection, then one in five minutes.
USUAL = Rate(burst=6, seconds=300.0)
#: The names of the two boxes a form carries; the first is filled by machines only.
TRAP, STAMP = "site_web", "ouvert_le"


def opened(form: str) -> str:
    """Return what the page puts into the box ``STAMP`` when it shows a form."""
    return stamp(_secrets()[0], form, time.time())


def check(request: Any, form: str, rate: Rate = USUAL) -> None:
    """Refuse a form that a machine sent, or that comes too often.

    :param form: its name, the same as when it was shown.
    :raises LooksLikeMachine, TooFast, TooOld, TooOften: nothing may be done for it.
    """
    if _text(request, TRAP):
        raise LooksLikeMachine(field=TRAP)
    check_stamp(_secrets(), form, _text(request, STAMP), time.time())
    limit(request, form, rate)


def limit(request: Any, act: str, rate: Rate = USUAL) -> None:
    """Refuse an act that comes too often from one connection.

    :raises TooOften: says how long to wait.
    """
    limit_all(f"{act}|{request.getClientAddr()}", rate)


def limit_all(act: str, rate: Rate = USUAL) -> None:
    """Refuse an act that comes too often, from wherever: a letter to one address.

    :raises TooOften: says how long to wait.
    """
    wait = take_one(act, rate, time.time())
    if wait:
        raise TooOften(minutes=ceil(wait / 60))


def _text(request: Any, name: str) -> str:
    found = request.form.get(name, "")
    return found if isinstance(found, str) else "?"


def _secrets() -> tuple[bytes, ...]:
    ring = getUtility(IKeyManager)["_system"]
    return tuple(str(key).encode() for key in ring if key)
