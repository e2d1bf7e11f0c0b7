"""``<assembly>/numerisations``: scanned papers, those nobody has placed first."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.deliberations.api import scanning as door
from communes.deliberations.api.reading import items_of
from communes.deliberations.browser import words
from communes.deliberations.browser.assembly_page import AssemblyPage
from communes.deliberations.domain.scanning.scan import CAUSE_LABELS
from communes.deliberations.domain.scanning.scan import NoCause
from communes.deliberations.domain.scanning.scan import Scan
from communes.deliberations.domain.scanning.scan import SCAN_LABELS
from communes.deliberations.domain.scanning.scan import ScanState
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


TAGS = {ScanState.WAITING: "info", ScanState.PLACED: "ok", ScanState.LEFT: "wait"}
_ORDER = (ScanState.LEFT, ScanState.WAITING, ScanState.PLACED)


class Scans(AssemblyPage):
    """A list, a form to bring more, and for each paper left over where it goes."""

    template = ViewPageTemplateFile("page.pt")
    page_title = _("scans_title", default="Documents numérisés")
    empty_title = _("scans_none", default="Aucun document numérisé.")
    empty_text = _(
        "scans_none_text",
        default="Imprimez la feuille de code d'un point (onglet Annexes), posez-la sur "
        "le papier, numérisez, et apportez les PDF ici : chacun rejoint son point.",
    )
    bring = Action(_("scans_bring", default="Apporter"), primary=True, method="submit")
    several = {"multiple": "multiple", "accept": "application/pdf,.pdf"}

    @cached_property
    def scans(self) -> list[Scan]:
        """The papers of this person, those left over first."""
        found = door.scans(self.context)
        return sorted(found, key=lambda one: _ORDER.index(one.state))

    @property
    def at_work(self) -> bool:
        return any(one.state is ScanState.WAITING for one in self.scans)

    @property
    def file_field(self) -> Field:
        return Field(
            "fichiers",
            _("scans_files", default="Fichiers PDF"),
            "file",
            required=True,
            help=_(
                "scans_files_help",
                default="Un fichier par document, 100 au plus ; le code est sur la "
                "première page.",
            ),
        )

    @property
    def rows(self) -> list[dict]:
        return [self._row(one) for one in self.scans]

    @cached_property
    def _items(self) -> dict[str, object]:
        """The items where papers lie, that this person may see."""
        uids = [one.item for one in self.scans if one.item]
        return {one.UID(): one for one in items_of(self.context, uids)}

    def _row(self, one: Scan) -> dict:
        item = self._items.get(one.item)
        cause = label(CAUSE_LABELS, NoCause(one.cause)) if one.cause else ""
        return {
            "name": one.name,
            "at": words.day_and_hour(one.at),
            "tag": Tag(label(SCAN_LABELS, one.state), TAGS[one.state]),
            "cause": cause,
            "item": item.title if item is not None else "",
            "item_url": f"{item.absolute_url()}/annexes" if item is not None else "",
            "file_url": self._file_url(one),
            "field": self._field(one),
            "id": one.id,
            "place": self._place(one),
            "discard": self._discard(one),
        }

    def _file_url(self, one: Scan) -> str:
        if one.state is ScanState.PLACED:
            return ""
        return f"{self.url}/numerisation-fichier?document={one.id}"

    @cached_property
    def _offered(self) -> tuple[Option, ...]:
        known = (Option(uid, title) for uid, title in door.items_offered(self.context))
        return (Option("", _("scan_choose", default="Choisissez un point")), *known)

    def _field(self, one: Scan) -> Field | None:
        if one.state is not ScanState.LEFT:
            return None
        return Field(
            "point",
            _("scan_item", default="Point"),
            "select",
            required=True,
            options=self._offered,
        )

    def _place(self, one: Scan) -> Action | None:
        if one.state is not ScanState.LEFT:
            return None
        return Action(_("scan_place", default="Ranger"), method="submit", small=True)

    def _discard(self, one: Scan) -> Action | None:
        if one.state is ScanState.WAITING:
            return None
        confirm = ""
        if one.state is ScanState.LEFT:
            confirm = _(
                "scan_discard_confirm",
                default="Retirer « ${name} » ? Le fichier n'est joint à aucun point.",
                mapping={"name": one.name},
            )
        return Action(
            _("scan_discard", default="Retirer de la liste"),
            f"{self.url}/numerisation-retirer",
            method="post",
            small=True,
            values={"document": one.id},
            confirm=confirm,
        )
