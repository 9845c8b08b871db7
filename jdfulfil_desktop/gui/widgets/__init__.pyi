from jdfulfil_desktop.gui.widgets.badges import CountBadge, StatusBadge, tag
from jdfulfil_desktop.gui.widgets.bulk_bar import BulkBar
from jdfulfil_desktop.gui.widgets.buttons import Button, ButtonKind, IconButton
from jdfulfil_desktop.gui.widgets.cards import Callout, CalloutSpec, Card, Notice, SectionHeader
from jdfulfil_desktop.gui.widgets.chips import Chip, ChipBar, ChipSpec
from jdfulfil_desktop.gui.widgets.codes import CopyableCode, CopyButton, MaskedLabel
from jdfulfil_desktop.gui.widgets.detail import DetailPane
from jdfulfil_desktop.gui.widgets.detail_parts import (
    ActionRow,
    Event,
    Item,
    ItemList,
    Timeline,
    item_row,
)
from jdfulfil_desktop.gui.widgets.dialogs import ConfirmDialog, DialogFrame, ask, confirm
from jdfulfil_desktop.gui.widgets.drops import FileDropOverlay
from jdfulfil_desktop.gui.widgets.flow import FlowLayout
from jdfulfil_desktop.gui.widgets.forms import FormField
from jdfulfil_desktop.gui.widgets.grids import KeyValueGrid
from jdfulfil_desktop.gui.widgets.header_bar import HeaderBar, NewsState, logo_pixmap
from jdfulfil_desktop.gui.widgets.labels import ElidedLabel, IconLabel, TextRole, rule, text
from jdfulfil_desktop.gui.widgets.list_page import ListPage, PageFrame
from jdfulfil_desktop.gui.widgets.progress import ProgressStrip
from jdfulfil_desktop.gui.widgets.scanning import ScanCatcher, ScanDetector
from jdfulfil_desktop.gui.widgets.search import SearchField
from jdfulfil_desktop.gui.widgets.states import EmptySpec, EmptyState, ErrorSpec, ErrorState
from jdfulfil_desktop.gui.widgets.status_strip import StatusStrip, StripSegment
from jdfulfil_desktop.gui.widgets.steps import StepList, StepSpec
from jdfulfil_desktop.gui.widgets.table_area import TableArea
from jdfulfil_desktop.gui.widgets.toasts import Toast, ToastHost

__all__ = [
    "ActionRow",
    "BulkBar",
    "Button",
    "ButtonKind",
    "Callout",
    "CalloutSpec",
    "Card",
    "Chip",
    "ChipBar",
    "ChipSpec",
    "ConfirmDialog",
    "CopyButton",
    "CopyableCode",
    "CountBadge",
    "DetailPane",
    "DialogFrame",
    "ElidedLabel",
    "EmptySpec",
    "EmptyState",
    "ErrorSpec",
    "ErrorState",
    "Event",
    "FileDropOverlay",
    "FlowLayout",
    "FormField",
    "HeaderBar",
    "IconButton",
    "IconLabel",
    "Item",
    "ItemList",
    "KeyValueGrid",
    "ListPage",
    "MaskedLabel",
    "NewsState",
    "Notice",
    "PageFrame",
    "ProgressStrip",
    "ScanCatcher",
    "ScanDetector",
    "SearchField",
    "SectionHeader",
    "StatusBadge",
    "StatusStrip",
    "StepList",
    "StepSpec",
    "StripSegment",
    "TableArea",
    "TextRole",
    "Timeline",
    "Toast",
    "ToastHost",
    "ask",
    "confirm",
    "item_row",
    "logo_pixmap",
    "rule",
    "tag",
    "text",
]
