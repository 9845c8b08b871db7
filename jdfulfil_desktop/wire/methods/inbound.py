"""Inbound lists (PROTOCOL 2.4)."""

from __future__ import annotations

from jdfulfil_desktop.wire.fields import Method, lines, may, need, some

ADD_PO_ORDER = Method(
    "jingdong.eclp.po.addPoOrder",
    (
        need("spPoOrderNo", 50),
        need("deptNo", 50),
        need("whNo", 100),
        need("supplierNo", 50),
        may("inboundRemark", 200),
        lines("deptGoodsNo", 50),
        lines("numApplication", 11),
        lines("goodsStatus", 4),
    ),
    writes=True,
)
QUERY_PO_NO = Method("jingdong.eclp.po.queryPoNo", (need("deptNo", 50), need("outPoNo", 50)))
QUERY_PO_ORDER = Method(
    "jingdong.eclp.po.queryPoOrder", (some("poOrderNo", 50, most=100, required=True),)
)
EXT_QUERY_PO_ORDER = Method(
    "jingdong.eclp.po.ext.queryPoOrder",
    (
        some("poOrderNo", 50, most=100, required=True),
        may("queryItemFlag", 4),
        may("queryBoxFlag", 4),
        may("queryQcFlag", 4),
    ),
)
CANCEL_PO_ORDER = Method(
    # JD's own spelling of "cancel".
    "jingdong.eclp.po.cancalPoOrder",
    (need("poOrderNo", 50),),
    writes=True,
)
CLOSE_PO = Method("jingdong.eclp.po.closePo", (need("poOrderNo", 50),), writes=True)
ADD_PO_SID_DETAIL = Method(
    "jingdong.eclp.po.addPoSidDetail",
    # The only call that names the PIN.
    (need("poNo", 50), need("version"), need("deptGoodsNo", 50), need("serialNo"), need("pin")),
    writes=True,
)
