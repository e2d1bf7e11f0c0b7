"""What the benchmark looks at: a council with many items, beside a stock Plone site.

Run by tools/bench.py with ``app``, the root of a database where the demo was applied.
"""

from AccessControl.SecurityManagement import newSecurityManager
from communes.deliberations.api import agenda
from communes.deliberations.api import create_item
from communes.deliberations.api import create_meeting
from communes.deliberations.api import do_transition
from communes.deliberations.api import present
from datetime import datetime
import json
from plone import api
from plone.app.textfield.value import RichTextValue
from Products.CMFPlone.factory import addPloneSite
import sys
from Testing.makerequest import makerequest
import transaction
from zope.component.hooks import setSite
from zope.globalrequest import setRequest


DIRECTOR = "benoit.quoilin"
EDITOR = ("bench.editor", "Valmont-2026-bench")
#: The profiles of a Classic site, as its creation form installs them.
STOCK_PROFILES = (
    "plone.app.contenttypes:default",
    "plone.app.layout:default",
    "plone.restapi:default",
    "plonetheme.barceloneta:default",
)
MEETINGS = {10: datetime(2031, 3, 3, 20), 150: datetime(2031, 4, 7, 20)}
TEXT = (
    "<p>Vu le Code de la démocratie locale et de la décentralisation ;</p>"
    "<p>Considérant que la voirie doit être remise en état avant l'hiver ;</p>"
)


def title_of(count: int) -> str:
    return f"Réfection de la voirie n° {count} – Approbation des conditions du marché"


def stock_site(app, documents: int) -> str:
    """Make a stock site with as many documents; return the path of their folder."""
    site = addPloneSite(
        app, "stock", title="Plone", default_language="fr", extension_ids=STOCK_PROFILES
    )
    setSite(site)
    with api.env.adopt_roles(["Manager"]):
        login, password = EDITOR
        api.user.create(f"{login}@bench.example", login, password)
        api.user.grant_roles(login, roles=["Editor"])
        folder = api.content.create(site, "Folder", "documents", title="Documents")
        for count in range(documents):
            document = api.content.create(
                folder, "Document", f"document-{count}", title=title_of(count)
            )
            document.text = RichTextValue(TEXT, "text/html", "text/x-html-safe")
            api.content.transition(document, "publish")
        api.content.transition(folder, "publish")
    transaction.commit()
    return "/".join(folder.getPhysicalPath())


def council(app) -> dict[str, str]:
    """Make meetings of both sizes in the demo; return their paths by size."""
    site = app["demo"]["agents"]
    setSite(site)
    newSecurityManager(
        None, site.acl_users.getUserById(DIRECTOR).__of__(site.acl_users)
    )
    assembly = site["deliberations"]["conseil"]
    paths = {}
    for size, day in MEETINGS.items():
        meeting = create_meeting(assembly, {"date": day})
        for count in range(size):
            values = {
                "title": title_of(count),
                "proposing_service": "secretariat",
                "category": "secretariat",
                "motivation": TEXT,
                "decision": "<p>Article unique. D'approuver les conditions.</p>",
            }
            item = create_item(assembly, values)
            do_transition(item, "propose")
            do_transition(item, "validate")
            present(item, meeting)
        transaction.commit()
        paths[str(size)] = "/".join(meeting.getPhysicalPath())
    first = api.content.get(UID=agenda(meeting).lines[0].uid)
    paths["item"] = "/".join(first.getPhysicalPath())
    paths["items"] = len(assembly.objectIds())
    return paths


def main(app) -> None:
    app = makerequest(app)
    setRequest(app.REQUEST)
    paths = council(app)
    paths["stock"] = stock_site(app, paths["items"])
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        json.dump(paths, out)


if __name__ == "__main__":
    main(app)  # noqa: F821 - given by the console
