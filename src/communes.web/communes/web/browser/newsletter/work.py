"""``<issue>/travail``: its blocks, what to do next, and how far its sending is."""

from communes.core.mailing.domain.letter import Way
from communes.core.mailing.log import Line
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.web.api.newsletters import topics
from communes.web.api.sending import doubtful
from communes.web.api.sending import progress
from communes.web.api.sending import reader_count
from communes.web.browser.newsletter.issue_frame import IssueFrame
from communes.web.browser.newsletter.words import KIND_WORDS
from communes.web.browser.newsletter.words import moment_words
from communes.web.domain.newsletter.issue import Block
from communes.web.domain.newsletter.issue import IssueState
from communes.web.domain.newsletter.rich import styled
from communes.web.domain.newsletter.sending import Progress
from communes.web.i18n import _
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


_COUNTS = {
    "sent": _("count_sent", default="Partis"),
    "queued": _("count_queued", default="En attente"),
    "uncertain": _("count_uncertain", default="Incertains"),
    "refused": _("count_refused", default="Refusés"),
    "bounced": _("count_bounced", default="Revenus"),
    "complained": _("count_complained", default="Plaintes"),
    "dropped": _("count_dropped", default="Classés ou désabonnés"),
}


class IssueWork(IssueFrame):
    """Everything to write and send an issue on one page."""

    template = ViewPageTemplateFile("templates/work.pt")
    empty_title = _("blocks_none", default="Ce numéro est vide.")
    empty_text = _(
        "blocks_none_text",
        default="Écrivez un texte, ou choisissez ce que le site a déjà publié.",
    )

    @property
    def identity(self) -> str:
        return self.context.preheader or ""

    @property
    def actions(self) -> list[Action]:
        found = [Action(_("issue_preview", default="Aperçu"), f"{self.url}/apercu")]
        if self.may_change:
            found.append(
                Action(_("issue_settings", default="Objet et thèmes"),
                       f"{self.url}/reglages")
            )  # fmt: skip
            found.append(self._step("supprimer", _("issue_delete", default="Supprimer"),
                                    _("issue_delete_sure",
                                      default="Supprimer ce numéro ?")))  # fmt: skip
        return found

    @property
    def block_actions(self) -> list[Action]:
        if not self.may_change:
            return []
        return [
            Action(_("block_choose", default="Choisir dans le site"),
                   f"{self.url}/choisir", primary=not self.issue.blocks),
            Action(_("block_write", default="Écrire un texte"), f"{self.url}/bloc"),
        ]  # fmt: skip

    @property
    def blocks(self) -> list[dict[str, Any]]:
        count = len(self.issue.blocks)
        return [
            {
                "one": one,
                "kind": KIND_WORDS[one.kind],
                "said": styled(one.html),
                "actions": self._of_block(place, one, count),
            }
            for place, one in enumerate(self.issue.blocks)
        ]

    def _of_block(self, place: int, one: Block, count: int) -> list[Action]:
        if not self.may_change:
            return []
        revision = str(self.context.revision)
        found = [Action(_("block_edit", default="Modifier"),
                        f"{self.url}/bloc?numero={place}", small=True)]  # fmt: skip
        moves = (
            ("monter", _("block_up", default="Monter"), place > 0),
            ("descendre", _("block_down", default="Descendre"), place < count - 1),
        )
        for way, word, possible in moves:
            if possible:
                values = {"numero": str(place), "sens": way, "revision": revision}
                found.append(Action(word, f"{self.url}/bloc-deplacer", method="post",
                                    small=True, values=values))  # fmt: skip
        values = {"numero": str(place), "revision": revision}
        found.append(Action(_("block_drop", default="Retirer"),
                            f"{self.url}/bloc-oter", method="post", small=True,
                            values=values))  # fmt: skip
        return found

    @property
    def facts(self) -> list[Fact]:
        chosen = [
            one.title
            for one in topics(self.context.__parent__)
            if one.id in self.issue.topics
        ]
        every = _("topics_all", default="Tous")
        said = ", ".join(chosen) if chosen else every
        found = [Fact(_("fact_topics", default="Pour les thèmes"), said)]
        if self.may_change:
            count = str(reader_count(self.site, self.context))
            found.append(Fact(_("fact_readers", default="Destinataires"), count))
        if self.issue.send_at:
            moment = moment_words(self.issue.send_at)
            found.append(Fact(_("fact_send_at", default="Envoi"), moment))
        return found

    @property
    def test_field(self) -> Field | None:
        """Where a test goes, None once nothing can be tried any more."""
        if not self.may_change:
            return None
        mine = api.user.get_current().getProperty("email", "") or ""
        return Field("adresse", _("test_address", default="Adresse de test"), "email",
                     mine, required=True, autocomplete="email")  # fmt: skip

    @property
    def test_press(self) -> Action:
        title = _("test_send", default="Envoyer un test")
        return Action(title, method="submit", primary=not self.tested)

    @property
    def tested(self) -> bool:
        return self.issue.state is IssueState.TESTED

    plan_fields = (
        Field("jour", _("plan_day", default="Jour"), "date"),
        Field("heure", _("plan_hour", default="Heure"), "time"),
    )
    plan_press = Action(_("plan_send", default="Planifier"), method="submit")

    @property
    def now_action(self) -> Action:
        count = reader_count(self.site, self.context)
        sure = _(
            "send_now_sure",
            default="Envoyer « ${title} » à ${count} abonné(s), tout de suite ?",
            mapping={"title": self.context.title, "count": count},
        )
        return Action(_("send_now", default="Envoyer maintenant"),
                      f"{self.url}/planifier", primary=True, method="post",
                      values={"maintenant": "1"}, confirm=sure)  # fmt: skip

    @property
    def step_actions(self) -> list[Action]:
        """What may be done with an issue that is planned, leaving or gone."""
        state = self.issue.state
        if state is IssueState.SCHEDULED:
            title = _("issue_unplan", default="Annuler l'envoi prévu")
            return [self._step("passage", title, faire="redraft")]
        if state is IssueState.SENDING and self.context.stopped:
            title = _("issue_resume", default="Reprendre l'envoi")
            return [self._step("passage", title, faire="resume")]
        if state is IssueState.SENDING:
            title = _("issue_stop", default="Arrêter l'envoi")
            sure = _(
                "issue_stop_sure", default="Arrêter ? Ce qui est parti reste parti."
            )
            return [self._step("passage", title, sure, faire="stop")]
        if state is IssueState.SENT:
            title = _("issue_put_online", default="Mettre en ligne")
            return [self._step("passage", title, faire="archive")]
        return []

    def _step(self, name: str, title: str, sure: str = "", **values: str) -> Action:
        values["revision"] = str(self.context.revision)
        return Action(title, f"{self.url}/{name}", method="post", values=values,
                      confirm=sure)  # fmt: skip

    progress_label = _("issue_progress", default="Avancement")

    @cached_property
    def progress(self) -> Progress | None:
        return progress(self.site, self.context)

    @property
    def percent(self) -> int:
        found = self.progress
        if found is None or not found.recipients:
            return 0
        return round(100 * (1 - (found.queued + found.in_flight) / found.recipients))

    @property
    def progress_facts(self) -> list[Fact]:
        found = self.progress
        return [
            Fact(word, str(getattr(found, name)))
            for name, word in _COUNTS.items()
            if name in ("sent", "queued") or getattr(found, name)
        ]

    @cached_property
    def doubtful(self) -> list[dict[str, Any]]:
        if self.progress is None:
            return []
        return [self._doubt(one) for one in doubtful(self.site, self.context)]

    def _doubt(self, line: Line) -> dict[str, Any]:
        sure = _(
            "letter_again_sure",
            default="Le message est peut-être déjà arrivé. Le renvoyer ?",
        )
        uncertain = line.way == Way.UNCERTAIN
        word = (
            _("letter_uncertain", default="Incertain : l'envoi a été interrompu")
            if uncertain
            else _("letter_refused", default="Refusé par le serveur")
        )
        url = f"{self.url}/decider"
        return {
            "address": line.address,
            "word": word,
            "reason": line.reason,
            "actions": [
                Action(_("letter_again", default="Renvoyer"), url, small=True,
                       method="post", confirm=sure if uncertain else "",
                       values={"id": line.id, "faire": "renvoyer"}),
                Action(_("letter_drop", default="Classer"), url, small=True,
                       method="post", values={"id": line.id, "faire": "classer"}),
            ],
        }  # fmt: skip
