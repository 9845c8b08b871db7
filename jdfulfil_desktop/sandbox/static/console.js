"use strict";

// The key comes typed in or behind # in the address, which browsers send to nobody.
const STATUS = {
  4: "Menunggu detail boks", 5: "Menunggu nomor seri", 10: "Baru", 20: "Terkirim ke gudang",
  50: "Sedang diperiksa", 70: "Selesai", 90: "Membatalkan", 91: "Dibatalkan", 92: "Gagal dibatalkan",
  10010: "Baru", 100130: "Resi didapat", 10014: "Terkirim ke gudang", 10015: "Tugas dibagikan",
  10016: "Diambil dari rak", 10017: "Diperiksa ulang", 10018: "Dikemas", 10019: "Diserahkan ke kurir",
  10020: "Paket keluar", 10027: "Membatalkan", 10028: "Dibatalkan", 10029: "Gagal dibatalkan",
  10031: "Ditarik kembali", 10032: "Diterima pusat sortir", 10033: "Diterima pos antar", 10034: "Diterima pembeli",
  10035: "Ditolak", 10036: "Retur diterima", 10037: "Retur dikirim", 10038: "Retur selesai",
  10051: "Tidak wajar", 10054: "Keluar pusat sortir",
};
const ROWS = 200;
const byId = (id) => document.getElementById(id);
let key = sessionStorage.getItem("control-key") || "";

if (location.hash.startsWith("#key=")) {
  key = decodeURIComponent(location.hash.slice(5));
  history.replaceState(null, "", "/");
}

async function control(method, path, body) {
  const reply = await fetch(`/_control/${path}`, {
    method,
    headers: { "X-Control-Key": key, "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (reply.status === 403) {
    throw new WrongKey();
  }
  const answer = await reply.json();
  if (!reply.ok) {
    throw new Error(answer.error);
  }
  return answer;
}

class WrongKey extends Error {}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function table(target, heads, rows, empty) {
  byId(`${target}-count`).textContent = rows.length ? `(${rows.length})` : "";
  if (!rows.length) {
    byId(target).replaceChildren(element("p", { className: "empty" }, empty));
    return;
  }
  const head = element("tr", {}, ...heads.map(([text, numeric]) =>
    element("th", { scope: "col", className: numeric ? "number" : "" }, text)));
  const shown = rows.slice(-ROWS).reverse().map((cells) => element("tr", {}, ...cells.map((cell, index) =>
    element("td", { className: heads[index][1] ? "number" : "" }, ...[cell].flat()))));
  byId(target).replaceChildren(element("table", {}, element("thead", {}, head), element("tbody", {}, ...shown)));
}

function status(document, ended, waits) {
  const words = STATUS[document.status] || "Status lain";
  const text = waits ? `${document.status} ${words}, menunggu stok` : `${document.status} ${words}`;
  return element("span", { className: `pill${ended ? " done" : ""}${waits ? " wait" : ""}` }, text);
}

function mover(number, ended) {
  const button = element("button", { type: "button", disabled: ended }, "Majukan");
  button.setAttribute("aria-label", `Majukan ${number}`);
  button.addEventListener("click", () => act(() => control("POST", "advance", { document: number, steps: 1 })));
  return button;
}

function lines(document, quantity) {
  return document.lines.map((line) => `${line.isvGoodsNo} × ${quantity(line)}`).join(", ");
}

async function refresh() {
  const [state, faults] = await Promise.all([control("GET", "state"), control("GET", "faults")]);
  const calls = Object.values(state.calls).reduce((sum, count) => sum + count, 0);
  byId("summary").textContent =
    `${state.goods.length} produk, ${state.tokens} izin berlaku, ${calls} panggilan`;
  table("outbound", [["Nomor"], ["Resi"], ["Isi"], ["Gudang"], ["Status"], [""]],
    state.outbound.map((order) => [
      [order.isvUUID, element("small", {}, order.eclpSoNo)],
      order.wayBill || order.thirdWayBill || "–",
      lines(order, (line) => line.quantity),
      order.warehouseNo,
      status(order, !order.open, order.paused),
      mover(order.eclpSoNo, !order.open),
    ]), "Belum ada pesanan. Kirim satu dari aplikasi, lalu lihat di sini.");
  table("inbound", [["Nomor"], ["Isi"], ["Gudang"], ["Status"], [""]],
    state.inbound.map((list) => [
      [list.spPoOrderNo, element("small", {}, list.poOrderNo)],
      lines(list, (line) => (list.status === 70 ? `${line.received} dari ${line.quantity}` : line.quantity)),
      list.whNo,
      status(list, !list.open, false),
      mover(list.poOrderNo, !list.open),
    ]), "Belum ada daftar barang masuk.");
  table("stock", [["Produk"], ["Gudang"], ["Mutu"], ["Jumlah", true], ["Tersedia", true]],
    state.stock.map((row) => [
      [row.isvGoodsNo, element("small", {}, row.goodsNo)],
      row.warehouseNo,
      { 1: "Baik", 2: "Rusak", 3: "Contoh" }[row.stockStatus],
      String(row.totalNum), String(row.usableNum),
    ]), "Belum ada stok. Barang masuk yang selesai menambahnya.");
  table("faults", [["Jenis"], ["Metode"], ["Sisa", true], ["Kode"], ["Detik", true]],
    faults.map((fault) => [fault.kind, fault.method, String(fault.times), fault.code, String(fault.seconds)]),
    "Tidak ada gangguan terpasang.");
}

async function act(action) {
  try {
    await action();
    await refresh();
    byId("trouble").hidden = true;
    byId("gate").hidden = true;
    byId("console").hidden = false;
    sessionStorage.setItem("control-key", key);
  } catch (error) {
    if (error instanceof WrongKey) {
      byId("gate-error").hidden = key === "";
      byId("gate").hidden = false;
      byId("console").hidden = true;
      byId("key").focus();
      key = "";
      sessionStorage.removeItem("control-key");
      return;
    }
    byId("trouble").textContent = error instanceof TypeError ? "Gateway praktik tidak menjawab." : error.message;
    byId("trouble").hidden = false;
  }
}

byId("gate").addEventListener("submit", (event) => {
  event.preventDefault();
  key = byId("key").value.trim();
  act(async () => {});
});
byId("advance").addEventListener("click", () => act(() => control("POST", "advance", { steps: 1 })));
byId("clear").addEventListener("click", () => act(() => control("DELETE", "faults")));
byId("fault").addEventListener("submit", (event) => {
  event.preventDefault();
  const given = new FormData(event.target);
  const fault = { kind: given.get("kind"), method: given.get("method"), times: Number(given.get("times")) };
  if (given.get("code")) fault.code = given.get("code");
  if (given.get("seconds")) fault.seconds = Number(given.get("seconds"));
  act(() => control("POST", "faults", [fault]));
});

act(async () => {});
setInterval(() => { if (key && !document.hidden) act(async () => {}); }, 2000);
