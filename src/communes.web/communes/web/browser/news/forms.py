"""``<folder>/nouvelle-actualite`` and ``<news>/modifier``."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Field
from communes.web.api import contents
from communes.web.api.news import create_news
from communes.web.browser.agenda.words import titles
from communes.web.browser.filling.content_form import ContentForm
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import options
from communes.web.browser.pages.below import OnContentPage
from communes.web.i18n import _
from typing import Any


_TEXTS = ("title", "description", "text", "link", "video_url")
_LISTS = ("categories", "audiences")


class NewsForm(FillingPage):
    """What is new, in the order one writes it."""

    wants_patterns = True

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        """Return the form."""
        return [
            Group("", _said(values)),
            Group(_("news_group_more", default="Pour aller plus loin"), _more(values)),
        ]


class NewNews(OnContentPage, NewsForm):
    """Asks what is new; it is private until somebody publishes it."""

    page_title = _("new_news", default="Nouvelle actualité")

    def start(self) -> dict[str, Any]:
        """Return an empty form."""
        return {}

    def keep(self, values: dict[str, Any]) -> str:
        """Make the news and go on to it."""
        made = create_news(self.context, _kept(values))
        said = _(
            "news_created",
            default="L'actualité est créée. Ajoutez ses photos, puis publiez-la.",
        )
        self.saved(said)
        return made.absolute_url()


class EditNews(ContentForm, NewsForm):
    """Changes news; a colleague's change meanwhile is told, not overwritten."""

    page_title = _("edit_news", default="Modifier l'actualité")

    def start(self) -> dict[str, Any]:
        """Return what the news say."""
        one = self.context
        found: dict[str, Any] = {name: getattr(one, name) for name in _TEXTS}
        found["text"] = one.text.raw if one.text else ""
        return {**found, **{name: tuple(getattr(one, name)) for name in _LISTS}}

    def keep(self, values: dict[str, Any]) -> str:
        """Keep what was typed."""
        contents.edit(self.context, _kept(values), self.given_revision)
        self.saved(_("saved", default="Enregistré."))
        return self.cancel_url


def _said(values: Mapping[str, Any]) -> list[Field]:
    return [
        Field("title", _("label_title", default="Titre"), value=_text(values, "title"),
              required=True),
        Field("description", _("label_description", default="Résumé"), "textarea",
              _text(values, "description"),
              help=_("help_description",
                     default="Une ou deux phrases : listes, recherche et réseaux "
                     "les montrent.")),
        Field("text", _("label_text", default="Texte"), "richtext",
              _text(values, "text"), rows=10),
        Field("categories", _("label_categories", default="Thématiques"), "checkboxes",
              options=options(titles("categories"), values.get("categories", ()))),
        Field("audiences", _("label_audience", default="Je suis"), "checkboxes",
              options=options(titles("audiences"), values.get("audiences", ()))),
    ]  # fmt: skip


def _more(values: Mapping[str, Any]) -> list[Field]:
    return [
        Field("link", _("label_link", default="En savoir plus (adresse)"),
              value=_text(values, "link")),
        Field("video_url", _("label_video", default="Vidéo (adresse)"),
              value=_text(values, "video_url")),
    ]  # fmt: skip


def _kept(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{name: values.get(name, "") for name in _TEXTS},
        **{name: tuple(values.get(name, ())) for name in _LISTS},
    }


def _text(values: Mapping[str, Any], name: str) -> str:
    return str(values.get(name) or "")
