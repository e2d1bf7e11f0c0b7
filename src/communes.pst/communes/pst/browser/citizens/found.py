"""What a page of search finds in the programmes a public site shows."""

from communes.core.dashboards.interfaces import AlsoFound
from communes.core.dashboards.interfaces import IAlsoFound
from communes.core.interfaces import ICoreLayer
from communes.core.parts.domain.values import Piece
from communes.core.parts.domain.values import Result
from communes.core.parts.domain.values import Tag
from communes.pst.api.citizens import found_in
from communes.pst.api.citizens import programme
from communes.pst.api.citizens import programmes
from communes.pst.api.citizens import PublicElement
from communes.pst.api.citizens import PublicProgramme
from communes.pst.domain.labels import KIND_LABELS
from communes.pst.domain.report import words_of
from communes.pst.i18n import _
from communes.pst.i18n import label
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


#: Rows beside the results; the page of the programme has the rest.
MOST = 5
_QUOTE = 200


@implementer(IAlsoFound)
@adapter(IPloneSiteRoot, ICoreLayer)
class ProgrammesFound:
    """Objectives and actions that were published; nothing else is in a programme."""

    def __init__(self, site: Any, request: Any) -> None:
        self.site = site
        self.request = request

    def find(self, text: str) -> AlsoFound | None:
        """See ``IAlsoFound``."""
        base = f"{self.site.absolute_url()}/programme"
        results: list[Result] = []
        for online in programmes(self.site):
            shown = programme(online)
            results += [
                _result(shown, one, f"{base}/{online.id}")
                for one in found_in(shown, text)
            ]
        if not results:
            return None
        title = _("found_in_programme", default="Dans le programme stratégique")
        return AlsoFound(title, base, tuple(results[:MOST]))


def _result(shown: PublicProgramme, one: PublicElement, url: str) -> Result:
    text = words_of(one.text or "")
    quote = text if len(text) <= _QUOTE else f"{text[:_QUOTE].rsplit(' ', 1)[0]}…"
    above = [each.title for each in shown.above(one.id)[-1:]]
    return Result(
        (Piece(one.title),),
        f"{url}/{one.id}",
        (Tag(one.status),) if one.status else (),
        (Piece(quote),) if quote else (),
        (label(KIND_LABELS, one.kind), *above),
    )
