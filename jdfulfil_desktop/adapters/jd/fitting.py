"""Shorten an outbound order to what JD's fields hold, visibly; the order itself keeps its texts."""

from __future__ import annotations

from dataclasses import replace

from jdfulfil_desktop.application.ports import OutboundRequest
from jdfulfil_desktop.wire.texts import clean, shorten


def fit(request: OutboundRequest) -> OutboundRequest:
    """Return the request with its free texts clean and short enough (PROTOCOL 2.5).

    Numbers are never cut: a wrong order or tracking number is worse than a refusal.
    """
    return replace(
        request,
        consignee_name=_short(request.consignee_name, 20),
        consignee_mobile=_short(request.consignee_mobile, 30),
        consignee_address=_short(request.consignee_address, 100),
        province=_short(request.province, 100),
        city=_short(request.city, 100),
        county=_short(request.county, 100),
        town=_short(request.town, 100),
        postcode=_short(request.postcode, 20),
        remark=_short(request.remark, 500),
    )


def _short(text: str, limit: int) -> str:
    return shorten(clean(text), limit)
