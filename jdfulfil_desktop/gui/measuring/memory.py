"""Ask the operating system how much memory this process has taken."""

from __future__ import annotations

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")
_MIB = 1024 * 1024


def peak_mib() -> float:
    """Give the most memory that this process had resident so far, in MiB."""
    if _STATUS.exists():
        # Not getrusage: Linux lets a process begin with the figure of the one that started it.
        for line in _STATUS.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return _windows_peak() / _MIB if sys.platform == "win32" else _unix_peak() / _MIB


def _unix_peak() -> int:
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024  # macOS counts bytes, others KiB


def _windows_peak() -> int:
    """Ask psapi; its structure of counters is filled by name."""
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_uint32),
            ("faults", ctypes.c_uint32),
            ("peak", ctypes.c_size_t),
            ("now", ctypes.c_size_t),
            ("others", ctypes.c_size_t * 6),
        )

    counters = Counters(size=ctypes.sizeof(Counters))
    windows = getattr(ctypes, "windll").kernel32  # noqa: B009  not there on other platforms
    process = ctypes.c_void_p(-1)  # this process
    if not windows.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.size):
        raise OSError("the system does not say how much memory this process has")
    return int(counters.peak)
