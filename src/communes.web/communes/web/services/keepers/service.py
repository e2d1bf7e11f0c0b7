"""``@web-keepers/<uid>``: the local managers of a branch."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.api.branches import keepers
from communes.web.api.branches import roles
from communes.web.api.branches import set_keeper
from communes.web.api.contents import by_uid
from communes.web.services.naming import Named
from typing import Any


class KeepersGet(Named):
    """Who keeps the branch, and how."""

    def reply(self) -> dict[str, Any]:
        return keepers_json(self.context, by_uid(self.uid))


class KeepersPost(Named, WritingService):
    """Reads ``login`` and ``role``; an empty role ends it."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("login", "role"))
        branch = by_uid(self.uid)
        login = body.value(given, "login", str)
        set_keeper(branch, login, body.value(given, "role", str, ""))
        return keepers_json(self.context, branch)


def keepers_json(site: Any, branch: Any) -> dict[str, Any]:
    """Return the local managers of a branch as JSON."""
    return {
        "@id": f"{site.absolute_url()}/@web-keepers/{branch.UID()}",
        "items": [
            {"login": one.login, "name": one.name, "role": one.role}
            for one in keepers(branch)
        ],
        "roles": list(roles()),
    }
