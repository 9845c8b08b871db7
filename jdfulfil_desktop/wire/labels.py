"""Give JD's own names of its statuses (PROTOCOL 3), for answers that have only the code."""

from __future__ import annotations

INBOUND: dict[int, str] = {
    4: "等待箱明细",
    5: "等待序列号清单",
    10: "新建",
    20: "初始",
    50: "验收",
    70: "完成",
    90: "取消中",
    91: "取消成功",
    92: "取消失败",
}

OUTBOUND: dict[int, str] = {
    10010: "订单初始化",
    100130: "预分拣-获取运单",
    10014: "已下发库房",
    10015: "任务已分配",
    10016: "拣货下架",
    10017: "复核",
    10018: "货品已打包",
    10019: "交接发货",
    10020: "包裹出库",
    10027: "取消中",
    10028: "取消成功",
    10029: "取消失败",
    10031: "订单拉回",
    10032: "分拣验货",
    10033: "站点验货",
    10034: "妥投",
    10035: "拒收",
    10036: "逆向验货",
    10037: "逆向发货",
    10038: "逆向完成",
    10050: "采购完成",
    10051: "采购异常",
    10054: "分拣发货",
}


def outbound_label(status: int) -> str:
    """Return JD's name of an outbound status; empty where no page names it."""
    return OUTBOUND.get(status, "")


def inbound_label(status: int) -> str:
    """Return JD's name of an inbound status; empty where no page names it."""
    return INBOUND.get(status, "")
