"""Send an inbound list to JD (Kirim), registering its products first where JD lacks them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.inbound import Inbound
from jdfulfil_desktop.gui.registering import register
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import confirm
from jdfulfil_desktop.gui.words import tr


async def send_inbound(
    shell: Shell, parent: QWidget, inbound_no: str, warehouse_no: str, skus: Sequence[str]
) -> bool:
    """Send one list and tell JD's number; True where JD has it.

    Whatever goes wrong, the list stays with its lines. Raises RuleError and GatewayError.
    """
    try:
        sent = await _submit(shell, inbound_no)
    except RuleError as refusal:
        if refusal.code != "product_not_pushed":
            raise
        agreed = await confirm(
            parent,
            tr("Register products first"),
            tr(
                "JD does not know these products yet: {0}. They are registered for warehouse {1}, "
                "then the list is sent."
            ).format(refusal.subject, warehouse_no),
            tr("Register and submit"),
        )
        if not agreed or not await register(shell, parent, warehouse_no, skus):
            return False
        sent = await _submit(shell, inbound_no)
    shell.say(StatusKind.DONE, tr("{0} is at JD as {1}.").format(inbound_no, sent.jd_no))
    return True


async def _submit(shell: Shell, inbound_no: str) -> Inbound:
    async def use_case(office: Office) -> Inbound:
        return await submit_inbound(office, inbound_no)

    shell.progress(tr("Submitting {0}").format(inbound_no), None)
    try:
        return await shell.desk.remote(use_case)
    finally:
        shell.progress_done()
