"""Products: register, change, look up (PROTOCOL 2.2)."""

from decimal import Decimal
from typing import Any

from jdfulfil_desktop.sandbox.clock import gateway_text
from jdfulfil_desktop.sandbox.errors import already_exists, invalid, missing
from jdfulfil_desktop.sandbox.methods.call import Call, Method, Result
from jdfulfil_desktop.sandbox.world.entities import Goods

_MOST_NUMBERS = 50
_LARGEST_PAGE = 1000


def transport_goods_info(call: Call) -> Result:
    """Register a product; the sender's number may stand once in a department (code 17)."""
    department = call.department()
    own = call.text("isvGoodsNo")
    _check_shelf_life(call)
    if not call.text("thirdCategoryNo").isdecimal():
        raise invalid("thirdCategoryNo", "必须为数字", "must be digits")
    if (department.dept_no, own) in call.world.goods_by_isv:
        raise already_exists("isvGoodsNo", own)
    now = call.world.now()
    goods = Goods(
        goods_no=call.world.next_number("EMG"),
        dept_no=department.dept_no,
        isv_goods_no=own,
        fields=_plain(call.given),
        created_at=now,
        updated_at=now,
    )
    call.world.save(goods)
    return {"goodsNo": goods.goods_no}


def _check_shelf_life(call: Call) -> None:
    """Demand both shares where a product expires: goods without them could never be received."""
    days = call.number("safeDays")
    if days < 0:
        raise invalid("safeDays", "不能小于0", "must not be below 0")
    for name in ("instoreThreshold", "outstoreThreshold"):
        share = call.given.get(name)
        if share is None:
            if days > 0:
                raise missing(name)
        elif not 0 <= share <= 1:
            raise invalid(name, "必须在0到1之间", "must be between 0 and 1")


def update_goods_info(call: Call) -> Result:
    """Change a product; its shelf life and name are not among what can be changed."""
    if "goodsNo" in call.given:
        goods = call.world.goods.get(call.text("goodsNo"))
        name = "goodsNo"
    elif "isvGoodsNo" in call.given:
        department = call.department()
        goods = call.world.goods_by_isv.get((department.dept_no, call.text("isvGoodsNo")))
        name = "isvGoodsNo"
    else:
        raise missing("goodsNo")
    if goods is None or call.merchant.department(goods.dept_no) is None:
        raise invalid(name, f"商品不存在：{call.text(name)}", f"unknown goods {call.text(name)}")
    changes = _plain(call.given)
    for fixed in ("goodsNo", "isvGoodsNo", "deptNo"):
        changes.pop(fixed, None)
    goods.fields.update(changes)
    goods.updated_at = call.world.now()
    call.world.save(goods)
    return {"updateResult": True}


def _plain(given: dict[str, Any]) -> dict[str, Any]:
    """Return values as JSON can hold them; decimals keep their digits as text."""
    return {
        name: str(value) if isinstance(value, Decimal) else value for name, value in given.items()
    }


def query_goods_info(call: Call) -> Result:
    """Return the department's products: all columns, or the numbers only (queryType 2)."""
    rows = _found(call)
    page = call.page(rows, "pageNo", "pageSize", _LARGEST_PAGE)
    kind = call.text("queryType")
    if kind not in ("1", "2"):
        raise invalid("queryType", "必须为1或2", "must be 1 or 2")
    return {"goodsInfoList": [_numbers(goods) if kind == "2" else _row(goods) for goods in page]}


def query_goods_by_page_and_time(call: Call) -> Result:
    """Return products by the time of their last change."""
    earliest, latest = call.window("updateTimeStart", "updateTimeEnd")
    rows = [goods for goods in _found(call) if earliest <= goods.updated_at <= latest]
    page = call.page(rows, "pageNo", "pageSize", _LARGEST_PAGE)
    return {
        "result": {
            "shelfLifeGoodsResultList": [_row(goods) for goods in page],
            "recordCount": len(rows),
        }
    }


def _found(call: Call) -> list[Goods]:
    department = call.department()
    numbers = set(call.items("goodsNos", _MOST_NUMBERS))
    own = set(call.items("isvGoodsNos", _MOST_NUMBERS))
    barcodes = set(call.items("barcodes", _MOST_NUMBERS))
    return [
        goods
        for goods in call.world.goods.values()
        if goods.dept_no == department.dept_no
        and (not numbers or goods.goods_no in numbers)
        and (not own or goods.isv_goods_no in own)
        and (not barcodes or barcodes & set(str(goods.fields.get("barcodes", "")).split(",")))
    ]


def _numbers(goods: Goods) -> dict[str, object]:
    return {
        "goodsNo": goods.goods_no,
        "sellerGoodsSign": goods.isv_goods_no,
        "deptNo": goods.dept_no,
        "isvGoodsNo": goods.isv_goods_no,
    }


def _row(goods: Goods) -> dict[str, object]:
    return {
        "spGoodsNo": "",
        **goods.fields,
        **_numbers(goods),
        "createTime": gateway_text(goods.created_at),
        "updateTime": gateway_text(goods.updated_at),
    }


METHODS: dict[str, Method] = {
    "jingdong.eclp.goods.transportGoodsInfo": transport_goods_info,
    "jingdong.eclp.goods.updateGoodsInfo": update_goods_info,
    "jingdong.eclp.goods.queryGoodsInfo": query_goods_info,
    "jingdong.eclp.goods.queryGoodsByPageAndTime": query_goods_by_page_and_time,
}
