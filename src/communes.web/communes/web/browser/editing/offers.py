"""What a person may do with a content, as buttons above its page; nothing for others.

Every type of the website shows the same ones: ``offers(context)`` and
``state_tags(context)`` in the view, the macro ``edit_bar`` in the template.
"""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tag
from communes.web.api.contents import kinds_here
from communes.web.api.transition import planned
from communes.web.api.transition import state
from communes.web.api.transition import transitions
from communes.web.domain.states import STATE_LABELS
from communes.web.domain.states import WebState
from communes.web.i18n import _
from plone import api
from typing import Any


_TAGS = {
    WebState.PRIVATE: "off",
    WebState.PROPOSED: "wait",
    WebState.PUBLISHED: "ok",
    WebState.ARCHIVED: "off",
}


def offers(obj: Any, edit: str = "modifier") -> list[Action]:
    """Return the buttons of who writes or publishes a content; none for citizens.

    :param edit: the view that writes it.
    """
    if api.user.is_anonymous():
        return []
    url = obj.absolute_url()
    found = []
    if api.user.has_permission("Modify portal content", obj=obj):
        found.append(Action(_("edit", default="Modifier"), f"{url}/{edit}"))
    if kinds_here(obj):
        found.append(Action(_("add_here", default="Ajouter ici"), f"{url}/ajouter"))
    steps = transitions(obj)
    found += [_step(url, one) for one in steps]
    if any(one.id in ("publish", "hide") for one in steps):
        found.append(Action(_("plan", default="Planifier"), f"{url}/planifier"))
    if found and api.user.has_permission("Delete objects", obj=obj):
        found.append(Action(_("more", default="Gérer"), f"{url}/gerer"))
    return found


def state_tags(obj: Any) -> list[Tag]:
    """Return where a content stands, for who writes it."""
    if api.user.is_anonymous():
        return []
    where = WebState(state(obj))
    tags = [Tag(STATE_LABELS[where], _TAGS[where])]
    moment = planned(obj)
    if moment:
        said = _(
            "planned_for", default="Prévu le ${moment}", mapping={"moment": moment}
        )
        tags.append(Tag(said, "info"))
    return tags


def _step(url: str, one: Any) -> Action:
    why = " ".join(str(reason) for reason in one.reasons)
    return Action(
        one.title,
        f"{url}/etape",
        primary=one.id in ("publish", "propose"),
        why=why,
        method="post",
        values={"etape": one.id},
    )
