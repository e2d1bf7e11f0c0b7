"""A published meeting of Valmont-sur-Lesse, as the message says it."""

from communes.exchange.attachments.storage import files_of
from communes.exchange.attachments.storage import Kept
from hashlib import sha256
from plone.namedfile.file import NamedBlobFile


PDF = b"%PDF-1.4\n%% Cahier des charges\n"
SHA = sha256(PDF).hexdigest()
MEETING = "99901/conseil/2026/9"


def item(number="1", **values):
    """Return one item of the example."""
    return {
        "id": f"{MEETING}/{number}",
        "number": number,
        "title": "Réfection de la rue du Moulin & abords : cahier des charges",
        "summary": "<p>La chaussée est dégradée ; il est proposé de la refaire.</p>",
        "motivation": "<p>Vu l'article L1122-30 du Code ;</p><p>Considérant l'état "
        "de la chaussée ;</p>",
        "decision": "<p>DÉCIDE :</p><p>Article 1er. D'approuver le cahier des "
        "charges.</p><p>Article 2. De transmettre la présente au service.</p>",
        "result": "accepted",
        "vote_words": "<p>Par 2 voix pour et 1 contre,</p>",
        "votes": [
            {
                "secret": False,
                "yes": 2,
                "no": 1,
                "abstain": 0,
                "voted_yes": ["Anne Delvaux", "Marc Lejeune"],
                "voted_no": ["Paul Henry"],
            }
        ],
        "annexes": [
            {
                "id": "annexe-1",
                "title": "Cahier des charges",
                "filename": "cahier-des-charges.pdf",
                "content_type": "application/pdf",
                "size": 48213,
                "sha256": SHA,
            }
        ],
        "category": "travaux",
        "category_title": "Travaux et voirie",
        "reference": "Réf. 20261012/1",
        "representatives": ["Marc Lejeune"],
        **values,
    }


def closed(number="2"):
    """Return an item of which only the existence is public."""
    return {
        "id": f"{MEETING}/{number}",
        "number": number,
        "title": "Point à huis clos",
        "closed": True,
    }


def withdrawn(number="3"):
    """Return an item that was withdrawn after it had been published."""
    return {
        "id": f"{MEETING}/{number}",
        "number": number,
        "title": "Règlement complémentaire de circulation",
        "withdrawn": {
            "reason": "Publié par erreur avant la signature.",
            "moment": "2026-10-15T09:00:00+02:00",
        },
    }


def meeting(**values):
    """Return the decided meeting with a public, a closed and a withdrawn item."""
    return {
        "id": MEETING,
        "nis": "99901",
        "institution": "Valmont-sur-Lesse",
        "assembly": "conseil",
        "assembly_title": "Conseil communal",
        "organ": "conseil",
        "date": "2026-10-12T20:00:00+02:00",
        "ended_at": "2026-10-12T22:30:00+02:00",
        "stage": "decision",
        "version": 2,
        "published_at": "2026-10-14T10:00:00+02:00",
        "place": "Maison communale, salle du Conseil",
        "number": 9,
        "chair": "Anne Delvaux",
        "secretary": "Benoît Quoilin",
        "present": [
            {"id": "anne", "name": "Anne Delvaux", "function": "Bourgmestre"},
            {"id": "marc", "name": "Marc Lejeune", "function": "Échevin"},
            {"id": "paul", "name": "Paul Henry", "function": "Conseiller"},
        ],
        "excused": [{"id": "lise", "name": "Lise Noël", "function": "Conseillère"}],
        "items": [item(), closed(), withdrawn()],
        **values,
    }


def project(**values):
    """Return the same meeting before it was held."""
    draft = item(result="", vote_words="", votes=[])
    return meeting(
        stage="project",
        version=1,
        ended_at=None,
        chair="",
        secretary="",
        present=[],
        excused=[],
        items=[draft, closed()],
        **values,
    )


def give_files(site, sender, data):
    """Let the files of a meeting be here already, as the exchange does."""
    for one in data["items"]:
        for annex in one.get("annexes", ()):
            file = NamedBlobFile(PDF, annex["content_type"], annex["filename"])
            files_of(site).received[sender, annex["sha256"]] = Kept(file)
