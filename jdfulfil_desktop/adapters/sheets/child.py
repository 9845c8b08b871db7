"""Read one file in a process of its own, which may be killed, run out of memory or crash.

Standard input: one line of JSON, the request; its end means that the parent is gone. Standard
output: the spool, a file. Standard error: messages, each a line that begins with `MARK`; anything
else there is a library's last words.
"""

from __future__ import annotations

import gc
import json
import os
import threading
from pathlib import Path
from typing import Any

MARK = b"\x1e"
FLAG = "--read-sheet"
"""First argument with which a frozen program becomes the child: see `run_if_asked`."""

_STDIN, _STDOUT, _STDERR = 0, 1, 2
_GONE = 3


def run_if_asked(arguments: list[str]) -> None:
    """Become the child process where the program was started as one; must come first in `main`."""
    if arguments[:1] == [FLAG]:
        main()


def main() -> None:
    """Serve one request and leave the process; exit code 0 also for a refused file."""
    from jdfulfil_desktop.adapters.sheets.limits import limit_process

    request = json.loads(_read_line())
    threading.Thread(target=_leave_with_parent, name="sheet-parent-watch", daemon=True).start()
    limit_process()
    # The process ends with its file and builds no cycles: collecting cost 0.5 s of 100,000 rows.
    gc.disable()
    _tell(_answer(request))
    # Not sys.exit: a daemon thread waits in a system call, and no one needs the memory returned.
    os._exit(0)


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    """Do the work and give the last message: `done` or `refused`."""
    from jdfulfil_desktop.adapters.sheets.refusal import Refusal

    try:
        return {"done": _serve(request)}
    except Refusal as refusal:
        return {"refused": refusal.code, "data": refusal.data}
    except FileNotFoundError:
        return {"refused": "not_found", "data": {}}
    except (IsADirectoryError, PermissionError) as error:
        return {"refused": "not_found", "data": {"reason": type(error).__name__}}
    except MemoryError:
        return {"refused": "too_large", "data": {"reason": "memory"}}
    except OSError as error:
        return {"failed": error.errno or 0, "data": {"reason": os.strerror(error.errno or 0)}}


def _serve(request: dict[str, Any]) -> dict[str, Any]:
    from jdfulfil_desktop.adapters.sheets.mapping import Maps
    from jdfulfil_desktop.adapters.sheets.orders import read_order_file
    from jdfulfil_desktop.adapters.sheets.tables import read_table_file
    from jdfulfil_desktop.domain.order import Channel

    path = Path(request["path"])
    with os.fdopen(os.dup(_STDOUT), "wb", buffering=1024 * 1024) as out:
        if request["what"] == "table":
            return read_table_file(path, out, request["columns"], request["required"])
        channel = Channel(request["channel"]) if request["channel"] else None
        return read_order_file(
            path,
            out,
            lambda done, total: _tell({"progress": [done, total]}),
            channel=channel,
            maps=Maps.asked(request["known"], request["said"]),
        )


def _tell(message: dict[str, Any]) -> None:
    line = MARK + json.dumps(message).encode("ascii") + b"\n"
    while line:
        line = line[os.write(_STDERR, line) :]


def _read_line() -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        piece = os.read(_STDIN, 65536)
        if not piece:
            os._exit(_GONE)
        line += piece
    return line


def _leave_with_parent() -> None:
    """End at once when the parent closes its side: nobody will read the answer."""
    while os.read(_STDIN, 1):
        continue
    os._exit(_GONE)


if __name__ == "__main__":
    main()
