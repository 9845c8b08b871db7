"""R18 by command line: who acts is said with --user, and PINs come on standard input."""

from __future__ import annotations

from tests.e2e.cli.program import SAMPLES, Program

OWNER = ("--user", "Ani")


def test_users_and_their_rights(program: Program) -> None:
    assert program.do("user", "list") == {"users": []}
    owner = ("user", "add", "--name", "Ani", "--role", "owner")
    assert program.do(*owner, stdin="1111\n")["role"] == "owner"
    clerk = ("user", "add", "--name", "Budi")
    assert program.refuse(*clerk, stdin="2222\n") == "not_signed_in"
    made = program.do(*OWNER, *clerk, stdin="1111\n2222\n")
    assert made == {
        "name": "Budi",
        "role": "clerk",
        "rights": ["orders", "locations", "inbound", "stock"],
    }
    products = ("product", "import", str(SAMPLES / "products.csv"))
    assert program.refuse("--user", "Budi", *products, stdin="2222\n") == "no_right"
    assert program.refuse("--user", "Budi", *products, stdin="9999\n") == "user_pin_wrong"
    assert program.do(*OWNER, *products, stdin="1111\n")["new"] == 10
    changed = ("user", "change", "Budi", "--role", "custom", "--right", "warehouses", "--new-pin")
    program.do(*OWNER, *changed, stdin="1111\n4444\n")
    store = ("store", "add", "--channel", "shopee", "--name", "Toko")
    assert program.do("--user", "budi", *store, stdin="4444\n")["name"] == "Toko"
    assert program.refuse(*OWNER, "user", "remove", "Ani", stdin="1111\n") == "last_owner"
    program.do(*OWNER, "user", "remove", "Budi", stdin="1111\n")
    assert [user["name"] for user in program.do("user", "list")["users"]] == ["Ani"]


def test_what_follows_the_pin_is_the_commands_own(program: Program) -> None:
    program.do("user", "add", "--name", "Ani", "--role", "owner", stdin="1111\n")
    program.do(*OWNER, "product", "import", str(SAMPLES / "products.csv"), stdin="1111\n")
    house = program.do(*OWNER, "warehouse", "add", "--own", "--name", "A", stdin="1111")
    here = ("--warehouse-no", str(house["warehouse_no"]))
    program.do(*OWNER, "location", "create", *here, "A-01", stdin="1111")
    pasted = "1111\nA-01 KOPI-GAYO-250\n"
    assert program.do(*OWNER, "location", "bind", *here, "-", stdin=pasted)["bound"] == 1
