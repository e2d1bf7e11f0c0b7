"""``GET <plan>/@pst-history/<uid>``: every change of an element, the newest first."""

from communes.pst.api.reading import history
from communes.pst.domain.plain import decimal_text
from communes.pst.services.at import AtElement
from datetime import date
from decimal import Decimal
from typing import Any


class HistoryGet(AtElement):
    """Fields before and after, by whom and when."""

    def reply(self) -> dict[str, Any]:
        found = history(self.element)
        return {
            "@id": f"{self.context.absolute_url()}/@pst-history/{self.uid}",
            "items": [
                {
                    "at": one.at.isoformat(timespec="seconds"),
                    "by": one.by,
                    "before": _plain(one.before),
                    "after": _plain(one.after),
                }
                for one in found
            ],
            "items_total": len(found),
        }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return decimal_text(value)
    return value.isoformat() if isinstance(value, date) else value
