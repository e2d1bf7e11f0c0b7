"""``POST <plan>/@pst-documents``: bring a workbook or the file of the accounts in."""

import base64
import binascii
from communes.core.importing.api import Report
from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.pst.api.ecomptes import import_ecomptes
from communes.pst.api.workbook import import_workbook
from communes.pst.domain.errors import InvalidValue
from typing import Any


IMPORTS = {"workbook": import_workbook, "ecomptes": import_ecomptes}


class DocumentPost(WritingService):
    """Reads ``kind``, ``data`` (base64) and ``dry_run`` (true unless said)."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("kind", "data", "dry_run"))
        kind = body.value(given, "kind", str)
        if kind not in IMPORTS:
            raise InvalidValue(field="kind", value=kind, expected=", ".join(IMPORTS))
        try:
            data = base64.b64decode(body.value(given, "data", str), validate=True)
        except binascii.Error as wrong:
            raise InvalidValue(
                field="data", value="…", expected="un fichier en base 64"
            ) from wrong
        dry_run = body.value(given, "dry_run", bool, True)
        report: Report = IMPORTS[kind](self.context, data, dry_run)
        return report.as_dict()
