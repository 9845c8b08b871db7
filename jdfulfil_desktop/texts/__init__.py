"""Codes to words in Indonesian, English and Chinese, without Qt.

Words lie in gettext catalogues, `locale/<lang>/LC_MESSAGES/jdfulfil.po`; the keys are codes such as
`reason.sku_not_linked.fix`. Nothing else in the program holds a sentence for a user.
"""

from jdfulfil_desktop.texts.catalogue import DEFAULT_LANGUAGE, LANGUAGES, Catalogue
from jdfulfil_desktop.texts.formats import ZONES, Formats, masked
from jdfulfil_desktop.texts.speaker import (
    AlertWords,
    ErrorWords,
    ProblemWords,
    ReasonWords,
    Texts,
)

__all__ = [
    "DEFAULT_LANGUAGE",
    "LANGUAGES",
    "ZONES",
    "AlertWords",
    "Catalogue",
    "ErrorWords",
    "Formats",
    "ProblemWords",
    "ReasonWords",
    "Texts",
    "masked",
]
