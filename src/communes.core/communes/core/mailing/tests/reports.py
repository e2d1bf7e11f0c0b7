"""Reports of mail servers as they arrive (RFC 3464, section 4)."""


def report(message_id: str, status: str, action: str) -> bytes:
    """Return the report about one letter to a@exemple.be."""
    return f"""From: MAILER-DAEMON@exemple.be
To: retours@valmont.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"

--=_b
Content-Type: text/plain

Nothing was delivered.

--=_b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.exemple.be

Final-Recipient: rfc822; a@exemple.be
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 user unknown

--=_b
Content-Type: text/rfc822-headers

From: info@valmont.example
Message-ID: {message_id}

--=_b--
""".replace("\n", "\r\n").encode()
