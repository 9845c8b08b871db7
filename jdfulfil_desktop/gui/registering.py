"""Register products at JD from a page, asking what R13 and R17 ask, one question each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.results import Problem, PushReport
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import confirm
from jdfulfil_desktop.gui.words import tr

SHELF_LIFE, OTHER_HOUSE = "shelf_life_unconfirmed", "sku_in_other_warehouse"


async def register(shell: Shell, parent: QWidget, warehouse_no: str, skus: Sequence[str]) -> bool:
    """Register `skus` for a JD warehouse and tell what came of it; True where all are there.

    Raises GatewayError and RuleError.
    """
    report = await _push(shell, warehouse_no, skus, confirmed=False)
    pushed, adopted = report.pushed, report.adopted
    asked = [p for p in report.problems if p.code in (SHELF_LIFE, OTHER_HOUSE)]
    failed = [p for p in report.problems if p not in asked]
    if asked and await agree(parent, [p.subject for p in asked], {p.code for p in asked}):
        again = await _push(shell, warehouse_no, [p.subject for p in asked], confirmed=True)
        pushed, adopted = pushed + again.pushed, adopted + again.adopted
        failed, asked = [*failed, *again.problems], []
    _tell(shell, pushed, adopted, failed)
    return not failed and not asked


async def agree(parent: QWidget, skus: Sequence[str], codes: set[str]) -> bool:
    """Ask what R13 (another warehouse) and R17 (shelf life) ask; True where the user agreed."""
    words = [", ".join(skus)]
    if SHELF_LIFE in codes:
        words.append(
            tr("Where a product has a shelf life, JD keeps its validity for good: check the days.")
        )
    if OTHER_HOUSE in codes:
        words.append(
            tr("It lies in another warehouse already; orders may be split between the two.")
        )
    return await confirm(parent, tr("Please confirm"), "\n\n".join(words), tr("Register anyway"))


async def _push(
    shell: Shell, warehouse_no: str, skus: Sequence[str], *, confirmed: bool
) -> PushReport:
    async def use_case(office: Office) -> PushReport:
        return await push_products(office, warehouse_no, skus, confirmed=confirmed)

    return await shell.desk.remote(use_case)


def _tell(shell: Shell, pushed: int, adopted: int, failed: Sequence[Problem]) -> None:
    """Say what was registered, and the first thing that was not, with its reason."""
    texts = shell.desk.texts
    if pushed or adopted:
        words = tr("{0} products registered at JD, {1} were there already.")
        shell.say(StatusKind.DONE, words.format(texts.number(pushed), texts.number(adopted)))
    if failed:
        first = failed[0]
        why = first.message or texts.message(first.code, first.subject)
        words = tr("{0} products were not registered. {1}: {2}")
        shell.say(StatusKind.FAILED, words.format(len(failed), first.subject, why))
