"""Class every failure by blame.

An error carries a code, a subject and data; words come from `texts`.

    FulfilError
    ├── RuleError              a rule of the business refuses (exit 1)
    │   ├── FileProblem        a file as a whole: not_a_workbook, unknown_layout, encrypted, …
    │   └── Conflict           someone else changed the record meanwhile
    ├── UsageError             the command's words are off (exit 2)
    ├── EnvironmentProblem     database, disk, keyring, this PC (exit 3)
    ├── ActionCancelled        the user pressed Cancel
    └── GatewayError           the other side (exit 3 unless a rule word says 1)
        ├── RetryLater         nothing was done, or a read failed: try again
        │                      (no connection, 78; on reads 1, 43, 65-67, 69)
        ├── OutcomeUnknown     a write whose answer is no clear word: ask by our number first
        ├── AlreadyThere       17: the number exists at JD or is being worked on: ask again,
        │                      never `rejected`
        ├── Refused            a business refusal with JD's words
        ├── AuthorizeAgain     19 and a refused refresh
        ├── QuotaExceeded      2
        └── Misconfigured      11, 12, 20, 21, 79, 88, a redirect, a bad certificate:
                               the connection is `wrong`
"""

from __future__ import annotations


class FulfilError(Exception):
    """Base of the tree.

    `code` is stable and public; `subject` names the record; `data` fills the words.
    """

    code = "internal"

    def __init__(self, code: str = "", *, subject: str = "", **data: object) -> None:
        self.code = code or type(self).code
        self.subject = subject
        self.data = data
        super().__init__(f"{self.code} {subject}".strip())


class RuleError(FulfilError):
    """A rule of the business refuses what was asked; exit code 1."""

    code = "refused_by_rule"


class FileProblem(RuleError):
    """A file that cannot be taken as a whole; `subject` is the file's name."""


class Conflict(RuleError):
    """Another user changed the record since it was read."""

    code = "changed_meanwhile"


class UsageError(FulfilError):
    """The command's words do not say what to do; exit code 2."""

    code = "usage"


class EnvironmentProblem(FulfilError):
    """This PC cannot do it: database, disk, keyring; exit code 3."""

    code = "environment"


class ActionCancelled(FulfilError):
    """The user pressed Cancel; nothing was kept of the action."""

    code = "cancelled_by_user"


class GatewayError(FulfilError):
    """The gateway, or the way to it, failed.

    `jd_code`, `zh`, `en` are JD's own words where it spoke.
    """

    code = "gateway"

    def __init__(
        self,
        code: str = "",
        *,
        subject: str = "",
        jd_code: str = "",
        zh: str = "",
        en: str = "",
        **data: object,
    ) -> None:
        super().__init__(code, subject=subject, **data)
        self.jd_code = jd_code
        self.zh = zh
        self.en = en


class RetryLater(GatewayError):
    """Nothing was done: no connection was made, or a read failed. Safe to try again."""

    code = "gateway_unreachable"


class OutcomeUnknown(GatewayError):
    """A write was sent and the answer is no clear word of JD: it becomes `uncertain`."""

    code = "outcome_unknown"


class AlreadyThere(GatewayError):
    """JD says that our number exists already (17): ask by that number."""

    code = "already_there"


class Refused(GatewayError):
    """JD refuses for a business reason, in its own words."""

    code = "gateway_rejected"


class AuthorizeAgain(GatewayError):
    """The token is refused and so is its refresh: the user has to authorize again (R10)."""

    code = "needs_authorization"


class QuotaExceeded(GatewayError):
    """The App Key's quota is used up (code 2): the account's queue pauses."""

    code = "quota_exceeded"


class Misconfigured(GatewayError):
    """Key, secret, rights, address or certificate are wrong: nothing is retried."""

    code = "connection_wrong"
