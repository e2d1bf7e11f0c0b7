"""The desk of who keeps newsletters: which there are, and their issues."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tag
from communes.core.public.page import PublicPage
from communes.web.api.issues import issues
from communes.web.api.issues import state_of_issue
from communes.web.api.newsletters import kept_newsletters
from communes.web.api.newsletters import may_add_newsletter
from communes.web.api.newsletters import newsletters
from communes.web.api.newsletters import subscriber_counts
from communes.web.browser.newsletter.counting import subscribers_word
from communes.web.browser.newsletter.frame import Keeping
from communes.web.browser.newsletter.words import moment_words
from communes.web.browser.newsletter.words import state_tag
from communes.web.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class NewslettersPage(PublicPage):
    """``/newsletters``: those one may subscribe to; for who keeps some, theirs."""

    template = ViewPageTemplateFile("templates/newsletters.pt")
    page_title = _("newsletters", default="Lettres d'information")
    empty_title = _("newsletters_none", default="Aucune lettre d'information.")
    empty_text = _(
        "newsletters_none_text",
        default="Les lettres auxquelles on peut s'abonner apparaissent ici.",
    )

    @cached_property
    def kept(self) -> set[str]:
        return {one.UID() for one in kept_newsletters()}

    @property
    def actions(self) -> list[Action]:
        if not may_add_newsletter(self.site):
            return []
        title = _("newsletter_new", default="Nouvelle lettre")
        return [Action(title, f"{self.site_url}/nouvelle-lettre", primary=True)]

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        return [self._row(one) for one in newsletters()]

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(one.UID() for one in newsletters())

    def _row(self, one: Any) -> dict[str, Any]:
        url, keeps = one.absolute_url(), one.UID() in self.kept
        counts = subscriber_counts(self.site, one) if keeps else {}
        return {
            "title": one.title,
            "url": f"{url}/gestion" if keeps else url,
            "text": one.description,
            "about": subscribers_word(counts) if keeps else "",
        }


class IssuesPage(Keeping):
    """``<newsletter>/gestion``: its issues, what waits first."""

    tab = "gestion"
    template = ViewPageTemplateFile("templates/issues.pt")
    caption = _("newsletter_issues", default="Les numéros")
    empty_title = _("issues_none", default="Aucun numéro.")
    empty_text = _(
        "issues_none_text",
        default="« Nouveau numéro » en commence un : vous y mettez des textes et ce "
        "que le site a déjà publié.",
    )

    @property
    def actions(self) -> list[Action]:
        new = _("issue_new", default="Nouveau numéro")
        return [
            Action(new, f"{self.url}/nouveau-numero", primary=True),
            *super().actions,
        ]

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        return [
            {
                "title": one.title,
                "url": f"{one.absolute_url()}/travail",
                "tag": self._tag(one),
                "moment": moment_words(one.send_at),
                "sent": (one.told or {}).get("sent", ""),
            }
            for one in issues(self.context)
        ]

    def _tag(self, one: Any) -> Tag:
        if one.stopped:
            return Tag(_("issue_stopped", default="Arrêté"), "late")
        return state_tag(state_of_issue(one))
