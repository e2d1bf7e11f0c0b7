"""What a reindex refuses, each with the command that helps."""

from communes.core.errors.domain import Conflict
from communes.core.jobs.errors import Unavailable
from typing import ClassVar


class IndexOutdated(Unavailable):
    """Cause: the index of a site was made for another schema than this program's.

    Cure: ``bin/instance search_reindex <site>``. Meanwhile what is written waits, and
    the catalogue answers what the index can not.
    """


class NotWhole(Conflict):
    """Cause: the new index lacks much of what the catalogue knows.

    Cure: read the log for what failed, then run the command again; the old index
    stays in use.
    """

    i18n_domain: ClassVar[str] = "communes.search"
    code = "search_not_whole"
    template = (
        "Le nouvel index ${core} ne contient que ${found} documents sur ${expected} : "
        "l'ancien reste en service. Lisez le journal, puis relancez la commande."
    )
