"""The headers that the marketplaces' exports carry, in their order."""

from __future__ import annotations


def _split(text: str) -> list[str]:
    return [name.strip() for name in text.replace("\n", " ").split("|") if name.strip()]


SHOPEE_51 = _split("""
No. Pesanan|Status Pesanan|Shipped by Advance Fulfilment|Booking SN|Status Pembatalan/ Pengembalian|
No. Resi|Opsi Pengiriman|Antar ke counter/ pick-up|
Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)|Waktu Pengiriman Diatur|
Waktu Pesanan Dibuat|Waktu Pembayaran Dilakukan|Tipe Pesanan|Metode Pembayaran|SKU Induk|
Nama Produk|Nomor Referensi SKU|Nama Variasi|Harga Awal|Harga Setelah Diskon|Jumlah|
Returned quantity|Subtotal Pesanan|Total Diskon|Diskon Dari Penjual|Diskon Dari Shopee|
Berat Produk|Jumlah Produk di Pesan|Total Berat|Voucher Ditanggung Penjual|Cashback Koin|
Voucher Ditanggung Shopee|Paket Diskon|Paket Diskon (Diskon dari Shopee)|
Paket Diskon (Diskon dari Penjual)|Potongan Koin Shopee|Diskon Kartu Kredit|
Ongkos Kirim Dibayar oleh Pembeli|Estimasi Potongan Biaya Pengiriman|
Ongkos Kirim Pengembalian Barang|Total Pembayaran|Perkiraan Ongkos Kirim|Catatan dari Pembeli|
Catatan|Username (Pembeli)|Nama Penerima|No. Telepon|Alamat Pengiriman|Kota/Kabupaten|Provinsi|
Waktu Pesanan Selesai
""")

_49_LACKS = {"Shipped by Advance Fulfilment", "Booking SN", "Tipe Pesanan"}
SHOPEE_49 = [name for name in SHOPEE_51 if name not in _49_LACKS]
SHOPEE_49.insert(2, "Alasan Pembatalan")

SHOPEE_ENGLISH = _split("""
Order ID|Order Status|Cancel reason|Return / Refund Status|Tracking Number*|Shipping Option|
Shipment Method|Estimated Ship Out Date|Ship Time|Order Creation Date|Order Paid Time|
Parent SKU Reference No.|Product Name|SKU Reference No.|Variation Name|Original Price|Deal Price|
Quantity|Returned quantity|Product Subtotal|Seller Rebate|Seller Discount|Shopee Rebate|
SKU Total Weight|No of product in order|Order Total Weight|Voucher Code|Username (Buyer)|
Receiver Name|Phone Number|Delivery Address|Town|District|Province|City|Country|Zip Code|
Remark from buyer|Order Complete Time
""")

SHOPEE_PICK_LIST = _split("""
No. Resi|No. Pesanan|Waktu Pesanan Dibuat|Status Pesanan|Status Pembatalan/ Pengembalian|
Username (Pembeli)|Waktu Pesanan Dibuat|
Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)|Informasi Produk|Opsi Pengiriman|
Nama Penerima|No. Telepon|Alamat Pengiriman|Kota/Kabupaten|Provinsi|Kode Pos
""")

TOKOPEDIA_V3 = _split("""
Order ID|Order Status|Order Substatus|Cancelation/Return Type|Normal or Pre-order|SKU ID|Seller SKU|
Product Name|Variation|Quantity|Sku Quantity of return|SKU Unit Original Price|
SKU Subtotal Before Discount|SKU Platform Discount|SKU Seller Discount|SKU Subtotal After Discount|
Shipping Fee After Discount|Original Shipping Fee|Shipping Fee Seller Discount|
Shipping Fee Platform Discount|Distance Shipping Fee|Distance Fee|Order Refund Amount|
Payment platform discount|Buyer Service Fee|Handling Fee|Shipping Insurance|Item Insurance|
Order Amount|Created Time|Paid Time|RTS Time|Shipped Time|Delivered Time|Cancelled Time|Cancel By|
Cancel Reason|Fulfillment Type|Warehouse Name|Tracking ID|Delivery Option|Shipping Provider Name|
Buyer Message|Buyer Username|Recipient|Phone #|Zipcode|Country|Province|Regency and City|Districts|
Villages|Detail Address|Additional address information|Payment Method|Weight(kg)|Product Category|
Package ID|Purchase Channel|Seller Note|Checked Status|Checked Marked by|Tokopedia Invoice Number|
Order Channel|Creator Handle
""")

TOKOPEDIA_V2 = _split("""
Nomor|Nomor Invoice|Tanggal Pembayaran|Status Terakhir|Tanggal Pesanan Selesai|
Waktu Pesanan Selesai|Tanggal Pesanan Dibatalkan|Waktu Pesanan Dibatalkan|Nama Produk|Tipe Produk|
Nomor SKU|Catatan Produk Pembeli|Catatan Produk Penjual|Jumlah Produk Dibeli|Harga Awal (IDR)|
Harga Satuan Bundling (IDR)|Diskon Produk (IDR)|Harga Jual (IDR)|Jumlah Subsidi Tokopedia (IDR)|
Nilai Kupon Toko Terpakai (IDR)|Jenis Kupon Toko Terpakai|Kode Kupon Toko Yang Digunakan|
Biaya Pengiriman Tunai (IDR)|Biaya Asuransi Pengiriman (IDR)|Total Biaya Pengiriman (IDR)|
Total Penjualan (IDR)|Nama Pembeli|No Telp Pembeli|Nama Penerima|No Telp Penerima|
Alamat Pengiriman|Kota|Provinsi|Nama Kurir|Tipe Pengiriman (regular, same day, etc)|
No Resi / Kode Booking|Tanggal Pengiriman Barang|Waktu Pengiriman Barang|Gudang Pengiriman|
Nama Campaign|Nama Bundling|Tipe Bebas Ongkir (Bebas Ongkir, Bebas Ongkir DT)|COD|
Jumlah Produk Yang Dikurangkan|Total Pengurangan (IDR)|Nama Penawaran Terpakai|
Tingkatan Promosi Terpakai|Diskon Penawaran Terpakai (IDR)
""")

TOKOPEDIA_V1 = _split("""
Count|Invoice|Payment Date|Order Status|Product ID|Product Name|Quantity|
Stock Keeping Unit (SKU)|Notes|Price (Rp.)|Discount Amount (Rp.)|Subsidi Amount (Rp.)|
Harga Jual (Rp.)|Customer Name|Customer Phone|Recipient|Recipient Number|Recipient Address|Courier|
Shipping Price + fee (Rp.)|Insurance (Rp.)|Total Shipping Fee (Rp.)|Total Amount (Rp.)|AWB|
Jenis Layanan|Bebas Ongkir|Warehouse Origin|Campaign Name
""")

LAZADA = _split("""
orderItemId|orderType|Guarantee|deliveryType|lazadaId|sellerSku|lazadaSku|wareHouse|createTime|
updateTime|rtsSla|ttsSla|orderNumber|invoiceRequired|invoiceNumber|deliveredDate|customerName|
customerEmail|nationalRegistrationNumber|shippingName|shippingAddress|shippingAddress2|
shippingAddress3|shippingAddress4|shippingAddress5|shippingPhone|shippingPhone2|shippingCity|
shippingPostCode|shippingCountry|shippingRegion|billingName|billingAddr|billingAddr2|billingAddr3|
billingAddr4|billingAddr5|billingPhone|billingPhone2|billingCity|billingPostCode|billingCountry|
taxCode|branchNumber|taxInvoiceRequested|payMethod|paidPrice|unitPrice|sellerDiscountTotal|
shippingFee|walletCredit|itemName|variation|cdShippingProvider|shippingProvider|shipmentTypeName|
shippingProviderType|cdTrackingCode|trackingCode|trackingUrl|shippingProviderFM|trackingCodeFM|
trackingUrlFM|promisedShippingTime|premium|status|buyerFailedDeliveryReturnInitiator|
buyerFailedDeliveryReason|buyerFailedDeliveryDetail|buyerFailedDeliveryUserName|bundleId|
semiManaged|flexibleDeliveryTime|bundleDiscount|refundAmount|sellerNote
""")

BLIBLI = _split("""
No. Order|No. Order Item|No. Paket|No. Awb|Tanggal Order|Nama Pemesan|Kode SKU|Blibli SKU|
Merchant SKU|Nama Produk|Total Barang|Servis Logistik|Kode Merchant|Nama Store|Order Status|
Alamat pengambilan|Alamat|Kota|Provinsi|Harga item pesanan|Total harga item pesanan|Total|Diskon|
Nama diskon|Kode diskon|Voucher seller|Komisi|Nama voucher seller|Kode voucher seller|
Nama voucher gratis ongkir|Kode voucher gratis ongkir|Catatan produk|Tanggal pengiriman|
Dibatalkan oleh|Alasan Pembatalan|No. RMA|Status pengembalian|Alasan pengembalian|
Resolusi pengembalian
""")

BUKALAPAK = _split("""
ID Transaksi|Tanggal|Status|SKU|Jumlah Produk|Harga Produk|Biaya Pengiriman|Biaya Asuransi
""")

SHOPIFY = _split("""
Name|Email|Financial Status|Paid at|Fulfillment Status|Fulfilled at|Currency|Total|
Shipping Method|Created at|Lineitem quantity|Lineitem name|Lineitem price|Lineitem sku|
Shipping Name|Shipping Street|Shipping City|Shipping Zip|Shipping Province|Shipping Country|
Shipping Phone|Notes|Cancelled at|Id
""")

WOOCOMMERCE = _split("""
Order Number|Order Status|Order Date|Customer Note|First Name (Shipping)|Last Name (Shipping)|
Address 1&2 (Shipping)|City (Shipping)|State Code (Shipping)|Postcode (Shipping)|
Country Code (Shipping)|Phone (Billing)|Shipping Method Title|SKU|Item #|Item Name|
Quantity (- Refund)|Item Cost
""")
