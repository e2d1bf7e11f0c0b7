"""``envoyer-au-college``: makes an item of an action, once, in the person's name."""

from communes.core.access.permission import groups_of_user
from communes.core.access.permission import may
from communes.core.organisation.api import services
from communes.core.organisation.api import site_slug
from communes.core.organisation.domain import group_id
from communes.core.shell.acting import Act
from communes.deliberations.api import create_item
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.permissions import ADD_ITEM
from communes.policy.bridges.pst_deliberations import carrying
from communes.policy.bridges.pst_deliberations.finding import external_id
from communes.policy.bridges.pst_deliberations.finding import keyword
from communes.policy.bridges.pst_deliberations.finding import mentions
from communes.policy.errors import AlreadySent
from communes.policy.errors import NoServiceToPropose
from communes.policy.i18n import _
from communes.pst.api.element import element_record
from communes.pst.domain.reference import reference
from html import escape
from plone import api


def open_assemblies() -> list[object]:
    """Return the assemblies to which the current user may submit an item."""
    return [one for one in assemblies(api.portal.get()) if may(ADD_ITEM, one)]


class SendToAssembly(Act):
    """Title, description, budget, files and address of the action go with it."""

    item = None

    def act(self) -> dict:
        chosen = {one.getId(): one for one in open_assemblies()}
        assembly = chosen.get(self.given("assemblee"))
        if assembly is None:
            raise NoServiceToPropose(title=self.context.title)
        record = element_record(self.context)
        ref = reference(record)
        sent = [
            one
            for one in mentions(self.context, "")
            if one.assembly == assembly.getId()
        ]
        if sent:
            raise AlreadySent(title=self.context.title, assembly=assembly.title)
        values = {
            "title": self.context.title,
            "proposing_service": self._service(record.managers),
            "summary": record.description or f"<p>{escape(self.context.title)}</p>",
            "origin": f"iA.PST – {ref} {self.context.title}"[:200],
            "origin_url": self.context.absolute_url(),
            "keywords": (keyword(self.context, ref),),
            "external_id": external_id(self.context),
            **carrying.budget_values(self.context, record),
        }
        self.item = create_item(assembly, values)
        carrying.copy_annexes(self.context, self.item)
        said = _(
            "pst_sent",
            default="Le point est créé au ${assembly} : complétez-le, puis "
            "proposez-le.",
            mapping={"assembly": assembly.title},
        )
        return {"message": said}

    def back(self) -> str:
        item = self.item or self.context
        return f"{item.absolute_url()}/view"

    def _service(self, managers: tuple[str, ...]) -> str:
        """Return a service of the person: the one that manages the action, if so."""
        mine, slug = groups_of_user(), site_slug()
        own = [
            one.id
            for one in services(api.portal.get())
            if group_id(slug, one.id, "creators") in mine
        ]
        for one in (*managers, *own):
            if one in own:
                return one
        raise NoServiceToPropose(title=self.context.title)
