"""Render the pages that people see."""

from functools import cache
from typing import Any

from starlette.responses import HTMLResponse

_SAFE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'self'; "
        "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@cache
def _environment() -> Any:
    # Jinja2 takes a fifth of a second to import; a gateway that no one looks at needs it not.
    from jinja2 import Environment, PackageLoader, select_autoescape

    return Environment(
        loader=PackageLoader("jdfulfil_desktop.sandbox"), autoescape=select_autoescape()
    )


def render(template: str, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page from `templates/`, everything in it escaped."""
    text = _environment().get_template(template).render(**values)
    return HTMLResponse(text, status, _SAFE_HEADERS)
