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


def complaint(message_id: str, kind: str, sent_to: str = "lettre@valmont.example"):
    """Return what a provider says when somebody pressed « spam » (RFC 5965, B.2)."""
    return f"""From: <abusedesk@exemple.be>
To: <abus@valmont.example>
Subject: FW: Décembre
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="part1"

--part1
Content-Type: text/plain; charset="US-ASCII"

This is an email abuse report.

--part1
Content-Type: message/feedback-report

Feedback-Type: {kind}
User-Agent: SomeGenerator/1.0
Version: 1
Original-Mail-From: <{sent_to}>

--part1
Content-Type: message/rfc822
Content-Disposition: inline

From: <lettre@valmont.example>
Subject: Decembre
Message-ID: {message_id}

Bonjour
--part1--
""".replace("\n", "\r\n").encode()
