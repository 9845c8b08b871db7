"""Rows of exports by layout, blank cells left out: what marketplaces' own files hold."""

from __future__ import annotations

from tests.helpers.exports import KIND_OF_V2, LATE

SHOPEE = {
    "No. Pesanan": "260801AAAA0001",
    "Status Pesanan": "Perlu Dikirim",
    "Opsi Pengiriman": "Same Day-GrabExpress Sameday",
    LATE: "2026-08-01 15:00",
    "Waktu Pesanan Dibuat": "2026-08-01 09:58",
    "Nomor Referensi SKU": "KOPI-01-250",
    "Harga Setelah Diskon": "42.500",
    "Jumlah": "2",
    "Returned quantity": "0",
}
SHOPEE_SENT = {
    **SHOPEE,
    "No. Pesanan": "260801BBBB0002",
    "No. Resi": "SPXID000000000002",
    "Opsi Pengiriman": "Reguler (Cashless)-SPX Standard",
    "Waktu Pengiriman Diatur": "2026-08-01 13:10",
    "Waktu Pesanan Dibuat": "2026-08-01 11:20",
}
TEA = {"Nomor Referensi SKU": "TEH-02-M", "Jumlah": "1"}
OLD = {"Nomor Referensi SKU": "TEH-02-M", "No. Pesanan": "210301OLD1", "Terjual": "4"}
V3 = {
    "Order ID": "580000000000000001",
    "Order Status": "To ship",
    "Order Substatus": "Awaiting shipment",
    "SKU ID": "1730000000000000001",
    "Seller SKU": "KOPI-01-250",
    "Quantity": "2",
    "Created Time": "01/08/2026 09:15:00",
    "Delivery Option": "Same Day",
    "Shipping Provider Name": "GoSend Same Day",
    "Country": "Indonesia",
    "Package ID": "1150000000000000001",
    "Purchase Channel": "Tokopedia",
}
V3_READY = {
    **V3,
    "Order ID": "580000000000000002\t",
    "Order Substatus": "Awaiting collection",
    "SKU ID": "1730000000000000002",
    "Seller SKU": "TEH-02-M",
    "Quantity": "1",
    "Created Time": "01/08/2026 10:00:00",
    "Tracking ID": "JX0000000002",
    "Delivery Option": "Standard shipping",
    "Shipping Provider Name": "J&T Express",
    "Package ID": "1150000000000000002",
    "Purchase Channel": "TikTok",
}
V2 = {
    "Nomor": 1,
    "Nomor Invoice": "INV/20240801/XX/VIII/200000001",
    "Tanggal Pembayaran": "01-08-2024 08:30:15",
    "Status Terakhir": "Pesanan Diproses",
    "Nomor SKU": "KOPI-01-250",
    "Jumlah Produk Dibeli": 2,
    "Harga Jual (IDR)": 42500,
    "Biaya Pengiriman Tunai (IDR)": "Non Tunai",
    "Nama Kurir": "GoSend",
    KIND_OF_V2: "Same Day 8 Jam",
}
V2_SENT = {
    **V2,
    "Nomor": 2,
    "Nomor Invoice": "INV/20240801/XX/VIII/200000002",
    "Tanggal Pembayaran": "01-08-2024 09:05:00",
    "Status Terakhir": "Menunggu Pickup",
    "Nomor SKU": "TEH-02-M",
    "Jumlah Produk Dibeli": 1,
    "Nama Kurir": "SiCepat",
    KIND_OF_V2: "Reguler",
    "No Resi / Kode Booking": "000000000006",
}
V2_MORE = {"Nomor SKU": "KOPI-01-250", "Jumlah Produk Dibeli": 1, "Harga Jual (IDR)": 45000}
V1 = {
    "Count": 1,
    "Invoice": "INV/20210801/XX/VIII/300000001",
    "Payment Date": "01-08-2021 10:11:12",
    "Order Status": "Pesanan Diproses",
    "Product ID": "1000001",
    "Quantity": 2,
    "Stock Keeping Unit (SKU)": "KOPI-01-250",
    "Price (Rp.)": "Rp 45.000",
    "Courier": "GrabExpress(Same Day 8 Jam)",
}
V1_MORE = {"Product ID": "1000002", "Quantity": 1, "Stock Keeping Unit (SKU)": "TEH-02-M"}
V1_DONE = {
    **V1,
    "Invoice": "INV/20210801/XX/VIII/300000002",
    "Payment Date": "01-08-2021 11:00:00",
    "Order Status": "Transaksi selesai..\nDana akan diteruskan ke penjual.",
    "Quantity": 1,
    "Courier": "SiCepat(Reguler)",
    "AWB": "000000000008",
}
LAZADA = {
    "orderItemId": "560000000000101",
    "orderNumber": "560000000000001",
    "sellerSku": "KOPI-01-250",
    "createTime": "01 Aug 2026 09:40",
    "ttsSla": "03 Aug 2026 23:59",
    "shippingCountry": "Indonesia",
    "unitPrice": 45000,
    "shippingProvider": "LEX ID",
    "trackingCode": "LXAD-0000000009",
    "status": "ready_to_ship",
}
LAZADA_GONE = {
    **LAZADA,
    "orderItemId": "560000000000201",
    "orderNumber": "560000000000002",
    "sellerSku": "TEH-02-M",
    "createTime": "01 Aug 2026 10:05",
    "trackingCode": "LXAD-0000000010",
    "status": "shipped",
}
BLIBLI = {
    "No. Order": "40000000001",
    "No. Order Item": "40000000101",
    "Tanggal Order": "01/08/2026 09:12",
    "Merchant SKU": "KOPI-01-250",
    "Total Barang": "2",
    "Servis Logistik": "GoSend Same Day",
    "Order Status": "Siap Diproses",
}
BLIBLI_READY = {
    **BLIBLI,
    "No. Order": "40000000002",
    "No. Order Item": "40000000201",
    "No. Paket": "900000002",
    "No. Awb": "BLI000000000002",
    "Tanggal Order": "01/08/2026 10:30",
    "Merchant SKU": "TEH-02-M",
    "Total Barang": "1",
    "Servis Logistik": "BES Regular",
    "Order Status": "Siap Dikirim",
}
BUKALAPAK = {
    "ID Transaksi": "240000000001",
    "Tanggal": "2024-08-01 09:00",
    "Status": "Diproses Pelapak",
    "SKU": "KOPI-01-250",
    "Jumlah Produk": 2,
}
SHOPIFY = {
    "Name": "#1001",
    "Financial Status": "paid",
    "Created at": "2026-08-01 09:00:00 +0700",
    "Lineitem sku": "KOPI-01-250",
    "Lineitem name": "Kopi",
    "Lineitem quantity": "2",
}
WOO = {
    "Order Number": "501",
    "Order Status": "Processing",
    "Order Date": "2026-08-01 09:00",
    "SKU": "KOPI-01-250",
    "Quantity (- Refund)": "2",
}
