"""What the browser shows when it comes back from JD's login page.

The window's catalogue is not at hand here and the browser's language is not ours: both languages
stand on the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus


@dataclass(frozen=True, slots=True)
class Words:
    """A headline and a sentence, in Indonesian and in English."""

    mark: str
    title: str
    text: str
    title_en: str
    text_en: str


DONE = Words(
    "✓",
    "Otorisasi diterima",
    "Jendela ini boleh ditutup. Lanjutkan di JD Fulfil Desktop.",
    "Authorization received",
    "You may close this window and go on in JD Fulfil Desktop.",
)
DENIED = Words(
    "!",
    "Otorisasi dibatalkan",
    "Tidak ada yang diubah. Jendela ini boleh ditutup.",
    "Authorization was refused",
    "Nothing was changed. You may close this window.",
)
UNKNOWN = Words(
    "!",
    "Tautan ini tidak berlaku",
    "Tautan sudah dipakai atau bukan dari login yang sedang berjalan. Mulai lagi dari aplikasi.",
    "This link is not valid",
    "It was used already, or is not of the login that is going on. Start again from the program.",
)

_PAGE = """<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - JD Fulfil Desktop</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ margin: 0; min-height: 100vh; display: grid; place-items: center;
  font: 16px/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText; }}
main {{ max-width: 28rem; padding: 2rem; text-align: center; }}
.mark {{ font-size: 3rem; line-height: 1; }}
h1 {{ font-size: 1.4rem; margin: 1rem 0 .5rem; }}
p {{ margin: 0 0 1.5rem; }}
section[lang=en] {{ opacity: .75; font-size: .9rem; }}
section[lang=en] strong {{ display: block; }}
</style>
</head>
<body>
<main>
<div class="mark" aria-hidden="true">{mark}</div>
<h1>{title}</h1>
<p>{text}</p>
<section lang="en"><strong>{title_en}</strong> {text_en}</section>
</main>
</body>
</html>
"""


def page(status: int, words: Words) -> bytes:
    """Return a whole HTTP answer with a page that loads nothing and is kept nowhere."""
    body = _PAGE.format(
        mark=words.mark,
        title=words.title,
        text=words.text,
        title_en=words.title_en,
        text_en=words.text_en,
    ).encode()
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n"
        "Content-Type: text/html; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\n"
        "Cache-Control: no-store\r\n"
        "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
        "Referrer-Policy: no-referrer\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Connection: close\r\n\r\n"
    )
    return head.encode("ascii") + body
