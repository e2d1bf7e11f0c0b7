"""The rows of sections of a page that is taken, without those that may not be."""

from communes.core.errors.domain import DomainError
from communes.web.api.contents import edit
from communes.web.domain.sections.checks import refuse_unsafe
from communes.web.domain.sections.record import section_of
from communes.web.domain.taking_over.ours import Piece
from communes.web.domain.taking_over.ours import TextPage
from communes.web.storage.settings import settings_of
from plone import api
from typing import Any


Row = dict[str, Any]


def safe_rows(held: TextPage) -> tuple[list[Row], list[str]]:
    """Return the sections of a page, and why some of them are not there."""
    given: list[Row] = [dict(row) for row in held.sections]
    if held.html.strip():
        text = {"id": "texte-1", "kind": "text", "holds": {"html": held.html}}
        given.insert(0, text)
    rows, lost = [], []
    for row in given:
        try:
            refuse_row(row)
        except DomainError as refused:
            lost.append(str(refused.reason))
        else:
            rows.append(row)
    return rows, lost


def refuse_row(row: Row) -> None:
    """Refuse a section that a page may not have here.

    :raises BadSection, HostNotAllowed: it is wrong, or shows a site that is not
        allowed.
    """
    settings = settings_of(api.portal.get())
    refuse_unsafe(section_of(row), settings.video_hosts, settings.external_hosts)


def put_piece(page: Any, piece: Piece, section: str) -> None:
    """Put a section, or one line of a section, into a page; twice changes nothing.

    :param section: id of the section a line is of; a list of links is made without.
    :raises DomainError: the section may not be so.
    """
    rows = [dict(row) for row in page.sections or ()]
    if not piece.line:
        row = dict(piece.row)
        refuse_row(row)
        known = {one["id"]: one for one in rows}
        if row["id"] in known:
            # What was put into it since stays.
            row["holds"] = {**known[row["id"]]["holds"], **row["holds"]}
            rows = [row if one["id"] == row["id"] else one for one in rows]
        else:
            rows.append(row)
    else:
        _put_line(rows, dict(piece.row), section)
    edit(page, {"sections": rows})


def put_file(page: Any, section: str, kind: str, id: str) -> None:
    """Have a section show a picture or a file that now stands in its page."""
    rows = [dict(row) for row in page.sections or ()]
    for row in rows:
        if row["id"] == section and row["kind"] == kind:
            name = "pictures" if kind == "gallery" else "files"
            held = tuple(row["holds"].get(name, ()))
            if id not in held:
                row["holds"] = {**row["holds"], name: [*held, id]}
    edit(page, {"sections": rows})


def _put_line(rows: list[Row], line: Row, section: str) -> None:
    at = next((row for row in rows if row["id"] == section), None)
    if at is None or at["kind"] != "links":
        at = next((row for row in rows if row["id"] == "liens-repris"), None)
    if at is None:
        at = {"id": "liens-repris", "kind": "links", "holds": {}}
        rows.append(at)
    known = [dict(one) for one in at["holds"].get("links", ())]
    if (line["label"], line["url"]) not in [
        (one["label"], one["url"]) for one in known
    ]:
        at["holds"] = {**at["holds"], "links": [*known, line]}
