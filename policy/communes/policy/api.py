"""The door of the policy: bring the sites of a commune to what its file says."""

from communes.policy.applying.run import apply
from communes.policy.domain.report import Report
from communes.policy.profile import load
from communes.policy.profile import Profile


__all__ = ["Profile", "Report", "apply", "load"]
