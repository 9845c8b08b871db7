"""What the gateway refuses with: JD's codes (PROTOCOL 1.7) and one exception that carries them."""

GATEWAY_ERRORS: dict[str, tuple[str, str]] = {
    "1": ("服务不可用", "system error"),
    "2": ("调用次数超过限制", "App Call Limited"),
    "3": ("请求被禁止", "Forbidden Request"),
    "4": ("缺少版本参数", "Missing Version"),
    "5": ("不支持的版本号", "Unsupported Version"),
    "6": ("非法的版本参数", "Invalid Version"),
    "7": ("缺少时间戳参数", "Missing Timestamp"),
    "8": ("非法的时间戳参数", "Invalid Timestamp"),
    "9": ("缺少商家Id参数", "Missing VenderId"),
    "10": ("非法的商家Id参数", "Invalid VenderId"),
    "11": ("缺少签名参数", "Missing Signature"),
    "12": ("无效签名", "Invalid Signature"),
    "13": ("无效数据格式", "Invalid Format"),
    "14": ("缺少方法名参数", "Missing Method"),
    "15": ("不存在的方法名", "Invalid Method"),
    "16": ("缺少流水号参数", "Missing TradeNo"),
    "17": ("流水号已经存在", "TradeNo Already Exists"),
    "18": ("缺少access_token参数", "Missing access_token"),
    "19": ("无效access_token", "Invalid access_token"),
    "20": ("缺少app_key参数", "Missing app_key"),
    "21": ("无效app_key", "Invalid app_key"),
    "22": ("授权者不是商家", "Authorizer is not a merchant"),
    "23": ("API已停用", "API stopped"),
    "24": ("无权调用API", "No permission to call this API"),
    "25": ("应用未上线", "App is not online"),
    "28": ("API已禁用", "API disabled"),
    "43": ("系统处理错误", "system error"),
    "50": ("无效调用", "Invalid call"),
    "60": ("参数错误", "Parameter is not valid"),
    "61": ("参数值无效", "Parameter value is not valid"),
    "62": ("JSON转换错误", "JSON conversion failed"),
    "63": ("JSON格式错误", "Malformed JSON"),
    "64": ("商家类型无权调用", "Merchant type may not call this API"),
    "65": ("平台连接后端服务超时", "Back-end service timed out"),
    "66": ("平台连接后端服务不可用", "Back-end service is not available"),
    "67": ("平台连接后端服务处理过程中出现未知异常信息", "Unknown back-end exception"),
    "68": ("验证可选字段异常信息", "Optional field validation failed"),
    "69": ("获取数据失败", "Failed to get data"),
    "70": ("该订单正在出库中", "The order is being shipped"),
    "71": ("该编号不属于此商家", "This id is not of this vendor"),
    "78": ("HTTP调用异常", "HTTP call exception"),
    "79": ("商家无权通过此appKey调用", "Merchant has no right to use this api through this appKey"),
    "80": ("IP不在应用白名单中", "IP is not in the app's whitelist"),
    "88": ("没有接口权限，请在控制台申请", "No permission for this interface"),
    "89": ("非法appkey", "Illegal appkey"),
    "90": ("非法商家", "Illegal merchant"),
    "91": ("非法PIN", "Illegal PIN"),
    "92": ("测试应用超过三个月须上线", "A test app older than 3 months must go online"),
}


class RefusalError(Exception):
    """A call that the gateway answers with `error_response`.

    `code` is JD's; the sentences default to the code's own and are what the user gets to read.
    """

    def __init__(self, code: str, zh_desc: str = "", en_desc: str = "") -> None:
        default_zh, default_en = GATEWAY_ERRORS.get(code, ("系统处理错误", "system error"))
        self.code = code
        self.zh_desc = zh_desc or default_zh
        self.en_desc = en_desc or default_en
        super().__init__(f"{code}: {self.en_desc}")


def missing(name: str) -> RefusalError:
    """Return the refusal of a required parameter that is absent or empty."""
    return RefusalError("60", f"参数[{name}]不能为空", f"Parameter [{name}] is required")


def invalid(name: str, zh_reason: str, en_reason: str) -> RefusalError:
    """Return the refusal of a value, naming its parameter (PROTOCOL 12)."""
    return RefusalError("61", f"参数[{name}]无效：{zh_reason}", f"Parameter [{name}]: {en_reason}")


def already_exists(name: str, value: str) -> RefusalError:
    """Return the refusal of a number of the caller's own that is taken (PROTOCOL 12)."""
    return RefusalError(
        "17", f"参数[{name}]已经存在：{value}", f"Parameter [{name}] already exists: {value}"
    )
