"""By what a regulation or a notice is found, once everyone may read it."""

from communes.core.formats.domain.plain import plain
from communes.publications.content.publication import IPublication
from communes.publications.domain.kinds import PUBLICATION
from communes.publications.domain.publication.kinds import AUTHORITIES
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.publication.states import PUBLIC_STATES
from communes.publications.domain.words import shortened
from communes.publications.indexing.search_fields import DecisionFields
from communes.publications.storage import publication as storage
from communes.publications.storage.moments import in_utc
from plone.indexer.decorator import indexer
from typing import Any
from zope.component import adapter


def regulation_values(publication: IPublication) -> dict[str, Any]:
    """Return the values of a publication by the end of their index's name."""
    shown = storage.showings(publication)
    if not shown or storage.state_of(publication) not in PUBLIC_STATES:
        return {}
    moment = shown[-1].shown_at
    return {
        "institution": storage.institution_of(publication).getId(),
        "organ": AUTHORITIES.get(publication.authority or "", ""),
        "matter": matters().get(publication.matter or "", ""),
        "year": str(moment.year),
        "date": in_utc(moment),
        "kind": PUBLICATION,
    }


def _of(name: str) -> Any:
    @indexer(IPublication)
    def found(publication: IPublication) -> Any:
        value = regulation_values(publication).get(name)
        if not value:
            # What has no such value has no entry in the index.
            raise AttributeError(name)
        return value

    return found


institution, organ, matter = _of("institution"), _of("organ"), _of("matter")
year, date, kind = _of("year"), _of("date"), _of("kind")


@indexer(IPublication)
def searchable(publication: IPublication) -> str:
    """Return the words of a publication: title, reference, text, streets, files."""
    one = storage.read(publication)
    files = (file.title for file in one.annexes)
    return " ".join((one.title, one.reference, plain(one.html), *one.streets, *files))


@indexer(IPublication)
def description(publication: IPublication) -> str:
    """Return the beginning of the text, for a list of results."""
    return shortened(plain(storage.read(publication).html))


@adapter(IPublication)
class RegulationFields(DecisionFields):
    """The facets of a regulation or a notice."""

    values = staticmethod(regulation_values)
