"""The values with which ``@@parts`` shows every part, as the trade writes them."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import CounterCard
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Event
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import PageLink
from communes.core.parts.domain.values import Piece
from communes.core.parts.domain.values import Problem
from communes.core.parts.domain.values import Result
from communes.core.parts.domain.values import Seat
from communes.core.parts.domain.values import Step
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag


TRAIL = (
    Crumb("Délibérations", "#tete"),
    Crumb("Conseil communal", "#tete"),
    Crumb("Séance du 3 décembre 2026", "#tete"),
)
ACTIONS = (
    Action("Modifier", "#tete"),
    Action("Enregistrer", "#tete", primary=True),
    Action("Retirer", "#tete", danger=True),
    Action(
        "Présenter",
        why="Présenter n'est pas encore possible : l'avis du directeur financier "
        "(184 500 € HTVA, seuil 30 000 €) est attendu jusqu'au 27 novembre.",
    ),
)
OPEN_DIALOG = Action("Retirer le point…", method="button", data={"dialog": "ask-demo"})
TAGS = (
    Tag("Gelé", "info"),
    Tag("Avis attendu · 27 nov.", "late"),
    Tag("À valider", "wait"),
    Tag("Positif", "ok"),
    Tag("Clôturé", "off"),
)
STEPS = (
    Step("En création", "done"),
    Step("Proposé", "done"),
    Step("Validé", "now"),
    Step("Présenté"),
    Step("Gelé"),
    Step("Décidé"),
)
STEPS_ASIDE = (Step("Présenté", "done"), Step("À corriger", "aside"), Step("Gelé"))
TABS = (
    Tab("Délibération", "#onglets", current=True),
    Tab("Annexes", "#onglets", count="4"),
    Tab("Avis", "#onglets", count="1 sur 3"),
    Tab("Historique", "#onglets"),
)
RESULTS = (
    Result(
        (Piece("Réfection de la "), Piece("voirie", found=True), Piece(" au Centre")),
        "#resultats",
        (Tag("Point"), Tag("Validé", "ok")),
        (Piece("… les "), Piece("voiries", found=True), Piece(" communales …")),
        ("Julie Pirotte", "mar. 24 nov.", "Délibérations › Conseil communal"),
    ),
    Result((Piece("Plan d'investissement communal"),), "#resultats", (Tag("Annexe"),)),
)
COUNTERS = (
    CounterCard(2, "en retard", "#compteurs", late=True),
    CounterCard(5, "points à valider", "#compteurs"),
    CounterCard(0, "avis attendus", "#compteurs"),
)
CHIPS = (Chip("État : Proposé", "#filtres", on=True), Chip("En retard", "#filtres"))
CHOICES = (Chip("Travaux", "#filtres"), Chip("Finances", "#filtres", on=True))
BULK = (
    Action("Valider", method="submit", name="action", value="validate", small=True),
    Action("Renvoyer au service", method="submit", name="action", value="back",
           small=True, confirm="Renvoyer les points choisis au service ?"),
)  # fmt: skip
ROWS = (
    ("Règlement complémentaire de circulation – rue du Moulin", "CC-2026/11/014",
     "Travaux", Tag("À valider", "wait"), "mar. 24 nov.", False),
    ("Redevance sur les concessions – exercice 2027", "CC-2026/11/009",
     "Finances", Tag("À corriger", "late"), "ven. 20 nov. · 2 j de retard", True),
)  # fmt: skip
FACTS = (
    Fact("Proposé par", "Service Enseignement"),
    Fact("Budget", "722/723-60 · 2026 · 223 245 € TVAC"),
    Fact("Vient de", "Collège du 17 novembre, point 8", "#en-bref"),
)
CALCULATION = (
    Fact("Séance", "jeu. 3 déc."),
    Fact("Délai", "7 jours francs (CDLD L1122-13)"),
    Fact("Au plus tard", "mer. 25 nov."),
)
EVENTS = (
    Event("Décidé au Collège", "Achat d'une camionnette · hier, 10 h 42"),
    Event("Extrait signé", "Convention salle des fêtes · 19 nov.", "#chronologie"),
)
VOTES = (Fact("Pour", "8"), Fact("Contre", "0"), Fact("Abstentions", "5"))
SEATS = (
    Seat("AD", "Mme Delvaux", "yes", "pour"),
    Seat("LM", "M. Lambert", "yes", "pour"),
    Seat("CR", "Mme Renard", "no", "contre"),
    Seat("PW", "M. Wauters", "abstain", "abstention"),
    Seat("JN", "M. Noël", "none", "n'a pas encore voté"),
    Seat("–", "Mme Simon", "out", "excusée"),
)
SEGMENTS = (
    Option("present", "Présent", True),
    Option("excused", "Excusé"),
    Option("absent", "Absent"),
)
NOTICES = (
    Notice("Le point est enregistré.", "ok"),
    Notice("Le point 12 est passé après le point 14.", "info", "#messages"),
    Notice("Un autre agent a modifié ce point : relisez-le avant d'enregistrer.",
           "wait"),
    Notice("Le point n'a pas été déplacé : la séance est clôturée.", "late"),
)  # fmt: skip
PROBLEMS = (
    Problem("indiquez un nombre, par exemple 184 500,00", "Montant HTVA",
            "field-amount"),
    Problem("722/723-6 n'existe pas au budget 2026", "Article budgétaire",
            "field-article"),
)  # fmt: skip
COLUMNS = Field(
    "demo-col", "Colonnes affichées", "checkboxes", required=True,
    options=(Option("title", "Point", True), Option("service", "Service")),
)  # fmt: skip
PAGES = (
    PageLink("1", "#pages"), PageLink("2", current=True), PageLink("3", "#pages"),
    PageLink("…"), PageLink("6", "#pages"),
)  # fmt: skip
_SERVICES = (Option("travaux", "Travaux", True), Option("finances", "Finances"))
FIELDS = (
    Field("title", "Objet", value="Convention d'occupation – salle des fêtes",
          required=True, help="Ce que lira le citoyen à l'ordre du jour."),
    Field("amount", "Montant HTVA", "amount", "184.500.00", unit="€",
          error="Indiquez un nombre, par exemple 184 500,00"),
    Field("article", "Article budgétaire", value="722/723-6",
          error="722/723-6 n'existe pas au budget 2026."),
    Field("motivation", "Motivation", "textarea",
          "Vu le Code de la démocratie locale et de la décentralisation ;"),
    Field("service", "Service proposant", "select", required=True,
          options=_SERVICES),
    Field("day", "Séance souhaitée", "date", "2026-12-03"),
    Field("hour", "Heure", "time", "20:00"),
    Field("closed", "Séance à huis clos", "checkbox", "1"),
    Field("poll", "Mode de scrutin", "radios", required=True,
          options=(Option("aloud", "À voix haute", True), Option("secret", "Secret"))),
    Field("annex", "Annexe", "file", help="PDF, 20 Mo au plus."),
    Field("reference", "Référence", value="CC-2026/11/014", disabled=True),
)  # fmt: skip
