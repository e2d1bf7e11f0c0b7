"""What the catalogue keeps of a sheet."""

from communes.core.formats.domain.plain import plain
from communes.web.content.service import IService
from communes.web.domain.reading import tell
from communes.web.sheets.storage import record_of
from plone.indexer.decorator import indexer
from typing import Any


@indexer(IService)
def record(sheet: IService) -> dict[str, Any]:
    """Return what a list of services shows, so that it wakes none."""
    one = record_of(sheet)
    return {
        "id": one.id,
        "title": one.title,
        "description": one.description,
        "life_events": list(one.life_events),
        "audiences": list(one.audiences),
        "online": bool(one.form or one.form_url),
        "suspended": bool(one.why_suspended),
        "costs": [tell(cost) for cost in one.costs],
    }


@indexer(IService)
def life_events(sheet: IService) -> list[str]:
    """Return the moments of a life the service is for."""
    return list(sheet.life_events)


@indexer(IService)
def authority(sheet: IService) -> str:
    """Return the UID of the entry that answers; nothing without one."""
    if not sheet.authority:
        raise AttributeError("web_authority")
    return sheet.authority


@indexer(IService)
def words(sheet: IService) -> str:
    """Return the words a service is found by."""
    one = record_of(sheet)
    named = (*one.conditions, *one.pieces, *one.results, *one.rules)
    parts = (
        one.title,
        one.description,
        one.introduction,
        one.for_whom,
        one.who_may_ask,
        *one.steps,
        *(part.title for part in named),
        *(text for pair in one.questions for text in pair),
    )
    return plain(" ".join(part for part in parts if part))
