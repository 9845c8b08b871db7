"""Follow what is `uncertain` or `cancelling` until JD's word settles it (R6, R44)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from jdfulfil_desktop.application.handlers.push_following import (
    ask_later,
    cancel_answered,
    in_doubt,
    next_question,
    settle,
)
from jdfulfil_desktop.application.ports import CancelAnswer
from jdfulfil_desktop.domain.errors import AlreadyThere, GatewayError, OutcomeUnknown, Refused
from jdfulfil_desktop.sync.account import Account, words_of
from jdfulfil_desktop.sync.backoff import QUESTIONS_S, step

ASKED_AT_ONCE = 100


class Follower:
    """Ask JD by our numbers, 100 a call; a number that stays open is asked for later and later."""

    name = "follower"

    def __init__(self, account: Account) -> None:
        self.account = account
        self.wake = account.doubt
        self._questions: dict[str, int] = {}

    async def round(self, probe: bool) -> float:
        """Ask about all that is due; rest until the next question."""
        account, env = self.account, self.account.env
        groups = await account.write(lambda uow: in_doubt(account.id, ASKED_AT_ONCE, uow, env))
        for department_no, numbers in groups.items():
            await self._ask(department_no, numbers)
        next_at = await account.write(lambda uow: next_question(account.id, uow, env))
        if next_at is None:
            self._questions.clear()
            return account.means.look_every_s
        seconds = (next_at - account.now()).total_seconds()
        return min(account.means.look_every_s, max(0.0, seconds))

    async def postpone(self, failure: GatewayError, until: datetime) -> None:
        """Leave all as it is: questions change nothing at JD."""

    async def _ask(self, department_no: str, numbers: Sequence[str]) -> None:
        account, env = self.account, self.account.env
        again_at = {number: self._again_at(number) for number in numbers}
        try:
            answer = await account.ask(
                lambda gateway: gateway.outbound_news(department_no, numbers)
            )
        except Refused as refusal:
            # One department that JD will not speak of must not keep the others waiting.
            account.tally.error(refusal.code, department_no, words_of(refusal))
            await account.write(lambda uow: ask_later(again_at, uow))
            return
        news = [item for item in answer if item.outbound_no in numbers]
        settled = await account.write(lambda uow: settle(numbers, news, again_at, uow, env))
        account.tally.uncertain_resolved += settled.resolved + len(settled.again)
        account.tally.pushed += settled.resolved
        if settled.again:
            account.lacking.update(settled.again)
            account.work_due.set()
        for number, jd_no in settled.to_cancel:
            await self._cancel(number, jd_no)

    def _again_at(self, number: str) -> datetime:
        """Give when to ask for a number that this answer does not settle."""
        asked = self._questions[number] = self._questions.get(number, 0) + 1
        return self.account.after(step(QUESTIONS_S, asked))

    async def _cancel(self, number: str, jd_no: str) -> None:
        """Send a cancel that JD shows no trace of once more; sending it twice does no harm."""
        account, env = self.account, self.account.env
        try:
            answer, words = await account.ask(lambda gateway: gateway.cancel_outbound(jd_no))
        except (OutcomeUnknown, AlreadyThere):
            return
        except Refused as refusal:
            answer, words = CancelAnswer.REFUSED, words_of(refusal)
        await account.write(lambda uow: cancel_answered(number, answer, words, uow, env))
