"""The content of a profile goes to the solution it is for, once."""

from communes.core.solutions.interfaces import IContentLoader
from communes.policy.applying.sites import path_of
from communes.policy.domain.content_dates import with_dates
from communes.policy.domain.report import Change
from communes.policy.domain.report import Report
from communes.policy.profile import Profile
from datetime import date
import json
from zope.component import queryAdapter


def load_content(
    site, profile: Profile, chosen: tuple[str, ...], report: Report
) -> None:
    """Give ``content/<solution>.json`` to each chosen solution that takes content.

    The solution knows what it has already loaded by the external ids.
    """
    for name in chosen:
        source = profile.folder / "content" / f"{name}.json"
        loader = queryAdapter(site, IContentLoader, name=name)
        if loader is None or not source.is_file():
            continue
        data = json.loads(source.read_text(encoding="utf-8"))
        for what in loader.load(with_dates(data, date.today())):
            report.changes.append(Change(path_of(site), str(what)))
