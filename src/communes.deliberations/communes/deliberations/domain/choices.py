"""The named options a commune picks from in its settings; never free text."""

from enum import StrEnum


class Organ(StrEnum):
    """Which organ the law means; several assemblies may be of one kind."""

    COLLEGE = "college"
    CONSEIL = "conseil"
    CONSEIL_ACTION_SOCIALE = "conseil_action_sociale"
    BUREAU_PERMANENT = "bureau_permanent"
    COMITE_DIRECTION = "comite_direction"
    CONSEIL_POLICE = "conseil_police"
    COLLEGE_POLICE = "college_police"
    CONSEIL_ADMINISTRATION = "conseil_administration"
    ASSEMBLEE_GENERALE = "assemblee_generale"
    OTHER = "other"


class MajorityRule(StrEnum):
    """How many votes carry a proposal."""

    VOTES_CAST = "votes_cast"
    TWO_THIRDS_PRESENT = "two_thirds_present"


class TieRule(StrEnum):
    """What an equal number of votes for and against means."""

    REJECTED = "rejected"
    PRESIDENT = "president"
    COLLEGE = "college"


class QuorumRule(StrEnum):
    """How many members must be there for the assembly to decide."""

    MAJORITY_IN_OFFICE = "majority_in_office"
    NONE = "none"


class Privacy(StrEnum):
    """In which part of a meeting an item is dealt with."""

    PUBLIC = "public"
    CLOSED = "closed"


class Treatment(StrEnum):
    """What the assembly does with an item, in whichever part of the meeting."""

    DECISION = "decision"
    ADVICE = "advice"
    INFORMATION = "information"
    HEADING = "heading"


#: Read out, not voted: no decision is written and nothing is put to the vote.
UNVOTED = frozenset({Treatment.INFORMATION, Treatment.HEADING})


class PollType(StrEnum):
    """How the members express themselves."""

    SHOW_OF_HANDS = "show_of_hands"
    ALOUD = "aloud"
    MECHANICAL = "mechanical"
    SECRET = "secret"  # noqa: S105 -- a ballot
    SECRET_SEPARATED = "secret_separated"  # noqa: S105 -- a ballot
    NO_VOTE = "no_vote"


SECRET_POLLS = frozenset({PollType.SECRET, PollType.SECRET_SEPARATED})


class InsertionRule(StrEnum):
    """One criterion of the place an item takes on an agenda."""

    PRIVACY = "privacy"
    LIST_TYPE = "list_type"
    CATEGORY = "category"
    SERVICE = "service"
    GROUP_IN_CHARGE = "group_in_charge"
    POLL_TYPE = "poll_type"
    SENT_TO = "sent_to"
    TITLE = "title"
    TREATMENT = "treatment"


class Reset(StrEnum):
    """When a counter starts again at one."""

    YEARLY = "yearly"
    NEVER = "never"


PRIVACY_LABELS = {
    Privacy.PUBLIC: "Séance publique",
    Privacy.CLOSED: "Huis clos",
}

TREATMENT_LABELS = {
    Treatment.DECISION: "Pour décision",
    Treatment.ADVICE: "Pour avis",
    Treatment.INFORMATION: "Pour information",
    Treatment.HEADING: "Rubrique",
}

POLL_TYPE_LABELS = {
    PollType.SHOW_OF_HANDS: "Vote à main levée",
    PollType.ALOUD: "Vote à voix haute",
    PollType.MECHANICAL: "Vote exprimé mécaniquement",
    PollType.SECRET: "Scrutin secret",
    PollType.SECRET_SEPARATED: "Scrutin secret séparé",
    PollType.NO_VOTE: "Pas de vote",
}

INSERTION_RULE_LABELS = {
    InsertionRule.PRIVACY: "Séance publique, puis huis clos",
    InsertionRule.LIST_TYPE: "Type de point",
    InsertionRule.CATEGORY: "Catégorie",
    InsertionRule.SERVICE: "Service proposant",
    InsertionRule.GROUP_IN_CHARGE: "Membre en charge",
    InsertionRule.POLL_TYPE: "Mode de scrutin",
    InsertionRule.SENT_TO: "Assemblée de destination",
    InsertionRule.TITLE: "Objet",
    InsertionRule.TREATMENT: "Traitement : décision, avis, information, rubrique",
}
