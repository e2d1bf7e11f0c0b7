"""``<directory>/reglages``: its name, its categories, the communes it is of."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Field
from communes.web.browser.filling.content_form import ContentForm
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import Rows
from communes.web.directory import api as door
from communes.web.domain.errors import BadCategory
from communes.web.domain.taxonomy import Category
from communes.web.i18n import _
from plone.i18n.normalizer import idnormalizer
from typing import Any


#: One more of these before a line puts it below the line above.
STEP = "- "


class DirectorySettings(ContentForm):
    """Categories are lines; those below another begin with a dash."""

    page_title = _("directory_settings", default="Réglages de l'annuaire")

    def start(self) -> dict[str, Any]:
        entities = [
            {"id": one.id, "title": one.title, "postcodes": " ".join(one.postcodes)}
            for one in door.entities(self.context)
        ]
        return {
            "title": self.context.title,
            "description": self.context.description,
            "tree": written(door.categories(self.context)),
            "entities": entities,
        }

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        take = values.get
        columns = (
            Field("id", _("entity_code", default="Code INS")),
            Field("title", _("entity_name", default="Commune")),
            Field("postcodes", _("entity_postcodes", default="Codes postaux")),
        )  # fmt: skip
        return [
            Group(
                "",
                [
                    Field("title", _("label_title", default="Titre"), required=True,
                          value=take("title", "")),
                    Field("description", _("label_description", default="Résumé"),
                          "textarea", take("description", "")),
                    Field("tree", _("label_sorts", default="Catégories"), "textarea",
                          take("tree", ""), rows=16,
                          help=_("directory_tree_help",
                                 default="Une par ligne. Un tiret au début la met sous "
                                 "la ligne du dessus ; deux tirets, encore en "
                                 "dessous.")),
                    Rows("entities", _("directory_entities", default="Communes"),
                         columns, take("entities") or ()),
                ],
            )
        ]  # fmt: skip

    def keep(self, values: dict[str, Any]) -> str:
        known = door.categories(self.context)
        wanted = {
            **values,
            "tree": read_tree(values["tree"], known),
            "entities": [
                {**one, "postcodes": one["postcodes"].split()}
                for one in values["entities"]
            ],
        }
        door.edit_directory(self.context, wanted, self.given_revision)
        self.saved(_("directory_saved", default="L'annuaire est enregistré."))
        return self.cancel_url


def written(known: tuple[Category, ...]) -> str:
    """Return categories as lines, each below its parent."""
    below: dict[str, list[Category]] = {}
    for one in known:
        below.setdefault(one.parent, []).append(one)

    def lines(parent: str, depth: int) -> list[str]:
        return [
            line
            for one in below.get(parent, ())
            for line in (f"{STEP * depth}{one.title}", *lines(one.id, depth + 1))
        ]

    return "\n".join(lines("", 0))


def read_tree(text: str, known: tuple[Category, ...]) -> list[dict[str, str]]:
    """Return the categories of lines; one that stays where it was keeps its id.

    :raises BadCategory: a line is deeper than below the one above.
    """
    ids = {(one.parent, one.title): one.id for one in known}
    # One that is moved below another keeps its id too, and its entries.
    alone = {title: id for (_parent, title), id in ids.items()}
    taken = {one.id for one in known}
    rows: list[dict[str, str]] = []
    above: list[str] = []
    for line in text.splitlines():
        title = line.strip().lstrip("- ").strip()
        if not title:
            continue
        depth = line.strip()[: line.strip().index(title[0])].count("-")
        if depth > len(above):
            raise BadCategory(field="tree", name=title)
        parent = above[depth - 1] if depth else ""
        used = {row["id"] for row in rows}
        found = [ids.get((parent, title)), alone.get(title)]
        kept = [one for one in found if one and one not in used]
        id = kept[0] if kept else _new_id(title, taken)
        taken.add(id)
        rows.append({"id": id, "title": title, "parent": parent})
        above = [*above[:depth], id]
    return rows


def _new_id(title: str, taken: set[str]) -> str:
    base = idnormalizer.normalize(title, max_length=40) or "categorie"
    id, number = base, 1
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    return id
