"""What may stand against reading a file."""

from communes.core.errors.domain import InvalidInput


class PageUnreadable(InvalidInput):
    """Cause: the file is damaged, too large, or no PDF and no picture.

    Cure: scan it again, or save it as PDF.
    """

    code = "page_unreadable"
    template = (
        "La première page ne peut pas être lue : ${problem}. Numérisez le document à "
        "nouveau, ou enregistrez-le en PDF."
    )
