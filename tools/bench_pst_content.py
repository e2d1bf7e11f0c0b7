"""What the benchmark of the programme does inside: whole plans, as many documents.

Run by tools/bench_pst.py with ``app``, the root of a database where the demo was
applied: ``bench_pst_content.py OUT ACTIONS…``.
"""

from bench_content import DIRECTOR
from bench_content import stock_site
from bench_content import TEXT
from bench_content import title_of
from bench_deliberations_content import as_director
from bench_deliberations_content import took
from collections.abc import Callable
from communes.core.documents.api import read_text
from communes.core.documents.domain import LegalDocument
from communes.core.documents.odt.copy import copy_of
from communes.core.documents.site_layout import layout_of
from communes.core.documents.typesetting.compiler import compiled
from communes.core.documents.typesetting.compiler import sources
from communes.pst.api.bringing import bring_programme
from communes.pst.api.plan import create_plan
from communes.pst.api.report import make_report
from communes.pst.api.workbook import export_workbook
from communes.pst.domain.report import Report
from communes.pst.domain.report import report_html
from communes.pst.domain.report import Sayer
from communes.pst.domain.tables.filling import to_tables
from communes.pst.specimen.making import specimen
from communes.pst.spreadsheets.writing import written
from communes.pst.storage.programme import full_programme
from datetime import date
import json
from plone import api
from plone.app.textfield.value import RichTextValue
import statistics
import sys
from Testing.makerequest import makerequest
import transaction
from zope.component.hooks import setSite
from zope.globalrequest import setRequest


TIMES = 3
PORTION = 500


def median(plan, act: Callable[[], object]) -> float:
    """Return the median milliseconds of an act, the objects read anew each time."""
    times = []
    for _time in range(TIMES):
        plan._p_jar.cacheMinimize()
        times.append(took(act))
    return statistics.median(times)


def whole_plan(site, actions: int):
    """Bring a plan of that many actions in, by the door."""
    with api.env.adopt_roles(["Manager"]):
        plan = create_plan(site, f"bench-{actions}", {"title": f"PST {actions}"})
        bring_programme(plan, specimen(actions=actions))
    transaction.commit()
    return plan


def documents(plan, found: dict) -> None:
    """Note what reports and the workbook take, and their engines alone."""
    tree, site = full_programme(plan), api.portal.get()
    html = report_html(Report.DETAILED, tree, date.today(), Sayer({}, {}), None, False)
    legal = LegalDocument(
        title=plan.title, html=html, author="Bench", date=date.today()
    )
    layout, body, tables = layout_of(site), read_text(legal), to_tables(tree)
    files = sources(legal, layout, body)
    acts = {
        "pdf": lambda: make_report(plan, "detailed", "pdf"),
        "pdf engine": lambda: compiled(files, legal, body),
        "odt": lambda: make_report(plan, "detailed", "odt"),
        "odt engine": lambda: copy_of(legal, body, layout, None),
        "xlsx": lambda: export_workbook(plan),
        "xlsx engine": lambda: written(plan.title, tables),
    }
    with api.env.adopt_roles(["Manager"]):
        found.update({name: median(plan, act) for name, act in acts.items()})


def stock(app, counts: list[int]) -> dict[int, str]:
    """Make a stock site with a folder of as many documents as each plan has objects."""
    paths = {counts[0]: stock_site(app, counts[0])}
    site = app["stock"]
    setSite(site)
    with api.env.adopt_roles(["Manager"]):
        for count in counts[1:]:
            folder = api.content.create(site, "Folder", f"documents-{count}")
            for number in range(count):
                document = api.content.create(
                    folder, "Document", f"document-{number}", title=title_of(number)
                )
                document.text = RichTextValue(TEXT, "text/html", "text/x-html-safe")
                if number % PORTION == PORTION - 1:
                    transaction.commit()
                    folder._p_jar.cacheGC()
            paths[count] = "/".join(folder.getPhysicalPath())
    transaction.commit()
    return paths


def main(app) -> None:
    app = makerequest(app)
    setRequest(app.REQUEST)
    out, sizes = sys.argv[1], [int(one) for one in sys.argv[2:]]
    site = as_director(app).aq_parent.aq_parent
    found = []
    for actions in sizes:
        plan = whole_plan(site, actions)
        told = {"actions": actions, "path": "/".join(plan.getPhysicalPath())}
        told["objects"] = len(full_programme(plan).elements)
        documents(plan, told)
        found.append(told)
    paths = stock(app, [one["objects"] for one in found])
    for one in found:
        one["stock"] = paths[one["objects"]]
    with open(out, "w", encoding="utf-8") as file:
        json.dump({"director": DIRECTOR, "plans": found}, file)


if __name__ == "__main__":
    main(app)  # noqa: F821 - given by the console
