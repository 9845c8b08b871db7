"""Write files whole or not at all: a full disk leaves no half workbook in an old one's place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jdfulfil_desktop.domain.errors import EnvironmentProblem


@contextmanager
def drafted(path: Path) -> Iterator[Path]:
    """Give an empty file of 0600 beside `path`, with its ending; at the end it takes its place.

    Where the block fails the draft is gone and what `path` was is still there. Raises
    EnvironmentProblem("disk") for an OSError of the block as well.
    """
    draft: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".jdfulfil-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        draft = Path(name)
        yield draft
        draft.replace(path)
    except OSError as error:
        raise EnvironmentProblem("disk", subject=path.name, reason=str(error)) from error
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)
