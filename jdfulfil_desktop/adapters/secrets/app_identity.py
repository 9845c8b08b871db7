"""Keep the app-identity file's contents among the secrets; the file itself may go (R3)."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from jdfulfil_desktop.application.ports import AppIdentity, InstalledApp, SecretStore
from jdfulfil_desktop.application.remote.app_identity import read_identity
from jdfulfil_desktop.domain.errors import FileProblem

NAME = "app_identity"
LARGEST = 64 * 1024


class KeptIdentity:
    """Fulfil the port `AppIdentities`."""

    def __init__(self, secrets: SecretStore) -> None:
        self._secrets = secrets

    def installed(self) -> InstalledApp | None:
        """Give the installed app; what cannot be read any more counts as none."""
        try:
            kept = json.loads(self._secrets.read(NAME) or "null")
            return InstalledApp(**{**kept, "app": AppIdentity(**kept["app"])}) if kept else None
        except (ValueError, TypeError, KeyError):
            return None

    def install(self, path: Path) -> InstalledApp:
        """Read and check a file and keep it. Raises FileProblem."""
        try:
            with path.open("rb") as stream:
                text = stream.read(LARGEST + 1)
            if len(text) > LARGEST:
                raise FileProblem("identity_unreadable", subject=path.name)
            installed = read_identity(text.decode("utf-8-sig"), path.name)
        except FileNotFoundError as error:
            raise FileProblem("not_found", subject=path.name) from error
        except (OSError, UnicodeDecodeError) as error:
            raise FileProblem("identity_unreadable", subject=path.name) from error
        self._secrets.write(NAME, json.dumps(asdict(installed)))
        return installed

    def uninstall(self) -> None:
        """Delete it."""
        if self._secrets.read(NAME) is not None:
            self._secrets.delete(NAME)
