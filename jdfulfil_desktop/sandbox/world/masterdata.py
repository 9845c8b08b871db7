"""What is given and never changes: merchants, departments, warehouses, couriers, categories."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Department:
    """A department of a merchant, with the warehouses it may use."""

    dept_no: str
    name: str
    seller_no: str
    warehouse_nos: tuple[str, ...]
    manager: dict[str, str]


@dataclass(frozen=True, slots=True)
class Merchant:
    """Who logs in: one PIN, one seller, its departments."""

    user: str
    pin: str
    seller_no: str
    seller_name: str
    departments: tuple[Department, ...]

    def department(self, dept_no: str) -> Department | None:
        """Return the merchant's department with that number, or None."""
        return next((dept for dept in self.departments if dept.dept_no == dept_no), None)


@dataclass(frozen=True, slots=True)
class MasterData:
    """All of it."""

    merchants: tuple[Merchant, ...]
    warehouses: dict[str, dict[str, str]]
    shippers: dict[str, str]
    sources: dict[str, str]
    categories: list[Any]

    def merchant_of_pin(self, pin: str) -> Merchant | None:
        """Return the merchant with that PIN, or None."""
        return next((merchant for merchant in self.merchants if merchant.pin == pin), None)

    def merchant_of_user(self, user: str) -> Merchant | None:
        """Return the merchant with that login name, or None."""
        return next((merchant for merchant in self.merchants if merchant.user == user), None)

    def department(self, dept_no: str) -> Department | None:
        """Return any merchant's department with that number, or None."""
        return next(
            (
                dept
                for merchant in self.merchants
                for dept in merchant.departments
                if dept.dept_no == dept_no
            ),
            None,
        )


@cache
def master_data() -> MasterData:
    """Return the master data, read once from the package's data."""
    package = __package__.rpartition(".")[0]
    text = (resources.files(package) / "data" / "masterdata.json").read_text("utf-8")
    document = json.loads(text)
    return MasterData(
        merchants=tuple(_merchant(entry) for entry in document["merchants"]),
        warehouses={entry["warehouseNo"]: entry for entry in document["warehouses"]},
        shippers=dict(document["shippers"]),
        sources=dict(document["sources"]),
        categories=document["categories"],
    )


def _merchant(entry: dict[str, Any]) -> Merchant:
    return Merchant(
        user=entry["user"],
        pin=entry["pin"],
        seller_no=entry["sellerNo"],
        seller_name=entry["sellerName"],
        departments=tuple(
            Department(
                dept_no=dept["deptNo"],
                name=dept["deptName"],
                seller_no=entry["sellerNo"],
                warehouse_nos=tuple(dept["warehouseNos"]),
                manager={name: text for name, text in dept.items() if name.startswith("manager")},
            )
            for dept in entry["departments"]
        ),
    )
