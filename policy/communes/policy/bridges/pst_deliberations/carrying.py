"""What of an action goes with the item that is made of it: money and files."""

from communes.core.annexes.api import add_annex
from communes.core.annexes.api import annexes_of
from communes.core.annexes.api import IAnnex
from communes.core.parts.domain.writing import amount
from communes.pst.api.plan import describe_plan
from communes.pst.api.reading import plan_around
from communes.pst.domain.element import Action
from html import escape
from plone.namedfile.file import NamedBlobFile


def budget_values(action: object, record: Action) -> dict[str, object]:
    """Return the budget fields of the item: each amount by year and source."""
    rows = [one for one in record.budget if one.amount]
    if not rows:
        return {}
    plan = describe_plan(plan_around(action))
    sources = {one.id: one.title for one in plan.sources}
    lines = "".join(
        f"<li>{one.year}, {escape(sources.get(one.source, one.source))} : "
        f"{amount(one.amount)}</li>"
        for one in sorted(rows, key=lambda one: (one.year, one.source))
    )
    total = amount(sum(one.amount for one in rows))
    text = f"<p>Montants du programme stratégique, au total {total} :</p>"
    return {"budget_related": True, "budget_text": f"{text}<ul>{lines}</ul>"}


def copy_annexes(action: object, item: object) -> int:
    """Join the files the person may see to the item; return how many.

    What was confidential stays so; nothing is publishable until somebody says it.
    """
    found = [brain.getObject() for brain in annexes_of(action)]
    known = IAnnex["annex_type"].bind(item).vocabulary
    kinds = [term.value for term in known]
    for one in found:
        kind = one.annex_type if one.annex_type in kinds else kinds[0]
        values = {
            "title": one.title,
            "file": NamedBlobFile(
                one.file.data, one.file.contentType, one.file.filename
            ),
            "annex_type": kind,
            "confidential": one.confidential,
        }
        add_annex(item, values)
    return len(found)
