"""Amounts in forms: written with a comma, read however they are typed."""

from communes.core.interfaces import ICoreLayer
from communes.core.parts.domain.writing import NotANumber
from communes.core.parts.domain.writing import read_amount
from plone.app.z3cform.interfaces import ITextWidget
from z3c.form.converter import DecimalDataConverter
from z3c.form.converter import FormatterValidationError
from zope.component import adapter
from zope.schema.interfaces import IDecimal


@adapter(IDecimal, ITextWidget)
class AmountConverter(DecimalDataConverter):
    """Between a decimal and its text; other sites keep the converter of z3c.form."""

    def toWidgetValue(self, value):  # noqa: N802
        """Return « 184500,00 »: a field is for typing, without grouping."""
        if value is None or not ICoreLayer.providedBy(self.widget.request):
            return super().toWidgetValue(value)
        return str(value).replace(".", ",")

    def toFieldValue(self, value):  # noqa: N802
        """Return the decimal typed, or what an empty field means."""
        if not value or not ICoreLayer.providedBy(self.widget.request):
            return super().toFieldValue(value)
        try:
            return read_amount(value)
        except NotANumber as error:
            raise FormatterValidationError(str(error), value) from error
