"""Name the methods that the program uses, with their parameters (PROTOCOL 2.1 to 2.5).

Lengths are in characters; of the many fields that JD takes, those are named that the program has a
value for.
"""

from __future__ import annotations

from jdfulfil_desktop.wire.fields import Method
from jdfulfil_desktop.wire.methods import goods, inbound, master, outbound

ALL: dict[str, Method] = {
    value.name: value
    for area in (master, goods, inbound, outbound)
    for value in vars(area).values()
    if isinstance(value, Method)
}
"""Every method by its name."""
