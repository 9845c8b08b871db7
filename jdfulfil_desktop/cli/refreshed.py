"""Say what a refresh did; outbound orders and inbound lists say it alike."""

from __future__ import annotations

from jdfulfil_desktop.application.results import RefreshReport
from jdfulfil_desktop.cli.outcome import Outcome
from jdfulfil_desktop.texts import Texts


def refreshed(report: RefreshReport, texts: Texts) -> Outcome:
    """Give CONTRACT's `{"checked","changed","calls"}` and a sentence."""
    said = texts.say(
        "cli.refreshed",
        checked=texts.number(report.checked),
        changed=texts.number(report.changed),
        calls=texts.count("calls", report.calls),
    )
    document = {"checked": report.checked, "changed": report.changed, "calls": report.calls}
    return Outcome(document, [said])
