"""The permission to see the work of a site done after the commit, and to retry it."""

OPERATE_JOBS = "communes.core: Operate jobs"
