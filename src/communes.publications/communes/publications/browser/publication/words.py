"""How pages speak of a publication: tags, facts, and the law in plain words."""

from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import date_in_words
from communes.core.stamping.domain.verdict import belgian_moment
from communes.publications.domain.publication.kinds import AUTHORITIES
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.publication.kinds import natures
from communes.publications.domain.publication.law import binding_day
from communes.publications.domain.publication.record import Publication
from communes.publications.domain.publication.record import Showing
from communes.publications.domain.publication.states import PUBLICATION_STATE_LABELS
from communes.publications.domain.publication.states import PublicationState
from communes.publications.i18n import _
from communes.publications.i18n import label
from datetime import date


_KINDS = {
    PublicationState.PRIVATE: "off",
    PublicationState.PROPOSED: "wait",
    PublicationState.PLANNED: "wait",
    PublicationState.PUBLISHED: "ok",
    PublicationState.ARCHIVED: "off",
    PublicationState.UNPUBLISHED: "late",
}


def state_tag(state: str) -> Tag:
    """Return the tag of a state."""
    known = PublicationState(state)
    return Tag(label(PUBLICATION_STATE_LABELS, known), _KINDS[known])


def nature_title(id: str) -> str:
    """Return the name of a nature; the id of one that no longer is."""
    return natures()[id].title if id in natures() else id


def facts(said: Publication) -> list[Fact]:
    """Return what stands beside the text, empty things left out."""
    day = _day
    found = [
        Fact(_("fact_reference", default="Référence"), said.reference),
        Fact(_("fact_nature", default="Nature"), nature_title(said.nature)),
        Fact(_("fact_matter", default="Matière"), matters().get(said.matter, "")),
        Fact(
            _("fact_authority", default="Autorité"),
            AUTHORITIES.get(said.authority, ""),
        ),
        Fact(_("fact_decided_on", default="Décision du"), day(said.decided_on)),
        Fact(_("fact_approved_on", default="Approuvé le"), day(said.approved_on)),
        Fact(
            _("fact_approval_expired_on", default="Délai de tutelle expiré le"),
            day(said.approval_expired_on),
        ),
        Fact(_("fact_in_force_on", default="Entrée en vigueur"), day(said.in_force_on)),
        Fact(_("fact_expires_on", default="Fin de validité"), day(said.expires_on)),
        Fact(_("fact_streets", default="Rues concernées"), ", ".join(said.streets)),
        Fact(_("fact_consultation", default="Consultation"), said.consultation),
    ]
    return [one for one in found if one.value]


def binding(said: Publication, one: Showing) -> tuple[date, list[Fact]] | None:
    """Return the day a regulation binds, and how it is found; None for a notice."""
    nature = natures().get(said.nature)
    if nature is None or not nature.binds:
        return None
    told = binding_day(one.shown_at.date(), said.in_force_on)
    steps = [Fact(str(number), step) for number, step in enumerate(told.steps, 1)]
    source = Fact(_("fact_rule", default="Règle"), told.rule)
    return told.date, [*steps, source]


def proven_words(one: Showing) -> str:
    """Return the moment that is proven, or that it is not yet."""
    if one.proven_at is None:
        return _("proof_waits", default="Preuve en attente")
    return belgian_moment(one.proven_at)


def _day(day: date | None) -> str:
    return "" if day is None else date_in_words(day)
