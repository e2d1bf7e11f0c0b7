"""What the choices of the settings are called on the page."""

from collections.abc import Mapping
from communes.deliberations.domain.advices.kinds import KIND_LABELS
from communes.deliberations.domain.choices import INSERTION_RULE_LABELS
from communes.deliberations.domain.choices import POLL_TYPE_LABELS
from communes.deliberations.domain.choices import PRIVACY_LABELS
from communes.deliberations.domain.choices import TREATMENT_LABELS
from communes.deliberations.domain.labels import ITEM_STATE_LABELS
from communes.deliberations.domain.labels import ITEM_TRANSITION_LABELS
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label


_ORGANS = {
    "college": _("organ_college", default="Collège communal"),
    "conseil": _("organ_conseil", default="Conseil communal"),
    "conseil_action_sociale": _("organ_cas", default="Conseil de l'action sociale"),
    "bureau_permanent": _("organ_bureau", default="Bureau permanent"),
    "comite_direction": _("organ_direction", default="Comité de direction"),
    "conseil_police": _("organ_police", default="Conseil de police"),
    "college_police": _("organ_police_college", default="Collège de police"),
    "conseil_administration": _("organ_board", default="Conseil d'administration"),
    "assemblee_generale": _("organ_general", default="Assemblée générale"),
    "other": _("organ_other", default="Autre organe"),
}
_RULES = {
    "votes_cast": _("majority_cast", default="Majorité des suffrages exprimés"),
    "two_thirds_present": _(
        "majority_two_thirds", default="Deux tiers des membres présents"
    ),
    "rejected": _("tie_rejected", default="Le point est rejeté"),
    "president": _("tie_president", default="La présidence tranche"),
    "majority_in_office": _(
        "quorum_majority", default="Majorité des membres en fonction"
    ),
    "none": _("quorum_none", default="Aucune présence requise"),
}
_TIES = {
    **_RULES,
    "college": _("tie_college", default="Selon la règle du collège"),
}
_RESETS = {
    "yearly": _("reset_yearly", default="Chaque année"),
    "never": _("reset_never", default="Jamais"),
}
_MOMENTS = {
    "closing": _("entering_closing", default="À la clôture de la séance"),
    "signature": _("entering_signature", default="À la signature de l'acte"),
    "never": _("reset_never", default="Jamais"),
}
_APPROVALS = {
    "item": _("approval_item", default="Par un point d'une séance suivante"),
    "direct": _("approval_direct", default="Directement par le secrétariat"),
}
_SIGNERS = {
    "secretary": _("signer_secretary", default="Qui tient le procès-verbal"),
    "president": _("signer_president", default="Qui préside"),
}
_CHANGES = {
    "reopen": _("change_reopen", default="Rouvrir l'avis"),
    "mark": _("change_mark", default="Signaler le changement"),
    "ignore": _("change_ignore", default="Ne rien faire"),
}
_UNITS = {
    "working": _("unit_working", default="Jours ouvrables"),
    "calendar": _("unit_calendar", default="Jours du calendrier"),
}
_BASES = {
    "htva": _("basis_htva", default="Hors TVA"),
    "tvac": _("basis_tvac", default="TVA comprise"),
}
_DELAYS = {
    "legality_advice": _("legal_delay_usual", default="Délai ordinaire"),
    "legality_advice_urgent": _("legal_delay_urgent", default="Délai d'urgence"),
    "legality_advice_longer": _("legal_delay_longer", default="Délai prolongé"),
}
_STEPS = {
    "controller": _("advice_step_controller", default="Contrôle du dossier"),
    "editor": _("advice_step_editor", default="Rédaction"),
    "reviewer": _("advice_step_reviewer", default="Relecture"),
    "manager": _("advice_step_manager", default="Direction"),
    "signed": _("advice_step_signed", default="Signature"),
}
_REVIEWERS = {
    "prereviewers": _("role_prereviewers", default="Prévalideurs"),
    "reviewers": _("role_reviewers", default="Chefs de service"),
    **{
        f"level{n}reviewers": _(
            "role_level_reviewers",
            default="Relecteurs N+${level}",
            mapping={"level": n},
        )
        for n in range(1, 6)
    },
}
_COLOURS = {
    "info": _("colour_info", default="Bleu"),
    "late": _("colour_late", default="Rouge"),
    "wait": _("colour_wait", default="Orange"),
    "ok": _("colour_ok", default="Vert"),
    "off": _("colour_off", default="Gris"),
}
_OF_DOMAIN = (
    ITEM_STATE_LABELS,
    POLL_TYPE_LABELS,
    PRIVACY_LABELS,
    TREATMENT_LABELS,
    INSERTION_RULE_LABELS,
    ITEM_TRANSITION_LABELS,
    KIND_LABELS,
)
_OF_PAGE = (
    _ORGANS,
    _RULES,
    _TIES,
    _RESETS,
    _MOMENTS,
    _APPROVALS,
    _SIGNERS,
    _CHANGES,
    _UNITS,
    _BASES,
    _DELAYS,
    _STEPS,
    _REVIEWERS,
    _COLOURS,
)


def named(choices: tuple[str, ...]) -> Mapping[str, str]:
    """Return the word for each choice of one setting; its own id where none is set."""
    asked = {choice for choice in choices if choice}
    for words in _OF_PAGE:
        if asked <= set(words):
            return _told(choices, words)
    for labels in _OF_DOMAIN:
        if asked <= {str(one) for one in labels}:
            return _told(choices, {str(one): label(labels, one) for one in labels})
    return _told(choices, {})


def _told(choices: tuple[str, ...], words: Mapping[str, str]) -> dict[str, str]:
    none = _("choice_none", default="– aucun –")
    return {one: words.get(one, one) if one else none for one in choices}
