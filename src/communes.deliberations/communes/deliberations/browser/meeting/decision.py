"""What the session writes of the item in hand: its outcome and its text."""

from communes.core.errors.i18n import to_sentence
from communes.core.parts.domain.values import Action
from communes.deliberations.api.item import item_revision
from communes.deliberations.api.transition import transitions
from communes.deliberations.browser import words
from communes.deliberations.browser.item.sections import SectionForm
from communes.deliberations.browser.item.sections import SECTIONS
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import DECISIONS
from communes.deliberations.i18n import _
from functools import cached_property


class DecisionForm(SectionForm):
    """The text of the decision, written beside the vote."""

    @property
    def action(self) -> str:
        return f"{self.back_url}&texte=1&revision={self.read}"

    @property
    def cancel_url(self) -> str:
        return self.back_url


class DecisionPart:
    """Mixed into the page of the session; asks it for ``item`` and ``line``."""

    @property
    def decisions(self) -> list[Action]:
        """The outcomes that may be given, or once why none may; then the way back."""
        found, refused = [], []
        for step in transitions(self.item):
            if step.id not in DECISIONS and not (step.backwards and self.is_decided):
                continue
            title = words.step_title(step)
            if step.available:
                found.append(self._decision(step.id, title, main=not found))
            else:
                why = " ".join(to_sentence(one, self.request) for one in step.reasons)
                refused.append((title, why))
        seen = {one.why for one in found}
        for title, why in refused:
            if why not in seen:
                seen.add(why)
                found.append(Action(title, why=words.not_possible(title, why)))
        return found

    @property
    def is_decided(self) -> bool:
        return self.line.state in DECIDED_STATES

    def _decision(self, id: str, title: str, *, main: bool) -> Action:
        primary = main and id in DECISIONS
        return Action(
            title,
            method="submit",
            name="etape",
            value=id,
            primary=primary,
            small=not primary,
        )

    @cached_property
    def form(self) -> SectionForm | None:
        """The text of the decision, while it is written."""
        if "texte" not in self.request.form or self.item is None or not self.encodes:
            return None
        form = DecisionForm(self.item, self.request, SECTIONS["decision"])
        form.back_url = self.point_url
        return form

    @property
    def wants_patterns(self) -> bool:
        return self.form is not None

    @property
    def edit_action(self) -> Action | None:
        if not self.encodes:
            return None
        title = _("text_edit", default="Modifier le texte")
        return Action(title, f"{self.point_url}&texte=1", small=True)

    @property
    def decision_html(self) -> str:
        """The decision, cleaned."""
        text = self.item.decision
        return (text and text.output_relative_to(self.item)) or ""

    @property
    def vote_html(self) -> str:
        """The sentence of the vote as the minutes will say it, cleaned."""
        text = self.item.vote_text
        return (text and text.output_relative_to(self.item)) or ""

    @property
    def text_revision(self) -> int:
        """The version of the item that is read, for what is typed on the spot."""
        return item_revision(self.item)
