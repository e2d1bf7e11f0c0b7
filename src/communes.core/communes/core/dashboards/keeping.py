"""How a person keeps a list as it is arranged: tabs, and the form that makes them."""

from communes.core.dashboards.domain import ListQuery
from communes.core.dashboards.views import api as views
from communes.core.dashboards.views.domain import may_delete
from communes.core.dashboards.views.domain import opened
from communes.core.dashboards.views.domain import SavedView
from communes.core.dashboards.views.domain import without_page
from communes.core.dashboards.views.permissions import SHARE_VIEWS
from communes.core.errors.domain import DomainError
from communes.core.errors.families import status_of
from communes.core.errors.rest import sentence_of
from communes.core.i18n import _
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Tab
from dataclasses import replace
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.uuid.interfaces import IUUID
from zExceptions import Forbidden


class Keeping:
    """The tabs of a list, and the menu « Garder cette vue ».

    ``list_name`` names the list among those of its context (empty: the name of the
    page); views saved under it are lost when it changes.
    """

    list_name = ""
    views_title = _("menu_views", default="Garder cette vue")
    view_error: DomainError | None = None

    @cached_property
    def list_id(self) -> str:
        """What the views of this list are kept under."""
        name = self.list_name or getattr(self, "__name__", "") or type(self).__name__
        return f"{name}:{IUUID(self.context, None) or ''}"

    @cached_property
    def person(self) -> str:
        """The account of who looks, or nothing."""
        return "" if api.user.is_anonymous() else api.user.get_current().getId()

    @cached_property
    def manages_views(self) -> bool:
        """Whether this person may give views of the list to others."""
        return bool(api.user.has_permission(SHARE_VIEWS, obj=self.context))

    @cached_property
    def saved(self) -> list[tuple[SavedView, ListQuery]]:
        """The views this person sees, with what each asks of the list."""
        if not self.person:
            return []
        found = views.saved_views(api.portal.get(), self.list_id, self.person)
        return [(one, opened(one, self.offer)) for one in found]

    @cached_property
    def current_view(self) -> SavedView | None:
        """The view whose arrangement is the one shown; one's own before a shared."""
        now = without_page(self.query)
        same = [view for view, query in self.saved if query == now]
        same.sort(key=lambda one: one.owner != self.person)
        return same[0] if same else None

    @property
    def shown_tabs(self) -> list[Tab]:
        """The tabs of the page, then the saved views; at most one is current."""
        now = self.current_view
        own = list(self.tabs)
        if self.saved and not own:
            everything = self.query == ListQuery()
            own = [Tab(_("tab_all", default="Tout"), self.request.URL, everything)]
        if now is not None:
            own = [replace(one, current=False) for one in own]
        kept = [
            Tab(view.name, self.link(query), view == now) for view, query in self.saved
        ]
        return [*own, *kept]

    @property
    def view_fields(self) -> list[Field]:
        """The fields of the form that keeps a view, with what was typed."""
        form = self.request.form if self.view_error else {}
        known = self.current_view
        typed = str(form.get("view_name", known.name if known else ""))
        error = sentence_of(self.view_error, self.request) if self.view_error else ""
        name = Field(
            "view_name",
            _("view_name", default="Nom de la vue"),
            value=typed,
            error=error,
            required=True,
            help=_("view_name_help", default="Filtres, ordre et colonnes sont gardés."),
        )
        if not self.manages_views:
            return [name]
        shared = form.get("view_shared") or (known is not None and known.shared)
        label = _("view_shared", default="Partager avec qui voit cette liste")
        return [name, Field("view_shared", label, "checkbox", "1" if shared else "")]

    @property
    def save_view_action(self) -> Action:
        title = _("view_save", default="Enregistrer la vue")
        return Action(
            title, method="submit", primary=True, name="view_action", value="save"
        )

    @property
    def delete_view_action(self) -> Action | None:
        """The button that takes the view shown away, when this person may."""
        view = self.current_view
        if view is None or not may_delete(view, self.person, self.manages_views):
            return None
        return Action(
            _("view_delete", default="Supprimer « ${name} »",
              mapping={"name": view.name}),
            self.link(self.query),
            danger=True,
            method="post",
            name="view_action",
            value="delete",
            values={"view": view.id},
            confirm=_("view_delete_confirm", default="Supprimer cette vue ?"),
        )  # fmt: skip

    def keep_view(self) -> str:
        """Keep or take away a view as posted; what is wrong is said at the field."""
        CheckAuthenticator(self.request)
        if not self.person:
            raise Forbidden("view_action")
        try:
            said = self._kept_or_deleted(self.request.form["view_action"])
        except DomainError as error:
            self.view_error = error
            self.request.response.setStatus(status_of(error))
            return self.template()
        api.portal.show_message(said, self.request)
        self.request.response.redirect(self.link(self.query))
        return ""

    def _kept_or_deleted(self, action: str) -> str:
        form, site = self.request.form, api.portal.get()
        if action == "save":
            view = views.save_view(
                site,
                self.list_id,
                SavedView(
                    id="",
                    name=str(form.get("view_name", "")),
                    address=without_page(self.query).to_url(),
                    owner=self.person,
                    shared=bool(form.get("view_shared")),
                ),
                self.manages_views,
            )
            return _("view_saved", default="La vue « ${name} » est enregistrée.",
                     mapping={"name": view.name})  # fmt: skip
        if action != "delete":
            raise Forbidden(action)
        view = views.delete_view(
            site,
            self.list_id,
            str(form.get("view", "")),
            self.person,
            self.manages_views,
        )
        return _("view_deleted", default="La vue « ${name} » est supprimée.",
                 mapping={"name": view.name})  # fmt: skip
