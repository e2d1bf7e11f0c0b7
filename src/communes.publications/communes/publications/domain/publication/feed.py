"""Regulations and notices for readers of feeds: Atom (RFC 4287)."""

from collections.abc import Iterable
from communes.core.formats.domain.atom import atom
from communes.core.formats.domain.atom import FeedEntry
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.publication.kinds import natures
from communes.publications.domain.publication.register import Entry
from datetime import datetime
from itertools import islice


ENTRIES = 100


def publications_atom(
    title: str, own_url: str, institution: str, entries: Iterable[Entry], base: str
) -> bytes:
    """Return the lines of a register as a feed, the last shown first.

    What was taken back is told with its reason and without its words.

    :param base: the address of the publications, without a slash at its end.
    """
    known = [_entry(one, institution, base) for one in islice(entries, ENTRIES)]
    return atom(title, own_url, known)


def _entry(one: Entry, institution: str, base: str) -> FeedEntry:
    url = f"{base}/{one.reference}"
    nature = natures().get(one.nature)
    kind = nature.title if nature else one.nature
    about = (one.matter, matters().get(one.matter, one.matter))
    return FeedEntry(
        f"{url}#v{one.number}",
        url,
        one.title_shown or f"{kind} {one.reference}, dépublié",
        _changed(one),
        institution,
        one.shown_at,
        about if one.matter else None,
        f"Dépublié : {one.reason}" if one.withdrawn_at else kind,
    )


def _changed(one: Entry) -> datetime:
    return one.withdrawn_at or one.shown_at
