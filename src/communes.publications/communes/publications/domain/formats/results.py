"""What a vote led to, in words."""

#: The results of the domain sheet, as a reader of the vote reads them.
RESULTS = {
    "accepted": "Adopté",
    "accepted_but_modified": "Adopté avec modifications",
    "pre_accepted": "Adopté provisoirement",
    "refused": "Rejeté",
    "delayed": "Reporté",
    "postponed_next_meeting": "Reporté à la prochaine séance",
    "removed": "Retiré",
    "marked_not_applicable": "Sans objet",
}
