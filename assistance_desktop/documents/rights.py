"""The rights in plain language: the whole leaflet, for anybody (paper P4).

The same for every person. What is added to the leaflet is named in the footer.
"""

from assistance_desktop.documents import passages
from assistance_desktop.documents.layout import blocks as say
from assistance_desktop.documents.layout.pages import Version
from assistance_desktop.documents.layout.runs import plain
from assistance_desktop.documents.order import Order
from assistance_desktop.documents.subject import Subject
from assistance_desktop.documents.voice import Voice
from assistance_desktop.i18n import C_

TITLE = "Sheet"


def write(order: Order, subject: Subject, voice: Voice) -> Version:
    """The rights in one language."""
    blocks: tuple[say.Block, ...] = (
        say.Title(voice.words(C_("Your rights"))),
        say.Text(
            voice.words(
                C_(
                    "Help from the Assistance system for victims of human trafficking in Finland, "
                    "in plain words. “The system” below means it."
                )
            )
        ),
        _who(voice),
        _free(voice),
        passages.services_of_customers(voice),
        _foreign_nationals(voice),
        _reflection(voice),
        passages.secrecy(voice),
        passages.police(voice, in_full=True),
        passages.exception(voice),
        passages.own_offence(voice),
        passages.compensation(voice),
        passages.whose_promises(voice),
        *passages.contacts(voice, subject, order.details),
    )
    foot = (
        *voice.words(
            C_(
                "From the Assistance system’s leaflet. “You can talk to a lawyer first…” and the "
                "box are added."
            )
        ),
        *plain(" "),
        *passages.as_of(voice, subject),
    )
    return Version(voice.language, blocks, foot)


def _who(voice: Voice) -> say.Entry:
    """S1 and S2."""
    return say.Entry(
        voice.words(C_("Who can get help")),
        (
            say.Text(
                voice.words(
                    C_(
                        "The system can help you if you may be a victim of human trafficking. It "
                        "can also help your underage children who are in Finland."
                    )
                )
            ),
            say.Text(
                voice.words(
                    C_(
                        "If you are a witness to a human trafficking crime, you may also receive "
                        "help, if you need it."
                    )
                )
            ),
        ),
        first=True,
    )


def _free(voice: Voice) -> say.Entry:
    """S3."""
    return say.Entry(
        voice.words(C_("Free and voluntary")),
        (say.Text(voice.words(C_("All services are free. Accepting them is voluntary."))),),
    )


def _foreign_nationals(voice: Voice) -> say.Entry:
    """S14 to S19."""
    return say.Entry(
        voice.words(C_("If you are a foreign national")),
        (
            say.Text(voice.words(C_("As a customer you also have the right to:"))),
            say.Item(
                voice.words(C_("support for returning to your home country, if you want to return"))
            ),
            say.Item(
                voice.words(C_("guidance and help with questions related to your stay in Finland."))
            ),
            say.Text(
                voice.words(
                    C_(
                        "Victims of trafficking can apply for a residence permit, for example "
                        "because they have fallen victim to human trafficking."
                    )
                )
            ),
            say.Text(
                voice.words(
                    C_(
                        "The system does not decide on permits. The Finnish Immigration Service "
                        "decides."
                    )
                )
            ),
        ),
    )


def _reflection(voice: Voice) -> say.Entry:
    """S20 to S24: what the system can offer, and what holds during the period."""
    return say.Entry(
        voice.words(C_("Reflection period")),
        (
            say.Text(
                voice.words(
                    C_(
                        "If you are a victim of trafficking and are in Finland without a right to "
                        "stay, the system can offer you a reflection period. It can last up to "
                        "six months."
                    )
                )
            ),
            say.Text(
                voice.words(
                    C_(
                        "During it you can recover, and decide whether you want to cooperate with "
                        "the police. You will be staying in Finland legally. Authorities are not "
                        "allowed to remove you from the country during it."
                    )
                )
            ),
        ),
    )
