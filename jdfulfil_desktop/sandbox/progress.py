"""Documents move on by themselves: a few seconds a step, each at its own pace."""

from jdfulfil_desktop.sandbox.advance import go_on
from jdfulfil_desktop.sandbox.world.entities import Outbound
from jdfulfil_desktop.sandbox.world.world import World

SHORTEST_STEP_S = 2.0
LONGEST_STEP_S = 4.0
TICK_S = 0.25


class Progress:
    """Remember when each document takes its next step; `tick` lets those whose time has come.

    Its times come from the world's monotonic clock, its pace from the world's randomness.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._due: dict[str, float] = {}

    def tick(self) -> int:
        """Move the documents whose time has come; return how many moved. Keeps the changes."""
        now = self._world.clock.monotonic()
        moved = 0
        for document in list(self._world.documents()):
            due = self._due.get(document.key)
            if due is None:
                self._due[document.key] = now + self._pace()
                continue
            if now < due or _waits(document):
                continue
            if go_on(self._world, document):
                self._due[document.key] = now + self._pace()
                moved += 1
            else:
                self._due[document.key] = float("inf")
        self._world.commit()
        return moved

    def _pace(self) -> float:
        return self._world.random.uniform(SHORTEST_STEP_S, LONGEST_STEP_S)


def _waits(document: object) -> bool:
    """Tell whether an order waits for stock, or for a cancellation that someone else moves."""
    return isinstance(document, Outbound) and bool(document.paused_at)
