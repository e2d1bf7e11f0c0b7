"""``@web-files/<uid of the page>``: its files; ``…/<uid of the file>`` to delete."""

from base64 import b64decode
from binascii import Error
from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.api.contents import by_uid
from communes.web.api.files import add_file
from communes.web.api.files import files
from communes.web.api.files import remove_file
from communes.web.domain.content_errors import FileUnreadable
from communes.web.domain.content_errors import UnknownContent
from communes.web.services.naming import Named
from typing import Any


class FilesGet(Named):
    """The files of a page, in its order."""

    def reply(self) -> dict[str, Any]:
        return files_json(self.context, by_uid(self.uid))


class FilesPost(Named, WritingService):
    """Reads ``filename``, ``title`` and ``data`` (base64)."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("filename", "title", "data"))
        name = body.value(given, "filename", str)
        try:
            data = b64decode(body.value(given, "data", str), validate=True)
        except Error as wrong:
            raise FileUnreadable(field="data", name=name) from wrong
        page = by_uid(self.uid)
        add_file(page, data, name, body.value(given, "title", str, ""))
        self.request.response.setStatus(201)
        return files_json(self.context, page)


class FileDelete(Named, WritingService):
    """Answers 204."""

    def write(self) -> Any:
        found = by_uid(self.uid)
        if found.portal_type != "communes.web.Attachment":
            raise UnknownContent(name=self.uid)
        remove_file(found)
        return self.reply_no_content()


def files_json(site: Any, page: Any) -> dict[str, Any]:
    """Return the files of a page as JSON."""
    url = site.absolute_url()
    return {
        "@id": f"{url}/@web-files/{page.UID()}",
        "items": [
            {
                "@id": f"{url}/@web-files/{one.uid}",
                "id": one.id,
                "title": one.title,
                "download": f"{one.url}/telecharger",
                "kind": one.kind,
                "size": one.size,
            }
            for one in files(page)
        ],
    }
