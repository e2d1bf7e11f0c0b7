"""What citizens see of a programme as open data: one JSON document, one flat table."""

from collections.abc import Sequence
from communes.pst.domain.labels import INSTITUTION_LABELS
from communes.pst.domain.labels import KIND_LABELS
from communes.pst.domain.plain import to_plain
from communes.pst.domain.plan import Plan
from communes.pst.domain.public import PublicElement
from datetime import date
from decimal import Decimal


FORMAT = "communes.pst.public"
VERSION = 1

COLUMNS = (
    "Identifiant",
    "Niveau",
    "Référence",
    "Intitulé",
    "Sous",
    "État",
    "Avancement (%)",
    "Début",
    "Fin",
    "Objectifs de développement durable",
    "Budget (€)",
    "Partenaires",
)


def public_document(
    plan: Plan, elements: Sequence[PublicElement], today: date
) -> dict[str, object]:
    """Return the open data of a programme as plain values, ready for JSON.

    ``elements`` stand in the order of the tree, each after the one named by its
    ``parent``; a field the commune did not choose to show is not there at all.
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "updated": today.isoformat(),
        "plan": {
            "id": plan.id,
            "title": plan.title,
            "institution": INSTITUTION_LABELS[plan.institution],
            "starts": to_plain(plan.starts),
            "ends": to_plain(plan.ends),
        },
        "elements": [_plain(one) for one in elements],
    }


def public_rows(
    elements: Sequence[PublicElement],
) -> tuple[tuple[str | int | Decimal | date | None, ...], ...]:
    """Return the rows of the table whose heads are ``COLUMNS``.

    Texts and yearly indicators are left to the JSON document: a cell can not say them.
    """
    names = {one.id: one.reference or one.title for one in elements}
    return tuple(
        (
            one.id,
            KIND_LABELS[one.kind],
            one.reference,
            one.title,
            names.get(one.parent, ""),
            one.status,
            one.progress,
            one.begins,
            one.ends,
            None if one.sdgs is None else ", ".join(str(goal) for goal, _ in one.sdgs),
            one.budget,
            None if one.partners is None else ", ".join(one.partners),
        )
        for one in elements
    )


def _plain(one: PublicElement) -> dict[str, object]:
    plain = to_plain(one)
    assert isinstance(plain, dict)
    chosen = {name: value for name, value in plain.items() if value is not None}
    if one.sdgs is not None:
        chosen["sdgs"] = [
            {"number": number, "title": title} for number, title in one.sdgs
        ]
    if one.indicators is not None:
        chosen["indicators"] = [
            {
                "label": indicator.label,
                "unit": indicator.unit,
                "years": [
                    {"year": year, "target": to_plain(goal), "value": to_plain(value)}
                    for year, goal, value in indicator.years
                ],
            }
            for indicator in one.indicators
        ]
    return chosen
