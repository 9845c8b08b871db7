<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name></name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>事业部</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>News</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>valid until {0} ({1} days)</source>
        <translation>有效至 {0}（{1} 天）</translation>
    </message>
    <message>
        <source>{0} seconds</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>set this PC&apos;s clock automatically</source>
        <translation>请自动校准本机时钟</translation>
    </message>
    <message>
        <source>Clock difference</source>
        <translation>时钟偏差</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Last news</source>
        <translation>最近消息</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Sent today</source>
        <translation>今日已发送</translation>
    </message>
    <message>
        <source>{0} of at most {1}</source>
        <translation>{0}，上限 {1}</translation>
    </message>
    <message>
        <source>You paused this account. What is queued keeps its place.</source>
        <translation>您暂停了此账户。排队中的保持原位。</translation>
    </message>
    <message>
        <source>The queue waits and nothing is lost.</source>
        <translation>队列等待中，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>{0} wait for it and nothing is lost.</source>
        <translation>{0}在等待，不会丢失。</translation>
    </message>
    <message>
        <source>Authorize again and it goes on by itself.</source>
        <translation>重新授权后会自动继续。</translation>
    </message>
    <message>
        <source>Authorize again with the right values and it goes on by itself.</source>
        <translation>用正确的信息重新授权后会自动继续。</translation>
    </message>
    <message>
        <source>JD&apos;s quota for the App Key is used up; it goes on by itself.</source>
        <translation>该 App Key 在 JD 的配额已用完；会自动继续。</translation>
    </message>
    <message>
        <source>{0} are held by today&apos;s limit. They go tomorrow by themselves, or now with Basic.</source>
        <translation>{0}因今日上限被保留。明天会自动发送，或改用基本授权立即发送。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>{0} of {1} orders sent today: later ones wait until tomorrow, or for Basic.</source>
        <translation>今日已发送 {0} / {1} 个订单：之后的等到明天，或改用基本授权。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Take over JD&apos;s goods</source>
        <translation>接管京东商品</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Authorize again</source>
        <translation>重新授权</translation>
    </message>
    <message>
        <source>Add warehouse</source>
        <translation>添加仓库</translation>
    </message>
    <message>
        <source>Upgrade to Basic</source>
        <translation>升级为基础授权</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>事业部</translation>
    </message>
    <message>
        <source>Quick authorization</source>
        <translation>快速授权</translation>
    </message>
    <message>
        <source>Basic authorization</source>
        <translation>基础授权</translation>
    </message>
    <message>
        <source>Start Sync</source>
        <translation>开始同步</translation>
    </message>
    <message>
        <source>Use Basic authorization instead</source>
        <translation>改用基础授权</translation>
    </message>
    <message>
        <source>No App Key of the program is known for this address: practice gateways publish one, a distributor&apos;s file brings one. Use Basic here.</source>
        <translation>此地址没有本程序的 App Key：练习网关会公布，分销商文件会带来。请在此使用基本授权。</translation>
    </message>
    <message>
        <source>Hello JD.ID, please grant our merchant account access to the open platform for fulfillment and send us App Key, App Secret and gateway user.
PIN: {0}
Department number: {1}
Warehouse number: {2}
Callback address: {3}
Thank you.</source>
        <translation>您好，请为我们的商家账户开通仓配开放平台权限，并提供 App Key、App Secret 和网关用户。
PIN：{0}
部门编号：{1}
仓库编号：{2}
回调地址：{3}
谢谢。</translation>
    </message>
    <message>
        <source>Copy the request to JD.ID customer service</source>
        <translation>复制给 JD.ID 客服的申请</translation>
    </message>
    <message>
        <source>Copied: paste it into your message</source>
        <translation>已复制：请粘贴到您的消息中</translation>
    </message>
    <message>
        <source>JD.ID&apos;s login page opens in your browser. Tick Subscribe there to have statuses in real time. Your password is typed on that page only.</source>
        <translation>JD.ID 登录页会在浏览器中打开。勾选订阅即可实时接收状态。密码只在该页面输入。</translation>
    </message>
    <message>
        <source>JD.ID customer service grants App Key, App Secret and gateway user: copy the request below and send it to them. Then JD.ID&apos;s login page opens in your browser.</source>
        <translation>App Key、App Secret 和网关用户由 JD.ID 客服发放：请复制下方申请发送给客服。之后 JD.ID 登录页会在浏览器中打开。</translation>
    </message>
    <message>
        <source>JD offers: {0}</source>
        <translation>京东提供：{0}</translation>
    </message>
    <message>
        <source>Add department</source>
        <translation>添加事业部</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>A further department of a JD.ID account that is authorized already.</source>
        <translation>已授权 JD.ID 账号的另一个事业部。</translation>
    </message>
    <message>
        <source>Department number</source>
        <translation>事业部编号</translation>
    </message>
    <message>
        <source>No new login is needed for a department that is authorized already.</source>
        <translation>已授权的事业部无需再次登录。</translation>
    </message>
    <message>
        <source>Warehouse number</source>
        <translation>仓库编号</translation>
    </message>
    <message>
        <source>JD is asked what it offers …</source>
        <translation>正在询问京东可添加的内容…</translation>
    </message>
    <message>
        <source>As JD.ID told you.</source>
        <translation>以京东提供的为准。</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>It cannot hold blanks.</source>
        <translation>不能包含空格。</translation>
    </message>
    <message>
        <source>It begins with EBU and has digits after it.</source>
        <translation>以 EBU 开头，后接数字。</translation>
    </message>
    <message>
        <source>From JD.ID, or the practice gateway&apos;s.</source>
        <translation>由 JD.ID 提供，或填练习网关的地址。</translation>
    </message>
    <message>
        <source>Kept in this PC&apos;s keyring, never shown again.</source>
        <translation>保存在本机密钥环中，不再显示。</translation>
    </message>
    <message>
        <source>Kept with the credentials, never sent.</source>
        <translation>与凭证一同保存，不会发送。</translation>
    </message>
    <message>
        <source>Begins with EBU.</source>
        <translation>以 EBU 开头。</translation>
    </message>
    <message>
        <source>Your JD.ID account. One PIN belongs to one merchant.</source>
        <translation>您的 JD.ID 账号。一个 PIN 只属于一个商家。</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Authorize an account first.</source>
        <translation>请先授权账号。</translation>
    </message>
    <message>
        <source>Accounts connected: {0}</source>
        <translation>已连接账号：{0}</translation>
    </message>
    <message>
        <source>Connect your JD.ID account: choose one of two ways.</source>
        <translation>连接您的 JD.ID 账号：两种方式任选其一。</translation>
    </message>
    <message>
        <source>Connect a further account</source>
        <translation>连接其他账号</translation>
    </message>
    <message>
        <source>App identity of {0} is installed.</source>
        <translation>已安装 {0} 的应用身份。</translation>
    </message>
    <message>
        <source>The program&apos;s own App Key works on practice gateways only, and none is known here: use Basic authorization.</source>
        <translation>本程序自带的 App Key 只能用于练习网关，此处没有已知的练习网关：请使用基础授权。</translation>
    </message>
    <message>
        <source>I have a practice gateway&apos;s address</source>
        <translation>我有练习网关的地址</translation>
    </message>
    <message>
        <source>I have a distributor&apos;s app-identity file</source>
        <translation>我有分销商的应用身份文件</translation>
    </message>
    <message>
        <source>App identity (*.json)</source>
        <translation>应用身份 (*.json)</translation>
    </message>
    <message>
        <source>App-identity file</source>
        <translation>应用身份文件</translation>
    </message>
    <message>
        <source>App identity for {0} is installed: Quick works there.</source>
        <translation>已安装 {0} 的应用身份：可在该处使用快速授权。</translation>
    </message>
    <message>
        <source>The authorization was cancelled.</source>
        <translation>授权已取消。</translation>
    </message>
    <message>
        <source>Connected. News: {0}.</source>
        <translation>已连接。消息：{0}。</translation>
    </message>
    <message>
        <source>JD answers. Clock difference: {0} seconds.</source>
        <translation>京东有响应。时钟差：{0} 秒。</translation>
    </message>
    <message>
        <source>The account goes on; its queue is sent.</source>
        <translation>账户已继续；队列开始发送。</translation>
    </message>
    <message>
        <source>Paused. What is queued keeps its place.</source>
        <translation>已暂停。排队中的保持原位。</translation>
    </message>
    <message>
        <source>Its warehouses are deactivated and its secrets deleted from this PC. Orders, stock and history stay, and the account may come back at any time.</source>
        <translation>其仓库将停用，密钥将从本机删除。订单、库存和历史会保留，账户可随时恢复。</translation>
    </message>
    <message>
        <source>The account was removed; it may come back.</source>
        <translation>账户已移除；可恢复。</translation>
    </message>
    <message>
        <source>The account is back. Authorize it again to go on.</source>
        <translation>账户已恢复。请重新授权以继续。</translation>
    </message>
    <message>
        <source>Department {0} added.</source>
        <translation>事业部 {0} 已添加。</translation>
    </message>
    <message>
        <source>Warehouse {0} added.</source>
        <translation>仓库 {0} 已添加。</translation>
    </message>
    <message>
        <source>{0} cannot be removed yet</source>
        <translation>{0} 暂时不能移除</translation>
    </message>
    <message>
        <source>Show what is open</source>
        <translation>查看未结单据</translation>
    </message>
    <message>
        <source>Finish what is open in its warehouses first, then remove it.</source>
        <translation>请先处理完其仓库中的未结单据，再移除。</translation>
    </message>
    <message>
        <source>Removed accounts</source>
        <translation>已移除的账户</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Nothing was put away.</source>
        <translation>没有已归档的内容。</translation>
    </message>
    <message>
        <source>Choose what comes back first.</source>
        <translation>请先选择要恢复的内容。</translation>
    </message>
    <message>
        <source>An account that comes back has to be authorized again.</source>
        <translation>恢复的账户需要重新授权。</translation>
    </message>
    <message>
        <source>Log in at JD.ID</source>
        <translation>登录 JD.ID</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制网址</translation>
    </message>
    <message>
        <source>Your browser shows JD.ID&apos;s login page. This window goes on by itself.</source>
        <translation>浏览器显示 JD.ID 登录页。本窗口会自动继续。</translation>
    </message>
    <message>
        <source>Waiting for the login …</source>
        <translation>等待登录 …</translation>
    </message>
    <message>
        <source>If no page opened, copy the address and open it in any browser on this PC.</source>
        <translation>如果没有打开页面，请复制网址并在本机任意浏览器中打开。</translation>
    </message>
    <message>
        <source>Answer of the login page</source>
        <translation>登录页的回复</translation>
    </message>
    <message>
        <source>Only where the browser says that the page cannot be reached: paste its whole address here, or the code.</source>
        <translation>仅当浏览器提示无法打开页面时：请在此粘贴完整地址或授权码。</translation>
    </message>
    <message>
        <source>Log in there, then paste the answer below.</source>
        <translation>请在该页登录，然后在下方粘贴回复。</translation>
    </message>
    <message>
        <source>Paste the address or the code first.</source>
        <translation>请先粘贴地址或授权码。</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>What JD already has becomes a master product here, with JD&apos;s figure as its opening stock. Products that you have already are found by number or barcode.</source>
        <translation>京东已有的商品会成为此处的主商品，以京东数字为期初库存。您已有的商品按编号或条码匹配。</translation>
    </message>
    <message>
        <source>Also what lies in one of my own warehouses (R13)</source>
        <translation>也包括存放在自有仓库中的商品（R13）</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>JD.ID is being asked.</source>
        <translation>正在询问 JD.ID。</translation>
    </message>
    <message>
        <source>JD is asked how many goods it has …</source>
        <translation>正在询问京东的商品数量…</translation>
    </message>
    <message>
        <source>JD has {0} goods in this department.</source>
        <translation>京东在该部门有 {0} 种商品。</translation>
    </message>
    <message>
        <source>Take over {0} goods</source>
        <translation>接管 {0} 种商品</translation>
    </message>
    <message>
        <source>JD has no goods here yet.</source>
        <translation>京东在此尚无商品。</translation>
    </message>
    <message>
        <source>{0} of {1} looked at</source>
        <translation>已检查 {0} / {1}</translation>
    </message>
    <message>
        <source>{0} goods taken over, {1} of them new products.</source>
        <translation>已接管 {0} 种商品，其中 {1} 种为新商品。</translation>
    </message>
    <message>
        <source>{0} lie in your own warehouse as well and were left alone (R13).</source>
        <translation>{0} 种也在自有仓库中，未处理（R13）。</translation>
    </message>
    <message>
        <source>No browser could be opened: copy the address and open it yourself.</source>
        <translation>无法打开浏览器：请复制网址自行打开。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the callback address</source>
        <translation>复制回调地址</translation>
    </message>
    <message>
        <source>Callback address</source>
        <translation>回调地址</translation>
    </message>
    <message>
        <source>JD&apos;s answer does not come here by itself: paste it while the login waits.</source>
        <translation>京东的回复不会自动返回：请在等待登录时粘贴。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Register exactly this address for your app in JD&apos;s console.</source>
        <translation>请在京东控制台为您的应用登记此地址。</translation>
    </message>
    <message>
        <source>You need</source>
        <translation>您需要</translation>
    </message>
    <message>
        <source>Authorize quickly</source>
        <translation>快速授权</translation>
    </message>
    <message>
        <source>For merchants with fewer than 1,000 orders a day. Ready in two minutes.</source>
        <translation>适合每日订单少于 1,000 单的商家，两分钟即可完成。</translation>
    </message>
    <message>
        <source>Department number and warehouse number</source>
        <translation>事业部编号和仓库编号</translation>
    </message>
    <message>
        <source>Your JD.ID PIN</source>
        <translation>您的 JD.ID PIN</translation>
    </message>
    <message>
        <source>The program&apos;s own App Key is used</source>
        <translation>使用本程序自带的 App Key</translation>
    </message>
    <message>
        <source>Authorize with own key</source>
        <translation>使用自有 App Key 授权</translation>
    </message>
    <message>
        <source>For merchants with more orders, or an App Key of their own. No daily limit.</source>
        <translation>适合订单更多或有自己 App Key 的商家，无每日上限。</translation>
    </message>
    <message>
        <source>App Key, App Secret and gateway user; JD.ID customer service grants them</source>
        <translation>App Key、App Secret 和网关用户，由 JD.ID 客服发放</translation>
    </message>
    <message>
        <source>Import the order exports; nothing is written before you agree</source>
        <translation>导入订单文件；在您同意之前不写入任何内容</translation>
    </message>
    <message>
        <source>{0}: {1} orders, {2} refused</source>
        <translation>{0}：{1} 个订单，{2} 个被拒绝</translation>
    </message>
    <message>
        <source>Link channel SKUs to master products; orders that waited go on by themselves</source>
        <translation>将渠道 SKU 关联到主商品；等待的订单自动继续</translation>
    </message>
    <message>
        <source>{0} channel SKUs linked</source>
        <translation>已关联 {0} 个渠道 SKU</translation>
    </message>
    <message>
        <source>The background sync pushes what the rules allow</source>
        <translation>后台同步推送规则允许的订单</translation>
    </message>
    <message>
        <source>{0} orders imported, {1} pushed</source>
        <translation>导入 {0} 个订单，推送 {1} 个</translation>
    </message>
    <message>
        <source>Mend: arrange shipment for two orders that wait</source>
        <translation>处理：为两个等待的订单安排发货</translation>
    </message>
    <message>
        <source>Cancel one order before picking; JD&apos;s answer decides</source>
        <translation>拣货前取消一个订单；以 JD 的答复为准</translation>
    </message>
    <message>
        <source>JD picks, packs and ships; statuses come back in real time</source>
        <translation>JD 拣货、打包、发货；状态实时返回</translation>
    </message>
    <message>
        <source>Cancelling after picking: {0}</source>
        <translation>拣货后取消：{0}</translation>
    </message>
    <message>
        <source>{0} orders completed</source>
        <translation>{0} 个订单已完成</translation>
    </message>
    <message>
        <source>Stock after, and what the day looked like</source>
        <translation>之后的库存，以及当日情况</translation>
    </message>
    <message>
        <source>{0} pieces on hand, {1} reserved, {2} differ from JD&apos;s figure</source>
        <translation>现有 {0} 件，预留 {1} 件，{2} 项与 JD 数量不符</translation>
    </message>
    <message>
        <source>The practice gateway&apos;s own state, held against all that was said</source>
        <translation>练习网关自身的状态，与以上所述核对</translation>
    </message>
    <message>
        <source>{0} pictures in {1}</source>
        <translation>{1} 中有 {0} 张图片</translation>
    </message>
    <message>
        <source>{0} orders at JD, each once, and no other; stock agrees piece by piece</source>
        <translation>JD 有 {0} 个订单，各一次，别无其他；库存逐件相符</translation>
    </message>
    <message>
        <source>missing at JD</source>
        <translation>JD 缺少</translation>
    </message>
    <message>
        <source>twice at JD</source>
        <translation>在 JD 重复</translation>
    </message>
    <message>
        <source>at JD without a rule</source>
        <translation>在 JD 但无规则</translation>
    </message>
    <message>
        <source>stock differs</source>
        <translation>库存不符</translation>
    </message>
    <message>
        <source>Authorize quickly: department, warehouse, PIN; log in and tick Subscribe</source>
        <translation>快速授权：事业部、仓库、PIN；登录并勾选订阅</translation>
    </message>
    <message>
        <source>{0} account connected, news: {1}</source>
        <translation>已连接 {0} 个账号，消息：{1}</translation>
    </message>
    <message>
        <source>Import master products and register them at JD</source>
        <translation>导入主商品并在 JD 登记</translation>
    </message>
    <message>
        <source>{0} products from {1}</source>
        <translation>来自 {1} 的 {0} 个商品</translation>
    </message>
    <message>
        <source>{0} registered, {1} adopted, {2} failed</source>
        <translation>登记 {0}，采用 {1}，失败 {2}</translation>
    </message>
    <message>
        <source>Add two stores and bind them to the JD warehouse</source>
        <translation>添加两个店铺并绑定 JD 仓库</translation>
    </message>
    <message>
        <source>Create bin locations and bind SKUs to them in bulk</source>
        <translation>创建货位并批量绑定 SKU</translation>
    </message>
    <message>
        <source>{0} locations, {1} SKUs bound</source>
        <translation>{0} 个货位，已绑定 {1} 个 SKU</translation>
    </message>
    <message>
        <source>Send an inbound list; JD receives it, some pieces short</source>
        <translation>发送入库单；JD 收货，少了几件</translation>
    </message>
    <message>
        <source>{0}: {1} products, {2} pieces each</source>
        <translation>{0}：{1} 个商品，每个 {2} 件</translation>
    </message>
    <message>
        <source>Completed: {0} of {1} pieces received, stock {2}</source>
        <translation>已完成：应收 {1} 件，实收 {0} 件，库存 {2}</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Last news {0}</source>
        <translation>最近消息 {0}</translation>
    </message>
    <message>
        <source>Lists and imports work; the queue goes on by itself.</source>
        <translation>列表和导入可正常使用；队列会自动继续。</translation>
    </message>
    <message>
        <source>Look at the connection</source>
        <translation>查看连接</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Nothing needs your word. What JD or a marketplace changes is told here.</source>
        <translation>没有需要您决定的事项。JD 或平台的变化会在这里通知。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Connect your JD.ID account</source>
        <translation>连接您的 JD.ID 账号</translation>
    </message>
    <message>
        <source>Log in on JD.ID&apos;s page; your warehouses appear by themselves.</source>
        <translation>在 JD.ID 页面登录；您的仓库会自动出现。</translation>
    </message>
    <message>
        <source>Authorize</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Add your products</source>
        <translation>添加您的商品</translation>
    </message>
    <message>
        <source>From a spreadsheet or one by one, then register them at JD.</source>
        <translation>从表格导入或逐个添加，然后在 JD 登记。</translation>
    </message>
    <message>
        <source>Add products</source>
        <translation>添加商品</translation>
    </message>
    <message>
        <source>Bind your stores to a warehouse</source>
        <translation>将店铺绑定到仓库</translation>
    </message>
    <message>
        <source>An order goes to the warehouse that its store is bound to.</source>
        <translation>订单发往其店铺绑定的仓库。</translation>
    </message>
    <message>
        <source>Bind stores</source>
        <translation>绑定店铺</translation>
    </message>
    <message>
        <source>Import your orders</source>
        <translation>导入您的订单</translation>
    </message>
    <message>
        <source>The export of your seller centre. What may go is pushed by itself.</source>
        <translation>卖家中心的导出文件。可推送的会自动推送。</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>Four steps to your first shipment</source>
        <translation>四步完成首次发货</translation>
    </message>
    <message>
        <source>Orders and shipments a day</source>
        <translation>每日订单与发货</translation>
    </message>
    <message>
        <source>Hours from import to shipped</source>
        <translation>从导入到发货的小时数</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Hours, median</source>
        <translation>小时，中位数</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>运行状况</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>未被接受</translation>
    </message>
    <message>
        <source>valid for {0}</source>
        <translation>有效期 {0}</translation>
    </message>
    <message>
        <source>{0} off: set this PC&apos;s clock</source>
        <translation>偏差 {0}：请校准本机时钟</translation>
    </message>
    <message>
        <source>{0} difference</source>
        <translation>相差 {0}</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation>{0} 个等待</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>{0}, JD is being asked</source>
        <translation>{0}，正在询问 JD</translation>
    </message>
    <message>
        <source>no JD.ID account yet</source>
        <translation>尚无 JD.ID 账号</translation>
    </message>
    <message>
        <source>Open: {0}</source>
        <translation>打开：{0}</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>Show {0} more</source>
        <translation>再显示 {0} 项</translation>
    </message>
    <message>
        <source>Orders that may go are pushed by themselves.</source>
        <translation>可推送的订单会自动推送。</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>没有需要您处理的事项</translation>
    </message>
    <message>
        <source>What holds an order back is listed here with the button that mends it.</source>
        <translation>阻碍订单的原因及其处理按钮列在这里。</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>尚无订单</translation>
    </message>
    <message>
        <source>{0} · oldest came in {1}</source>
        <translation>{0} · 最早进入 {1}</translation>
    </message>
    <message>
        <source>Show orders</source>
        <translation>查看订单</translation>
    </message>
    <message>
        <source>JD refused products</source>
        <translation>JD 拒绝了商品</translation>
    </message>
    <message>
        <source>Show products</source>
        <translation>查看商品</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>{0} waiting for you</source>
        <translation>{0} 等待您处理</translation>
    </message>
    <message>
        <source>{0} at JD</source>
        <translation>{0} 个在 JD</translation>
    </message>
    <message>
        <source>Add a warehouse first.</source>
        <translation>请先添加仓库。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Inbound no.</source>
        <translation>入库单号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>JD&apos;s news</source>
        <translation>JD 消息</translation>
    </message>
    <message>
        <source>JD no.</source>
        <translation>JD 单号</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>JD status</source>
        <translation>JD 状态</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>实收</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Products ({0})</source>
        <translation>商品 ({0})</translation>
    </message>
    <message>
        <source>Receipts ({0})</source>
        <translation>收货记录（{0}）</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>JD does not have this list yet. It stays here until you submit it.</source>
        <translation>JD 尚无此入库单。提交之前一直保留在此。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Mend the cause, then submit it again under the same number.</source>
        <translation>修正原因后，用同一单号重新提交。</translation>
    </message>
    <message>
        <source>It was sent and no clear answer came. JD is asked for this number before anything is sent again, so it cannot be doubled.</source>
        <translation>已发送但未得到明确答复。再次发送前会先按此单号询问 JD，因此不会重复。</translation>
    </message>
    <message>
        <source>Ask JD now</source>
        <translation>立即询问 JD</translation>
    </message>
    <message>
        <source>JD decides. Its answer is followed by itself; stock changes only then.</source>
        <translation>由 JD 决定。程序会自动跟进结果，届时库存才会变化。</translation>
    </message>
    <message>
        <source>Stock rose by what was really received. {0}.</source>
        <translation>库存已按实收数量增加。{0}。</translation>
    </message>
    <message>
        <source>Corrections by JD: {0}. Each is a document of its own.</source>
        <translation>JD 更正次数：{0}。每次更正各成一张单据。</translation>
    </message>
    <message>
        <source>Received otherwise than planned</source>
        <translation>实收与计划不符</translation>
    </message>
    <message>
        <source>Corrected by JD</source>
        <translation>JD 已更正</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete list</source>
        <translation>删除入库单</translation>
    </message>
    <message>
        <source>Refresh Status</source>
        <translation>刷新状态</translation>
    </message>
    <message>
        <source>Copy as a new list</source>
        <translation>复制为新入库单</translation>
    </message>
    <message>
        <source>Expected and received</source>
        <translation>计划与实收</translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation>送货单</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>打印清单</translation>
    </message>
    <message>
        <source>Create inbound list</source>
        <translation>创建入库单</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>保存为草稿</translation>
    </message>
    <message>
        <source>JD.ID warehouse</source>
        <translation>JD.ID 仓库</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Type or scan a SKU, a barcode or a name.</source>
        <translation>输入或扫描 SKU、条码或名称。</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Several at once</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Paste lines of SKU and quantity from a spreadsheet.</source>
        <translation>从表格粘贴 SKU 和数量。</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Add lines</source>
        <translation>添加多行</translation>
    </message>
    <message>
        <source>Each scan counts one</source>
        <translation>每次扫描计一件</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>删除该行</translation>
    </message>
    <message>
        <source>Quantity of the chosen line</source>
        <translation>所选行的数量</translation>
    </message>
    <message>
        <source>There is no such product.</source>
        <translation>没有此商品。</translation>
    </message>
    <message>
        <source>Close again to give these lines up, or keep them as draft.</source>
        <translation>再次关闭将放弃这些行，或保存为草稿。</translation>
    </message>
    <message>
        <source>Lines from a file</source>
        <translation>从文件读取行</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>第 {0} 行：{1}</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>及另外 {0} 个</translation>
    </message>
    <message>
        <source>{0} products, {1} units</source>
        <translation>{0} 个商品，{1} 件</translation>
    </message>
    <message>
        <source>Add a product first.</source>
        <translation>请先添加商品。</translation>
    </message>
    <message>
        <source>No JD.ID warehouse yet.</source>
        <translation>尚无 JD.ID 仓库。</translation>
    </message>
    <message>
        <source>Choose a line to change it</source>
        <translation>选择一行进行修改</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Inbound lists</source>
        <translation>入库管理</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>JD does not have it yet</source>
        <translation>JD 尚无此单</translation>
    </message>
    <message>
        <source>JD is asked whether it has the list</source>
        <translation>正在询问 JD 是否已有此单</translation>
    </message>
    <message>
        <source>Refused by JD</source>
        <translation>被 JD 拒绝</translation>
    </message>
    <message>
        <source>At JD</source>
        <translation>在 JD</translation>
    </message>
    <message>
        <source>On its way to the warehouse, or inspected</source>
        <translation>正在运往仓库或验收中</translation>
    </message>
    <message>
        <source>Stock rose by what was received</source>
        <translation>库存已按实收数量增加</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>No inbound lists here</source>
        <translation>此处没有入库单</translation>
    </message>
    <message>
        <source>An inbound list tells JD.ID what is coming and how much of it. When JD has received it, stock rises by what really came.</source>
        <translation>入库单告知 JD.ID 将到货的商品和数量。JD 收货后，库存按实收数量增加。</translation>
    </message>
    <message>
        <source>No JD.ID warehouse yet</source>
        <translation>尚无 JD.ID 仓库</translation>
    </message>
    <message>
        <source>Inbound lists go to JD.ID&apos;s warehouses: connect your account first.</source>
        <translation>入库单发往 JD.ID 仓库：请先连接账号。</translation>
    </message>
    <message>
        <source>Go to authorization</source>
        <translation>前往授权</translation>
    </message>
    <message>
        <source>Goods on their way to JD.ID&apos;s warehouses.</source>
        <translation>正在运往 JD.ID 仓库的商品。</translation>
    </message>
    <message>
        <source>News: {0}</source>
        <translation>消息：{0}</translation>
    </message>
    <message>
        <source>last news {0} ({1})</source>
        <translation>最近消息 {0}（{1}）</translation>
    </message>
    <message>
        <source>JD has none of the checked lists yet.</source>
        <translation>JD 尚未收到所选入库单。</translation>
    </message>
    <message>
        <source>last news {0}</source>
        <translation>最近消息 {0}</translation>
    </message>
    <message>
        <source>press Refresh Status for the newest</source>
        <translation>按“刷新状态”获取最新</translation>
    </message>
    <message>
        <source>{0} and its {1} lines are deleted. JD never had it.</source>
        <translation>{0} 及其 {1} 行将被删除。JD 从未收到。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>{0} deleted.</source>
        <translation>{0} 已删除。</translation>
    </message>
    <message>
        <source>{0} kept as draft.</source>
        <translation>{0} 已保存为草稿。</translation>
    </message>
    <message>
        <source>Cancel list</source>
        <translation>取消入库单</translation>
    </message>
    <message>
        <source>JD is asked to cancel {0}. It agrees as long as it has not begun to receive the goods; what was planned is then no longer expected.</source>
        <translation>将请求 JD 取消 {0}。只要 JD 尚未开始收货即可取消，此后不再等待计划数量。</translation>
    </message>
    <message>
        <source>Close list</source>
        <translation>关闭入库单</translation>
    </message>
    <message>
        <source>{0} ends at JD with what has arrived: {1} of {2}. That goes into stock; the rest is no longer expected.</source>
        <translation>{0} 将在 JD 以已到货数量结束：{1}/{2}。到货入库，其余不再等待。</translation>
    </message>
    <message>
        <source>{0} cancelled.</source>
        <translation>{0} 已取消。</translation>
    </message>
    <message>
        <source>{0} closed; what arrived is in stock.</source>
        <translation>{0} 已关单；到货已入库存。</translation>
    </message>
    <message>
        <source>{0}: JD decides; its answer is followed by itself.</source>
        <translation>{0}：由 JD 决定，程序会自动跟进结果。</translation>
    </message>
    <message>
        <source>{0}: JD agreed to close it; its status follows.</source>
        <translation>{0}：JD 已同意关单，状态随后更新。</translation>
    </message>
    <message>
        <source>{0} inbound lists asked for, {1} changed.</source>
        <translation>已查询 {0} 个入库单，{1} 个有变化。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>发货人</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>司机</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>收货人</translation>
    </message>
    <message>
        <source>Printed {0}</source>
        <translation>打印于 {0}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Inbound list</source>
        <translation>入库单</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>入库单</translation>
    </message>
    <message>
        <source>REPRINT, copy {0}</source>
        <translation>补打，第 {0} 份</translation>
    </message>
    <message>
        <source>Register products first</source>
        <translation>请先登记商品</translation>
    </message>
    <message>
        <source>JD does not know these products yet: {0}. They are registered for warehouse {1}, then the list is sent.</source>
        <translation>JD 尚未登记这些商品：{0}。将先在仓库 {1} 登记，再发送入库单。</translation>
    </message>
    <message>
        <source>Register and submit</source>
        <translation>登记并提交</translation>
    </message>
    <message>
        <source>{0} is at JD as {1}.</source>
        <translation>{0} 已在 JD，单号 {1}。</translation>
    </message>
    <message>
        <source>Submitting {0}</source>
        <translation>正在提交 {0}</translation>
    </message>
    <message>
        <source>Add products to locations in bulk</source>
        <translation>批量添加商品到货位</translation>
    </message>
    <message>
        <source>Bind</source>
        <translation>绑定</translation>
    </message>
    <message>
        <source>A line each: location, then SKU or barcode, apart by a tab, comma or blank. Paste from a spreadsheet, or scan one after the other.</source>
        <translation>每行一组：先货位，再 SKU 或条码，用制表符、逗号或空格分隔。可从表格粘贴，也可依次扫描。</translation>
    </message>
    <message>
        <source>Location and product</source>
        <translation>货位与商品</translation>
    </message>
    <message>
        <source>Only the bad lines</source>
        <translation>仅显示有误的行</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Ctrl+Enter binds. A line chosen here is shown in the box.</source>
        <translation>按 Ctrl+Enter 绑定。在此选中的行会在输入框中显示。</translation>
    </message>
    <message>
        <source>Counted so far, not booked yet</source>
        <translation>已清点，尚未入账</translation>
    </message>
    <message>
        <source>{0} booked into stock</source>
        <translation>{0} 已入库存</translation>
    </message>
    <message>
        <source>{0} good</source>
        <translation>{0} 个有效</translation>
    </message>
    <message>
        <source>{0} bad</source>
        <translation>{0} 个有误</translation>
    </message>
    <message>
        <source>{0} there already</source>
        <translation>{0} 个已存在</translation>
    </message>
    <message>
        <source>Create {0} missing locations</source>
        <translation>创建缺少的 {0} 个货位</translation>
    </message>
    <message>
        <source>Bind {0} products</source>
        <translation>绑定 {0} 个商品</translation>
    </message>
    <message>
        <source>No line can be bound yet.</source>
        <translation>尚无可绑定的行。</translation>
    </message>
    <message>
        <source>{0} bound, {1} were there already.</source>
        <translation>已绑定 {0} 个，{1} 个已存在。</translation>
    </message>
    <message>
        <source>{0} lines could not be bound; mend them here and press again.</source>
        <translation>{0} 行无法绑定；请在此修正后再按一次。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Location or SKU is missing</source>
        <translation>缺少货位或 SKU</translation>
    </message>
    <message>
        <source>Not a location number</source>
        <translation>不是货位号</translation>
    </message>
    <message>
        <source>No such location</source>
        <translation>没有此货位</translation>
    </message>
    <message>
        <source>No such product</source>
        <translation>没有此商品</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Named twice</source>
        <translation>重复出现</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>SKUs</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Nothing lies here yet.</source>
        <translation>此处尚无商品。</translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>添加商品</translation>
    </message>
    <message>
        <source>Move all</source>
        <translation>全部移走</translation>
    </message>
    <message>
        <source>Take {0} off</source>
        <translation>移除 {0}</translation>
    </message>
    <message>
        <source>Move {0}</source>
        <translation>移动 {0}</translation>
    </message>
    <message>
        <source>JD.ID has no locations: these are virtual. They stay in this program and are never sent to JD.</source>
        <translation>JD.ID 没有货位：这些是虚拟货位，只保存在本程序，不会发送给 JD。</translation>
    </message>
    <message>
        <source>Create 1 location</source>
        <translation>创建 1 个货位</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Location number</source>
        <translation>货位号</translation>
    </message>
    <message>
        <source>1-50 letters, digits, or . _ / -</source>
        <translation>1-50 个字母、数字或 . _ / -</translation>
    </message>
    <message>
        <source>No warehouse yet.</source>
        <translation>尚无仓库。</translation>
    </message>
    <message>
        <source>Use 1-50 letters, digits, or . _ / -</source>
        <translation>请使用 1-50 个字母、数字或 . _ / -</translation>
    </message>
    <message>
        <source>Create several locations</source>
        <translation>创建多个货位</translation>
    </message>
    <message>
        <source>Shelf numbers</source>
        <translation>货架号</translation>
    </message>
    <message>
        <source>Paste a list, or write a pattern: A{01-12}-{1-4} makes A01-1 to A12-4, {A-D} makes letters.</source>
        <translation>粘贴清单，或填写规则：A{01-12}-{1-4} 生成 A01-1 至 A12-4，{A-D} 生成字母。</translation>
    </message>
    <message>
        <source>{0} new locations</source>
        <translation>{0} 个新货位</translation>
    </message>
    <message>
        <source>{0} are there already</source>
        <translation>{0} 个已存在</translation>
    </message>
    <message>
        <source>Submit {0} locations</source>
        <translation>提交 {0} 个货位</translation>
    </message>
    <message>
        <source>Enter shelf numbers that are not there yet.</source>
        <translation>请输入尚不存在的货架号。</translation>
    </message>
    <message>
        <source>At most {0} at once.</source>
        <translation>一次最多 {0} 个。</translation>
    </message>
    <message>
        <source>Not a location number: {0}</source>
        <translation>不是货位号：{0}</translation>
    </message>
    <message>
        <source>There is no location to print a label of.</source>
        <translation>没有可打印标签的货位。</translation>
    </message>
    <message>
        <source>location labels</source>
        <translation>货位标签</translation>
    </message>
    <message>
        <source>Scan to take the last scan back</source>
        <translation>扫描以撤回上一次扫描</translation>
    </message>
    <message>
        <source>{0} lies at {1}.</source>
        <translation>{0} 位于 {1}。</translation>
    </message>
    <message>
        <source>Product locations</source>
        <translation>商品货位管理</translation>
    </message>
    <message>
        <source>Virtual locations of this program: JD.ID has none of its own.</source>
        <translation>本程序的虚拟货位：JD.ID 本身没有货位。</translation>
    </message>
    <message>
        <source>Something lies there</source>
        <translation>有商品</translation>
    </message>
    <message>
        <source>Nothing lies there yet</source>
        <translation>该处尚无商品</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>What lies there lies elsewhere too</source>
        <translation>该处商品在别处也有</translation>
    </message>
    <message>
        <source>Create several</source>
        <translation>创建多个货位</translation>
    </message>
    <message>
        <source>Add single</source>
        <translation>单个添加</translation>
    </message>
    <message>
        <source>Scan mode</source>
        <translation>扫描模式</translation>
    </message>
    <message>
        <source>Add in bulk</source>
        <translation>批量添加</translation>
    </message>
    <message>
        <source>Print labels</source>
        <translation>打印标签</translation>
    </message>
    <message>
        <source>Print the UNDO label</source>
        <translation>打印 UNDO 标签</translation>
    </message>
    <message>
        <source>What lies nowhere</source>
        <translation>未上架的商品</translation>
    </message>
    <message>
        <source>Delete empty ones</source>
        <translation>删除空库位</translation>
    </message>
    <message>
        <source>No locations here yet</source>
        <translation>此处尚无货位</translation>
    </message>
    <message>
        <source>Locations tell where a product lies, shelf by shelf. Create them from a list or a pattern, then bind products by typing or scanning.</source>
        <translation>货位说明商品放在哪个货架。可按清单或规则创建，再通过输入或扫描绑定商品。</translation>
    </message>
    <message>
        <source>No warehouse yet</source>
        <translation>尚无仓库</translation>
    </message>
    <message>
        <source>Locations belong to a warehouse: connect JD.ID or add your own first.</source>
        <translation>货位属于仓库：请先连接 JD.ID 或添加自有仓库。</translation>
    </message>
    <message>
        <source>Go to warehouses</source>
        <translation>前往仓库</translation>
    </message>
    <message>
        <source>{0} locations created.</source>
        <translation>已创建 {0} 个货位。</translation>
    </message>
    <message>
        <source>{0} were there already.</source>
        <translation>{0} 个已存在。</translation>
    </message>
    <message>
        <source>Take product off location</source>
        <translation>从货位移除商品</translation>
    </message>
    <message>
        <source>{0} will no longer be shown at {1}. Stock does not change.</source>
        <translation>{0} 将不再显示于 {1}。库存不变。</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>{0} taken off {1}.</source>
        <translation>{0} 已从 {1} 移除。</translation>
    </message>
    <message>
        <source>{0} locations</source>
        <translation>{0} 个库位</translation>
    </message>
    <message>
        <source>Delete locations</source>
        <translation>删除库位</translation>
    </message>
    <message>
        <source>{0}: those at which nothing lies are deleted, the others stay.</source>
        <translation>{0}：空库位将被删除，其余保留。</translation>
    </message>
    <message>
        <source>{0} locations deleted.</source>
        <translation>已删除 {0} 个库位。</translation>
    </message>
    <message>
        <source>{0} stay: something lies there.</source>
        <translation>{0} 个保留：其中有商品。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Scan a location, then the products that lie there, then the next location.</source>
        <translation>先扫描货位，再扫描该处的商品，然后扫描下一个货位。</translation>
    </message>
    <message>
        <source>Scan or type a code, then Enter</source>
        <translation>扫描或输入编码，然后按 Enter</translation>
    </message>
    <message>
        <source>Last scans</source>
        <translation>最近扫描</translation>
    </message>
    <message>
        <source>Take back the last scan</source>
        <translation>撤回上一次扫描</translation>
    </message>
    <message>
        <source>Ctrl+Z, or scan the printed UNDO label</source>
        <translation>按 Ctrl+Z，或扫描打印的 UNDO 标签</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>{0} bound in this round</source>
        <translation>本轮已绑定 {0} 个</translation>
    </message>
    <message>
        <source>Location: {0}</source>
        <translation>货位：{0}</translation>
    </message>
    <message>
        <source>No location chosen yet</source>
        <translation>尚未选择货位</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Then its products, then the next location. Each scan counts at once.</source>
        <translation>再扫其商品，然后下一个货位。每次扫描立即生效。</translation>
    </message>
    <message>
        <source>Scan a location</source>
        <translation>扫描货位</translation>
    </message>
    <message>
        <source>Now scan what lies here.</source>
        <translation>现在扫描此处的商品。</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>This location is chosen already.</source>
        <translation>该货位已选择。</translation>
    </message>
    <message>
        <source>{0} lies at {1} already.</source>
        <translation>{0} 已位于 {1}。</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>{0} is no product.</source>
        <translation>{0} 不是商品。</translation>
    </message>
    <message>
        <source>One of {0} taken off.</source>
        <translation>已减去一件 {0}。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>{0} no longer lies at {1}.</source>
        <translation>{0} 不再位于 {1}。</translation>
    </message>
    <message>
        <source>{0} is not chosen any more.</source>
        <translation>{0} 不再处于选中状态。</translation>
    </message>
    <message>
        <source>That scan had changed nothing.</source>
        <translation>该次扫描未更改任何内容。</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>没有可撤回的内容</translation>
    </message>
    <message>
        <source>No scan of this round has changed anything.</source>
        <translation>本轮扫描尚未更改任何内容。</translation>
    </message>
    <message>
        <source>{0} is a product. Scan its location first.</source>
        <translation>{0} 是商品。请先扫描其货位。</translation>
    </message>
    <message>
        <source>Location first</source>
        <translation>请先扫货位</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>{0} is no location of this warehouse and no product.</source>
        <translation>{0} 既不是本仓库货位，也不是商品。</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{0} is an order number.</source>
        <translation>{0} 是订单号。</translation>
    </message>
    <message>
        <source>{0} is the tracking number of order {1}.</source>
        <translation>{0} 是订单 {1} 的运单号。</translation>
    </message>
    <message>
        <source>{0} is inbound list {1}.</source>
        <translation>{0} 是入库单 {1}。</translation>
    </message>
    <message>
        <source>{0} is a location of warehouse {1}, not of this one.</source>
        <translation>{0} 是仓库 {1} 的货位，不属于本仓库。</translation>
    </message>
    <message>
        <source>Add product to location</source>
        <translation>添加商品到货位</translation>
    </message>
    <message>
        <source>Master SKU</source>
        <translation>主 SKU</translation>
    </message>
    <message>
        <source>Type or scan a SKU, a barcode or a part of the name.</source>
        <translation>输入或扫描 SKU、条码或名称的一部分。</translation>
    </message>
    <message>
        <source>Type or scan, or choose below. Its own locations are left out.</source>
        <translation>输入、扫描或在下方选择。已绑定的货位不显示。</translation>
    </message>
    <message>
        <source>Free locations</source>
        <translation>空闲货位</translation>
    </message>
    <message>
        <source>No product chosen yet</source>
        <translation>尚未选择商品</translation>
    </message>
    <message>
        <source>Lies at {0}</source>
        <translation>位于 {0}</translation>
    </message>
    <message>
        <source>Has no location here yet</source>
        <translation>在此尚无货位</translation>
    </message>
    <message>
        <source>No free location here</source>
        <translation>此处没有空闲货位</translation>
    </message>
    <message>
        <source>{0} products</source>
        <translation>{0} 种商品</translation>
    </message>
    <message>
        <source>Move to another location</source>
        <translation>移到其他库位</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>{0}, from {1}. Stock does not change.</source>
        <translation>{0}，从 {1} 移出。库存不变。</translation>
    </message>
    <message>
        <source>New location</source>
        <translation>新库位</translation>
    </message>
    <message>
        <source>Type or scan it.</source>
        <translation>输入或扫描。</translation>
    </message>
    <message>
        <source>There already: {0}</source>
        <translation>已在该库位：{0}</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>该库位为空。</translation>
    </message>
    <message>
        <source>This warehouse has no such location.</source>
        <translation>该仓库没有此货位。</translation>
    </message>
    <message>
        <source>That is where it lies now.</source>
        <translation>商品现在就在该库位。</translation>
    </message>
    <message>
        <source>{0} moved from {1} to {2}.</source>
        <translation>{0} 已从 {1} 移到 {2}。</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>It lies there already.</source>
        <translation>已在该处。</translation>
    </message>
    <message>
        <source>Arrange shipment</source>
        <translation>安排发货</translation>
    </message>
    <message>
        <source>Save and push</source>
        <translation>保存并推送</translation>
    </message>
    <message>
        <source>Order and tracking number</source>
        <translation>订单号与运单号</translation>
    </message>
    <message>
        <source>{0} of {1} lines are good</source>
        <translation>{1} 行中 {0} 行有效</translation>
    </message>
    <message>
        <source>Push {0} orders</source>
        <translation>推送 {0} 个订单</translation>
    </message>
    <message>
        <source>No line is good yet.</source>
        <translation>尚无有效的行。</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Tracking no.</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>A line each: order number, then tracking number, apart by a tab, comma or blank. Paste from a spreadsheet, read a file, or scan one after the other. The marketplace is not told: arrange it there too.</source>
        <translation>每行一个：订单号，然后运单号，用制表符、逗号或空格分隔。可从表格粘贴、读取文件或逐个扫描。平台不会收到通知：请在平台上同样安排。</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>从文件</translation>
    </message>
    <message>
        <source>Tracking numbers from a file</source>
        <translation>从文件读取运单号</translation>
    </message>
    <message>
        <source>Tracking number is missing</source>
        <translation>缺少运单号</translation>
    </message>
    <message>
        <source>No such order</source>
        <translation>没有此订单</translation>
    </message>
    <message>
        <source>In several stores: arrange it singly</source>
        <translation>存在于多个店铺：请单独安排</translation>
    </message>
    <message>
        <source>Cannot be arranged as it stands</source>
        <translation>当前状态无法安排发货</translation>
    </message>
    <message>
        <source>The same order is above</source>
        <translation>上方已有相同订单</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>待接单</translation>
    </message>
    <message>
        <source>No tracking no.</source>
        <translation>等待运单号</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>已暂挂</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>At JD · {0}</source>
        <translation>在 JD · {0}</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>JD way bill</source>
        <translation>京东运单号</translation>
    </message>
    <message>
        <source>Label pages</source>
        <translation>面单页数</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>物流公司</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>进入时间</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Ship by</source>
        <translation>最晚发货</translation>
    </message>
    <message>
        <source>Outbound no.</source>
        <translation>出库单号</translation>
    </message>
    <message>
        <source>{0} is linked; its orders go on.</source>
        <translation>{0} 已关联；其订单继续。</translation>
    </message>
    <message>
        <source>{0} is bound to {1}; its orders go on.</source>
        <translation>{0} 已绑定 {1}；其订单继续。</translation>
    </message>
    <message>
        <source>Register products at JD</source>
        <translation>在 JD 登记商品</translation>
    </message>
    <message>
        <source>{0} will be registered for warehouse {1}.</source>
        <translation>{0} 将登记到仓库 {1}。</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>{0} is split into {1} parts.</source>
        <translation>{0} 已拆分为 {1} 部分。</translation>
    </message>
    <message>
        <source>Let JD send them</source>
        <translation>改由京东发货</translation>
    </message>
    <message>
        <source>{0} is an own warehouse: you send its orders yourself, JD is not told. Choose a JD warehouse that goes before it for {1}, where it has all the goods.</source>
        <translation>{0} 是自有仓：订单由您自行发货，不会通知京东。请选择一个京东仓，货品齐全时 {1} 的订单优先由它发出。</translation>
    </message>
    <message>
        <source>{0} goes before the own warehouse for {1} from now on.</source>
        <translation>从现在起，{1} 的订单优先由 {0} 发出。</translation>
    </message>
    <message>
        <source>Substitute missing recipients</source>
        <translation>补充缺失的收件人</translation>
    </message>
    <message>
        <source>What a file does not say of the recipient is replaced by the store&apos;s own details. This holds for all orders.</source>
        <translation>文件中缺失的收件人信息以店铺信息代替。对所有订单生效。</translation>
    </message>
    <message>
        <source>Use substitutes</source>
        <translation>使用替代信息</translation>
    </message>
    <message>
        <source>Items ({0})</source>
        <translation>商品 ({0})</translation>
    </message>
    <message>
        <source>Order {0}</source>
        <translation>订单 {0}</translation>
    </message>
    <message>
        <source>Outbound {0}</source>
        <translation>出库单 {0}</translation>
    </message>
    <message>
        <source>JD no. {0}</source>
        <translation>JD 单号 {0}</translation>
    </message>
    <message>
        <source>Tracking no. {0}</source>
        <translation>运单号 {0}</translation>
    </message>
    <message>
        <source>Copy for customer service</source>
        <translation>复制给客服</translation>
    </message>
    <message>
        <source>{0} other orders wait for the same.</source>
        <translation>另有 {0} 个订单在等待同一事项。</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>{0} (substitute)</source>
        <translation>{0}（代填）</translation>
    </message>
    <message>
        <source>the store&apos;s contact</source>
        <translation>店铺联系方式</translation>
    </message>
    <message>
        <source>Tracking no. at JD</source>
        <translation>JD 的运单号</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>最近错误</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>下次重试</translation>
    </message>
    <message>
        <source>Accept order</source>
        <translation>接单</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>暂挂</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Cancel at JD</source>
        <translation>在 JD 取消</translation>
    </message>
    <message>
        <source>Picked already: JD cannot cancel any more (R44).</source>
        <translation>已拣货：JD 无法再取消 (R44)。</translation>
    </message>
    <message>
        <source>Order {0}: enter or scan the tracking number that the marketplace gave. The order is accepted with it.</source>
        <translation>订单 {0}：请输入或扫描平台给出的运单号，同时视为接单。</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>A number that a newer file brings goes before it until the push.</source>
        <translation>推送之前，以较新文件中的运单号为准。</translation>
    </message>
    <message>
        <source>Enter the tracking number.</source>
        <translation>请输入运单号。</translation>
    </message>
    <message>
        <source>Link SKU</source>
        <translation>关联 SKU</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Which product is {0} ({1})? All orders that wait for it go on.</source>
        <translation>{0}（{1}）是哪个商品？等待它的所有订单会继续。</translation>
    </message>
    <message>
        <source>Master product</source>
        <translation>主商品</translation>
    </message>
    <message>
        <source>Units of it in one</source>
        <translation>每件含量</translation>
    </message>
    <message>
        <source>There is no product of this SKU or barcode.</source>
        <translation>没有此 SKU 或条码的商品。</translation>
    </message>
    <message>
        <source>Bind store to warehouse</source>
        <translation>店铺绑定仓库</translation>
    </message>
    <message>
        <source>Orders of {0} go to this warehouse.</source>
        <translation>{0} 的订单发往此仓库。</translation>
    </message>
    <message>
        <source>Undoing the import: {0} orders left</source>
        <translation>正在撤销导入：还剩 {0} 个订单</translation>
    </message>
    <message>
        <source>There are no tables in that folder.</source>
        <translation>该文件夹中没有表格文件。</translation>
    </message>
    <message>
        <source>file {0} of {1}</source>
        <translation>第 {0} 个文件，共 {1} 个</translation>
    </message>
    <message>
        <source>Import cancelled: nothing of {0} was kept.</source>
        <translation>导入已取消：{0} 的内容均未保留。</translation>
    </message>
    <message>
        <source>Undoing the import</source>
        <translation>正在撤销导入</translation>
    </message>
    <message>
        <source>Importing {0}</source>
        <translation>正在导入 {0}</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>正在读取 {0}</translation>
    </message>
    <message>
        <source>Comparing {0}</source>
        <translation>正在比对 {0}</translation>
    </message>
    <message>
        <source>{0} refused.xlsx</source>
        <translation>{0} 被拒绝.xlsx</translation>
    </message>
    <message>
        <source>Download refused rows</source>
        <translation>下载被拒绝的行</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Another row of this order has to be mended.</source>
        <translation>该订单的另一行需要修正。</translation>
    </message>
    <message>
        <source>{0} refused rows saved. Mend them there and import that file.</source>
        <translation>已保存 {0} 行被拒绝的数据。请修正后导入该文件。</translation>
    </message>
    <message>
        <source>JD is asked to cancel {0} outbound orders that are not picked yet; its answers decide. The others stay as they are, and no marketplace is told.</source>
        <translation>将请求京东取消 {0} 个尚未拣货的出库单，以京东的答复为准。其余保持不变，且不会通知任何平台。</translation>
    </message>
    <message>
        <source>JD can cancel none of these any more (R44).</source>
        <translation>京东已无法取消其中任何一个 (R44)。</translation>
    </message>
    <message>
        <source>{0} were left as they are: it does not fit them.</source>
        <translation>{0} 个保持不变：不适用。</translation>
    </message>
    <message>
        <source>{0} were not looked at: you stopped it.</source>
        <translation>{0} 个未处理：您已停止。</translation>
    </message>
    <message>
        <source>{0} orders accepted.</source>
        <translation>已接单 {0} 个。</translation>
    </message>
    <message>
        <source>{0} orders arranged.</source>
        <translation>已安排 {0} 个订单发货。</translation>
    </message>
    <message>
        <source>{0} orders held.</source>
        <translation>已暂挂 {0} 个订单。</translation>
    </message>
    <message>
        <source>{0} orders released.</source>
        <translation>已放行 {0} 个订单。</translation>
    </message>
    <message>
        <source>{0} orders are tried again now.</source>
        <translation>正在重试 {0} 个订单。</translation>
    </message>
    <message>
        <source>{0} outbound orders cancelled, or asked about until JD answers.</source>
        <translation>{0} 个出库单已取消，或持续询问至京东答复。</translation>
    </message>
    <message>
        <source>Accepting orders</source>
        <translation>正在接受订单</translation>
    </message>
    <message>
        <source>Arranging shipments</source>
        <translation>正在安排发货</translation>
    </message>
    <message>
        <source>Holding orders</source>
        <translation>正在暂缓订单</translation>
    </message>
    <message>
        <source>Releasing orders</source>
        <translation>正在放行订单</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>Asking JD to cancel</source>
        <translation>正在请求京东取消</translation>
    </message>
    <message>
        <source>{0} accepted.</source>
        <translation>{0} 已接单。</translation>
    </message>
    <message>
        <source>{0} arranged.</source>
        <translation>{0} 已安排发货。</translation>
    </message>
    <message>
        <source>{0} has this tracking number too: check the labels.</source>
        <translation>{0} 也使用此运单号：请核对面单。</translation>
    </message>
    <message>
        <source>{0} is held until you release it.</source>
        <translation>{0} 已暂挂，直到您放行。</translation>
    </message>
    <message>
        <source>{0} released.</source>
        <translation>{0} 已放行。</translation>
    </message>
    <message>
        <source>{0} is tried again now.</source>
        <translation>正在重试 {0}。</translation>
    </message>
    <message>
        <source>JD is asked to cancel {0}. Before picking it agrees; afterwards the parcel goes out and only the marketplace can still cancel.</source>
        <translation>将请求 JD 取消 {0}。拣货前 JD 会同意；之后包裹会发出，只能在平台取消。</translation>
    </message>
    <message>
        <source>Ask JD to cancel</source>
        <translation>请求 JD 取消</translation>
    </message>
    <message>
        <source>Not cancelled: {0}</source>
        <translation>未取消：{0}</translation>
    </message>
    <message>
        <source>Outbound orders</source>
        <translation>出库订单管理</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exporting {0}</source>
        <translation>正在导出 {0}</translation>
    </message>
    <message>
        <source>Export cancelled: no file was written.</source>
        <translation>已取消导出：未写入文件。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接单</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Export these</source>
        <translation>导出所选</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Has to leave within a day, or is late; JD does not have it yet</source>
        <translation>须在一天内发出或已逾期；京东尚未收到</translation>
    </message>
    <message>
        <source>Paid, waiting for your acceptance (R39)</source>
        <translation>已付款，等待您接单 (R39)</translation>
    </message>
    <message>
        <source>Waiting for a tracking number</source>
        <translation>等待运单号</translation>
    </message>
    <message>
        <source>Something has to be mended first</source>
        <translation>需先处理问题</translation>
    </message>
    <message>
        <source>Goes to JD by itself</source>
        <translation>将自动推送至 JD</translation>
    </message>
    <message>
        <source>JD is asked whether it has the order</source>
        <translation>正在询问 JD 是否已有此订单</translation>
    </message>
    <message>
        <source>JD processes it</source>
        <translation>JD 正在处理</translation>
    </message>
    <message>
        <source>Cancelled, returned or finished elsewhere</source>
        <translation>已取消、已退回或在别处完成</translation>
    </message>
    <message>
        <source>No orders here yet</source>
        <translation>此处尚无订单</translation>
    </message>
    <message>
        <source>Download the order export in your seller centre and import it here, or drop the file on this window. What may be pushed to JD is pushed by itself; for every other order you see why it waits.</source>
        <translation>在卖家中心下载订单导出文件后在此导入，或将文件拖到本窗口。可推送的订单会自动推送；其余订单会显示等待原因。</translation>
    </message>
    <message>
        <source>Handover for the warehouse</source>
        <translation>仓库交接</translation>
    </message>
    <message>
        <source>Pick list</source>
        <translation>拣货单</translation>
    </message>
    <message>
        <source>Packing slips</source>
        <translation>装箱单</translation>
    </message>
    <message>
        <source>Attach labels…</source>
        <translation>附上面单…</translation>
    </message>
    <message>
        <source>{0} new, {1} changed, {2} the same, {3} refused.</source>
        <translation>新增 {0}，变更 {1}，无变化 {2}，拒绝 {3}。</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet…</source>
        <translation>从表格粘贴…</translation>
    </message>
    <message>
        <source>Watch the download folder…</source>
        <translation>监视下载文件夹…</translation>
    </message>
    <message>
        <source>Import history…</source>
        <translation>导入记录…</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Exports that arrive in {0} are imported by themselves.</source>
        <translation>进入 {0} 的导出会自动导入。</translation>
    </message>
    <message>
        <source>No folder is watched any more.</source>
        <translation>不再监视任何文件夹。</translation>
    </message>
    <message>
        <source>The import was undone: nothing of it was kept.</source>
        <translation>导入已撤销：未保留任何内容。</translation>
    </message>
    <message>
        <source>{0} orders asked for, {1} changed.</source>
        <translation>已查询 {0} 个订单，{1} 个有变化。</translation>
    </message>
    <message>
        <source>{0} rows exported.</source>
        <translation>已导出 {0} 行。</translation>
    </message>
    <message>
        <source>Which store is this file from?</source>
        <translation>该文件来自哪个店铺？</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{0} is an export of {1}.</source>
        <translation>{0} 是 {1} 的导出文件。</translation>
    </message>
    <message>
        <source>Choose one, or type the name of a new store.</source>
        <translation>选择一个，或输入新店铺的名称。</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>请输入名称。</translation>
    </message>
    <message>
        <source>Import {0} orders</source>
        <translation>导入 {0} 个订单</translation>
    </message>
    <message>
        <source>Every order of this file is here already, unchanged.</source>
        <translation>该文件中的订单均已存在且无变化。</translation>
    </message>
    <message>
        <source>Nothing of this file can be taken.</source>
        <translation>该文件没有可导入的内容。</translation>
    </message>
    <message>
        <source>How the file was understood</source>
        <translation>文件解读方式</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet</source>
        <translation>从表格粘贴</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>先查看</translation>
    </message>
    <message>
        <source>Copy the rows together with the row of headers, and paste them here. They are shown before anything is written, just as a file is.</source>
        <translation>请连同表头一起复制，然后粘贴到这里。与文件一样，先显示再写入。</translation>
    </message>
    <message>
        <source>Look at {0} rows</source>
        <translation>查看 {0} 行</translation>
    </message>
    <message>
        <source>Paste the row of headers and at least one row below it.</source>
        <translation>请粘贴表头和至少一行数据。</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销此次导入</translation>
    </message>
    <message>
        <source>Choose an import to take it back whole: its orders go, changed ones become what they were. That is possible as long as nothing of it was sent to JD.</source>
        <translation>选择要整批撤销的导入：其订单会移除，变更的会恢复原样。前提是尚未发送给京东。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变更</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose an import.</source>
        <translation>请选择一次导入。</translation>
    </message>
    <message>
        <source>Undone {0} by {1}.</source>
        <translation>{1} 于 {0} 撤销。</translation>
    </message>
    <message>
        <source>Too old: what it changed is no longer kept.</source>
        <translation>时间太久：已不再保留其变更前的内容。</translation>
    </message>
    <message>
        <source>Still being imported.</source>
        <translation>仍在导入。</translation>
    </message>
    <message>
        <source>{0}: {1} new and {2} changed orders would be taken back.</source>
        <translation>{0}：将撤回 {1} 个新增订单和 {2} 个变更订单。</translation>
    </message>
    <message>
        <source>Watch the download folder</source>
        <translation>监视下载文件夹</translation>
    </message>
    <message>
        <source>Exports that arrive there are imported without a preview: instant couriers cannot wait. What is there already is left alone, other files are never touched, and each import can be undone.</source>
        <translation>进入该文件夹的导出会不经预览直接导入，因为即时配送不能等待。已有文件不处理，其他文件不会被改动，每次导入都可撤销。</translation>
    </message>
    <message>
        <source>Import exports as they arrive</source>
        <translation>导出一到就导入</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Folder on this PC</source>
        <translation>本机文件夹</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有这个文件夹。</translation>
    </message>
    <message>
        <source>What is wrong or new</source>
        <translation>问题或变更</translation>
    </message>
    <message>
        <source>Row {0}: {1}</source>
        <translation>第 {0} 行：{1}</translation>
    </message>
    <message>
        <source>Other details</source>
        <translation>其他内容</translation>
    </message>
    <message>
        <source>{0} rows are refused with their orders.</source>
        <translation>{0} 行及其订单被拒绝。</translation>
    </message>
    <message>
        <source>{0} SKUs are not linked yet; their orders wait until they are.</source>
        <translation>{0} 个 SKU 尚未关联；其订单等待关联。</translation>
    </message>
    <message>
        <source>Unknown statuses are kept and never pushed: {0}</source>
        <translation>未知状态将保留且不推送：{0}</translation>
    </message>
    <message>
        <source>{0} orders lack a name, phone or address: JD gets the store&apos;s contact and “See marketplace label” instead.</source>
        <translation>{0} 个订单缺少姓名、电话或地址：改为向京东提供店铺联系方式和“见平台面单”。</translation>
    </message>
    <message>
        <source>The first {0} orders are shown; all are imported.</source>
        <translation>显示前 {0} 个订单；全部都会导入。</translation>
    </message>
    <message>
        <source>Another store</source>
        <translation>其他店铺</translation>
    </message>
    <message>
        <source>Map columns</source>
        <translation>映射列</translation>
    </message>
    <message>
        <source>Say which column holds what; it is remembered.</source>
        <translation>指定每列的含义，系统会记住。</translation>
    </message>
    <message>
        <source>Split order</source>
        <translation>拆分订单</translation>
    </message>
    <message>
        <source>Goods of different warehouses are not packed together. Each part of {0} becomes an outbound order and needs a tracking number of its own.</source>
        <translation>不同仓库的商品不会合并打包。{0} 的每一部分成为一个出库单，各需一个运单号。</translation>
    </message>
    <message>
        <source>Which warehouse sends what</source>
        <translation>哪个仓库发什么</translation>
    </message>
    <message>
        <source>Tracking number of each part</source>
        <translation>每部分的运单号</translation>
    </message>
    <message>
        <source>{0} from warehouse {1}</source>
        <translation>从仓库 {1} 发出的 {0}</translation>
    </message>
    <message>
        <source>Warehouse {0}</source>
        <translation>仓库 {0}</translation>
    </message>
    <message>
        <source>Without one the part waits for it.</source>
        <translation>没有运单号则该部分等待。</translation>
    </message>
    <message>
        <source>{0}: the parts have to add up to {1}.</source>
        <translation>{0}：各部分合计须为 {1}。</translation>
    </message>
    <message>
        <source>Split into {0} parts</source>
        <translation>拆分为 {0} 部分</translation>
    </message>
    <message>
        <source>Choose at least two warehouses.</source>
        <translation>请至少选择两个仓库。</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>第 {0} 页，共 {1} 页</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>What JD counted, line by line. Only good pieces are in stock.</source>
        <translation>JD 的清点结果，逐行列出。只有良品计入库存。</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>仅显示差异</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>JD has counted nothing of these lists yet.</source>
        <translation>JD 尚未清点这些入库单。</translation>
    </message>
    <message>
        <source>Lists: {0} · planned {1} · received {2}</source>
        <translation>入库单：{0} · 计划 {1} · 实收 {2}</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差数</translation>
    </message>
    <message>
        <source>Not complete yet</source>
        <translation>尚未完成</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>A4 sheet, 3 x 8 labels of 70 x 37 mm</source>
        <translation>A4 纸，3 x 8 张 70 x 37 毫米标签</translation>
    </message>
    <message>
        <source>Roll, 50 x 30 mm</source>
        <translation>卷纸，50 x 30 毫米</translation>
    </message>
    <message>
        <source>Bars (Code 128, EAN-13)</source>
        <translation>条形码 (Code 128, EAN-13)</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Copies of each</source>
        <translation>每种份数</translation>
    </message>
    <message>
        <source>Places already used</source>
        <translation>已用的位置</translation>
    </message>
    <message>
        <source>For a sheet that was begun: so many labels are missing on it.</source>
        <translation>用于已使用过的纸张：已缺少的标签数。</translation>
    </message>
    <message>
        <source>Labels: {0} · pages: {1}</source>
        <translation>标签：{0} · 页数：{1}</translation>
    </message>
    <message>
        <source>{0} labels sent to the printer.</source>
        <translation>{0} 张标签已发送至打印机。</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
    <message>
        <source>{0}, with its number as a barcode.</source>
        <translation>{0}，附编号条码。</translation>
    </message>
    <message>
        <source>It was printed before: this copy is marked as a reprint.</source>
        <translation>之前已打印：此份会标记为补打。</translation>
    </message>
    <message>
        <source>Orders in pick order: a list to sign, and the newest label of each. No marketplace is told.</source>
        <translation>按拣货顺序：一份签收清单和每单最新的面单。不会通知任何平台。</translation>
    </message>
    <message>
        <source>{0} orders, {1} label pages.</source>
        <translation>{0} 个订单，{1} 页面单。</translation>
    </message>
    <message>
        <source>{0} have no label: {1}</source>
        <translation>{0} 个没有面单：{1}</translation>
    </message>
    <message>
        <source>Save ZIP</source>
        <translation>保存 ZIP</translation>
    </message>
    <message>
        <source>None of these orders has anything to pick.</source>
        <translation>这些订单没有可拣的商品。</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接单</translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation>正在写入 {0}</translation>
    </message>
    <message>
        <source>None of these orders is picked in a warehouse of your own.</source>
        <translation>这些订单都不在自有仓库拣货。</translation>
    </message>
    <message>
        <source>{0} papers</source>
        <translation>{0} 张</translation>
    </message>
    <message>
        <source>{0} sent to the printer.</source>
        <translation>{0} 已发送至打印机。</translation>
    </message>
    <message>
        <source>{0} · to confirm</source>
        <translation>{0} · 待确认</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重量</translation>
    </message>
    <message>
        <source>Shelf life</source>
        <translation>保质期</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>JD goods no.</source>
        <translation>JD 商品编号</translation>
    </message>
    <message>
        <source>In no warehouse</source>
        <translation>不在任何仓库</translation>
    </message>
    <message>
        <source>Register them at JD or place them</source>
        <translation>在 JD 登记或放入仓库</translation>
    </message>
    <message>
        <source>Waiting for JD</source>
        <translation>等待 JD</translation>
    </message>
    <message>
        <source>JD says why; mend it and register again</source>
        <translation>JD 说明了原因；修正后重新登记</translation>
    </message>
    <message>
        <source>Own warehouse</source>
        <translation>自有仓库</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>未关联</translation>
    </message>
    <message>
        <source>Channel SKUs that orders wait for (R16)</source>
        <translation>订单等待关联的渠道 SKU (R16)</translation>
    </message>
    <message>
        <source>Warehouses ({0})</source>
        <translation>仓库 ({0})</translation>
    </message>
    <message>
        <source>In no warehouse yet: its orders wait.</source>
        <translation>尚未进入任何仓库：其订单等待中。</translation>
    </message>
    <message>
        <source>Variants of {0} ({1})</source>
        <translation>{0} 的规格（{1}）</translation>
    </message>
    <message>
        <source>Picture of the product</source>
        <translation>商品图片</translation>
    </message>
    <message>
        <source>Channel SKUs ({0})</source>
        <translation>渠道 SKU ({0})</translation>
    </message>
    <message>
        <source>No channel SKU stands for it yet.</source>
        <translation>尚无渠道 SKU 与之对应。</translation>
    </message>
    <message>
        <source>Link channel SKU</source>
        <translation>关联渠道 SKU</translation>
    </message>
    <message>
        <source>JD refused it</source>
        <translation>被 JD 拒绝</translation>
    </message>
    <message>
        <source>Register again</source>
        <translation>重新登记</translation>
    </message>
    <message>
        <source>Its orders are held until JD knows it.</source>
        <translation>在 JD 登记之前，其订单暂挂。</translation>
    </message>
    <message>
        <source>{0} Its shelf life is asked for first, for JD never changes it.</source>
        <translation>{0} 会先询问保质期，因为 JD 之后不可更改。</translation>
    </message>
    <message>
        <source>Not registered at JD</source>
        <translation>未在 JD 登记</translation>
    </message>
    <message>
        <source>Register at JD</source>
        <translation>在 JD 登记</translation>
    </message>
    <message>
        <source>Not certain whether JD has it</source>
        <translation>不确定 JD 是否已有</translation>
    </message>
    <message>
        <source>The answer was lost. Registering again asks JD first: nothing is made twice.</source>
        <translation>答复丢失。重新登记会先询问 JD：不会重复。</translation>
    </message>
    <message>
        <source>Ask JD</source>
        <translation>询问 JD</translation>
    </message>
    <message>
        <source>Family of variants</source>
        <translation>商品系列</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Size of the variant</source>
        <translation>规格尺码</translation>
    </message>
    <message>
        <source>Copy of the day</source>
        <translation>每日副本</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>恢复之前</translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation>升级之前</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>in {0}, out {1}</source>
        <translation>入库 {0}，出库 {1}</translation>
    </message>
    <message>
        <source>{0} · {1} reserved</source>
        <translation>{0} · 预留 {1}</translation>
    </message>
    <message>
        <source>{0} · {1} incoming</source>
        <translation>{0} · {1} 即将入库</translation>
    </message>
    <message>
        <source>JD counts {0}</source>
        <translation>JD 数量 {0}</translation>
    </message>
    <message>
        <source>Add to warehouse</source>
        <translation>加入仓库</translation>
    </message>
    <message>
        <source>Show stock</source>
        <translation>查看库存</translation>
    </message>
    <message>
        <source>{0} added.</source>
        <translation>{0} 已添加。</translation>
    </message>
    <message>
        <source>{0} saved.</source>
        <translation>{0} 已保存。</translation>
    </message>
    <message>
        <source>Inbound list {0} is made for {1}: submit it to JD.</source>
        <translation>已为 {1} 生成入库单 {0}：请提交给 JD。</translation>
    </message>
    <message>
        <source>Edit product</source>
        <translation>编辑商品</translation>
    </message>
    <message>
        <source>Filter orders</source>
        <translation>筛选订单</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Basket, search, filters, order and columns are kept under this name.</source>
        <translation>分类、搜索、筛选、排序和列将以此名称保存。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>There is a view of this name.</source>
        <translation>已有同名视图。</translation>
    </message>
    <message>
        <source>With a warehouse it is registered at JD at once; with a quantity, an inbound list is made for it.</source>
        <translation>选择仓库则立即在 JD 登记；填写数量则生成入库单。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>保质期</translation>
    </message>
    <message>
        <source>Least days when coming in</source>
        <translation>入库时最少剩余天数</translation>
    </message>
    <message>
        <source>Least days when going out</source>
        <translation>出库时最少剩余天数</translation>
    </message>
    <message>
        <source>The same for all its colours and sizes</source>
        <translation>同一系列的所有颜色和尺码填写相同</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>This product has a shelf life</source>
        <translation>此商品有保质期</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Register for warehouse</source>
        <translation>登记到仓库</translation>
    </message>
    <message>
        <source>Quantity coming in</source>
        <translation>入库数量</translation>
    </message>
    <message>
        <source>JD holds these days already, and there they are final (R17).</source>
        <translation>JD 已记录这些天数，且不可更改 (R17)。</translation>
    </message>
    <message>
        <source>The validity can never be changed once JD has it; it is asked for then.</source>
        <translation>JD 记录保质期后不可更改；届时会询问。</translation>
    </message>
    <message>
        <source>JD gets {0} and the shares {1} and {2}. It never lets them change; you confirm them before the product first goes there (R17).</source>
        <translation>JD 将收到 {0} 及比例 {1} 和 {2}。之后不可更改；商品首次登记前需您确认 (R17)。</translation>
    </message>
    <message>
        <source>More than 0 days.</source>
        <translation>须大于 0 天。</translation>
    </message>
    <message>
        <source>At most the validity.</source>
        <translation>不得超过保质期。</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>导入 {0}</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>导入商品</translation>
    </message>
    <message>
        <source>Every product of this file is here already, unchanged.</source>
        <translation>该文件中的商品均已存在且无变化。</translation>
    </message>
    <message>
        <source>No row of this file can be read.</source>
        <translation>该文件没有可读取的行。</translation>
    </message>
    <message>
        <source>Save refused rows</source>
        <translation>保存被拒绝的行</translation>
    </message>
    <message>
        <source>{0} refused</source>
        <translation>{0} 个被拒绝</translation>
    </message>
    <message>
        <source>{0} new</source>
        <translation>{0} 个新增</translation>
    </message>
    <message>
        <source>{0} changed</source>
        <translation>{0} 个变更</translation>
    </message>
    <message>
        <source>{0} the same</source>
        <translation>{0} 个无变化</translation>
    </message>
    <message>
        <source>The other rows are imported. Save the refused ones, mend them, import that file.</source>
        <translation>其余行会导入。请保存被拒绝的行，修正后再导入该文件。</translation>
    </message>
    <message>
        <source>Every row can be read.</source>
        <translation>所有行均可读取。</translation>
    </message>
    <message>
        <source>{0} rows saved in {1}: mend them and import that file.</source>
        <translation>{0} 行已保存到 {1}：修正后再导入该文件。</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Template saved as {0}.</source>
        <translation>模板已保存为 {0}。</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>修改关联</translation>
    </message>
    <message>
        <source>Which product is {0}? All orders that wait for it go on.</source>
        <translation>{0} 是哪个商品？等待它的订单都会继续。</translation>
    </message>
    <message>
        <source>Units in one</source>
        <translation>每件含量</translation>
    </message>
    <message>
        <source>Products of the bundle</source>
        <translation>组合中的商品</translation>
    </message>
    <message>
        <source>Add to bundle</source>
        <translation>加入组合</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Is it sold as a set? Add its products one after the other.</source>
        <translation>按套出售？请逐个加入其中的商品。</translation>
    </message>
    <message>
        <source>One piece takes all of these. Enter on a line changes it.</source>
        <translation>一件包含以上全部。在某行按回车可修改。</translation>
    </message>
    <message>
        <source>Link as bundle of {0}</source>
        <translation>关联为 {0} 件组合</translation>
    </message>
    <message>
        <source>Choose a product from the list.</source>
        <translation>请从列表中选择商品。</translation>
    </message>
    <message>
        <source>Under which SKU does a store sell {0}?</source>
        <translation>店铺用哪个 SKU 出售 {0}？</translation>
    </message>
    <message>
        <source>Every store of {0}</source>
        <translation>{0} 的所有店铺</translation>
    </message>
    <message>
        <source>Channel SKU</source>
        <translation>渠道 SKU</translation>
    </message>
    <message>
        <source>Add a store first.</source>
        <translation>请先添加店铺。</translation>
    </message>
    <message>
        <source>Name on the channel</source>
        <translation>渠道上的名称</translation>
    </message>
    <message>
        <source>Suggested product</source>
        <translation>建议的商品</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Enter links the suggestion, or asks which product it is. Its orders then go on.</source>
        <translation>按 Enter 关联建议的商品，或询问是哪个商品。其订单随后继续。</translation>
    </message>
    <message>
        <source>Choose product</source>
        <translation>选择商品</translation>
    </message>
    <message>
        <source>Link all suggestions</source>
        <translation>关联全部建议</translation>
    </message>
    <message>
        <source>Channel SKUs without a product</source>
        <translation>无对应商品的渠道 SKU</translation>
    </message>
    <message>
        <source>Every channel SKU is linked</source>
        <translation>所有渠道 SKU 均已关联</translation>
    </message>
    <message>
        <source>A channel SKU that no product stands for holds its orders and appears here.</source>
        <translation>没有对应商品的渠道 SKU 会使订单暂挂，并显示在这里。</translation>
    </message>
    <message>
        <source>Link all {0} suggestions</source>
        <translation>关联全部 {0} 个建议</translation>
    </message>
    <message>
        <source>No product suggests itself.</source>
        <translation>没有建议的商品。</translation>
    </message>
    <message>
        <source>Every channel SKU is linked.</source>
        <translation>所有渠道 SKU 均已关联。</translation>
    </message>
    <message>
        <source>{0} channel SKUs linked; their orders go on.</source>
        <translation>已关联 {0} 个渠道 SKU；其订单继续。</translation>
    </message>
    <message>
        <source>Master products</source>
        <translation>主商品</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Save the import template</source>
        <translation>保存导入模板</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有符合的结果</translation>
    </message>
    <message>
        <source>Nothing in this list is in this basket and has these words.</source>
        <translation>没有符合此分类和关键词的记录。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>尚无商品</translation>
    </message>
    <message>
        <source>A master product is what lies in a warehouse; the SKUs of your channels are linked to it. Import your list, or add products one by one.</source>
        <translation>主商品是仓库里的实物；各渠道的 SKU 与它关联。可导入清单，也可逐个添加。</translation>
    </message>
    <message>
        <source>{0} at JD · {1} channel SKUs not linked</source>
        <translation>{0} 个在 JD · {1} 个渠道 SKU 未关联</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{0} new. Orders for them are held until JD knows them.</source>
        <translation>{0} 个新增。在 JD 登记之前，其订单暂挂。</translation>
    </message>
    <message>
        <source>JD has every product already.</source>
        <translation>JD 已有全部商品。</translation>
    </message>
    <message>
        <source>{0} placed in {1}.</source>
        <translation>{0} 已放入 {1}。</translation>
    </message>
    <message>
        <source>Registering products at JD</source>
        <translation>正在 JD 登记商品</translation>
    </message>
    <message>
        <source>{0} registered, {1} were there already, {2} not registered.</source>
        <translation>登记 {0} 个，{1} 个已存在，{2} 个未登记。</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>Mend these and register again; everything else is done.</source>
        <translation>修正这些后重新登记；其余均已完成。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>被拒绝的行</translation>
    </message>
    <message>
        <source>What JD has already is adopted: nothing is made twice.</source>
        <translation>JD 已有的将直接采用：不会重复。</translation>
    </message>
    <message>
        <source>Coming in</source>
        <translation>即将入库</translation>
    </message>
    <message>
        <source>Going out</source>
        <translation>即将出库</translation>
    </message>
    <message>
        <source>Shelf lives to confirm</source>
        <translation>待确认的保质期</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>所在仓库</translation>
    </message>
    <message>
        <source>Products in another warehouse</source>
        <translation>其他仓库中的商品</translation>
    </message>
    <message>
        <source>Shelf life: final once JD has it (R17)</source>
        <translation>保质期：JD 记录后不可更改 (R17)</translation>
    </message>
    <message>
        <source>In another warehouse already (R13)</source>
        <translation>已在其他仓库 (R13)</translation>
    </message>
    <message>
        <source>I checked the days. They can never be changed afterwards.</source>
        <translation>我已核对天数。之后无法更改。</translation>
    </message>
    <message>
        <source>Put them in both; an order may then find its goods apart.</source>
        <translation>同时放入两仓；订单的商品可能分散。</translation>
    </message>
    <message>
        <source>{0} ({1} of validity)</source>
        <translation>{0}（保质期的 {1}）</translation>
    </message>
    <message>
        <source>Register {0} at JD</source>
        <translation>在 JD 登记 {0}</translation>
    </message>
    <message>
        <source>Place {0}</source>
        <translation>放入 {0}</translation>
    </message>
    <message>
        <source>Please confirm first.</source>
        <translation>请先确认。</translation>
    </message>
    <message>
        <source>Stock card ({0})</source>
        <translation>库存卡 ({0})</translation>
    </message>
    <message>
        <source>JD does not hold this product for the warehouse yet; nothing can be sent.</source>
        <translation>JD 尚未在该仓库登记此商品，无法发送。</translation>
    </message>
    <message>
        <source>JD counts {0}, this program {1} ({2}).</source>
        <translation>JD 数量 {0}，本程序 {1}（{2}）。</translation>
    </message>
    <message>
        <source>Asked {0}.</source>
        <translation>已于 {0} 询问。</translation>
    </message>
    <message>
        <source>JD has another figure</source>
        <translation>JD 数量不同</translation>
    </message>
    <message>
        <source>Adopt JD&apos;s figure</source>
        <translation>采用 JD 数量</translation>
    </message>
    <message>
        <source>Orders need {0} more than there is.</source>
        <translation>订单需求比库存多 {0}。</translation>
    </message>
    <message>
        <source>Too little stock</source>
        <translation>库存不足</translation>
    </message>
    <message>
        <source>Set figure</source>
        <translation>设定数量</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未询问</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>No location yet</source>
        <translation>尚无货位</translation>
    </message>
    <message>
        <source>Bind to location</source>
        <translation>绑定到货位</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>{0} in {1}: the stock becomes {2} instead of {3}. An adjustment of {4} is written with your name; it stays in the stock card.</source>
        <translation>{1} 的 {0}：库存由 {3} 改为 {2}。将以您的名义记录调整 {4}，并保留在库存卡中。</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>{0} adjusted by {1}.</source>
        <translation>{0} 已调整 {1}。</translation>
    </message>
    <message>
        <source>{0}: {1} on hand.</source>
        <translation>{0}：现有 {1}。</translation>
    </message>
    <message>
        <source>Only own warehouses are counted here.</source>
        <translation>这里只盘点自有仓。</translation>
    </message>
    <message>
        <source>{0} products counted, {1} figures changed.</source>
        <translation>已盘点 {0} 种商品，{1} 个数字有变化。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存管理</translation>
    </message>
    <message>
        <source>Update stock from a file</source>
        <translation>从文件更新库存</translation>
    </message>
    <message>
        <source>{0} figures set, {1} rows refused.</source>
        <translation>已设定 {0} 个数量，{1} 行被拒绝。</translation>
    </message>
    <message>
        <source>{0} was drawn up for these quantities: check and submit it.</source>
        <translation>已按这些数量生成 {0}：请核对后提交。</translation>
    </message>
    <message>
        <source>Now {0} on hand.</source>
        <translation>现有库存 {0}。</translation>
    </message>
    <message>
        <source>Keep the count</source>
        <translation>保存盘点</translation>
    </message>
    <message>
        <source>Scan each piece, or type a SKU and how many there are.</source>
        <translation>逐件扫描，或输入 SKU 和数量。</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实盘</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Everything was counted: what was not found is 0</source>
        <translation>已全部盘点：未找到的记为 0</translation>
    </message>
    <message>
        <source>{0}: {1} counted, {2} on hand until now.</source>
        <translation>{0}：已盘 {1}，账面 {2}。</translation>
    </message>
    <message>
        <source>Keep the count: {0} figures change</source>
        <translation>保存盘点：{0} 个数字变化</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>还没有盘点任何商品。</translation>
    </message>
    <message>
        <source>What really lies there.</source>
        <translation>实际存放的数量。</translation>
    </message>
    <message>
        <source>An adjustment of {0} is written.</source>
        <translation>将记录调整 {0}。</translation>
    </message>
    <message>
        <source>The figure is the same.</source>
        <translation>数量相同。</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>正在读取文件。</translation>
    </message>
    <message>
        <source>{0} taken</source>
        <translation>采用 {0} 个</translation>
    </message>
    <message>
        <source>Set {0} figures</source>
        <translation>设定 {0} 个数量</translation>
    </message>
    <message>
        <source>Create inbound list of {0} products</source>
        <translation>创建 {0} 个商品的入库单</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>不会有任何变化。</translation>
    </message>
    <message>
        <source>The figures of this own warehouse are set by adjustments.</source>
        <translation>该自有仓库的数量通过调整设定。</translation>
    </message>
    <message>
        <source>JD&apos;s quantities belong to JD: the products are registered and an inbound list is drawn up for these quantities. No figure is overwritten.</source>
        <translation>JD 的数量以 JD 为准：将登记商品并按这些数量生成入库单，不覆盖任何数量。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>在文件中</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Put into this warehouse</source>
        <translation>放入此仓库</translation>
    </message>
    <message>
        <source>Adjusted by {0}</source>
        <translation>已调整 {0}</translation>
    </message>
    <message>
        <source>{0} announced</source>
        <translation>预告 {0}</translation>
    </message>
    <message>
        <source>Nothing has moved yet.</source>
        <translation>尚无变动。</translation>
    </message>
    <message>
        <source>{0} older entries are in the export.</source>
        <translation>另有 {0} 条较早记录在导出文件中。</translation>
    </message>
    <message>
        <source>Differs from JD</source>
        <translation>与 JD 不符</translation>
    </message>
    <message>
        <source>JD counts another figure (R22)</source>
        <translation>JD 的数量不同 (R22)</translation>
    </message>
    <message>
        <source>Too little</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Orders need more than there is</source>
        <translation>订单需求超过库存</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>售罄</translation>
    </message>
    <message>
        <source>Nothing is available</source>
        <translation>没有可用库存</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>By JD&apos;s dates of expiry (R17)</source>
        <translation>按京东的到期日（R17）</translation>
    </message>
    <message>
        <source>No location</source>
        <translation>无货位</translation>
    </message>
    <message>
        <source>It is there and lies at no location</source>
        <translation>有库存但没有货位</translation>
    </message>
    <message>
        <source>Update stock</source>
        <translation>更新库存</translation>
    </message>
    <message>
        <source>Update warehouse stock</source>
        <translation>更新仓库库存</translation>
    </message>
    <message>
        <source>No stock here</source>
        <translation>此处没有库存</translation>
    </message>
    <message>
        <source>Products appear here once they are in a warehouse: push them to JD.ID, or put them into a warehouse of your own. Every figure is the sum of its stock card.</source>
        <translation>商品进入仓库后显示在这里：登记到 JD.ID，或放入自有仓库。每个数量都是库存卡的合计。</translation>
    </message>
    <message>
        <source>Go to products</source>
        <translation>前往商品</translation>
    </message>
    <message>
        <source>{0} warehouses · every figure is the sum of its card</source>
        <translation>{0} 个仓库 · 每个数量都是库存卡的合计</translation>
    </message>
    <message>
        <source>JD&apos;s figures are renewed; {0} inbound lists changed.</source>
        <translation>JD 数量已更新；{0} 个入库单有变化。</translation>
    </message>
    <message>
        <source>JD named {0} dates of expiry in {1} warehouses.</source>
        <translation>京东在 {1} 个仓库给出 {0} 个到期日。</translation>
    </message>
    <message>
        <source>All warehouses</source>
        <translation>所有仓库</translation>
    </message>
    <message>
        <source>Warehouse no.</source>
        <translation>仓库编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Open outbound</source>
        <translation>未完成出库单</translation>
    </message>
    <message>
        <source>Open inbound</source>
        <translation>未完成入库单</translation>
    </message>
    <message>
        <source>Stores ({0})</source>
        <translation>店铺 ({0})</translation>
    </message>
    <message>
        <source>No store is bound here yet: no order comes to it.</source>
        <translation>尚未绑定店铺：不会有订单发往此处。</translation>
    </message>
    <message>
        <source>No order goes to it. Activate it and waiting orders are decided anew.</source>
        <translation>没有订单发往该仓库。启用后，等待的订单将重新判定。</translation>
    </message>
    <message>
        <source>The queue waits and nothing is lost. Authorize again and it goes on by itself.</source>
        <translation>队列等待中，不会丢失任何内容。重新授权后会自动继续。</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>已推送</translation>
    </message>
    <message>
        <source>never: you ship from it yourself</source>
        <translation>从不：由您自行发货</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>现有库存</translation>
    </message>
    <message>
        <source>{0} · JD shop no. {1}</source>
        <translation>{0} · JD 店铺编号 {1}</translation>
    </message>
    <message>
        <source>first choice</source>
        <translation>首选</translation>
    </message>
    <message>
        <source>priority {0}</source>
        <translation>优先级 {0}</translation>
    </message>
    <message>
        <source>{0} inbound lists</source>
        <translation>{0} 个入库单</translation>
    </message>
    <message>
        <source>Pending there: {0}. Finish them first (R11).</source>
        <translation>仍有未完成：{0}。请先处理完 (R11)。</translation>
    </message>
    <message>
        <source>Bind store</source>
        <translation>绑定店铺</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Add own warehouse</source>
        <translation>添加自有仓库</translation>
    </message>
    <message>
        <source>Orders that resolve to it get an outbound order that is never pushed: you ship them yourself.</source>
        <translation>分配到该仓库的订单会生成出库单但不推送：由您自行发货。</translation>
    </message>
    <message>
        <source>Such as Gudang Bandung.</source>
        <translation>例如 Gudang Bandung。</translation>
    </message>
    <message>
        <source>Add store</source>
        <translation>添加店铺</translation>
    </message>
    <message>
        <source>Name it as you call it. Its order files are imported under this name.</source>
        <translation>请填写您惯用的名称。其订单文件以此名称导入。</translation>
    </message>
    <message>
        <source>Name of the store</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>This channel has no electronic waybill: JD cannot ship its orders (R32).</source>
        <translation>该渠道没有电子面单：JD 无法发其订单 (R32)。</translation>
    </message>
    <message>
        <source>A store of this name exists.</source>
        <translation>已有同名店铺。</translation>
    </message>
    <message>
        <source>An order goes to the warehouse its store is bound to. With several, the first by priority that stocks every line wins.</source>
        <translation>订单发往其店铺绑定的仓库。绑定多个时，按优先级取第一个备齐所有商品的仓库。</translation>
    </message>
    <message>
        <source>Add a store and a warehouse first.</source>
        <translation>请先添加店铺和仓库。</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>After-sales contact for JD</source>
        <translation>提供给 JD 的售后联系人</translation>
    </message>
    <message>
        <source>Contact name</source>
        <translation>联系人姓名</translation>
    </message>
    <message>
        <source>Drawn up</source>
        <translation>制单时间</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>已拣</translation>
    </message>
    <message>
        <source>Picked by</source>
        <translation>拣货人</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Packing slip</source>
        <translation>装箱单</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>已装</translation>
    </message>
    <message>
        <source>Packed by</source>
        <translation>装箱人</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Handed</source>
        <translation>已交</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>交出人</translation>
    </message>
    <message>
        <source>Left blank, JD gets the department&apos;s or the warehouse&apos;s.</source>
        <translation>留空则 JD 使用事业部或仓库的信息。</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>JD gets the department&apos;s contact; Enter completes it.</source>
        <translation>JD 将使用事业部的联系人；按 Enter 补充。</translation>
    </message>
    <message>
        <source>{0}: not bound</source>
        <translation>{0}：未绑定</translation>
    </message>
    <message>
        <source>{0}: JD cannot ship this channel&apos;s orders (R32)</source>
        <translation>{0}：JD 无法发该渠道的订单 (R32)</translation>
    </message>
    <message>
        <source>{0}: priority {1}</source>
        <translation>{0}：优先级 {1}</translation>
    </message>
    <message>
        <source>{0}, JD shop no. {1}</source>
        <translation>{0}，JD 店铺编号 {1}</translation>
    </message>
    <message>
        <source>Warehouse management</source>
        <translation>仓库管理</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>JD</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Which store&apos;s orders go to which warehouse</source>
        <translation>哪个店铺的订单发往哪个仓库</translation>
    </message>
    <message>
        <source>Channel rules</source>
        <translation>渠道规则</translation>
    </message>
    <message>
        <source>Add JD warehouse</source>
        <translation>添加 JD 仓库</translation>
    </message>
    <message>
        <source>No warehouses yet</source>
        <translation>尚无仓库</translation>
    </message>
    <message>
        <source>JD&apos;s warehouses appear by themselves once your account is authorized. Your own are added by hand; orders for them are never pushed.</source>
        <translation>账号授权后，JD 仓库会自动出现。自有仓库需手动添加，其订单不会推送。</translation>
    </message>
    <message>
        <source>Authorize an account</source>
        <translation>授权账号</translation>
    </message>
    <message>
        <source>{0} warehouses in use · {1} of {2} stores bound</source>
        <translation>使用中仓库 {0} 个 · 已绑定店铺 {1}/{2}</translation>
    </message>
    <message>
        <source>Deactivate {0}</source>
        <translation>停用 {0}</translation>
    </message>
    <message>
        <source>Orders of its stores go to their next warehouse, or wait. Stock and history stay; it can be activated again at any time.</source>
        <translation>其店铺的订单改发下一仓库或等待。库存和历史保留，可随时重新启用。</translation>
    </message>
    <message>
        <source>{0} is active.</source>
        <translation>{0} 已启用。</translation>
    </message>
    <message>
        <source>{0} is inactive.</source>
        <translation>{0} 已停用。</translation>
    </message>
    <message>
        <source>{0} added as {1}.</source>
        <translation>{0} 已添加，编号 {1}。</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Saved; waiting orders are decided anew.</source>
        <translation>已保存；等待的订单将重新判定。</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>保存设置</translation>
    </message>
    <message>
        <source>What happens with an order, by channel and status. Try a case at the right.</source>
        <translation>按渠道和状态说明订单的处理。可在右侧试一试。</translation>
    </message>
    <message>
        <source>Try a case</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Accepted here</source>
        <translation>已在此接单</translation>
    </message>
    <message>
        <source>{0}: created and pushed.</source>
        <translation>{0}：创建并推送。</translation>
    </message>
    <message>
        <source>{0}: created, not pushed. {1}</source>
        <translation>{0}：创建但不推送。{1}</translation>
    </message>
    <message>
        <source>{0}: not created. {1}</source>
        <translation>{0}：不创建。{1}</translation>
    </message>
    <message>
        <source>Push Shopee&apos;s paid orders at once for</source>
        <translation>以下物流的 Shopee 已付款订单立即推送</translation>
    </message>
    <message>
        <source>Couriers pushed at once</source>
        <translation>立即推送的物流公司</translation>
    </message>
    <message>
        <source>Codes with commas between them; POS stands for every service of Pos Indonesia.</source>
        <translation>代码以逗号分隔；POS 代表 Pos Indonesia 的所有服务。</translation>
    </message>
    <message>
        <source>Hold orders whose stock is too low, instead of leaving that to JD</source>
        <translation>库存不足的订单先暂挂，而不是交由 JD 处理</translation>
    </message>
    <message>
        <source>Stores and their warehouses</source>
        <translation>店铺与仓库</translation>
    </message>
    <message>
        <source>A number is the order in which a store&apos;s warehouses are tried. Press 1 to 9 to bind, Delete to unbind, Enter for the contact.</source>
        <translation>数字表示依次尝试店铺仓库的顺序。按 1 至 9 绑定，Delete 解绑，Enter 编辑联系人。</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Put away stores</source>
        <translation>已归档的店铺</translation>
    </message>
    <message>
        <source>Choose a store first.</source>
        <translation>请先选择店铺。</translation>
    </message>
    <message>
        <source>No stores yet</source>
        <translation>尚无店铺</translation>
    </message>
    <message>
        <source>A store is your shop on one channel. Bind it to a warehouse and its orders go there; without a binding they wait.</source>
        <translation>店铺是您在某一渠道上的门店。绑定仓库后，订单会发往该仓库；未绑定则等待。</translation>
    </message>
    <message>
        <source>Its bindings, orders and history stay, and it may come back at any time.</source>
        <translation>其绑定、订单和历史会保留，可随时恢复。</translation>
    </message>
    <message>
        <source>Put {0} away</source>
        <translation>归档 {0}</translation>
    </message>
    <message>
        <source>{0} was put away.</source>
        <translation>{0} 已归档。</translation>
    </message>
    <message>
        <source>A store comes back with the warehouses it was bound to.</source>
        <translation>店铺会连同原先绑定的仓库一起恢复。</translation>
    </message>
    <message>
        <source>Store {0} added.</source>
        <translation>店铺 {0} 已添加。</translation>
    </message>
    <message>
        <source>{0} goes to {1}; waiting orders are decided anew.</source>
        <translation>{0} 发往 {1}；等待的订单将重新判定。</translation>
    </message>
    <message>
        <source>Unbind {0}</source>
        <translation>解绑 {0}</translation>
    </message>
    <message>
        <source>Its orders no longer go to {0}. What was sent stays; what waits is decided anew.</source>
        <translation>其订单不再发往 {0}。已发送的保持不变；等待中的将重新判定。</translation>
    </message>
    <message>
        <source>Unbind</source>
        <translation>解绑</translation>
    </message>
    <message>
        <source>{0} is unbound from {1}.</source>
        <translation>{0} 已与 {1} 解绑。</translation>
    </message>
    <message>
        <source>Nothing found for {0}.</source>
        <translation>未找到 {0}。</translation>
    </message>
    <message>
        <source>Queued {0}</source>
        <translation>排队 {0}</translation>
    </message>
    <message>
        <source>Uncertain {0}</source>
        <translation>待核实 {0}</translation>
    </message>
    <message>
        <source>Held {0}</source>
        <translation>暂挂 {0}</translation>
    </message>
    <message>
        <source>Users and rights</source>
        <translation>用户与权限</translation>
    </message>
    <message>
        <source>History of {0}</source>
        <translation>{0} 的历史</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>尚无变更。</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>添加用户</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>保存当前视图…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>The view {0} is forgotten; orders stay as they are.</source>
        <translation>视图 {0} 将被删除；订单保持不变。</translation>
    </message>
    <message>
        <source>Remove view</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Who works here, and what each may do. Without users everything is allowed.</source>
        <translation>在此工作的人及其权限。没有用户时不限制任何操作。</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Removed users</source>
        <translation>已移除的用户</translation>
    </message>
    <message>
        <source>Choose a user first.</source>
        <translation>请先选择用户。</translation>
    </message>
    <message>
        <source>What {0} did keeps the name. The PIN opens nothing until {0} comes back.</source>
        <translation>{0} 做过的事保留其名。在 {0} 恢复之前，PIN 无效。</translation>
    </message>
    <message>
        <source>Who comes back has the rights and the PIN of then.</source>
        <translation>恢复后的用户拥有当时的权限和 PIN。</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移除 {0}</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>切换用户</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Everything done from now on bears this name.</source>
        <translation>此后的操作都会记在该姓名下。</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>请输入 PIN。</translation>
    </message>
    <message>
        <source>The first user is the owner, who may do everything and adds the others. From then on the window asks for a name and a PIN.</source>
        <translation>第一个用户是负责人，拥有全部权限并可添加其他人。此后窗口会要求姓名和 PIN。</translation>
    </message>
    <message>
        <source>Leave empty to keep the PIN.</source>
        <translation>留空则保留原 PIN。</translation>
    </message>
    <message>
        <source>Choose a PIN of 4 to 12 digits.</source>
        <translation>请设置 4 至 12 位数字的 PIN。</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>修改 {0}</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更记录</translation>
    </message>
    <message>
        <source>Runs low</source>
        <translation>库存偏低</translation>
    </message>
    <message>
        <source>Below what you set as the least</source>
        <translation>低于您设定的下限</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Runs low below</source>
        <translation>低于此数即偏低</translation>
    </message>
    <message>
        <source>{0} available, below your least of {1}.</source>
        <translation>可用 {0}，低于您设定的 {1}。</translation>
    </message>
    <message>
        <source>By date of expiry ({0})</source>
        <translation>按到期日（{0}）</translation>
    </message>
    <message>
        <source>Likely cause: {0}.</source>
        <translation>可能原因：{0}。</translation>
    </message>
    <message>
        <source>Count stock</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Set least stock</source>
        <translation>设置库存下限</translation>
    </message>
    <message>
        <source>Below it the product is listed under Runs low.</source>
        <translation>低于该数时商品列入“库存偏低”。</translation>
    </message>
    <message>
        <source>0: it never runs low.</source>
        <translation>0：从不视为偏低。</translation>
    </message>
    <message>
        <source>{0} archived.</source>
        <translation>{0} 已归档。</translation>
    </message>
    <message>
        <source>{0} is back.</source>
        <translation>{0} 已恢复。</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Put away; they come back at any time</source>
        <translation>已收起，可随时恢复</translation>
    </message>
    <message>
        <source>It is in no list and no search. Restore it and it is as it was.</source>
        <translation>不出现在列表和搜索中。恢复后一切如前。</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Zones, aisles, shelves and bins</source>
        <translation>库区、通道、货架和格位</translation>
    </message>
    <message>
        <source>All locations</source>
        <translation>所有货位</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>库区</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>货架</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>格位</translation>
    </message>
    <message>
        <source>product labels</source>
        <translation>商品标签</translation>
    </message>
    <message>
        <source>Advanced options</source>
        <translation>高级选项</translation>
    </message>
    <message>
        <source>Open platform (JOS)</source>
        <translation>开放平台 (JOS)</translation>
    </message>
    <message>
        <source>JD Logistics platform (LOP)</source>
        <translation>京东物流开放平台 (LOP)</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>As JD told you; else leave it.</source>
        <translation>按京东告知选择，否则保持不变。</translation>
    </message>
    <message>
        <source>ISV source</source>
        <translation>ISV 来源</translation>
    </message>
    <message>
        <source>Belongs to your App Key; JD tells it.</source>
        <translation>属于您的 App Key，由京东告知。</translation>
    </message>
    <message>
        <source>Third-party carrier</source>
        <translation>第三方承运商</translation>
    </message>
    <message>
        <source>For couriers JD does not list.</source>
        <translation>用于京东列表中没有的快递。</translation>
    </message>
    <message>
        <source>It begins with ISV and has no blanks.</source>
        <translation>以 ISV 开头，不含空格。</translation>
    </message>
    <message>
        <source>Say what the columns mean</source>
        <translation>说明各列含义</translation>
    </message>
    <message>
        <source>Read the file so</source>
        <translation>按此读取文件</translation>
    </message>
    <message>
        <source>{0}: choose the column of each field. It is remembered for every file with these headers.</source>
        <translation>{0}：请为每个字段选择对应的列。以后表头相同的文件都会沿用。</translation>
    </message>
    <message>
        <source>This is an export of</source>
        <translation>这是哪个平台的导出</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>文件前几行</translation>
    </message>
    <message>
        <source>– no column –</source>
        <translation>– 无对应列 –</translation>
    </message>
    <message>
        <source>Still without a column: {0}</source>
        <translation>尚无对应列：{0}</translation>
    </message>
    <message>
        <source>Change link {0}</source>
        <translation>修改关联 {0}</translation>
    </message>
    <message>
        <source>Remove link {0}</source>
        <translation>解除关联 {0}</translation>
    </message>
    <message>
        <source>Bundle: {0}</source>
        <translation>组合：{0}</translation>
    </message>
    <message>
        <source>{0} is no longer linked; its new orders wait.</source>
        <translation>{0} 已解除关联，新订单将等待。</translation>
    </message>
    <message>
        <source>Choose picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>移除图片</translation>
    </message>
    <message>
        <source>No picture yet.</source>
        <translation>还没有图片。</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>面单</translation>
    </message>
    <message>
        <source>{0} late</source>
        <translation>逾期 {0}</translation>
    </message>
    <message>
        <source>none attached</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{0} pages</source>
        <translation>{0} 页</translation>
    </message>
    <message>
        <source>Attach label</source>
        <translation>附上面单</translation>
    </message>
    <message>
        <source>{0} is not told by this program: accept and arrange the order there as well.</source>
        <translation>本程序不会通知 {0}：请在平台上同样接单并安排发货。</translation>
    </message>
    <message>
        <source>Open {0}&apos;s seller centre</source>
        <translation>打开 {0} 卖家中心</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} 天</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} 天 {1} 时</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 时</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 时 {1} 分</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>扫描商品</translation>
    </message>
    <message>
        <source>Each scan is one unit of it.</source>
        <translation>每次扫描为一件。</translation>
    </message>
    <message>
        <source>ended {0} ago</source>
        <translation>已过期 {0}</translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>剩 {0}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>{0} · made {1}</source>
        <translation>{0} · 生产于 {1}</translation>
    </message>
    <message>
        <source>Within {0}</source>
        <translation>{0} 内</translation>
    </message>
    <message>
        <source>Every date</source>
        <translation>所有日期</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>提前多久</translation>
    </message>
    <message>
        <source>Stock by date of expiry</source>
        <translation>按到期日的库存</translation>
    </message>
    <message>
        <source>Nothing ends soon</source>
        <translation>没有即将到期的库存</translation>
    </message>
    <message>
        <source>Products with a shelf life are listed here by their date of expiry, as JD tells it: once a day by itself, or when you ask.</source>
        <translation>有保质期的商品按京东给出的到期日列在这里：每天自动更新一次，也可手动查询。</translation>
    </message>
    <message>
        <source>JD was not asked for dates of expiry yet.</source>
        <translation>尚未向京东查询到期日。</translation>
    </message>
    <message>
        <source>JD&apos;s word of {0}. Enter shows the stock card.</source>
        <translation>京东 {0} 的消息。按回车打开库存卡。</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Sellable</source>
        <translation>可售</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生产日期</translation>
    </message>
    <message>
        <source>Attach labels</source>
        <translation>附上面单</translation>
    </message>
    <message>
        <source>Stopped: what was read so far is kept.</source>
        <translation>已停止：已读部分已保存。</translation>
    </message>
    <message>
        <source>{0} label pages are kept with {1} orders.</source>
        <translation>已将 {0} 页面单保存到 {1} 个订单。</translation>
    </message>
    <message>
        <source>{0} were kept before.</source>
        <translation>{0} 页早已保存。</translation>
    </message>
    <message>
        <source>{0} name no order yet.</source>
        <translation>{0} 页尚未匹配。</translation>
    </message>
    <message>
        <source>Every label page has its order.</source>
        <translation>所有面单均已匹配订单。</translation>
    </message>
    <message>
        <source>{0} label pages have their order now.</source>
        <translation>{0} 页面单已匹配订单。</translation>
    </message>
    <message>
        <source>Label {0}</source>
        <translation>面单 {0}</translation>
    </message>
    <message>
        <source>Save label</source>
        <translation>保存面单</translation>
    </message>
    <message>
        <source>{0} label pages of {1} are removed for good.</source>
        <translation>将永久删除 {1} 的 {0} 页面单。</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>删除面单</translation>
    </message>
    <message>
        <source>Labels without an order</source>
        <translation>未匹配的面单</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>No number that an order has could be read on these pages. Enter or scan the order or tracking number of each.</source>
        <translation>这些页面上未能读出任何订单的号码。请逐页输入或扫描订单号或运单号。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页</translation>
    </message>
    <message>
        <source>Order or tracking number</source>
        <translation>订单号或运单号</translation>
    </message>
    <message>
        <source>Remove page</source>
        <translation>删除此页</translation>
    </message>
    <message>
        <source>Enter the number of the order.</source>
        <translation>请输入订单号。</translation>
    </message>
    <message>
        <source>No such order.</source>
        <translation>没有该订单。</translation>
    </message>
    <message>
        <source>Several orders have this number.</source>
        <translation>多个订单有此号码。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>What can be read</source>
        <translation>可读内容</translation>
    </message>
    <message>
        <source>not created</source>
        <translation>不生成</translation>
    </message>
    <message>
        <source>created, waits</source>
        <translation>已生成，等待</translation>
    </message>
    <message>
        <source>at once or numbered</source>
        <translation>立即或有单号</translation>
    </message>
    <message>
        <source>accepted + numbered</source>
        <translation>接受且有单号</translation>
    </message>
    <message>
        <source>once numbered</source>
        <translation>有单号后</translation>
    </message>
    <message>
        <source>An outbound order is made and waits.</source>
        <translation>会生成出库单并等待。</translation>
    </message>
    <message>
        <source>Nothing is made.</source>
        <translation>不生成任何单据。</translation>
    </message>
    <message>
        <source>JD needs the tracking number on the parcel; without one the order waits (R33).</source>
        <translation>京东需要包裹上的运单号；没有则订单等待（R33）。</translation>
    </message>
    <message>
        <source>At once for {0}: their number comes late (R36). {1}</source>
        <translation>{0} 立即推送：其运单号较晚才有（R36）。{1}</translation>
    </message>
    <message>
        <source>You switched off pushing at once. {0}</source>
        <translation>您关闭了立即推送。{0}</translation>
    </message>
    <message>
        <source>First Accept order, or Arrange shipment with the number. {0}</source>
        <translation>先接受订单，或用运单号安排发货。{0}</translation>
    </message>
    <message>
        <source>Data and copies</source>
        <translation>数据与副本</translation>
    </message>
    <message>
        <source>A copy is made each day: the last seven days and one of each of four weeks stay.</source>
        <translation>每天自动备份：保留最近七天及之前四周各一份。</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>复制到…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>导出全部…</translation>
    </message>
    <message>
        <source>Choose a copy first.</source>
        <translation>请先选择副本。</translation>
    </message>
    <message>
        <source>Put a copy back</source>
        <translation>恢复副本</translation>
    </message>
    <message>
        <source>{0} holds {1} orders and {2} products. The data of now is kept as a copy of its own; the window closes and opens again. Before anything is sent, JD is asked by our numbers: nothing goes twice.</source>
        <translation>{0} 包含 {1} 个订单和 {2} 个商品。现有数据会另存为副本，窗口将关闭并重新打开。发送前会先用我们的单号询问 JD，不会重复发送。</translation>
    </message>
    <message>
        <source>Put this copy back?</source>
        <translation>恢复此副本？</translation>
    </message>
    <message>
        <source>Put back and reopen</source>
        <translation>恢复并重新打开</translation>
    </message>
    <message>
        <source>Copy the data to</source>
        <translation>将数据复制到</translation>
    </message>
    <message>
        <source>Copied to {0} and looked through.</source>
        <translation>已复制到 {0} 并检查。</translation>
    </message>
    <message>
        <source>Export all data to a folder</source>
        <translation>导出全部数据到文件夹</translation>
    </message>
    <message>
        <source>{0} rows are in {1}.</source>
        <translation>{0} 行已写入 {1}。</translation>
    </message>
    <message>
        <source>Writing {0}: {1} rows</source>
        <translation>正在写入 {0}：{1} 行</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>The data cannot be opened</source>
        <translation>数据无法打开</translation>
    </message>
    <message>
        <source>Put this copy back</source>
        <translation>恢复此副本</translation>
    </message>
    <message>
        <source>The data of now is set aside, not deleted. Choose a copy to go on with:</source>
        <translation>现有数据会另存，不会删除。请选择要继续使用的副本：</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>This PC, the data and the connections, looked at now.</source>
        <translation>现在检查本机、数据和连接。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>复制给客服</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>Nothing is wrong. Look at what is marked.</source>
        <translation>没有错误，请留意标记的项目。</translation>
    </message>
    <message>
        <source>Copied. It holds no secret and no phone number.</source>
        <translation>已复制，不含机密和电话号码。</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>请留意</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Last time the program met a fault. Your data is safe. A report is ready.</source>
        <translation>上次程序出现故障，数据安全，报告已准备好。</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Last {0} days</source>
        <translation>最近 {0} 天</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>所有渠道</translation>
    </message>
    <message>
        <source>Orders and shipments</source>
        <translation>订单与发货</translation>
    </message>
    <message>
        <source>Orders by channel</source>
        <translation>按渠道的订单</translation>
    </message>
    <message>
        <source>Shipments by warehouse</source>
        <translation>按仓库的发货</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>柱形</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>逐日</translation>
    </message>
    <message>
        <source>{0} orders came in, {1} shipments left</source>
        <translation>{0} 个订单进入，{1} 个包裹发出</translation>
    </message>
    <message>
        <source>no warehouse yet</source>
        <translation>尚无仓库</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Held, by reason</source>
        <translation>按原因暂缓</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Nine of ten within</source>
        <translation>九成以内</translation>
    </message>
    <message>
        <source>{0} was changed meanwhile</source>
        <translation>{0} 刚刚被修改</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>{0} saved it at {1}, while you were changing it.</source>
        <translation>{0} 于 {1} 保存了它，当时您正在修改。</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>JD has this order: process, ship and cancel it nowhere else (R45).</source>
        <translation>此订单在京东处理：请勿在其他地方处理、发货或取消 (R45)。</translation>
    </message>
    <message>
        <source>Cancelled too late? See what can be done</source>
        <translation>取消太晚？查看可行办法</translation>
    </message>
    <message>
        <source>Book what came back</source>
        <translation>登记退回货品</translation>
    </message>
    <message>
        <source>Ask JD for all it has of this order</source>
        <translation>向京东查询此订单的全部信息</translation>
    </message>
    <message>
        <source>JD&apos;s way bills</source>
        <translation>京东运单号</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>货品</translation>
    </message>
    <message>
        <source>Part {0} of {1} at JD: {2}</source>
        <translation>京东第 {0}/{1} 部分：{2}</translation>
    </message>
    <message>
        <source>Packages ({0})</source>
        <translation>包裹 ({0})</translation>
    </message>
    <message>
        <source>JD had news.</source>
        <translation>京东有新信息。</translation>
    </message>
    <message>
        <source>JD has nothing new.</source>
        <translation>京东没有新信息。</translation>
    </message>
    <message>
        <source>Noted for {0}.</source>
        <translation>已为 {0} 记录。</translation>
    </message>
    <message>
        <source>The return is booked.</source>
        <translation>退货已登记。</translation>
    </message>
    <message>
        <source>Cancelled after it was sent to JD</source>
        <translation>推送京东后被取消</translation>
    </message>
    <message>
        <source>Do this</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>{0} was cancelled, or is to be, at the marketplace.</source>
        <translation>{0} 已在或将在平台取消。</translation>
    </message>
    <message>
        <source>JD says: {0}. It can still be cancelled there.</source>
        <translation>京东状态：{0}。仍可在京东取消。</translation>
    </message>
    <message>
        <source>JD says: {0}. It was picked already: JD cannot cancel it any more (R44).</source>
        <translation>京东状态：{0}。已拣货，京东无法再取消 (R44)。</translation>
    </message>
    <message>
        <source>Cancel it at JD</source>
        <translation>在京东取消</translation>
    </message>
    <message>
        <source>JD keeps the goods, and the order is held here. JD&apos;s answer decides.</source>
        <translation>货品留在京东，订单在此保留。以京东答复为准。</translation>
    </message>
    <message>
        <source>JD&apos;s people stopped the parcel</source>
        <translation>京东人员已拦下包裹</translation>
    </message>
    <message>
        <source>Kept here as your word. Stock follows JD&apos;s status: nothing is booked by this.</source>
        <translation>作为您的说明记录。库存以京东状态为准，此操作不入账。</translation>
    </message>
    <message>
        <source>The parcel is on its way</source>
        <translation>包裹在途中</translation>
    </message>
    <message>
        <source>It comes back undelivered: book what came back once it is there.</source>
        <translation>包裹将退回：到货后请登记。</translation>
    </message>
    <message>
        <source>The buyer keeps the parcel</source>
        <translation>买家保留包裹</translation>
    </message>
    <message>
        <source>Settle the payment at the marketplace. The goods stay deducted.</source>
        <translation>请在平台处理货款。库存保持扣减。</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Good pieces of {0} are in stock again; damaged ones are written down. This is booked once.</source>
        <translation>{0} 的良品重新入库，残品核销。仅登记一次。</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>残品</translation>
    </message>
    <message>
        <source>{0}, sent {1}</source>
        <translation>{0}，已发 {1}</translation>
    </message>
    <message>
        <source>More of {0} would come back than was sent.</source>
        <translation>{0} 退回数量多于发出数量。</translation>
    </message>
    <message>
        <source>Say how much came back.</source>
        <translation>请填写退回数量。</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Uncheck all</source>
        <translation>取消全选</translation>
    </message>
    <message>
        <source>{0} checked</source>
        <translation>已选 {0} 个</translation>
    </message>
</context>
<context>
    <name>ColumnsMenu</name>
    <message>
        <source>Reset columns</source>
        <translation>重置列</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation>关闭详情 (Esc)</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy for customer service</source>
        <translation>复制给客服</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>FileDropOverlay</name>
    <message>
        <source>Drop the file to look at it</source>
        <translation>松开以查看文件</translation>
    </message>
    <message>
        <source>Nothing is written before you agree to the preview</source>
        <translation>在您同意预览之前不写入任何内容</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>PRACTICE</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Search or scan an order, SKU, tracking number, location</source>
        <translation>搜索或扫描订单、SKU、运单号、货位</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Real-time</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Periodic</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>News from JD: {0}</source>
        <translation>JD 消息：{0}</translation>
    </message>
    <message>
        <source>User: {0}</source>
        <translation>用户：{0}</translation>
    </message>
</context>
<context>
    <name>MainFrame</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Scroll the tabs</source>
        <translation>滚动标签</translation>
    </message>
</context>
<context>
    <name>MaskedLabel</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PageFrame</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>货位</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>出库</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>TableArea</name>
    <message>
        <source>The list could not be read</source>
        <translation>无法读取列表</translation>
    </message>
    <message>
        <source>Nothing was lost or changed.</source>
        <translation>没有丢失或更改任何内容。</translation>
    </message>
    <message>
        <source>Try again. If it stays like this, send the text to customer service.</source>
        <translation>请重试。若仍如此，请将文字发给客服。</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Column titles</source>
        <translation>列标题</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
</TS>
