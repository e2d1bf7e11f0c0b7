"""The rich text of our forms: one format and a short bar of tools."""

from communes.core.interfaces import ICoreLayer
from plone.app.textfield.interfaces import IRichText
from plone.app.z3cform.widgets.richtext import RichTextWidget
from z3c.form.interfaces import IFieldWidget
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


class LegalTextWidget(RichTextWidget):
    """TinyMCE without menus: headings, lists, emphasis and tables are enough."""

    def allowedMimeTypes(self) -> list[str]:  # noqa: N802
        """Return the one format of the field: an agent never chooses a format."""
        return [self.field.default_mime_type]

    def get_pattern_options(self) -> dict:
        """Return Plone's settings of the editor without what our pages leave out."""
        options = super().get_pattern_options()
        title = translate(self.field.title, context=self.request)
        tiny = options.setdefault("tiny", {})
        tiny.update(
            {
                "menubar": False,
                "statusbar": False,
                "iframe_aria_text": title,
                "iframe_attrs": {"title": title},
            }
        )
        return options


@adapter(IRichText, ICoreLayer)
@implementer(IFieldWidget)
def rich_text_field_widget(field, request):
    """Make the widget of a rich text on our pages."""
    return FieldWidget(field, LegalTextWidget(request))
