"""The groups in which those who give advices are put."""

from communes.core.organisation.api import ensure_groups
from communes.core.organisation.api import services
from communes.deliberations.domain.advices.settings import AdviceSettings
from communes.deliberations.domain.advices.steps import ADVISERS
from communes.deliberations.domain.advices.steps import ROLE_TITLES
from communes.deliberations.domain.advices.steps import roles_of


def ensure_advisers(site: object, settings: AdviceSettings) -> None:
    """Make the groups of the services that the settings may ask; none is emptied."""
    titles = {one.id: one.title for one in services(site)}
    wanted = {service: {ADVISERS} for service in settings.advisers}
    for rule in settings.rules:
        wanted.setdefault(rule.service, set()).update(roles_of(rule))
    for service, roles in wanted.items():
        names = {role: ROLE_TITLES[role] for role in sorted(roles)}
        ensure_groups(site, service, titles.get(service, service), names)
