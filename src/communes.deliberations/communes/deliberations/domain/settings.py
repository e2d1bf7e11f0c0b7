"""What a commune sets for its assemblies: data with defaults, never code.

Each field says in its metadata what it means (``doc``) and what it accepts
(``choices``); ``settings_check.check`` verifies what no single
field can say.
"""

from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.choices import InsertionRule
from communes.deliberations.domain.choices import MajorityRule
from communes.deliberations.domain.choices import Organ
from communes.deliberations.domain.choices import PollType
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.choices import QuorumRule
from communes.deliberations.domain.choices import Reset
from communes.deliberations.domain.choices import TieRule
from communes.deliberations.domain.choices import Treatment
from communes.deliberations.domain.committees.settings import Committee
from communes.deliberations.domain.legal_clock.settings import ClockSettings
from communes.deliberations.domain.minutes_settings import MinutesSettings
from communes.deliberations.domain.minutes_settings import SigningSettings
from communes.deliberations.domain.preparation.settings import PreparationSettings
from communes.deliberations.domain.register.settings import RegisterSettings
from communes.deliberations.domain.setting_parts import about
from communes.deliberations.domain.setting_parts import Category
from communes.deliberations.domain.setting_parts import Destination
from communes.deliberations.domain.setting_parts import ListType
from communes.deliberations.domain.setting_parts import ValidationLevel
from communes.deliberations.domain.shares.settings import ShareSettings
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import DECISIONS
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import OUT_OF_MEETING
from communes.deliberations.domain.tablet.settings import TabletSettings
from dataclasses import dataclass
from dataclasses import field


__all__ = [
    "COLLEGE",
    "CONSEIL",
    "AssemblySettings",
    "Category",
    "DeliberationsSettings",
    "Destination",
    "ListType",
    "ValidationLevel",
]


@dataclass(frozen=True)
class AssemblySettings:
    """One assembly; the defaults are those of a Walloon town council."""

    id: str = field(metadata=about("Identifiant, repris dans les adresses."))
    title: str = field(metadata=about("Nom de l'assemblée : « Conseil communal »."))
    name_with_article: str = field(
        default="le Conseil communal",
        metadata=about("Nom avec son article : « le Conseil communal »."),
    )
    acronym: str = field(default="CC", metadata=about("Sigle, pour les références."))
    organ: str = field(
        default=Organ.CONSEIL.value,
        metadata=about("Organe au sens de la loi.", choices=Organ),
    )
    public: bool = field(
        default=True, metadata=about("Les séances sont ouvertes au public.")
    )
    president_title: str = field(
        default="Bourgmestre-Président",
        metadata=about("Titre de la personne qui préside, sous sa signature."),
    )
    secretary_title: str = field(
        default="Directeur général",
        metadata=about("Titre de la personne qui tient le procès-verbal."),
    )
    majority_rule: str = field(
        default=MajorityRule.VOTES_CAST.value,
        metadata=about("Majorité requise.", choices=MajorityRule),
    )
    tie_rule: str = field(
        default=TieRule.REJECTED.value,
        metadata=about("Effet d'un partage des voix.", choices=TieRule),
    )
    quorum_rule: str = field(
        default=QuorumRule.MAJORITY_IN_OFFICE.value,
        metadata=about("Présences requises pour décider.", choices=QuorumRule),
    )
    quorum_blocks: bool = field(
        default=True,
        metadata=about(
            "Sans quorum, une décision est refusée ; sinon elle est seulement signalée."
        ),
    )
    poll_types: tuple[str, ...] = field(
        default=tuple(poll.value for poll in PollType),
        metadata=about(
            "Modes de scrutin utilisés ; le premier est proposé.",
            choices=PollType,
            ordered=True,
        ),
    )
    votes_encoded: bool = field(
        default=True,
        metadata=about("Le vote de chaque point est encodé avant sa décision."),
    )
    privacy_levels: tuple[str, ...] = field(
        default=tuple(level.value for level in Privacy),
        metadata=about(
            "Parties de séance utilisées ; la première est proposée.",
            choices=Privacy,
            ordered=True,
        ),
    )
    treatments: tuple[str, ...] = field(
        default=(Treatment.DECISION.value,),
        metadata=about(
            "Ce que l'assemblée fait des points : décision, avis, information, "
            "rubrique ; le premier est proposé.",
            choices=Treatment,
            ordered=True,
        ),
    )
    validation_levels: tuple[ValidationLevel, ...] = field(
        default=(ValidationLevel("proposed", "Proposé au chef de service"),),
        metadata=about("Niveaux de relecture, du premier au dernier."),
    )
    list_types: tuple[ListType, ...] = field(
        default=(
            ListType("normal", "Point normal"),
            ListType("late", "Point supplémentaire", late=True),
            ListType("urgent", "Point urgent", needs_urgency=True),
        ),
        metadata=about("Types de point, dans leur ordre à l'ordre du jour."),
    )
    categories: tuple[Category, ...] = field(
        default=(), metadata=about("Catégories, dans leur ordre à l'ordre du jour.")
    )
    insertion_rules: tuple[str, ...] = field(
        default=("privacy", "list_type", "category", "service"),
        metadata=about(
            "Critères de la place d'un point, du plus fort au plus faible.",
            choices=InsertionRule,
            ordered=True,
        ),
    )
    decisions: tuple[str, ...] = field(
        default=tuple(transition.value for transition in DECISIONS),
        metadata=about("Décisions proposées.", choices=DECISIONS),
    )
    uses_publication: bool = field(
        default=False,
        metadata=about("L'ordre du jour gelé passe par l'état « Publié »."),
    )
    uses_item_writing: bool = field(
        default=False,
        metadata=about("Les points passent par « En rédaction du PV »."),
    )
    uses_decisions_publication: bool = field(
        default=False,
        metadata=about("Les décisions sont publiées avant la clôture."),
    )
    reference_format: str = field(
        default="Réf. ${date}/${number}",
        metadata=about(
            "Modèle de référence d'un point ; places : ${date}, ${year}, "
            "${month}, ${day}, ${number}, ${running_number}, "
            "${meeting_number}, ${acronym}, ${assembly}, ${nis}, ${service}."
        ),
    )
    meeting_reset: str = field(
        default=Reset.YEARLY.value,
        metadata=about("Remise à un du numéro de séance.", choices=Reset),
    )
    item_reset: str = field(
        default=Reset.YEARLY.value,
        metadata=about("Remise à un du numéro continu des points.", choices=Reset),
    )
    services: tuple[str, ...] = field(
        default=(),
        metadata=about("Services qui proposent des points ; vide : tous."),
    )
    send_to: tuple[Destination, ...] = field(
        default=(), metadata=about("Assemblées vers lesquelles un point voyage.")
    )
    places: tuple[str, ...] = field(
        default=(), metadata=about("Lieux de réunion ; le premier est proposé.")
    )
    committees: tuple[Committee, ...] = field(
        default=(), metadata=about("Commissions de l'assemblée.")
    )
    shares: ShareSettings = field(
        default_factory=ShareSettings,
        metadata=about("Votes pondérés par les parts, comme dans une intercommunale."),
    )
    tablet: TabletSettings = field(
        default_factory=TabletSettings,
        metadata=about("Vote des membres sur tablette."),
    )
    legal_clock: ClockSettings = field(
        default_factory=ClockSettings,
        metadata=about("Alarmes des échéances légales."),
    )
    preparation: PreparationSettings = field(
        default_factory=PreparationSettings,
        metadata=about("Travail avant la séance : copies, contrôles, étiquettes."),
    )
    minutes: MinutesSettings = field(
        default_factory=MinutesSettings,
        metadata=about("Procès-verbaux et leur approbation."),
    )
    signing: SigningSettings = field(
        default_factory=SigningSettings,
        metadata=about("Signature des actes."),
    )
    register: RegisterSettings = field(
        default_factory=RegisterSettings,
        metadata=about("Registres des délibérations et des procès-verbaux."),
    )
    members_read_closed: bool = field(
        default=True,
        metadata=about(
            "Les membres lisent les points à huis clos ; sinon ils n'en voient que "
            "le numéro."
        ),
    )
    member_item_states: tuple[str, ...] = field(
        default=(
            ItemState.ITEMFROZEN.value,
            ItemState.ITEMPUBLISHED.value,
            ItemState.ITEMDECIDED.value,
            *sorted(state.value for state in DECIDED_STATES),
            *sorted(state.value for state in OUT_OF_MEETING.values()),
        ),
        metadata=about(
            "États des points que voient les membres de l'assemblée.",
            choices=ItemState,
        ),
    )
    advices: AdviceSettings = field(
        default_factory=AdviceSettings,
        metadata=about("Avis demandés aux services."),
    )


COLLEGE = AssemblySettings(
    id="college",
    title="Collège communal",
    name_with_article="le Collège communal",
    acronym="COLL",
    organ=Organ.COLLEGE.value,
    public=False,
    tie_rule=TieRule.COLLEGE.value,
    votes_encoded=False,
    minutes=MinutesSettings(readers=("conseil",)),
    privacy_levels=(Privacy.CLOSED.value,),
    list_types=(
        ListType("normal", "Point normal"),
        ListType("late", "Point supplémentaire", late=True),
    ),
    insertion_rules=("list_type", "category", "service"),
    send_to=(Destination("conseil"),),
    member_item_states=(
        ItemState.PRESENTED.value,
        ItemState.ITEMFROZEN.value,
        ItemState.ITEMPUBLISHED.value,
        ItemState.ITEMDECIDED.value,
        *sorted(state.value for state in DECIDED_STATES),
        *sorted(state.value for state in OUT_OF_MEETING.values()),
    ),
)

CONSEIL = AssemblySettings(id="conseil", title="Conseil communal")


@dataclass(frozen=True)
class DeliberationsSettings:
    """The assemblies of one commune; by default a college and a council."""

    assemblies: tuple[AssemblySettings, ...] = field(
        default=(COLLEGE, CONSEIL),
        metadata=about("Assemblées de la commune."),
    )

    def assembly(self, id: str) -> AssemblySettings | None:
        """Return the settings of the assembly ``id``, or None when not set."""
        return next((one for one in self.assemblies if one.id == id), None)
