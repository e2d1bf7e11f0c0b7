"""The message ``communes.deliberations.meeting.v1``: its schema and its example."""

from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import or_null
from communes.deliberations.domain.publicity.records import PublicAnnex
from communes.deliberations.domain.publicity.records import PublicItem
from communes.deliberations.domain.publicity.records import PublicMeeting
from communes.deliberations.domain.publicity.records import PublicPerson
from communes.deliberations.domain.publicity.records import PublicVote
from communes.deliberations.domain.publicity.records import Stage
from communes.deliberations.domain.publicity.records import to_data
from communes.deliberations.domain.publicity.records import Withdrawal
from communes.exchange.messages.domain.kind import Change
from communes.exchange.messages.domain.kind import MessageKind
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import timezone


_ZONE = timezone(timedelta(hours=2))
_TEXT = {"type": "string"}
_WHOLE = {"type": "integer", "minimum": 0}
_MOMENT = {"type": "string", "format": "date-time"}
_TEXTS = {"type": "array", "items": _TEXT}
_MEETING_ID = r"^\d{5}/[a-z][a-z0-9-]{0,40}/\d{4}/\d{1,4}"
_PERSON = obj({"id": _TEXT, "name": _TEXT}, function=_TEXT, group=_TEXT)
_VOTE = obj(
    {"secret": {"type": "boolean"}, "yes": _WHOLE, "no": _WHOLE, "abstain": _WHOLE},
    voted_yes=_TEXTS,
    voted_no=_TEXTS,
    abstained=_TEXTS,
    label=_TEXT,
)
_ANNEX = obj(
    {
        "id": _TEXT,
        "title": _TEXT,
        "filename": _TEXT,
        "content_type": _TEXT,
        "size": _WHOLE,
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    }
)
_ITEM = obj(
    {
        "id": {"type": "string", "pattern": f"{_MEETING_ID}/[A-Za-z0-9.-]{{1,20}}$"},
        "number": _TEXT,
        "title": _TEXT,
    },
    closed={"type": "boolean"},
    summary=_TEXT,
    motivation=_TEXT,
    decision=_TEXT,
    result=_TEXT,
    vote_words=_TEXT,
    votes=many(_VOTE),
    annexes=many(_ANNEX),
    category=_TEXT,
    category_title=_TEXT,
    reference=_TEXT,
    representatives=_TEXTS,
    withdrawn=or_null(obj({"reason": _TEXT, "moment": _MOMENT})),
)
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **obj(
        {
            "id": {"type": "string", "pattern": f"{_MEETING_ID}$"},
            "nis": {"type": "string", "pattern": r"^\d{5}$"},
            "institution": _TEXT,
            "assembly": _TEXT,
            "assembly_title": _TEXT,
            "organ": _TEXT,
            "date": _MOMENT,
            "stage": {"enum": [one.value for one in Stage]},
            "version": {"type": "integer", "minimum": 1},
            "published_at": _MOMENT,
            "items": many(_ITEM),
        },
        place=_TEXT,
        number=_WHOLE,
        ended_at=or_null(_MOMENT),
        chair=_TEXT,
        secretary=_TEXT,
        present=many(_PERSON),
        excused=many(_PERSON),
    ),
}

_MEETING = "99901/conseil/2026/9"
EXAMPLE = to_data(
    PublicMeeting(
        id=_MEETING,
        nis="99901",
        institution="Valmont-sur-Lesse",
        assembly="conseil",
        assembly_title="Conseil communal",
        organ="conseil",
        date=datetime(2026, 10, 12, 20, 0, tzinfo=_ZONE),
        stage=Stage.DECISION,
        version=2,
        published_at=datetime(2026, 10, 14, 10, 0, tzinfo=_ZONE),
        place="Maison communale, salle du Conseil",
        number=9,
        ended_at=datetime(2026, 10, 12, 22, 30, tzinfo=_ZONE),
        chair="Anne Lejeune",
        secretary="Marc Noël",
        present=(
            PublicPerson("anne-lejeune", "Anne Lejeune", "bourgmestre"),
            PublicPerson("paul-dubois", "Paul Dubois", "échevin"),
        ),
        excused=(PublicPerson("zoe-henry", "Zoé Henry", "conseillère"),),
        items=(
            PublicItem(
                id=f"{_MEETING}/1",
                number="1",
                title="Réfection de la rue du Moulin : cahier des charges",
                summary="<p>La chaussée est dégradée.</p>",
                motivation='<p>Vu la demande de <span class="texte-masque">[donnée '
                "personnelle masquée]</span> ;</p>",
                decision="<p>Article 1er. Le cahier des charges est approuvé.</p>",
                result="accepted",
                vote_words="<p>À l'unanimité</p>",
                votes=(PublicVote(False, 2, 0, 0, ("Anne Lejeune", "Paul Dubois")),),
                annexes=(
                    PublicAnnex(
                        "annexe-1",
                        "Cahier des charges",
                        "cahier-des-charges.pdf",
                        "application/pdf",
                        48213,
                        "ab" * 32,
                    ),
                ),
                category="travaux",
                category_title="Travaux et voirie",
                reference="Réf. 20261012/1",
                representatives=("Échevinat des travaux",),
            ),
            PublicItem(f"{_MEETING}/2", "2", "Point à huis clos", closed=True),
            PublicItem(
                f"{_MEETING}/3",
                "3",
                "Point retiré de la publication",
                withdrawn=Withdrawal(
                    "Publié par erreur.", datetime(2026, 10, 15, 9, 0, tzinfo=_ZONE)
                ),
            ),
        ),
    )
)

MEETING = MessageKind(
    name="communes.deliberations.meeting.v1",
    title="Séance publiée",
    description=(
        "La séance telle que le public peut la lire, entière à chaque version : "
        "projets de décision avant la séance, décisions après. Les textes sont du "
        "HTML dont les données personnelles sont masquées ; un point à huis clos n'a "
        "que son numéro ; un point retiré n'a que son numéro et le motif du retrait. "
        "Une version remplace la précédente ; les fichiers se demandent par leur "
        "SHA-256 à l'institution qui a publié."
    ),
    schema=SCHEMA,
    example=EXAMPLE,
    changes=(Change(date(2026, 11, 23), "Première version."),),
)
