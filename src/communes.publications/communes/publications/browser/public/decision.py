"""One decision at its address for ever: the text, the vote, the files, or a stone."""

from communes.core.comparing.domain.difference import as_html
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Tag
from communes.publications.api import reading
from communes.publications.browser.public.page import PublicPage
from communes.publications.browser.public.words import item_tag
from communes.publications.browser.public.words import size
from communes.publications.browser.public.words import stage_tag
from communes.publications.domain.comparison import Comparison
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.projection import Vote
from communes.publications.domain.states import DecisionStage
from communes.publications.i18n import _
from datetime import datetime
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


CHOICES = {
    "yes": _("vote_yes", default="Pour"),
    "no": _("vote_no", default="Contre"),
    "abstain": _("vote_abstain", default="Abstention"),
    "none": _("vote_none", default="N'a pas voté"),
}
_KINDS = {"yes": "ok", "no": "late", "abstain": "wait", "none": "off"}
#: What remains of what was there: the address answers, and says that it is gone.
GONE = 410


class DecisionPage(PublicPage):
    """What was decided, or is proposed; what is left of it when it was withdrawn."""

    whole = ViewPageTemplateFile("templates/decision.pt")
    stone = ViewPageTemplateFile("templates/stone.pt")
    kept_seconds = 300

    def template(self) -> str:
        """Return the page, or the stone with its reason."""
        if self.item is None or self.item.withdrawn:
            self.request.response.setStatus(GONE, lock=1)
            return self.stone()
        return self.whole()

    @property
    def page_title(self) -> str:
        if self.item is None:
            return _("item_gone", default="Point retiré de l'ordre du jour")
        return self.item.title

    @cached_property
    def meeting(self) -> Meeting:
        return reading.shown_meeting(self.context.__parent__)

    @cached_property
    def item(self) -> Item | None:
        return reading.shown_item(self.context)

    @property
    def modified(self) -> datetime | None:
        return self.context.__parent__.modified().asdatetime()

    @property
    def meeting_title(self) -> str:
        return self.context.__parent__.title

    @property
    def meeting_url(self) -> str:
        return self.context.__parent__.absolute_url()

    @property
    def permalink(self) -> str:
        return self.context.absolute_url()

    @property
    def draft(self) -> bool:
        return not self.meeting.decided

    @property
    def disclaimer(self) -> str:
        one = self.institution
        return (one.disclaimer if self.draft else one.notice) or ""

    @property
    def warning(self) -> Notice | None:
        """That a draft binds nobody."""
        said = self.draft and self.disclaimer
        return Notice(self.disclaimer, "wait") if said else None

    @property
    def state_tags(self) -> list[Tag]:
        found = item_tag(self.item)
        stage = DecisionStage.PROJECT if self.draft else DecisionStage.DECISION
        return [stage_tag(stage), *([found] if found else [])]

    @property
    def identity(self) -> str:
        return _(
            "decision_identity",
            default="Point ${number} – ${meeting}",
            mapping={
                "number": self.item.number,
                "meeting": self.meeting_title,
            },
        )

    @property
    def facts(self) -> list[Fact]:
        item, people = self.item, [self.named(one) for one in self.item.representatives]
        url = self.meeting_url
        meeting = self.day_and_hour(self.meeting.date)
        found = [Fact(_("fact_meeting", default="Séance"), meeting, url)]
        for title, value in (
            (_("fact_reference", default="Référence"), item.reference),
            (_("fact_matter", default="Matière"), reading.matter(self.context, item)),
            (_("fact_charge", default="En charge"), ", ".join(people)),
        ):
            if value:
                found.append(Fact(title, value))
        published = _("fact_published", default="Publié")
        return [*found, Fact(published, self.day_and_hour(self.meeting.published_at))]

    @property
    def parts(self) -> list[dict]:
        """The texts, each under its name, cleaned once more."""
        item = self.item
        texts = (
            (_("part_summary", default="Note de synthèse"), item.summary),
            (_("part_motivation", default="Motivation"), item.motivation),
            (_("part_vote", default="Vote"), item.vote_words),
            (_("part_decision", default="Décision"), item.decision),
        )
        return [
            {"title": title, "text": reading.clean(text)}
            for title, text in texts
            if text
        ]

    @property
    def masked(self) -> bool:
        """Whether a passage is hidden from the public."""
        item = self.item
        texts = (item.summary, item.motivation, item.decision, item.vote_words)
        return any("texte-masque" in text for text in texts)

    @property
    def votes(self) -> list[dict]:
        return [self._vote(one) for one in self.item.votes]

    def _vote(self, vote: Vote) -> dict:
        counts = (("yes", vote.yes), ("no", vote.no), ("abstain", vote.abstain))
        people = [] if vote.secret else reading.ballots(self.meeting, vote)
        return {
            "label": vote.label,
            "secret": vote.secret,
            "tally": [
                {"word": CHOICES[name], "count": count} for name, count in counts
            ],
            "people": [
                {
                    "name": self.named(one.name),
                    "function": one.function,
                    "group": one.group,
                    "tag": Tag(CHOICES[one.choice], _KINDS[one.choice]),
                }
                for one in people
            ],
        }

    @property
    def annexes(self) -> list[dict]:
        return [
            {
                "title": one.title,
                "url": f"{self.permalink}/annexes/{one.id}",
                "about": f"{one.filename} – {size(one.size)}",
            }
            for one in self.item.annexes
        ]

    @cached_property
    def comparison(self) -> Comparison | None:
        found = reading.comparison(self.context)
        return found if found is not None and found.changed else None

    @property
    def comparison_title(self) -> str:
        return as_html(self.comparison.title) if self._title_changed else ""

    @property
    def comparison_text(self) -> str:
        """The paragraphs in which a word changed; the others are above already."""
        return as_html([line for line in self.comparison.text if line.changed])

    @property
    def _title_changed(self) -> bool:
        return any(line.changed for line in self.comparison.title)

    @property
    def around(self) -> list[dict]:
        """The items before and after."""
        before, after = reading.neighbours(self.context)
        words = (
            (before, _("item_before", default="Point précédent")),
            (after, _("item_after", default="Point suivant")),
        )
        return [
            {"word": word, "title": one.Title(), "url": one.absolute_url()}
            for one, word in words
            if one is not None
        ]

    @property
    def withdrawn_on(self) -> str:
        return self.day(self.item.withdrawn.moment)

    def named(self, name: str) -> str:
        """Return the name under which the institution shows somebody."""
        return reading.shown_name(self.institution, name)
