"""A page for people: documents, statuses, a button to move them, faults on and off.

It works through the control side and needs its key, typed in or behind `#key=` in the address.
"""

from importlib import resources

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jdfulfil_desktop.sandbox.lop.registry import SERVICES
from jdfulfil_desktop.sandbox.methods.registry import METHODS
from jdfulfil_desktop.sandbox.pages import render

_KINDS = (
    ("drop_before", "Putus sebelum dikerjakan"),
    ("drop_after", "Putus setelah dikerjakan"),
    ("http_500", "HTTP 500"),
    ("http_502_html", "HTTP 502 berisi HTML"),
    ("error_code", "Kode kesalahan JD"),
    ("delay", "Jawaban lambat"),
    ("slow_body", "Jawaban menetes"),
    ("garbage", "Jawaban rusak"),
    ("truncated", "Jawaban terpotong"),
    ("empty", "Jawaban kosong"),
    ("expire_token", "Izin kedaluwarsa"),
    ("clock_skew", "Jam berbeda"),
    ("duplicate_message", "Pesan ganda"),
    ("reorder_messages", "Pesan tidak berurutan"),
)


def routes() -> list[Route]:
    """Return the addresses of the page."""
    return [
        Route("/", _page, methods=["GET"]),
        Route("/console.js", _script, methods=["GET"]),
    ]


async def _page(_: Request) -> Response:
    return render("console.html", kinds=_KINDS, methods=[*sorted(METHODS), *sorted(SERVICES)])


async def _script(_: Request) -> Response:
    text = (resources.files(__package__) / "static" / "console.js").read_text("utf-8")
    return Response(text, media_type="text/javascript", headers={"Cache-Control": "no-store"})
