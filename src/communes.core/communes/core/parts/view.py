"""The page ``@@parts`` and the macros every page takes its parts from."""

from communes.core.i18n import _
from communes.core.parts import showcase
from communes.core.parts.icons import icon
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Macros:
    """The macros of several templates under one roof."""

    def __init__(self, templates: tuple) -> None:
        self._templates = templates

    def __getitem__(self, name: str):
        for template in self._templates:
            try:
                return template.macros[name]
            except KeyError:
                continue
        raise KeyError(name)


class PartsView(BrowserView):
    """Show every part in all its states, and hand out the macros.

    Templates take them with ``context/@@parts/macros/<name>``; each macro says in
    the comment above it which variables it reads.
    """

    index = ViewPageTemplateFile("templates/showcase.pt")
    page = ViewPageTemplateFile("templates/page.pt")
    data = ViewPageTemplateFile("templates/data.pt")
    notice = ViewPageTemplateFile("templates/notice.pt")
    field = ViewPageTemplateFile("templates/field.pt")

    seats_word = _("label_seats", default="Sièges")
    views_word = _("label_views", default="Vues")
    #: More tabs than this are a menu on a phone, where a row of them is a long way.
    most_tabs = 5
    more_word = _("more_actions", default="Autres actions")
    loading_word = _("loading", default="Chargement…")
    #: What the mark of saving says, by its state; the page hands them to saving.js.
    saving_words = {
        "busy": _("saving_busy", default="Enregistrement…"),
        "saved": _("saving_saved", default="Enregistré"),
        "failed": _(
            "saving_failed",
            default="Pas enregistré : vérifiez la connexion et recommencez.",
        ),
    }

    def __call__(self):
        return self.index()

    def moving(self, way: str, word: str) -> str:
        """Return what a handle or a button of a line does: drag, up or down."""
        mapping = {"what": word}
        if way == "up":
            return _("order_up", default="Monter ${what}", mapping=mapping)
        if way == "down":
            return _("order_down", default="Descendre ${what}", mapping=mapping)
        return _("order_drag", default="Déplacer ${what}", mapping=mapping)

    @property
    def macros(self) -> Macros:
        """Every macro by its name."""
        return Macros((self.page, self.data, self.notice, self.field))

    def icon(self, name: str) -> str:
        """Return an icon as markup."""
        return icon(name)

    @property
    def examples(self):
        """The values the showcase fills the parts with."""
        return showcase
