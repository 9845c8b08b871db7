"""One window a data folder: who starts the program again brings the first one to the front.

The first window listens on a local socket (a named pipe on Windows) that only this user may use;
the second start knocks there and ends. What is said over it is one word.
"""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

_log = logging.getLogger(__name__)
_WORD = b"front"
_PATIENCE_MS = 2000


def door_of(folder: Path) -> str:
    """Name the socket of a data folder: short, and without telling the folder's path."""
    return f"jdfulfil-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:20]}"


def knock(folder: Path) -> bool:
    """Ask the window of a data folder to come to the front; False where nobody opens. Blocks."""
    socket = QLocalSocket()
    socket.connectToServer(door_of(folder))
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(_WORD)
    socket.waitForBytesWritten(_PATIENCE_MS)
    answered = socket.waitForReadyRead(_PATIENCE_MS) and bytes(socket.readAll().data()) == _WORD
    socket.disconnectFromServer()
    return answered


class FrontDoor(QObject):
    """Listen for a second start; `knocked` when there was one."""

    knocked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        name = door_of(folder)
        # A crash leaves its socket behind; whoever holds the folder's lock may remove it.
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            _log.info("no second start will be heard: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _take(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if bytes(socket.read(len(_WORD)).data()) == _WORD:
            socket.write(_WORD)
            socket.flush()
            self.knocked.emit()


def to_the_front(window: QWidget) -> None:
    """Show a window before all others; where the system does not let it, its taskbar entry asks."""
    window.setWindowState(
        (window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive
    )
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
