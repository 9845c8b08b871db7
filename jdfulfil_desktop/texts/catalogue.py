"""Look words up in one language's gettext catalogue and fill their gaps."""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Formatter
from typing import Any

from jdfulfil_desktop.domain.errors import EnvironmentProblem

LANGUAGES: tuple[str, ...] = ("id", "en", "zh")
DEFAULT_LANGUAGE = "id"
DOMAIN = "jdfulfil"
LOCALE_DIR = Path(__file__).with_name("locale")


class _Gaps(Formatter):
    """Fill `{name}` gaps; what is not given stays empty, a sequence is listed with commas."""

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        value = kwargs.get(str(key), "")
        if isinstance(value, tuple | list | set | frozenset):
            return ", ".join(str(item) for item in value)
        return "" if value is None else value


_GAPS = _Gaps()
_BLANKS = re.compile(r" {2,}")


class Catalogue:
    """One language's words by key. Raises EnvironmentProblem where the catalogue was not built."""

    def __init__(self, lang: str = DEFAULT_LANGUAGE, *, folder: Path = LOCALE_DIR) -> None:
        self.lang = lang if lang in LANGUAGES else DEFAULT_LANGUAGE
        try:
            self._words = gettext.translation(DOMAIN, folder, languages=[self.lang])
        except OSError as missing:
            place = folder / self.lang / "LC_MESSAGES" / f"{DOMAIN}.mo"
            raise EnvironmentProblem("part_missing", subject=str(place)) from missing

    def has(self, key: str) -> bool:
        """Tell whether the key has words."""
        return self._words.gettext(key) != key

    def say(self, key: str, /, **data: object) -> str:
        """Give the words of a key with `{name}` gaps filled; empty gaps leave no double blanks."""
        return _filled(self._words.gettext(key), data)

    def count(self, key: str, n: int, /, **data: object) -> str:
        """Give the words for `n` of something in its plural form; `data["n"]` is `n` as written."""
        return _filled(self._words.ngettext(key, key, n), {"n": n, **data})

    def first(self, *keys: str) -> str:
        """Give the first key that has words; the last where none has."""
        return next((key for key in keys if self.has(key)), keys[-1])


def _filled(template: str, data: Mapping[str, object]) -> str:
    return _BLANKS.sub(" ", _GAPS.vformat(template, (), data)).strip()
