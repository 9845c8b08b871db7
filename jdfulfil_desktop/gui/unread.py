"""Keep PySide from reading the source of every module that is imported after it.

It looks there for `from __feature__ import …`, which nobody here uses, and Python keeps what was
read: 17 MiB, and 35 ms until the first rows are on the screen.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType


def spare_sources() -> bool:
    """Answer PySide's question ("does this module use PySide?") without reading; tell if it asked.

    A yes costs nothing: such a module has no feature switched on, like all of ours.
    """
    import_module("PySide6.QtCore")  # it brings the other along
    try:
        feature = import_module("shibokensupport.feature")
    except ImportError:
        return False
    if not hasattr(feature, "_mod_uses_pyside"):
        return False
    vars(feature)["_mod_uses_pyside"] = _says_yes
    return True


def _says_yes(_module: ModuleType) -> bool:
    return True
