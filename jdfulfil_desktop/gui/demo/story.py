"""Tell the main job from the first login to Selesai, and hold it against JD's own state."""

from __future__ import annotations

from jdfulfil_desktop.gui.demo import dialogs, selling, supplying
from jdfulfil_desktop.gui.demo.claims import Claims, check
from jdfulfil_desktop.gui.demo.room import Setting
from jdfulfil_desktop.gui.demo.stage import Stage
from jdfulfil_desktop.gui.window import MainWindow
from jdfulfil_desktop.gui.words import tr


async def play(window: MainWindow, setting: Setting) -> int:
    """Play the whole story; gives 0 where every claim holds, else 1. Raises FulfilError."""
    stage = Stage(window, setting)
    await supplying.authorize(stage)
    products = await supplying.register_products(stage)
    await supplying.open_stores(stage)
    await supplying.bind_locations(stage, products)
    await supplying.receive_goods(stage, products)
    await selling.import_orders(stage)
    await selling.link_skus(stage)
    await selling.push(stage)
    await selling.mend(stage)
    await selling.cancel_one(stage)
    await selling.follow(stage)
    await selling.look_back(stage)
    if setting.every_dialog:
        await dialogs.photograph(stage)
    return await _prove(stage)


async def _prove(stage: Stage) -> int:
    """Compare our orders and stock with what the practice gateway holds."""
    stage.step(tr("The practice gateway's own state, held against all that was said"))
    state = await stage.away(stage.room.state)
    claims = check(await stage.orders(), await stage.stock(), state)
    _say_claims(stage, claims)
    if stage.album.saved:
        folder = stage.album.saved[0].parent
        stage.note(tr("{0} pictures in {1}").format(len(stage.album.saved), folder))
    return 0 if claims.hold else 1


def _say_claims(stage: Stage, claims: Claims) -> None:
    if claims.hold:
        words = tr("{0} orders at JD, each once, and no other; stock agrees piece by piece")
        stage.note(words.format(claims.pushed))
        return
    for words, numbers in (
        (tr("missing at JD"), claims.missing),
        (tr("twice at JD"), claims.doubled),
        (tr("at JD without a rule"), claims.uncalled),
        (tr("stock differs"), claims.stock_differs),
    ):
        if numbers:
            stage.note(f"✕ {words}: {', '.join(numbers)}")
