"""One checked call, and the questions that every method asks of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from jdfulfil_desktop.sandbox.clock import parse_gateway_text
from jdfulfil_desktop.sandbox.errors import invalid, missing
from jdfulfil_desktop.sandbox.world.entities import Goods, Inbound, Outbound
from jdfulfil_desktop.sandbox.world.masterdata import Department, Merchant
from jdfulfil_desktop.sandbox.world.world import World

Result = Mapping[str, object]
Row = TypeVar("Row")

LONGEST_WINDOW_S = 62 * 86_400
"""Two months: the longest time that a list may be asked for (PROTOCOL 7)."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call whose sender is known and whose parameters have passed their specification.

    `given` holds typed values; absent optional ones are not in it.
    """

    world: World
    merchant: Merchant
    given: dict[str, Any]

    def text(self, name: str, default: str = "") -> str:
        """Return a text parameter."""
        return str(self.given.get(name, default))

    def number(self, name: str, default: int = 0) -> int:
        """Return a whole-number parameter."""
        return int(self.given.get(name, default))

    def items(self, name: str, at_most: int | None = None) -> list[Any]:
        """Return the items of a joined parameter.

        Raises: RefusalError 61 for more than `at_most`.
        """
        items: list[Any] = self.given.get(name, [])
        if at_most is not None and len(items) > at_most:
            raise invalid(name, f"最多{at_most}个", f"at most {at_most} values")
        return items

    def department(self, name: str = "deptNo") -> Department:
        """Return the caller's department that a parameter names.

        Raises: RefusalError 61 where it is not this merchant's.
        """
        found = self.merchant.department(self.text(name))
        if found is None:
            raise invalid(name, "事业部不属于该PIN", "department does not belong to this PIN")
        return found

    def warehouse(self, name: str, department: Department) -> str:
        """Return the warehouse number that a parameter names.

        Raises: RefusalError 61 where the department may not use it.
        """
        warehouse_no = self.text(name)
        if warehouse_no not in department.warehouse_nos:
            raise invalid(name, f"库房不存在：{warehouse_no}", f"unknown warehouse {warehouse_no}")
        return warehouse_no

    def goods(self, department: Department, jd_name: str, own_name: str) -> list[Goods]:
        """Return the products of the lines, by JD's numbers where given, else by the sender's.

        Raises: RefusalError 60 without either, 61 for a number that the department has not.
        """
        if self.items(jd_name):
            found = [(jd_name, no, self.world.goods.get(no)) for no in self.items(jd_name)]
        elif self.items(own_name):
            by_own = self.world.goods_by_isv
            found = [
                (own_name, no, by_own.get((department.dept_no, no))) for no in self.items(own_name)
            ]
        else:
            raise missing(jd_name)
        result = []
        for name, number, goods in found:
            if goods is None or goods.dept_no != department.dept_no:
                raise invalid(name, f"商品不存在：{number}", f"unknown goods {number}")
            result.append(goods)
        return result

    def inbound(self, number: str, name: str) -> Inbound:
        """Return the caller's inbound list; RefusalError 61 where there is none."""
        found = self.world.inbounds.get(number)
        if found is None or self.merchant.department(found.dept_no) is None:
            raise invalid(name, f"采购单不存在：{number}", f"unknown purchase order {number}")
        return found

    def outbound(self, number: str, name: str) -> Outbound:
        """Return the caller's outbound order; RefusalError 61 where there is none."""
        found = self.world.outbounds.get(number)
        if found is None or self.merchant.department(found.dept_no) is None:
            raise invalid(name, f"出库单不存在：{number}", f"unknown outbound order {number}")
        return found

    def moment(self, name: str) -> float | None:
        """Return a time parameter in epoch seconds, None where absent.

        Raises: RefusalError 61 for what is no `yyyy-MM-dd HH:mm:ss`.
        """
        if name not in self.given:
            return None
        moment = parse_gateway_text(self.text(name))
        if moment is None:
            raise invalid(name, "时间格式错误", "time must be yyyy-MM-dd HH:mm:ss")
        return moment

    def window(self, start: str, end: str, longest: int = LONGEST_WINDOW_S) -> tuple[float, float]:
        """Return a time window, open where a side is absent.

        Raises: RefusalError 61 where it is turned round or too long.
        """
        earliest, latest = self.moment(start), self.moment(end)
        if earliest is not None and latest is not None:
            if latest < earliest:
                raise invalid(end, "结束时间早于开始时间", "ends before it begins")
            if latest - earliest > longest:
                days = longest // 86_400
                raise invalid(end, f"时间跨度不能超过{days}天", f"window longer than {days} days")
        return earliest or 0, float("inf") if latest is None else latest

    def page(
        self, rows: Sequence[Row], number: str, size: str, largest: int, usual: int | None = None
    ) -> Sequence[Row]:
        """Return one page of rows; the first where none is named, `usual` rows long.

        Raises: RefusalError 61 for a page below 1 or a size that is not 1 to `largest`.
        """
        page_no = self.number(number, 1)
        page_size = self.number(size, usual or largest)
        if page_no < 1:
            raise invalid(number, "必须大于0", "must be greater than 0")
        if not 1 <= page_size <= largest:
            raise invalid(size, f"必须在1到{largest}之间", f"must be 1 to {largest}")
        return rows[(page_no - 1) * page_size : page_no * page_size]


Method = Callable[[Call], Result]
