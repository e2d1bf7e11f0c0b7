"""The lists of a plan as they are sent: rows of an id and a title, or plain texts."""

from communes.pst.content.plan import IPlan
from communes.pst.domain.public import PUBLIC_LEVELS
from communes.pst.domain.public import PublicField
from communes.pst.domain.states import ActionState
from communes.pst.domain.states import ObjectiveState
from communes.pst.exceptions import InvalidRow
from communes.pst.storage.record import LISTS
import re


_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_MOST = 200
_TEXTS = {
    "rolled_up_states": sorted({str(one) for one in (*ActionState, *ObjectiveState)}),
    "public_fields": [one.value for one in PublicField],
    "public_levels": [one.value for one in PUBLIC_LEVELS],
}


def read_list(plan: IPlan, name: str, given: object) -> tuple[object, ...]:
    """Return what is kept of a list of the plan.

    :raises InvalidRow: names the row and what is expected.
    """
    if not isinstance(given, list | tuple) or len(given) > _MOST:
        raise _wrong(name, 0, f"une liste de {_MOST} lignes au plus est attendue")
    if name not in LISTS:
        return tuple(_text(name, at, one) for at, one in enumerate(given, start=1))
    rows = tuple(_term(name, at, one) for at, one in enumerate(given, start=1))
    ids = [one["id"] for one in rows]
    if len(set(ids)) < len(ids):
        raise _wrong(name, 0, "un identifiant est donné deux fois")
    return rows


def _text(name: str, at: int, given: object) -> str:
    if given not in _TEXTS[name]:
        expected = ", ".join(_TEXTS[name])
        raise _wrong(name, at, f"une valeur parmi {expected} est attendue")
    return str(given)


def _term(name: str, at: int, given: object) -> dict[str, str]:
    found = given if isinstance(given, dict) else {}
    id, title = found.get("id"), found.get("title")
    if not isinstance(id, str) or not _ID.fullmatch(id):
        raise _wrong(name, at, "un identifiant en minuscules sans accent est attendu")
    if not isinstance(title, str) or not title.strip() or len(title) > 200:
        raise _wrong(name, at, "un nom de 1 à 200 signes est attendu")
    return {"id": id, "title": title.strip()}


def _wrong(name: str, at: int, problem: str) -> InvalidRow:
    return InvalidRow(field=name, table=name, row=at, problem=problem)
