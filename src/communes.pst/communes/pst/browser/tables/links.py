"""Where else an action shows, how its budget is shared, and what it waits for."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.writing import amount
from communes.pst.browser import words
from communes.pst.browser.frame.cells import Cell
from communes.pst.browser.frame.cells import number
from communes.pst.browser.frame.cells import table
from communes.pst.browser.frame.element import ElementFrame
from communes.pst.browser.tables.acting import KeepTable
from communes.pst.domain.choices import Kind
from communes.pst.domain.split import shares
from communes.pst.i18n import _
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class LinksPage(ElementFrame):
    """The tab of the links of an action."""

    tab = "liens"
    template = ViewPageTemplateFile("links.pt")

    def __call__(self) -> str:
        return self.template()

    @property
    def places(self) -> dict:
        """Each place of the action, with its share and what that makes."""
        tree = self.figures.tree
        heads = (
            _("place", default="Endroit"),
            _("share", default="Part"),
            _("tab_budget", default="Budget"),
        )
        rows = []
        for share in shares(tree, tree.element(self.uid)):
            above = tree.element(share.place).parent
            name = self.element_title(above)
            money = amount(self.figures.budgets[share.place].total)
            percent = f"{share.percent.normalize():f}".replace(".", ",")
            rows.append(
                (
                    Cell(name, self.element_url(above)),
                    number(f"{percent}\u00a0%"),
                    number(money),
                )
            )
        caption = _("places", default="Où l'action se trouve")
        return table(caption, heads, rows)

    @property
    def sharing(self) -> dict | None:
        """The form of the shares, when there are several places."""
        tree = self.figures.tree
        found = shares(tree, tree.element(self.uid))
        if not self.may_edit or len(found) < 2:
            return None
        fields = [
            Field(
                f"p.{share.place}",
                self.element_title(tree.element(share.place).parent),
                "amount",
                f"{share.percent.normalize():f}".replace(".", ","),
                unit="%",
                required=True,
            )
            for share in found
        ]
        return {
            "summary": _("share_edit", default="Répartir le budget"),
            "address": f"{self.url}/repartition-noter",
            "values": {"revision": self.revision},
            "fields": fields,
            "action": Action(_("button_save", default="Enregistrer"), method="submit"),
        }

    @property
    def needs(self) -> list[dict]:
        """What the action waits for."""
        return [
            {
                "title": self.element_title(one.on),
                "url": self.element_url(one.on),
                "lag": _(
                    "need_lag",
                    default="${days} j après sa fin",
                    mapping={"days": one.lag},
                )
                if one.lag
                else _("need_end", default="dès sa fin"),
                "remove": self._remove(one.on),
            }
            for one in self.record.depends_on
        ]

    @property
    def followers(self) -> list[dict]:
        """The actions that wait for this one."""
        tree = self.figures.tree
        return [
            {"title": self.element_title(one.id), "url": self.element_url(one.id)}
            for one in tree.of_kind(Kind.ACTION, Kind.SUB_ACTION)
            if any(need.on == self.uid for need in one.depends_on)
        ]

    @property
    def adding(self) -> dict | None:
        """The form of a new dependency."""
        if not self.may_edit:
            return None
        tree, known = self.figures.tree, {one.on for one in self.record.depends_on}
        choices = [
            Option(one.id, words.titled(one))
            for one in tree.of_kind(Kind.ACTION, Kind.SUB_ACTION)
            if one.id in self.figures.seen and one.id not in known | {self.uid}
        ]
        return {
            "summary": _("need_add", default="Ajouter une dépendance"),
            "address": f"{self.url}/dependances-noter",
            "values": {"revision": self.revision},
            "fields": [
                Field("on", _("need_on", default="Attend la fin de"), "select",
                      options=tuple(choices), required=True),
                Field("lag", _("need_days", default="Jours à laisser passer"),
                      "number", "0"),
            ],
            "action": Action(_("button_save", default="Enregistrer"), method="submit"),
        }  # fmt: skip

    def _remove(self, on: str) -> Action | None:
        if not self.may_edit:
            return None
        return Action(
            _("button_take_away", default="Retirer"),
            f"{self.url}/dependances-noter",
            small=True,
            danger=True,
            method="post",
            values={"revision": self.revision, "retirer": on},
        )


class KeepSplit(KeepTable):
    """Keeps the shares of the places, which make 100 %."""

    table = "split"
    tab = "liens"

    def rows(self, known: list[dict]) -> object:
        return [
            {"place": name.removeprefix("p."), "percent": self.given(name).strip()}
            for name in sorted(self.request.form)
            if name.startswith("p.")
        ]


class KeepDependency(KeepTable):
    """Adds one dependency, or takes one away."""

    table = "depends_on"
    tab = "liens"

    def rows(self, known: list[dict]) -> object:
        gone = self.given("retirer")
        if gone:
            return [one for one in known if one["on"] != gone]
        return [*known, {"on": self.given("on"), "lag": self.given("lag") or "0"}]
