"""The decisions as the table « Délibérations » of SCDL 2.1 (CSV), Belgian dialect.

Columns and obligations: schema ``scdl/deliberations`` 2.1 of OpenDataFrance. Its
SIRET is French: the ten digits of the enterprise number stand there, filled up with
zeros on the left to fourteen, and once more as they are in ``COLL_BCE``.
"""

from collections.abc import Iterable
from communes.core.formats.domain.plain import for_cell
from communes.publications.domain.formats.links import Links
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
import csv
import io


COLUMNS = (
    "COLL_NOM",
    "COLL_SIRET",
    "DELIB_ID",
    "DELIB_DATE",
    "DELIB_MATIERE_CODE",
    "DELIB_MATIERE_NOM",
    "DELIB_OBJET",
    "BUDGET_ANNEE",
    "BUDGET_NOM",
    "PREF_ID",
    "PREF_DATE",
    "VOTE_EFFECTIF",
    "VOTE_REEL",
    "VOTE_POUR",
    "VOTE_CONTRE",
    "VOTE_ABSTENTION",
    "DELIB_URL",
)
OWN_COLUMNS = ("COLL_BCE",)
#: What a decision without a matter is filed under (nomenclature ACTES, level 9.1).
OTHER = (
    "9.1",
    "autres domaines de compétences/autres domaines de compétences des communes",
)


def decisions_csv(
    meetings: Iterable[Meeting],
    links: Links,
    enterprise_number: str,
    matters: dict[str, tuple[str, str]],
    *,
    own: bool = False,
) -> str:
    """Return the public decisions as CSV in UTF-8, one line each, oldest first.

    :param enterprise_number: ten digits.
    :param matters: category -> code and name of the nomenclature ACTES.
    :param own: with the columns of the Belgian dialect at the end.
    """
    target = io.StringIO()
    names = COLUMNS + OWN_COLUMNS if own else COLUMNS
    writer = csv.DictWriter(target, names, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for meeting in sorted(meetings, key=lambda one: one.date):
        for item in meeting.public_items if meeting.decided else ():
            if item.withdrawn is None:
                row = _row(item, meeting, links, enterprise_number, matters)
                writer.writerow(row)
    return target.getvalue()


def _row(
    item: Item,
    meeting: Meeting,
    links: Links,
    enterprise_number: str,
    matters: dict[str, tuple[str, str]],
) -> dict[str, str]:
    code, name = matters.get(item.category, OTHER)
    return {
        "COLL_NOM": for_cell(meeting.institution),
        "COLL_SIRET": enterprise_number.zfill(14),
        "COLL_BCE": enterprise_number,
        "DELIB_ID": item.id,
        "DELIB_DATE": meeting.date.date().isoformat(),
        "DELIB_MATIERE_CODE": code,
        "DELIB_MATIERE_NOM": for_cell(name),
        "DELIB_OBJET": for_cell(" ".join(item.title.split())),
        "DELIB_URL": links.item(item),
        **_votes(item, meeting),
    }


def _votes(item: Item, meeting: Meeting) -> dict[str, str]:
    """Return the last vote: the one that decided."""
    if not item.votes:
        return {}
    vote = item.votes[-1]
    return {
        "VOTE_EFFECTIF": str(len(meeting.present) + len(meeting.excused)),
        "VOTE_REEL": str(vote.yes + vote.no + vote.abstain),
        "VOTE_POUR": str(vote.yes),
        "VOTE_CONTRE": str(vote.no),
        "VOTE_ABSTENTION": str(vote.abstain),
    }
