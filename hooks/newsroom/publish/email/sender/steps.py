"""The steps on the sender's page: what to do in each mail tool, in three sentences.

They use the names in the manual of each tool, and explain them, because names change. The HTML already has the
preheader, so that a tool's own field for it stays empty.
"""

from collections.abc import Mapping
from types import MappingProxyType

STEPS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "generic": (
            "Press “Download .eml” and open the file. Outlook for Windows opens it as a message to send.",
            "Opens as a message to read? Choose “Edit as new message” or “Send again” in its menu. Gmail in a browser "
            "cannot open it: add your Gmail account to a mail program.",
            "Write your own address under To and everyone else’s under Bcc, so that no one sees the others’; "
            "send it to yourself alone first.",
        ),
        "mailchimp": (
            "Create a regular email and paste the subject. Leave the preview text empty: the HTML has it.",
            "For its design choose “Code your own”, then “Paste in code”. Put the HTML in place of everything "
            "there, and save.",
            "Edit the plain-text version: put the plain text in place of what is there. Send yourself a test, "
            "look at it, then send.",
        ),
        "brevo": (
            "Create an email campaign and paste the subject. Leave the preview text empty: the HTML has it.",
            "For its design choose to code your own (“Paste your code”). Put the HTML in place of everything "
            "there, and save.",
            "Where Brevo has a place for the plain-text version, paste the plain text. Send yourself a test, look at "
            "it, then send.",
        ),
        "campaign-monitor": (
            "Create a campaign and paste the subject. Leave the preview text empty: the HTML has it.",
            "For its design choose to import your own HTML: give it the file from “Download the HTML”, or paste the "
            "HTML if it lets you.",
            "Edit the plain-text version: put the plain text in place of what is there. Send yourself a test, "
            "look at it, then send.",
        ),
        "mailerlite": (
            "Create a regular campaign and paste the subject. Leave the preheader empty: the HTML has it.",
            "Choose the editor for your own HTML (“Custom HTML”; not every plan has it). Put the HTML in place of all "
            "that is there, and save.",
            "In the campaign’s overview edit the plain-text version: put the plain text in its place. Send yourself a "
            "test, look at it, then send.",
        ),
        "dotdigital": (
            "Create an email campaign and paste the subject. Leave the preheader empty: the HTML has it.",
            "Choose to bring your own HTML, pasted or imported, rather than a template. Put the HTML in place of all "
            "that is there, and save.",
            "At the plain-text version, put the plain text in place of what is there. Send yourself a test, look "
            "at it, then send.",
        ),
        "listmonk": (
            "Create a campaign, paste the subject, and choose the format “Raw HTML” with a template that adds nothing "
            "of its own: the person who looks after your listmonk sets one up once.",
            "At “Content”, put the HTML in place of all that is there, and save.",
            "Switch on “Add alternate plain text message” and paste the plain text. Send yourself a test, look at it, "
            "then send.",
        ),
        "buttondown": (
            "Start a new email and paste the subject.",
            "Switch the editor to “Naked mode”, which takes HTML as it is, and paste the HTML.",
            "The plain text is for a place that asks for it; without one, leave it. Send yourself a draft, look at it, "
            "then send.",
        ),
        "notify": (
            "Add a new email template and paste the subject. Notify has no preheader.",
            "Paste the Markdown as the message, tick the box for an unsubscribe link, and save.",
            "Send it to yourself and look at it. Then send it to your list: upload the spreadsheet with the addresses.",
        ),
    }
)
"""By the mail tools' names."""
