"""What a sheet lacks before citizens may read it."""

from communes.web.content.service import IService
from communes.web.interfaces import IReadiness
from communes.web.sheets.api import missing
from zope.component import adapter
from zope.interface import implementer


@adapter(IService)
@implementer(IReadiness)
class SheetReadiness:
    """Asks what CPSV-AP asks for."""

    def __init__(self, sheet: IService) -> None:
        self.sheet = sheet

    def missing(self) -> tuple[str, ...]:
        """Return what is missing, each in French."""
        return missing(self.sheet)
