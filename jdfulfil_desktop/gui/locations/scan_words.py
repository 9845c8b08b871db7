"""Say how a scan went: kind of status, a large word, what it is about, and the tone for it."""

from __future__ import annotations

from dataclasses import dataclass

from jdfulfil_desktop.gui.locations.scanning import Outcome, Scan
from jdfulfil_desktop.gui.sounds import Tone
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.words import tr


@dataclass(frozen=True, slots=True)
class ScanWords:
    """What is seen and heard of a scan."""

    kind: StatusKind
    word: str
    about: str
    tone: Tone


def begin_words(place: str = "") -> ScanWords:
    """Say what to scan first, or next at a location."""
    about = tr("Then its products, then the next location. Each scan counts at once.")
    word = place or tr("Scan a location")
    return ScanWords(StatusKind.WAITING, word, about, Tone.RIGHT)


def words_of(scan: Scan) -> ScanWords:
    """Say how a scan went."""
    kinds, goods = StatusKind, scan.name or scan.sku
    if scan.outcome is Outcome.PLACE:
        return ScanWords(kinds.GOING_ON, scan.place, tr("Now scan what lies here."), Tone.RIGHT)
    if scan.outcome is Outcome.BOUND:
        about = tr("{0} lies at {1}.").format(goods, scan.place)
        return ScanWords(kinds.DONE, tr("Right"), about, Tone.RIGHT)
    if scan.outcome is Outcome.REPEATED:
        about = tr("This location is chosen already.")
        if scan.sku:
            about = tr("{0} lies at {1} already.").format(goods, scan.place)
        return ScanWords(kinds.NEEDS_YOU, tr("Repeated"), about, Tone.REPEATED)
    if scan.outcome is Outcome.UNDONE:
        return ScanWords(kinds.GOING_ON, tr("Taken back"), _undone(scan), Tone.RIGHT)
    return ScanWords(kinds.FAILED, *_wrong(scan), Tone.WRONG)


def _undone(scan: Scan) -> str:
    if scan.kind == "product":
        words = tr("{0} no longer lies at {1}.")
        return words.format(scan.name or scan.sku, scan.place)
    if scan.kind == "location":
        return tr("{0} is not chosen any more.").format(scan.place)
    return tr("That scan had changed nothing.")


def _wrong(scan: Scan) -> tuple[str, str]:
    """Give the large word, and what the code is."""
    if scan.outcome is Outcome.NOTHING_TO_UNDO:
        return tr("Nothing to take back"), tr("No scan of this round has changed anything.")
    if scan.outcome is Outcome.NO_PLACE_YET:
        about = tr("{0} is a product. Scan its location first.")
        return tr("Location first"), about.format(scan.name or scan.sku)
    word = tr("Wrong")
    if scan.outcome is Outcome.UNKNOWN:
        about = tr("{0} is no location of this warehouse and no product.")
        return tr("Unknown"), about.format(scan.code)
    said = {
        "order": tr("{0} is an order number."),
        "tracking": tr("{0} is the tracking number of order {1}."),
        "inbound": tr("{0} is inbound list {1}."),
        "location": tr("{0} is a location of warehouse {1}, not of this one."),
    }
    return word, said.get(scan.kind, "{0}").format(scan.code, scan.detail)
