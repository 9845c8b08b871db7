"""A small client of the practice gateway for its tests: own signing, plain httpx."""

import contextlib
import hashlib
import html
import json
import re
import ssl
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

ZEROS = "0" * 50
REDIRECT = "http://127.0.0.1:9/back"
# Gateways here speak plain HTTP: reading the machine's certificates would take longer than a test.
_NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def sign(params: dict[str, str], secret: str) -> str:
    text = secret + "".join(k + params[k] for k in sorted(params) if k != "sign") + secret
    return hashlib.md5(text.encode()).hexdigest().upper()  # noqa: S324 - what the platform asks for


def stamp(moment: datetime | None = None) -> str:
    moment = (moment or datetime.now(UTC)).astimezone(timezone(timedelta(hours=7)))
    return moment.strftime("%Y-%m-%d %H:%M:%S.000%z")


class Practice:
    """One running gateway, and who is logged in there."""

    def __init__(self, info: dict[str, Any], process: "subprocess.Popen[str] | None") -> None:
        self.info = info
        self.process = process
        self.http = httpx.Client(timeout=20, trust_env=False, verify=_NO_TLS)
        self.token = ""
        self.end: Callable[[], None] | None = None

    @property
    def base(self) -> str:
        return str(self.info["base_url"])

    @property
    def merchant(self) -> dict[str, Any]:
        return dict(self.info["merchants"][0])

    def login_page(self, **changes: str) -> httpx.Response:
        params = {
            "app_key": self.info["app_key"],
            "response_type": "code",
            "redirect_uri": REDIRECT,
            "state": "st4te",
            "scope": "snsapi_base",
            **changes,
        }
        return self.http.get(f"{self.base}/oauth2/to_login", params=params)

    def log_in(
        self,
        index: int = 0,
        *,
        subscribe: bool = False,
        password: str | None = None,
        basic: bool = False,
    ) -> httpx.Response:
        app_key = self.info["basic"]["app_key"] if basic else self.info["app_key"]
        form = hidden_fields(self.login_page(app_key=app_key).text)
        merchant = self.info["merchants"][index]
        form |= {"user": merchant["user"], "password": password or merchant["password"]}
        if subscribe:
            form["subscribe"] = "1"
        return self.http.post(f"{self.base}/oauth2/login", data=form)

    def exchange(self, code: str, /, *, basic: bool = False, **changes: str) -> dict[str, Any]:
        app = self.info["basic"] if basic else self.info
        params = {
            "app_key": app["app_key"],
            "app_secret": app["app_secret"],
            "grant_type": "authorization_code",
            "code": code,
            **changes,
        }
        return dict(self.http.get(f"{self.base}/oauth2/access_token", params=params).json())

    def refresh(self, refresh_token: str, /, **changes: str) -> dict[str, Any]:
        params = {
            "app_key": self.info["app_key"],
            "app_secret": self.info["app_secret"],
            "grant_type": "refresh_token",
            "refresh_token": refresh_token,
            **changes,
        }
        return dict(self.http.get(f"{self.base}/oauth2/refresh_token", params=params).json())

    def authorize(self, index: int = 0, *, subscribe: bool = False) -> dict[str, Any]:
        """Log in and keep the access token for the calls that follow."""
        location = self.log_in(index, subscribe=subscribe).headers["location"]
        granted = self.exchange(parse_qs(urlsplit(location).query)["code"][0])
        self.token = granted["access_token"]
        return granted

    def system(self, method: str, /, **changes: str) -> dict[str, str]:
        params = {
            "method": f"jingdong.eclp.{method}",
            "app_key": self.info["app_key"],
            "access_token": self.token,
            "timestamp": stamp(),
            "v": "2.0",
            **changes,
        }
        return {name: value for name, value in params.items() if value != "-"}

    def post(
        self, method: str, given: dict[str, Any] | None = None, /, **changes: str
    ) -> httpx.Response:
        params = self.system(method, **changes)
        params.setdefault("360buy_param_json", json.dumps(given or {}, ensure_ascii=False))
        params.setdefault("sign", sign(params, self.info["app_secret"]))
        return self.http.post(self.info["gateway_url"], data=params)

    def call(self, method: str, given: dict[str, Any] | None = None, /, **changes: str) -> Any:
        """Return what is inside the envelope; an error_response as it is."""
        document = self.post(method, given, **changes).json()
        assert len(document) == 1
        return next(iter(document.values()))

    def code(self, method: str, given: dict[str, Any] | None = None, /, **changes: str) -> str:
        """Return the code that a call is answered with."""
        return str(self.call(method, given, **changes)["code"])

    def _stream_params(self, since: str, changes: dict[str, str]) -> dict[str, str]:
        params = {
            "app_key": self.info["app_key"],
            "access_token": self.token,
            "timestamp": stamp(),
            "since": since,
            **changes,
        }
        params = {name: value for name, value in params.items() if value != "-"}
        params.setdefault("sign", sign(params, self.info["app_secret"]))
        return params

    def messages(self, since: str = "", /, **changes: str) -> httpx.Response:
        """Ask for the stream where it is answered at once: refused or spoilt."""
        params = self._stream_params(since, changes)
        return self.http.get(f"{self.base}/sandbox/messages", params=params)

    @contextlib.contextmanager
    def listen(self, since: str = "", /) -> Iterator[Iterator[str]]:
        """Open the stream and yield its lines."""
        url, params = f"{self.base}/sandbox/messages", self._stream_params(since, {})
        with self.http.stream("GET", url, params=params) as reply:
            assert reply.status_code == 200
            yield reply.iter_lines()

    def control(self, method: str, path: str, body: Any = None) -> Any:
        reply = self.http.request(
            method,
            f"{self.base}/_control/{path}",
            headers={"X-Control-Key": self.info["control_key"]},
            json=body,
        )
        assert reply.status_code == 200, reply.text
        return reply.json()

    def state(self) -> dict[str, Any]:
        return dict(self.control("GET", "state"))

    def fault(self, kind: str, method: str = "*", **more: Any) -> None:
        name = f"jingdong.eclp.{method}" if "." in method else method
        self.control("POST", "faults", [{"method": name, "kind": kind, **more}])

    def advance(self, document: str, status: int | str, **more: Any) -> Any:
        return self.control("POST", "advance", {"document": document, "status": status, **more})

    # ------------------------------------------------------------------ business shortcuts

    @property
    def dept(self) -> str:
        return str(self.merchant["department_no"])

    @property
    def warehouse(self) -> str:
        return str(self.merchant["warehouse_nos"][0])

    def goods(self, sku: str = "KOPI-250", **more: Any) -> str:
        given = {
            "deptNo": self.dept,
            "isvGoodsNo": sku,
            "barcodes": sku,
            "thirdCategoryNo": "4159",
            "goodsName": f"Barang {sku}",
            "safeDays": 0,
            **more,
        }
        return str(self.call("goods.transportGoodsInfo", given)["goodsNo"])

    def shop(self, own: str = "TOKO-1") -> str:
        given = {
            "deptNo": self.dept,
            "isvShopNo": own,
            "spSourceNo": "6",
            "shopName": f"Toko {own}",
            "afterSaleContacts": "Sari",
            "afterSaleAddress": "Jakarta",
            "afterSalePhone": "0812",
        }
        return str(self.call("master.insertShop", given)["insertshop_result"])

    def supplier(self, own: str = "SUP-1") -> str:
        given = {"deptNo": self.dept, "isvSupplierNo": own, "supplierName": "Pemasok"}
        return str(self.call("master.addSupplier", given)["addsupplier_result"])

    def po_fields(self, supplier: str, lines: dict[str, int], own: str = "IN-1") -> dict[str, Any]:
        return {
            "spPoOrderNo": own,
            "deptNo": self.dept,
            "whNo": self.warehouse,
            "supplierNo": supplier,
            "isvGoodsNo": ",".join(lines),
            "numApplication": ",".join(str(quantity) for quantity in lines.values()),
            "goodsStatus": ",".join("1" for _ in lines),
        }

    def order_fields(
        self, shop: str, lines: dict[str, int], own: str = "SHOPEE-1"
    ) -> dict[str, Any]:
        return {
            "isvUUID": own,
            "isvSource": "ISV0000000000001",
            "shopNo": shop,
            "departmentNo": self.dept,
            "warehouseNo": self.warehouse,
            "shipperNo": "CYS4418000000001",
            "salesPlatformOrderNo": f"P-{own}",
            "salePlatformSource": "6",
            "consigneeName": "Ibu Ani",
            "consigneeMobile": "081200000001",
            "consigneeAddress": "Jl. Melati No. 1",
            "orderMark": ZEROS,
            "receivable": 0,
            "thirdWayBill": f"JNE-{own}",
            "isvGoodsNo": ",".join(lines),
            "quantity": ",".join(str(quantity) for quantity in lines.values()),
            "price": ",".join("10000.00" for _ in lines),
        }

    def stocked(self, sku: str = "KOPI-250", quantity: int = 10) -> str:
        """Register a product and receive it; return JD's number."""
        goods_no = self.goods(sku)
        supplier = self.supplier(f"SUP-{sku}")
        po = self.call("po.addPoOrder", self.po_fields(supplier, {sku: quantity}, f"IN-{sku}"))
        self.advance(po["poOrderNo"], 70)
        return goods_no

    def figures(self, goods_no: str) -> tuple[int, int]:
        """Return total and usable pieces of good stock as the control side shows them."""
        for row in self.state()["stock"]:
            if row["goodsNo"] == goods_no and row["stockStatus"] == "1":
                return row["totalNum"], row["usableNum"]
        return 0, 0

    def stop(self) -> None:
        self.http.close()
        if self.process is not None:
            self.process.terminate()
            self.process.communicate(timeout=10)
        if self.end is not None:
            self.end()


def hidden_fields(page: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    return {name: html.unescape(value) for name, value in found}
