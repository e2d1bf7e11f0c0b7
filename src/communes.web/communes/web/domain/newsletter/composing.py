"""An issue as it goes out: one page of HTML with its styles in place, and its text.

Nothing in it is made for one person but the links at its foot: no picture tells who
opened it, no link goes round by a counter.
"""

from communes.web.domain.newsletter.issue import Block
from communes.web.domain.newsletter.issue import Issue
from communes.web.domain.newsletter.rich import as_lines
from communes.web.domain.newsletter.rich import good_link
from communes.web.domain.newsletter.rich import styled
from dataclasses import dataclass
from html import escape


#: What takes the place of the links of one person until they are known.
LEAVE, CHOICES = "[[communes:leave]]", "[[communes:choices]]"
_INK, _SOFT, _LINE, _PAPER = "#1c2430", "#4a5563", "#d9dde3", "#f3f5f7"
_FONT = "font-family:Arial,Helvetica,sans-serif"
_BUTTONS = {
    "news": "Lire la suite",
    "event": "Voir l'événement",
    "service": "Voir la démarche",
    "image": "En savoir plus",
    "text": "En savoir plus",
}


@dataclass(frozen=True)
class Channel:
    """What a newsletter looks like; ``colour`` as #rrggbb, ``logo`` an address."""

    title: str
    home: str
    colour: str = "#0b5d6b"
    logo: str = ""
    header: str = ""
    footer: str = ""
    privacy: str = ""


@dataclass(frozen=True)
class Composed:
    """An issue for everybody: ``for_one`` makes it somebody's."""

    html: str
    text: str

    def for_one(self, leave: str, choices: str) -> tuple[str, str]:
        """Return HTML and text with the links of one subscriber."""
        html = self.html.replace(LEAVE, escape(leave)).replace(CHOICES, escape(choices))
        return html, self.text.replace(LEAVE, leave).replace(CHOICES, choices)


def compose(channel: Channel, issue: Issue, archive: str = "") -> Composed:
    """Return an issue as it goes out.

    :param archive: the address where everybody may read it, when there is one.
    """
    return Composed(_html(channel, issue, archive), _text(channel, issue, archive))


def _html(channel: Channel, issue: Issue, archive: str) -> str:
    blocks = "".join(_row(_block(channel, one)) for one in issue.blocks)
    return (
        '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(issue.subject)}</title></head>"
        f'<body style="margin:0;padding:0;background:{_PAPER};color:{_INK};{_FONT}">'
        f"{_preheader(issue)}"
        '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" '
        f'style="background:{_PAPER}"><tr><td align="center" style="padding:16px 8px">'
        '<table role="presentation" width="600" cellpadding="0" cellspacing="0" '
        'style="width:100%;max-width:600px;background:#ffffff;'
        f"border:1px solid {_LINE};font-size:16px;line-height:1.5;color:{_INK};"
        f'{_FONT}">'
        f"{_head(channel, issue)}{blocks}{_foot(channel, archive)}"
        "</table></td></tr></table></body></html>"
    )


def _preheader(issue: Issue) -> str:
    if not issue.preheader:
        return ""
    hidden = "display:none;max-height:0;overflow:hidden"
    return f'<div style="{hidden}">{escape(issue.preheader)}</div>'


def _row(inside: str) -> str:
    return f'<tr><td style="padding:20px 24px 4px">{inside}</td></tr>'


def _head(channel: Channel, issue: Issue) -> str:
    logo = good_link(channel.logo)
    name = (
        f'<img src="{escape(logo)}" alt="{escape(channel.title)}" height="48" '
        'style="height:48px;border:0;display:block">'
        if logo
        else escape(channel.title)
    )
    said = styled(channel.header, channel.colour)
    return (
        f'<tr><td style="padding:16px 24px;background:{channel.colour};'
        f'color:#ffffff;font-weight:bold"><a href="{escape(channel.home)}" '
        f'style="color:#ffffff;text-decoration:none">{name}</a></td></tr>'
        f'<tr><td style="padding:20px 24px 0"><h1 style="margin:0 0 8px;'
        f'font-size:24px;line-height:1.25">{escape(issue.subject)}</h1>{said}</td></tr>'
    )


def _block(channel: Channel, one: Block) -> str:
    link = good_link(one.url)
    parts = [_picture(one, link)]
    if one.title:
        look = f"color:{channel.colour};text-decoration:none"
        title = escape(one.title)
        name = f'<a href="{escape(link)}" style="{look}">{title}</a>' if link else title
        size = "margin:0 0 6px;font-size:19px;line-height:1.3"
        parts.append(f'<h2 style="{size}">{name}</h2>')
    if one.when:
        bold = f"margin:0 0 8px;color:{_SOFT};font-weight:bold"
        parts.append(f'<p style="{bold}">{escape(one.when)}</p>')
    parts.append(styled(one.html, channel.colour))
    if link:
        look = f"color:{channel.colour};font-weight:bold"
        said = _BUTTONS[one.kind]
        about = f" : {escape(one.title)}" if one.title else ""
        parts.append(
            f'<p style="margin:0 0 12px"><a href="{escape(link)}" style="{look}">'
            f"{said}{about}</a></p>"
        )
    return "".join(parts)


def _picture(one: Block, link: str) -> str:
    source = good_link(one.picture)
    if not source:
        return ""
    image = (
        f'<img src="{escape(source)}" alt="{escape(one.alt)}" width="552" '
        'style="width:100%;max-width:552px;height:auto;border:0;display:block;'
        'margin:0 0 12px">'
    )
    look = "text-decoration:none"
    return f'<a href="{escape(link)}" style="{look}">{image}</a>' if link else image


def _foot(channel: Channel, archive: str) -> str:
    look = f"color:{_SOFT};text-decoration:underline"
    links = [(archive, "Lire en ligne"), (CHOICES, "Mes préférences"),
             (LEAVE, "Me désabonner"), (channel.privacy, "Vie privée")]  # fmt: skip
    said = " · ".join(
        f'<a href="{escape(url)}" style="{look}">{words}</a>'
        for url, words in links
        if url
    )
    return (
        f'<tr><td style="padding:20px 24px;border-top:1px solid {_LINE};'
        f'font-size:13px;color:{_SOFT}">{styled(channel.footer, channel.colour)}'
        f'<p style="margin:0 0 8px">Vous recevez « {escape(channel.title)} » parce que '
        "vous vous y êtes abonné.</p>"
        f'<p style="margin:0">{said}</p></td></tr>'
    )


def _text(channel: Channel, issue: Issue, archive: str) -> str:
    parts = [channel.title.upper(), issue.subject, as_lines(channel.header)]
    parts += [_block_text(one) for one in issue.blocks]
    below = ["-- ", as_lines(channel.footer),
             f"Vous recevez « {channel.title} » parce que vous vous y êtes abonné.",
             f"Lire en ligne : {archive}" if archive else "",
             f"Mes préférences : {CHOICES}", f"Me désabonner : {LEAVE}",
             f"Vie privée : {channel.privacy}" if channel.privacy else ""]  # fmt: skip
    parts.append("\n".join(line for line in below if line))
    return "\n\n".join(part for part in parts if part) + "\n"


def _block_text(one: Block) -> str:
    lines = [one.title and f"* {one.title}", one.when, as_lines(one.html), one.alt,
             good_link(one.url)]  # fmt: skip
    return "\n".join(line for line in lines if line)
