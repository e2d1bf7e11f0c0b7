"""The contracts of those who do the work, and of what keeps it."""

from zope.interface import Attribute
from zope.interface import Interface


class IIntentHandler(Interface):
    """Named utility (name = kind) that does what intents of one kind ask for.

    It runs in a worker, after the commit, at least once: the work must be
    idempotent by key. It may carry ``run_as``, the id of a user; without it
    the work is done as the system user. It may carry ``longest_wait_seconds``: how
    long its work waits at most before what was silent is asked again; and
    ``shown_after_seconds``: how long after its work the outside shows it. So long
    ``communes.core.jobs.api.lately`` names what it has done.
    """

    def run(site, intents):
        """Do the work of ``intents`` (each key once) and return their outcomes.

        :param site: the site, current and with a request.
        :param intents: list of ``communes.core.jobs.domain.Intent``.
        :returns: list of ``Outcome``, one per intent, any order.
        :raises Unavailable: when the outside does not answer: all wait.
        Any other exception aborts the batch; its intents are then run one by
        one, so that a bad one does not hold up the others.
        """


class IPeriodicWork(Interface):
    """Named utility for what the worker does from time to time on each site.

    It is done in short steps, between the intents: none may take more than a second.
    """

    def next_at(site):
        """Return when the next round is due, in seconds since the epoch.

        Infinite where there is nothing to do. Says it from what the database knows,
        so that several workers do not go round after each other.
        """

    def begin(site):
        """Return a new round: an object whose ``step(site)`` does the next piece, and
        returns whether there is more.

        A step commits what it wants to keep. :raises Unavailable: later, from here.
        """


class IJobHandler(Interface):
    """Named utility (name = job) for longer work that holds a lease."""

    lease_seconds = Attribute("How long the job may stay without a sign of life.")

    def run(site, job):
        """Do the job; return when it is done, raise to have it tried again.

        :param job: ``communes.core.jobs.runner.RunningJob``; call
            ``job.progress(done, total, note)`` more often than every
            ``lease_seconds``. May commit by itself through ``job.commit()``.
        """


class IJobStore(Interface):
    """Where jobs with a lease are kept, outside the object database."""

    def enqueue(site, name, args, key, run_as="", origin=None):
        """Return the id of the job; a job of the same key that is still to do
        is returned instead of a second one; so is any job of the same origin."""

    def take(lease_seconds):
        """Return the next ``Job`` under a new lease, or None."""

    def renew(job, lease_seconds):
        """Extend the lease. :raises LeaseLost:"""

    def progress(job, done, total, note, lease_seconds):
        """Record how far the job is and extend the lease. :raises LeaseLost:"""

    def done(job):
        """Close the job. :raises LeaseLost:"""

    def fail(job, reason):
        """Count a failed attempt: wait, or give up after the last one."""

    def release(job):
        """Give the job back untouched, when the worker stops."""

    def jobs(site, state=None, limit=100):
        """Return the jobs of a site, newest first."""

    def retry(site, job):
        """Queue a job that was given up again, its attempts forgotten.

        :param job: its id. :raises NotGivenUp:"""
