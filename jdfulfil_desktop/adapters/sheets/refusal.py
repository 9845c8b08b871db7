"""Refuse a file as a whole, inside the child process; the parent turns it into a FileProblem."""

from __future__ import annotations


class Refusal(Exception):
    """A file that cannot be taken. `code`: a file problem of the contract; `data` fills words."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data
