"""Put the verdicts on an order's parts together into the one that is stored with the order."""

from __future__ import annotations

from collections.abc import Sequence

from jdfulfil_desktop.application.ports import StoredDecision
from jdfulfil_desktop.domain.channels import Decision
from jdfulfil_desktop.domain.holds import Reason, in_order


def stored_verdict(verdicts: Sequence[Decision]) -> StoredDecision:
    """Put the verdicts on an order's parts together: it may go when all of it may."""
    first = verdicts[0]
    reasons = first.reasons
    if len(verdicts) > 1:
        reasons = _together(verdicts)
    return StoredDecision(
        first.rule,
        any(verdict.create for verdict in verdicts),
        all(verdict.push for verdict in verdicts),
        tuple((r.code, r.rule, r.subjects) for r in reasons),
    )


def _together(verdicts: Sequence[Decision]) -> tuple[Reason, ...]:
    subjects: dict[tuple[str, str], dict[str, None]] = {}
    for verdict in verdicts:
        for held in verdict.reasons:
            subjects.setdefault((held.code, held.rule), {}).update(dict.fromkeys(held.subjects))
    return in_order([Reason(code, rule, tuple(about)) for (code, rule), about in subjects.items()])
