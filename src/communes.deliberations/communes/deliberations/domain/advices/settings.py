"""What an assembly sets for its advices: who is asked, by which rule, until when."""

from communes.deliberations.domain.advices.kinds import AdviceKind
from communes.deliberations.domain.setting_parts import about
from communes.deliberations.domain.states import ItemState
from communes.deliberations.domain.states import LEVEL_STATES
from dataclasses import dataclass
from dataclasses import field


#: Rows of ``law.toml`` that give an advice its delay.
LEGAL_DELAYS = ("legality_advice", "legality_advice_urgent", "legality_advice_longer")
#: Steps an advice may pass inside the advising service, in this order.
STEPS = ("controller", "editor", "reviewer", "manager", "signed")
UNITS = ("working", "calendar")
#: Ways to sign where the file comes back by itself.
SIGN_WAYS = ("", "local", "remote")
CHANGES = ("reopen", "mark", "ignore")


@dataclass(frozen=True)
class ThresholdRow:
    """An amount from which the legality advice is asked, over one period."""

    amount: str = field(metadata=about("Montant en euros : « 30000.00 »."))
    strict: bool = field(
        default=True,
        metadata=about("Au-delà du montant ; sinon dès ce montant."),
    )
    basis: str = field(
        default="htva",
        metadata=about("Hors TVA ou TVA comprise.", choices=("htva", "tvac")),
    )
    vat_percent: int = field(
        default=21,
        metadata=about(
            "TVA ajoutée au montant d'un point, pour un seuil TVA comprise."
        ),
    )
    starts: str = field(
        default="", metadata=about("Premier jour, « 2024-09-01 » ; vide : toujours.")
    )
    ends: str = field(
        default="", metadata=about("Dernier jour compris ; vide : sans fin.")
    )
    source: str = field(default="", metadata=about("Texte dont le montant vient."))


@dataclass(frozen=True)
class AdviserRule:
    """Who gives an advice, when it is asked by itself, and within which delay."""

    id: str = field(metadata=about("Identifiant de la ligne."))
    title: str = field(metadata=about("Nom de l'avis : « Avis de légalité »."))
    service: str = field(metadata=about("Service qui rend l'avis."))
    automatic: bool = field(
        default=True,
        metadata=about("Demandé d'office quand les conditions sont remplies."),
    )
    mandatory: bool = field(
        default=False,
        metadata=about("Attendu avant de présenter le point, ou son délai écoulé."),
    )
    budget: bool = field(
        default=False,
        metadata=about("Condition : le point a une incidence budgétaire."),
    )
    threshold: bool = field(
        default=False,
        metadata=about(
            "Condition : le montant dépasse le seuil de l'avis de légalité."
        ),
    )
    services: tuple[str, ...] = field(
        default=(), metadata=about("Condition : service proposant ; vide : tous.")
    )
    groups_in_charge: tuple[str, ...] = field(
        default=(), metadata=about("Condition : groupe en charge ; vide : tous.")
    )
    categories: tuple[str, ...] = field(
        default=(), metadata=about("Condition : catégorie ; vide : toutes.")
    )
    starts: str = field(
        default="", metadata=about("Premier jour de la règle ; vide : toujours.")
    )
    ends: str = field(
        default="", metadata=about("Dernier jour de la règle ; vide : sans fin.")
    )
    delay_days: int = field(
        default=0, metadata=about("Délai en jours ; 0 : sans délai.")
    )
    delay_unit: str = field(
        default="working",
        metadata=about("Jours ouvrables ou jours du calendrier.", choices=UNITS),
    )
    legal_delay: str = field(
        default="",
        metadata=about(
            "Délai pris dans la table de la loi, au lieu de delay_days.",
            choices=("", *LEGAL_DELAYS),
        ),
    )
    alert_days: int = field(
        default=2,
        metadata=about("Signalé comme pressant quand il reste ce nombre de jours."),
    )
    chained_to: str = field(
        default="",
        metadata=about("Ligne dont celle-ci est la variante (urgence, prolongation)."),
    )
    steps: tuple[str, ...] = field(
        default=(),
        metadata=about(
            "Étapes dans le service qui rend l'avis ; vide : rendu en une fois.",
            choices=STEPS,
        ),
    )
    source: str = field(default="", metadata=about("Règle ou usage dont elle vient."))


@dataclass(frozen=True)
class AdviceSettings:
    """The advices of one assembly; none is asked until rules or advisers are set."""

    rules: tuple[AdviserRule, ...] = field(
        default=(), metadata=about("Avis demandés d'office ou avec un délai.")
    )
    advisers: tuple[str, ...] = field(
        default=(),
        metadata=about("Services dont un agent peut demander l'avis, sans délai."),
    )
    kinds: tuple[str, ...] = field(
        default=tuple(kind.value for kind in AdviceKind),
        metadata=about("Types d'avis proposés.", choices=AdviceKind),
    )
    give_states: tuple[str, ...] = field(
        default=(
            *(state.value for state in LEVEL_STATES),
            ItemState.WAITING_ADVICES.value,
            ItemState.VALIDATED.value,
            ItemState.PRESENTED.value,
        ),
        metadata=about("États du point où les avis se rendent.", choices=ItemState),
    )
    waiting_state: bool = field(
        default=False,
        metadata=about("Un point peut s'arrêter « En attente des avis »."),
    )
    on_change: str = field(
        default="reopen",
        metadata=about(
            "Quand le service change un point après l'avis : rouvrir l'avis, le "
            "signaler, ou rien.",
            choices=CHANGES,
        ),
    )
    hidden_while_written: bool = field(
        default=False,
        metadata=about("Un avis en rédaction est caché, sauf mention contraire."),
    )
    confidential: bool = field(
        default=False,
        metadata=about("Les avis sont confidentiels, sauf mention contraire."),
    )
    inherited: bool = field(
        default=True,
        metadata=about("Les avis suivent le point venu d'une autre assemblée."),
    )
    cited: bool = field(
        default=False,
        metadata=about("La délibération cite les avis rendus (« Vu l'avis … »)."),
    )
    sign_way: str = field(
        default="",
        metadata=about(
            "Manière de signer un avis qui a une étape de signature ; vide : la "
            "signature est seulement notée.",
            choices=SIGN_WAYS,
        ),
    )
    thresholds: tuple[ThresholdRow, ...] = field(
        default=(),
        metadata=about("Seuils de l'avis de légalité ; vide : ceux de la loi."),
    )

    def rule(self, id: str) -> AdviserRule | None:
        """Return the rule of that id, or None when the settings have none."""
        return next((one for one in self.rules if one.id == id), None)
