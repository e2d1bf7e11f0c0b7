"""``<item>/feuille-code``: the sheet one lays on a paper before it is scanned."""

from Acquisition import aq_parent
from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.deliberations.api.scanning import item_code
from communes.deliberations.browser import words
from communes.deliberations.i18n import _
from io import BytesIO
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import segno


class CodeSheet(BrowserView):
    """Prints on one page; the code says the UID of the item and nothing else."""

    template = ViewPageTemplateFile("sheet.pt")
    wants_patterns = False
    page_title = _("code_sheet", default="Feuille de code")

    def __call__(self) -> str:
        return self.template()

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail(aq_parent(self.context), self.context)

    @property
    def drawing(self) -> str:
        """The code as SVG."""
        made = BytesIO()
        code = segno.make(item_code(self.context), error="m", micro=False)
        code.save(made, kind="svg", scale=6, border=4, xmldecl=False, nl=False)
        return made.getvalue().decode()

    @property
    def alternative(self) -> str:
        """What the code is, for who hears the page."""
        return _("code_alternative", default="Code QR de ce point")
