"""XML read without entities, document types or surprises."""

from communes.core.errors.domain import InvalidInput
from communes.pst.domain.errors import I18N_DOMAIN
from xml.parsers import expat


LARGEST = 64 * 1024 * 1024


class UnreadableXml(InvalidInput):
    """A file is no XML, or one of those that are refused.

    Cause: it is broken, declares a document type or entities, is nested too deeply or
    is too large. Cure: have the software that made it make it again.
    """

    code = "unreadable_xml"
    template = (
        "Le fichier n'est pas lisible, ligne ${line} : ${problem}. Exportez-le à "
        "nouveau depuis le logiciel d'où il vient."
    )
    i18n_domain = I18N_DOMAIN


def guarded_parser() -> expat.XMLParserType:
    """Return a parser that stops at any declaration of a type or an entity."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_args: object) -> int:
        raise UnreadableXml(
            line=parser.CurrentLineNumber,
            problem="il déclare un type de document ou des entités, ce qui est refusé",
        )

    # Whatever an entity stands for, it is stopped before it is defined.
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    return parser


def parse(parser: expat.XMLParserType, data: bytes) -> None:
    """Parse a whole file with the handlers of ``parser``.

    :raises UnreadableXml: it is broken, or larger than any programme.
    """
    if len(data) > LARGEST:
        raise UnreadableXml(line=0, problem="le fichier dépasse 64 Mo")
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        problem = expat.ErrorString(error.code)
        raise UnreadableXml(line=error.lineno, problem=problem) from None
    except (LookupError, ValueError) as error:
        # The decoder of a declared encoding nobody knows says so this way.
        raise UnreadableXml(line=1, problem=str(error)) from None
