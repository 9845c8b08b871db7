"""A small client of the logistics platform's dialect for its tests: own signing, plain httpx."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import httpx

from tests.contract.sandbox.practice import ZEROS, Practice, hidden_fields

PATH = "/integratedsupplychain"
OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
DIGESTS = {"HMacMD5": "md5", "HMacSHA1": "sha1", "HMacSHA256": "sha256", "HMacSHA512": "sha512"}


def text_to_sign(query: dict[str, str], path: str, body: str, secret: str) -> bytes:
    parts = [secret, "access_token", query.get("access_token", "")]
    parts += ["app_key", query.get("app_key", ""), "method", path, "param_json", body]
    parts += ["timestamp", query.get("timestamp", ""), "v", query.get("v", ""), secret]
    return "".join(parts).encode()


def lop_sign(content: bytes, secret: str, algorithm: str = "md5-salt") -> str:
    if algorithm == "md5-salt":
        return hashlib.md5(content).hexdigest()  # noqa: S324 - what the platform asks for
    return base64.b64encode(hmac.digest(secret.encode(), content, DIGESTS[algorithm])).decode()


def lop_stamp(moment: datetime | None = None, hours: float = 7) -> str:
    moment = (moment or datetime.now(UTC)).astimezone(timezone(timedelta(hours=hours)))
    return moment.strftime("%Y-%m-%d %H:%M:%S")


class Lop:
    """Who is logged in at a practice gateway, speaking the other dialect."""

    def __init__(self, practice: Practice) -> None:
        self.practice = practice
        self.headers = {"lop-tz": "7", "Content-Type": "application/json;charset=utf-8"}

    @property
    def who(self) -> dict[str, str]:
        """The two values that every request names."""
        return {"ownerNo": self.practice.dept, "pin": self.practice.merchant["pin"]}

    def query(self, **changes: str) -> dict[str, str]:
        query = {
            "LOP-DN": "IntegratedSupplyChain",
            "app_key": self.practice.info["app_key"],
            "access_token": self.practice.token,
            "timestamp": lop_stamp(),
            "v": "2.0",
            "algorithm": "md5-salt",
            **changes,
        }
        return {name: value for name, value in query.items() if value != "-"}

    def post(
        self, path: str, body: str, headers: dict[str, str] | None = None, /, **changes: str
    ) -> httpx.Response:
        """Send a body as it is to a path below `/integratedsupplychain`."""
        query, secret = self.query(**changes), self.practice.info["app_secret"]
        content = text_to_sign(query, f"{PATH}/{path}", body, secret)
        algorithm = query.get("algorithm", "md5-salt")
        known = algorithm if algorithm in DIGESTS else "md5-salt"
        query.setdefault("sign", lop_sign(content, secret, known))
        return self.practice.http.post(
            f"{self.practice.base}{PATH}/{path}",
            params=query,
            content=body.encode(),
            headers=self.headers | (headers or {}),
        )

    def call(self, path: str, given: dict[str, Any] | None = None, /, **changes: str) -> Any:
        """Send one object; return the whole answer."""
        body = json.dumps([{**self.who, **(given or {})}], ensure_ascii=False)
        reply = self.post(path, body, **changes)
        assert reply.status_code == 200
        return reply.json()

    def data(self, path: str, given: dict[str, Any] | None = None, /) -> Any:
        """Send one object that is right; return the data."""
        answer = self.call(path, given)
        assert answer["code"] == "1000", answer
        assert set(answer) == {"code", "message", "requestId", "data"}
        return answer["data"]

    def refusal(self, path: str, given: dict[str, Any] | None = None, /) -> tuple[str, str]:
        """Send one object that is wrong; return code and message of the service's refusal."""
        answer = self.call(path, given)
        assert set(answer) == {"code", "message", "requestId"}
        return answer["code"], answer["message"]

    def delivery(self, shop: str, lines: dict[str, int], own: str = "O-1") -> dict[str, Any]:
        """Return an outbound order as this dialect has it."""
        return {
            "sourceNo": "ISV0000000000001",
            "erpDeliveryNo": own,
            "orderType": "1",
            "warehouseNo": self.practice.warehouse,
            "orderMark": ZEROS,
            "channelInfo": {
                "salesPlatformSource": "6",
                "salesPlatformDeliveryNo": f"P-{own}",
                "salesPlatformCreateTime": "2026/11/01 08:00:00",
            },
            "customerInfo": {"ownerNo": self.practice.dept, "shopNo": shop},
            "receiverInfo": {
                "name": "Ibu Ani",
                "mobile": "081200000001",
                "detailAddress": "Jl. Melati No. 1",
            },
            "carrierInfo": {
                "carrierNo": "CYS4418000000001",
                "shipmentInfo": {"thirdWaybillNo": f"JNE-{own}"},
            },
            "cargoInfos": [
                {"erpGoodsNo": sku, "planQuantity": quantity, "orderLine": str(index)}
                for index, (sku, quantity) in enumerate(lines.items(), 1)
            ],
        }

    def send(self, lines: dict[str, int], own: str = "O-1", **more: Any) -> str:
        """Create an outbound order of a shop of its own; return JD's number."""
        given = self.delivery(self.practice.shop(f"S-{own}"), lines, own) | more
        return str(self.data("order/delivery/create/v1", given)["deliveryNo"])

    def held(self, number: str) -> dict[str, Any]:
        """Return an outbound order as the control side shows it."""
        rows = self.practice.state()["outbound"]
        return next(row for row in rows if row["eclpSoNo"] == number)

    # ------------------------------------------------------------------ authorization

    def log_in(self, redirect_uri: str = OUT_OF_BAND, **changes: str) -> httpx.Response:
        """Log the first merchant in; `user` and `password` can be changed."""
        base, http = self.practice.base, self.practice.http
        params = {
            "client_id": self.practice.info["app_key"],
            "redirect_uri": redirect_uri,
            "response_type": "code",
            "state": "st4te",
        }
        form = hidden_fields(http.get(f"{base}/oauth/authorize", params=params).text)
        merchant = self.practice.merchant
        form |= {"user": merchant["user"], "password": merchant["password"], **changes}
        return http.post(f"{base}/oauth/login", data=form)

    def token(self, code: str, **changes: str) -> dict[str, Any]:
        params = {
            "client_id": self.practice.info["app_key"],
            "client_secret": self.practice.info["app_secret"],
            "code": code,
            **changes,
        }
        return dict(
            self.practice.http.get(f"{self.practice.base}/oauth/token", params=params).json()
        )

    def refresh(self, refresh_token: str, **changes: str) -> dict[str, Any]:
        app_key, secret = self.practice.info["app_key"], self.practice.info["app_secret"]
        stamp = changes.pop("timestamp", lop_stamp(hours=8))
        content = f"{secret}app_key{app_key}refresh_token{refresh_token}timestamp{stamp}{secret}"
        params = {
            "app_key": app_key,
            "refresh_token": refresh_token,
            "timestamp": stamp,
            "sign": lop_sign(content.encode(), secret),
            **changes,
        }
        reply = self.practice.http.get(f"{self.practice.base}/oauth/refresh", params=params)
        return dict(reply.json())
