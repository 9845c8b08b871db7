"""One call of the logistics platform, and the questions that every service asks of it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, TypeVar

from jdfulfil_desktop.sandbox.clock import TEXT_FORMAT, gateway_text
from jdfulfil_desktop.sandbox.errors import RefusalError, invalid, missing
from jdfulfil_desktop.sandbox.fields import checked
from jdfulfil_desktop.sandbox.lop.envelope import NO_PERMISSION, NOT_FOUND
from jdfulfil_desktop.sandbox.methods.call import Call
from jdfulfil_desktop.sandbox.methods.registry import METHODS
from jdfulfil_desktop.sandbox.world.entities import Goods
from jdfulfil_desktop.sandbox.world.masterdata import Department, Merchant
from jdfulfil_desktop.sandbox.world.world import World

Row = TypeVar("Row")
_WHOLE = re.compile(r"\d{1,9}\Z", re.ASCII)
_NAMED = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class LopCall:
    """A call whose sender is known.

    `given` is the first object of its body; names of values inside inner objects are written with
    dots (`customerInfo.ownerNo`). `zone` is the caller's: times in both directions are in it.
    """

    world: World
    merchant: Merchant
    given: dict[str, Any]
    zone: timezone

    # ------------------------------------------------------------------ values

    def value(self, name: str) -> Any:
        """Return a value as it came, None where it or what holds it is absent."""
        found: Any = self.given
        for part in name.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        return None if found == "" else found

    def text(self, name: str, *, required: bool = False, longest: int = 50) -> str:
        """Return a text; refusals 60 where a required one is absent, 61 for a wrong one."""
        return text_of(self.value(name), name, required=required, longest=longest)

    def whole(self, name: str, default: int | None = None) -> int:
        """Return a whole number, also one that came as text; without a default it is required."""
        value = self.value(name)
        if value is None:
            if default is None:
                raise missing(name)
            return default
        if isinstance(value, bool | dict | list) or not _WHOLE.match(str(value)):
            raise invalid(name, "必须为整数", "must be a whole number")
        return int(value)

    def switched_on(self, name: str) -> bool:
        """Tell whether one of the switches that ask for more columns is 1."""
        return self.whole(name, 0) == 1

    def items(self, name: str, at_most: int = 100) -> list[str]:
        """Return texts that came joined by commas, or as a list."""
        value = self.value(name)
        if value is None:
            return []
        parts = value if isinstance(value, list) else text_of(value, name, longest=8000).split(",")
        if len(parts) > at_most:
            raise invalid(name, f"最多{at_most}个", f"at most {at_most} values")
        return [text_of(part, name).strip() for part in parts]

    def lines(self, name: str) -> list[dict[str, Any]]:
        """Return the lines of a document; refusal 60 where there is none."""
        value = self.value(name)
        if not value:
            raise missing(name)
        if not isinstance(value, list) or not all(isinstance(line, dict) for line in value):
            raise invalid(name, "类型错误", "must be a list of objects")
        return value

    # ------------------------------------------------------------------ whose

    def check_pin(self) -> None:
        """Refuse a PIN that is not the authorised one."""
        if self.text("pin", required=True) != self.merchant.pin:
            raise _foreign()

    def owner(self, name: str = "ownerNo") -> Department:
        """Return the department that owns the goods; it must belong to the call's PIN."""
        self.check_pin()
        found = self.merchant.department(self.text(name, required=True))
        if found is None:
            raise _foreign()
        return found

    def owners(self, name: str = "ownerNo") -> Sequence[Department]:
        """Return the department named, or all of the PIN where none is."""
        if self.value(name) is not None:
            return [self.owner(name)]
        self.check_pin()
        return self.merchant.departments

    def goods_of(self, department: Department, line: Mapping[str, Any], where: str) -> Goods:
        """Return the product of a line, by JD's number where given, else by the sender's."""
        number = text_of(line.get("goodsNo"), f"{where}.goodsNo")
        own = text_of(line.get("erpGoodsNo"), f"{where}.erpGoodsNo", longest=60)
        if not number and not own:
            raise missing(f"{where}.goodsNo")
        by_own = self.world.goods_by_isv.get((department.dept_no, own))
        goods = self.world.goods.get(number) if number else by_own
        if goods is None or goods.dept_no != department.dept_no:
            name = f"{where}.goodsNo" if number else f"{where}.erpGoodsNo"
            raise invalid(name, f"商品不存在：{number or own}", f"unknown goods {number or own}")
        return goods

    # ------------------------------------------------------------------ times and pages

    def time_text(self, epoch_seconds: float) -> str:
        """Write a moment in the caller's zone; empty for 0."""
        if not epoch_seconds:
            return ""
        return datetime.fromtimestamp(epoch_seconds, self.zone).strftime(TEXT_FORMAT)

    def moment(self, name: str) -> float | None:
        """Read a time in the caller's zone into epoch seconds, None where absent."""
        text = self.text(name).replace("/", "-")
        if not text:
            return None
        try:
            moment = datetime.strptime(text, TEXT_FORMAT)  # noqa: DTZ007 - the zone follows
        except ValueError:
            raise invalid(name, "时间格式错误", "must be yyyy-MM-dd HH:mm:ss") from None
        return moment.replace(tzinfo=self.zone).timestamp()

    def gateway_time(self, name: str) -> str | None:
        """Read a time in the caller's zone and write it in the gateway's, None where absent."""
        moment = self.moment(name)
        if moment is None:
            return None
        try:
            return gateway_text(moment)
        except (OverflowError, ValueError):
            raise invalid(name, "时间格式错误", "must be yyyy-MM-dd HH:mm:ss") from None

    def page(self, rows: Sequence[Row], largest: int, usual: int | None = None) -> Sequence[Row]:
        """Return the page that `currentPage` and `pageSize` ask for.

        Without `usual` both must be given.
        """
        page_no = self.whole("currentPage", None if usual is None else 1)
        page_size = self.whole("pageSize", usual)
        if page_no < 1:
            raise invalid("currentPage", "必须大于0", "must be greater than 0")
        if not 1 <= page_size <= largest:
            raise invalid("pageSize", f"必须在1到{largest}之间", f"must be 1 to {largest}")
        return rows[(page_no - 1) * page_size : page_no * page_size]

    # ------------------------------------------------------------------ the other dialect

    def do(
        self, method: str, given: Mapping[str, object], names: Mapping[str, str]
    ) -> Mapping[str, object]:
        """Do a method of the older platform and return its result.

        `names` tells what its parameters are called here: refusals name them so.
        """
        try:
            return METHODS[method](Call(self.world, self.merchant, checked(method, dict(given))))
        except RefusalError as refusal:
            raise RefusalError(
                refusal.code, _renamed(refusal.zh_desc, names), _renamed(refusal.en_desc, names)
            ) from refusal


def text_of(value: object, name: str, *, required: bool = False, longest: int = 50) -> str:
    """Return a value as text; refusals 60 where a required one is absent, 61 for a wrong one."""
    if value is None or value == "":
        if required:
            raise missing(name)
        return ""
    if isinstance(value, bool | dict | list):
        raise invalid(name, "类型错误", "must be text")
    text = str(value)
    if len(text) > longest:
        raise invalid(name, f"长度不能超过{longest}", f"longer than {longest} characters")
    return text


def present(values: Mapping[str, object]) -> dict[str, object]:
    """Return the values that are there."""
    return {name: value for name, value in values.items() if value is not None}


def column(lines: Iterable[Mapping[str, Any]], name: str) -> list[Any] | None:
    """Return one value of each line, None where no line has it."""
    values = [line.get(name) for line in lines]
    if all(value is None for value in values):
        return None
    return ["" if value is None else value for value in values]


def not_found(zh_what: str, en_what: str) -> RefusalError:
    """Return the refusal of a number that the caller has no document with."""
    return RefusalError(NOT_FOUND, f"该{zh_what}不存在，请检查单号是否正确", f"no such {en_what}")


def _foreign() -> RefusalError:
    return RefusalError(NO_PERMISSION, "PIN与商家编码不符", "PIN and merchant code do not match")


def _renamed(text: str, names: Mapping[str, str]) -> str:
    return _NAMED.sub(lambda found: f"[{names.get(found[1], found[1])}]", text)


Service = Callable[[LopCall], object]
