"""The money and the files of an action go to the college with it."""

from communes.core.annexes.api import add_annex
from communes.core.annexes.api import annexes_of
from communes.policy.applying.sites import inside
from communes.policy.bridges.pst_deliberations.finding import mentions
from communes.policy.bridges.pst_deliberations.sending import SendToAssembly
from communes.pst.api.element import edit_element
from communes.pst.api.figures import figures
from communes.pst.domain.choices import Kind
from communes.pst.interfaces import IPstLayer
from plone import api
from plone.namedfile.file import NamedBlobFile
from zope.interface import alsoProvides


def test_money_and_files_of_an_action_go_with_it(app):
    with inside(app.demo.agents) as site:
        alsoProvides(site.REQUEST, IPstLayer)
        plan = site.pst["pst-2024-2030"]
        with api.env.adopt_user(username="benoit.quoilin"):
            found = figures(plan)
            one = next(
                one
                for one in found.tree.of_kind(Kind.ACTION)
                if "travaux" in one.managers and one.state == "ongoing"
            )
            action = site.unrestrictedTraverse(found.seen[one.id])
            rows = [{"source": "wallonie", "year": 2027, "amount": "12500.50"}]
            edit_element(action, {"budget": rows})
            add_annex(
                action,
                {"title": "Métré", "annex_type": "annexe", "confidential": True,
                 "file": NamedBlobFile(b"metre", "text/plain", "metre.txt")},
            )  # fmt: skip
        site.REQUEST.form["assemblee"] = "college"
        with api.env.adopt_user(username="julie.pirotte"):
            act = SendToAssembly(action, site.REQUEST)
            act.act()
            item = act.item
            assert item.budget_related and "12\u202f500,50" in item.budget_text.raw
            assert "2027, Wallonie" in item.budget_text.raw
            seen = {brain.UID for brain in annexes_of(action)}
            titles = [brain.Title for brain in annexes_of(item)]
            assert titles == (["Métré"] if seen else [])
            (row,) = mentions(action, "")
            assert row.met_on is None
        joined = [one for one in item.objectValues() if one.title == "Métré"]
        assert [one.confidential for one in joined] == [True] * len(seen)
