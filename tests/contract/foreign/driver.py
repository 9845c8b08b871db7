"""Drive a gateway with JD's own generated SDK; it runs in the environment of that SDK alone.

What to do comes as one JSON object on standard input, what was answered goes as one JSON object to
standard output. Of this project nothing is imported here.
"""

import importlib
import json
import sys
import urllib.parse
import urllib.request
from typing import Any

base = importlib.import_module("jd.api.base")
jd = importlib.import_module("jd")


def call(order: dict[str, Any], method: str, fields: dict[str, Any]) -> Any:
    """Send one call the way that the SDK's generated request classes do."""

    class Request(base.RestApi):  # type: ignore[name-defined]  # the SDK has no types
        def __init__(self) -> None:
            super().__init__(order["host"], order["port"])
            for name, value in fields.items():
                setattr(self, name, value)

        def getapiname(self) -> str:
            return method

    request = Request()
    request.set_app_info(jd.appinfo(order["app_key"], order["app_secret"]))
    return request.getResponse(order["access_token"])


def token(order: dict[str, Any]) -> str:
    """Turn a code into a token: the SDK has no part of its own for that."""
    query = urllib.parse.urlencode(
        {
            "app_key": order["app_key"],
            "app_secret": order["app_secret"],
            "grant_type": "authorization_code",
            "code": order["code"],
        }
    )
    address = f"http://{order['host']}:{order['port']}/oauth2/access_token?{query}"
    with urllib.request.urlopen(address, timeout=10) as reply:
        return str(json.load(reply)["access_token"])


def main() -> None:
    order = json.load(sys.stdin)
    answer: dict[str, Any] = {"signs": [base.sign(*pair) for pair in order.get("sign", [])]}
    if "code" in order:
        order["access_token"] = answer["access_token"] = token(order)
    answer["replies"] = [call(order, method, fields) for method, fields in order["calls"]]
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
