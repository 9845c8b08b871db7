"""Tell the window what the user who is signed in may do, and who may instead (R18).

Buttons are told apart by their names: whichever page shows one, it is withheld in the same way.
Commands are asked for their right at the bus as well; this only says so before one tries.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from jdfulfil_desktop.application.bus import Bus
from jdfulfil_desktop.domain.users import Right, User, refusal
from jdfulfil_desktop.texts import Texts

_NAMES: Mapping[Right, str] = {
    Right.ORDERS: """importOrdersButton emptyImportButton acceptOrderButton arrangeShipmentButton
        cancelOutboundButton retryButton holdOrderButton releaseOrderButton splitOrderButton
        bulkAcceptButton bulkArrangeButton bulkHoldButton bulkReleaseButton bulkRetryButton
        attachLabelButton removeLabelsButton""",
    Right.PRODUCTS: """addProductButton importProductsButton emptyImportProductsButton
        pushProductsButton bulkRegisterButton editProductButton addToWarehouseButton registerButton
        registerAgainButton linkSkuButton linkSuggestionsButton linkAllButton
        archiveProductButton restoreProductButton addLinkButton changeLinkButton removeLinkButton
        chooseProductButton choosePictureButton removePictureButton saveProductButton
        linkChannelSkuButton""",
    Right.WAREHOUSES: """bindStoreButton addOwnWarehouseButton addStoreButton emptyStoreButton
        activateButton deactivateButton archiveStoreButton""",
    Right.LOCATIONS: """createLocationButton createLocationsButton bindSingleButton bindBulkButton
        emptyCreateButton unbindButton scanModeButton""",
    Right.INBOUND: """createInboundButton submitInboundButton editInboundButton deleteDraftButton
        inboundHereButton""",
    Right.STOCK: """importStockButton setFigureButton adoptButton mendShortageButton
        mendLowButton setThresholdButton countHereButton keepCountButton""",
    Right.CONNECTIONS: """startSyncButton quickButton basicButton addDepartmentButton
        addWarehouseButton authorizeAgainButton upgradeButton emptyAuthorizeButton
        pauseAccountButton resumeAccountButton removeAccountButton restoreAccountButton
        checkAccountButton loadIdentityButton""",
    Right.SETTINGS: "channelRulesButton",
}
_RIGHT_OF = {name: right for right, names in _NAMES.items() for name in names.split()}

Read = Callable[[], Awaitable[Sequence[User]]]


class Permits(QObject):
    """Know the users and who is signed in; `changed` when either did."""

    changed = Signal()

    def __init__(self, bus: Bus, texts: Texts, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus, self._texts, self._read = bus, texts, read
        self.users: Sequence[User] = ()

    async def load(self) -> None:
        """Read the users anew."""
        self.users = await self._read()
        self.changed.emit()

    @property
    def user(self) -> str:
        """Give who is signed in; empty: nobody, as where one merchant works alone."""
        return self._bus.env.user

    @property
    def actor(self) -> str:
        """Give whose name goes into ledger and timelines now."""
        return self._bus.env.actor

    def why_not(self, right: Right) -> str:
        """Say why a right is missing and who has it; empty: it may be done."""
        found = refusal(self.users, self.user, right)
        if found is None:
            return ""
        words = self._texts.error(found)
        return f"{words.what} {words.fix}"

    def gate(self, name: str) -> str:
        """Say what keeps the button of this name from being pressed; empty: nothing."""
        right = _RIGHT_OF.get(name)
        return "" if right is None else self.why_not(right)
