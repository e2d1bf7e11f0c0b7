"""How a talk with Solr fails."""


class SolrError(Exception):
    """Base of all failures of a talk with Solr."""


class SolrSilent(SolrError):
    """Cause: Solr does not answer in time, or not at all, or is itself in trouble.

    Cure: none here; ask again later, and answer from the catalogue meanwhile.
    """


class CoreMissing(SolrError):
    """Cause: Solr runs and has no core of this name. Cure: create it, reindex."""


class SolrRefused(SolrError):
    """Cause: Solr does not accept what was sent. Cure: mend the document or query."""


class SolrOvertaken(SolrRefused):
    """Cause: somebody else has changed the document since it was looked at.

    Cure: look again, and decide anew whether there is still something to send.
    """


class SolrTimedOut(SolrSilent):
    """Cause: the time of a talk was over before the answer was whole."""


class SolrResting(SolrSilent):
    """Cause: Solr was in trouble a moment ago and is not asked. Cure: wait."""
