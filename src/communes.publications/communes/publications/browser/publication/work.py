"""What who makes publications sees beside the text: its life, steps and files."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Step as Stage
from communes.publications.api import publication as door
from communes.publications.domain.publication.states import PUBLIC_STATES
from communes.publications.domain.publication.states import PUBLICATION_STATE_LABELS
from communes.publications.domain.publication.states import (
    PUBLICATION_TRANSITION_LABELS,
)
from communes.publications.domain.publication.states import PublicationState
from communes.publications.domain.publication.states import PublicationTransition
from communes.publications.i18n import _
from communes.publications.i18n import label
from functools import cached_property
from zope.i18n import translate


_STATE, _STEP = PublicationState, PublicationTransition
_LIFE = (_STATE.PRIVATE, _STATE.PROPOSED, _STATE.PLANNED, _STATE.PUBLISHED)


class Work:
    """Mix in to the page: nothing of it is for citizens."""

    @cached_property
    def works(self) -> bool:
        """Whether the person makes publications of the institution."""
        return door.may_add(door.institution_of(self.context))

    @property
    def life(self) -> list[Stage]:
        """The steps of its life, and where it stands."""
        if self.state not in _LIFE:
            done = [
                Stage(self._state(one), "done")
                for one in _LIFE
                if one != _STATE.PLANNED
            ]
            return [*done, Stage(self._state(self.state), "now")]
        here = _LIFE.index(self.state)
        return [
            Stage(
                self._state(one),
                "now" if at == here else "done" if at < here else "todo",
            )
            for at, one in enumerate(_LIFE)
        ]

    def _state(self, state: PublicationState) -> str:
        return label(PUBLICATION_STATE_LABELS, state)

    @property
    def actions(self) -> list[Action]:
        """What may be done beside the steps."""
        if not self.works:
            return []
        found = []
        if door.may_write(self.context):
            title = _("publication_edit", default="Modifier")
            found.append(Action(title, f"{self.url}/modifier"))
        if self.state in PUBLIC_STATES:
            title = _("publication_poster", default="Affiche (PDF)")
            found.append(Action(title, f"{self.url}/affiche"))
        return found

    @property
    def planned(self) -> str:
        """When it will be shown; empty when it is not planned."""
        moment = self.context.planned_for
        return "" if moment is None else self.day_and_hour(moment)

    @property
    def steps(self) -> list[dict]:
        """The steps of the person, each with what it asks and why it waits."""
        return [self._step(one) for one in door.steps(self.context)]

    def _step(self, step: door.Step) -> dict:
        why = " ".join(self._sentence(one) for one in step.reasons)
        main = step.id in (_STEP.PROPOSE, _STEP.PUBLISH)
        title = label(PUBLICATION_TRANSITION_LABELS, step.id)
        fields = {_STEP.PLAN: self._plan_fields, _STEP.UNPUBLISH: self._reason_fields}
        return {
            "id": step.id.value,
            "fields": [] if why else fields.get(step.id, lambda: [])(),
            "action": Action(title, method="submit", primary=main, why=why,
                             danger=step.id == _STEP.UNPUBLISH),
        }  # fmt: skip

    def _sentence(self, reason: object) -> str:
        return str(translate(str(reason), context=self.request))

    def _plan_fields(self) -> list[Field]:
        return [
            Field("jour", _("plan_day", default="Jour"), "date", required=True),
            Field("heure", _("plan_hour", default="Heure"), "time", "08:00",
                  required=True),
        ]  # fmt: skip

    def _reason_fields(self) -> list[Field]:
        help = _(
            "withdraw_reason_help",
            default="Les citoyens le lisent au registre et à la vérification.",
        )
        title = _("withdraw_reason", default="Pourquoi le texte est dépublié")
        return [Field("motif", title, "textarea", help=help, required=True, rows=2)]

    @property
    def file_fields(self) -> list[Field]:
        """To join a file, while the text may change."""
        if not door.may_write(self.context):
            return []
        return [
            Field("titre", _("file_title", default="Titre"), required=True),
            Field("fichier", _("file_file", default="Fichier"), "file", required=True),
        ]

    @property
    def join(self) -> Action:
        return Action(_("file_join", default="Joindre"), method="submit", small=True)

    @property
    def removals(self) -> list[Action]:
        """To take a file away, while the text may change."""
        if not door.may_write(self.context):
            return []
        return [
            Action(
                _("file_remove", default="Retirer « ${title} »",
                  mapping={"title": one.title}),
                f"{self.url}/retirer-fichier", method="post", small=True,
                values={"id": one.id},
            )
            for one in self.said.annexes
        ]  # fmt: skip
