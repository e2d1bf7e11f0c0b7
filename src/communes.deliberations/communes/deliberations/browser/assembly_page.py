"""What the pages of an assembly have in common."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.deliberations.browser import words
from Products.Five.browser import BrowserView
from typing import Any


class AssemblyPage(BrowserView):
    """Set ``template`` and ``page_title``; it stands right below the assembly."""

    template: Any = None
    wants_patterns = False
    identity: str = ""

    def __call__(self) -> object:
        return self.template()

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail(self.context)

    @property
    def url(self) -> str:
        return str(self.context.absolute_url())
