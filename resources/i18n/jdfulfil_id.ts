<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en_GB">
<context>
    <name></name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departemen</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>Gudang</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Kabar</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>valid until {0} ({1} days)</source>
        <translation>berlaku sampai {0} ({1} hari)</translation>
    </message>
    <message>
        <source>{0} seconds</source>
        <translation>{0} detik</translation>
    </message>
    <message>
        <source>set this PC&apos;s clock automatically</source>
        <translation>atur jam PC ini otomatis</translation>
    </message>
    <message>
        <source>Clock difference</source>
        <translation>Selisih jam</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Kontak terakhir</translation>
    </message>
    <message>
        <source>Last news</source>
        <translation>Kabar terakhir</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Antre</translation>
    </message>
    <message>
        <source>Sent today</source>
        <translation>Terkirim hari ini</translation>
    </message>
    <message>
        <source>{0} of at most {1}</source>
        <translation>{0} dari paling banyak {1}</translation>
    </message>
    <message>
        <source>You paused this account. What is queued keeps its place.</source>
        <translation>Anda menjeda akun ini. Yang antre tetap di tempatnya.</translation>
    </message>
    <message>
        <source>The queue waits and nothing is lost.</source>
        <translation>Antrean menunggu dan tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>{0} wait for it and nothing is lost.</source>
        <translation>{0} menunggunya dan tidak ada yang hilang.</translation>
    </message>
    <message>
        <source>Authorize again and it goes on by itself.</source>
        <translation>Otorisasi ulang dan antrean berlanjut sendiri.</translation>
    </message>
    <message>
        <source>Authorize again with the right values and it goes on by itself.</source>
        <translation>Otorisasi ulang dengan data yang benar dan antrean berlanjut sendiri.</translation>
    </message>
    <message>
        <source>JD&apos;s quota for the App Key is used up; it goes on by itself.</source>
        <translation>Kuota App Key di JD habis; berlanjut sendiri.</translation>
    </message>
    <message>
        <source>{0} are held by today&apos;s limit. They go tomorrow by themselves, or now with Basic.</source>
        <translation>{0} ditahan oleh batas hari ini. Besok terkirim sendiri, atau sekarang dengan Otorisasi Dasar.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>{0} of {1} orders sent today: later ones wait until tomorrow, or for Basic.</source>
        <translation>{0} dari {1} pesanan terkirim hari ini: berikutnya menunggu besok, atau Otorisasi Dasar.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Periksa sekarang</translation>
    </message>
    <message>
        <source>Take over JD&apos;s goods</source>
        <translation>Ambil alih barang JD</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Jeda</translation>
    </message>
    <message>
        <source>Authorize again</source>
        <translation>Otorisasi ulang</translation>
    </message>
    <message>
        <source>Add warehouse</source>
        <translation>Tambah gudang</translation>
    </message>
    <message>
        <source>Upgrade to Basic</source>
        <translation>Naik ke Otorisasi Dasar</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Cara</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Departemen</translation>
    </message>
    <message>
        <source>Quick authorization</source>
        <translation>Otorisasi Cepat</translation>
    </message>
    <message>
        <source>Basic authorization</source>
        <translation>Otorisasi Dasar</translation>
    </message>
    <message>
        <source>Start Sync</source>
        <translation>Mulai Sinkronisasi</translation>
    </message>
    <message>
        <source>Use Basic authorization instead</source>
        <translation>Pakai Otorisasi Dasar</translation>
    </message>
    <message>
        <source>No App Key of the program is known for this address: practice gateways publish one, a distributor&apos;s file brings one. Use Basic here.</source>
        <translation>App Key program tidak dikenal untuk alamat ini: gateway latihan menyediakannya, file distributor membawanya. Pakai Otorisasi Dasar di sini.</translation>
    </message>
    <message>
        <source>Hello JD.ID, please grant our merchant account access to the open platform for fulfillment and send us App Key, App Secret and gateway user.
PIN: {0}
Department number: {1}
Warehouse number: {2}
Callback address: {3}
Thank you.</source>
        <translation>Halo JD.ID, mohon beri akun merchant kami akses ke open platform untuk fulfillment dan kirimkan App Key, App Secret, serta gateway user.
PIN: {0}
Nomor departemen: {1}
Nomor gudang: {2}
Alamat callback: {3}
Terima kasih.</translation>
    </message>
    <message>
        <source>Copy the request to JD.ID customer service</source>
        <translation>Salin permintaan untuk layanan pelanggan JD.ID</translation>
    </message>
    <message>
        <source>Copied: paste it into your message</source>
        <translation>Tersalin: tempel ke pesan Anda</translation>
    </message>
    <message>
        <source>JD.ID&apos;s login page opens in your browser. Tick Subscribe there to have statuses in real time. Your password is typed on that page only.</source>
        <translation>Halaman masuk JD.ID terbuka di browser Anda. Centang Berlangganan di sana agar status datang real-time. Kata sandi Anda hanya diketik di halaman itu.</translation>
    </message>
    <message>
        <source>JD.ID customer service grants App Key, App Secret and gateway user: copy the request below and send it to them. Then JD.ID&apos;s login page opens in your browser.</source>
        <translation>Layanan pelanggan JD.ID memberikan App Key, App Secret, dan pengguna gateway: salin permintaan di bawah dan kirimkan. Lalu halaman masuk JD.ID terbuka di browser Anda.</translation>
    </message>
    <message>
        <source>JD offers: {0}</source>
        <translation>JD menawarkan: {0}</translation>
    </message>
    <message>
        <source>Add department</source>
        <translation>Tambah Departemen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>A further department of a JD.ID account that is authorized already.</source>
        <translation>Departemen tambahan dari akun JD.ID yang sudah diotorisasi.</translation>
    </message>
    <message>
        <source>Department number</source>
        <translation>Nomor departemen</translation>
    </message>
    <message>
        <source>No new login is needed for a department that is authorized already.</source>
        <translation>Departemen yang sudah diotorisasi tidak perlu masuk lagi.</translation>
    </message>
    <message>
        <source>Warehouse number</source>
        <translation>Nomor gudang</translation>
    </message>
    <message>
        <source>JD is asked what it offers …</source>
        <translation>Menanyakan kepada JD apa yang ditawarkan …</translation>
    </message>
    <message>
        <source>As JD.ID told you.</source>
        <translation>Sesuai yang diberikan JD.ID.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Wajib diisi.</translation>
    </message>
    <message>
        <source>It cannot hold blanks.</source>
        <translation>Tidak boleh berisi spasi.</translation>
    </message>
    <message>
        <source>It begins with EBU and has digits after it.</source>
        <translation>Diawali EBU lalu angka.</translation>
    </message>
    <message>
        <source>From JD.ID, or the practice gateway&apos;s.</source>
        <translation>Dari JD.ID, atau alamat gateway latihan.</translation>
    </message>
    <message>
        <source>Kept in this PC&apos;s keyring, never shown again.</source>
        <translation>Disimpan di keyring PC ini, tidak pernah ditampilkan lagi.</translation>
    </message>
    <message>
        <source>Kept with the credentials, never sent.</source>
        <translation>Disimpan bersama kredensial, tidak pernah dikirim.</translation>
    </message>
    <message>
        <source>Begins with EBU.</source>
        <translation>Diawali EBU.</translation>
    </message>
    <message>
        <source>Your JD.ID account. One PIN belongs to one merchant.</source>
        <translation>Akun JD.ID Anda. Satu PIN milik satu merchant.</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>Otorisasi</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Authorize an account first.</source>
        <translation>Otorisasi akun dahulu.</translation>
    </message>
    <message>
        <source>Accounts connected: {0}</source>
        <translation>Akun terhubung: {0}</translation>
    </message>
    <message>
        <source>Connect your JD.ID account: choose one of two ways.</source>
        <translation>Hubungkan akun JD.ID Anda: pilih salah satu dari dua cara.</translation>
    </message>
    <message>
        <source>Connect a further account</source>
        <translation>Hubungkan akun lain</translation>
    </message>
    <message>
        <source>App identity of {0} is installed.</source>
        <translation>Identitas aplikasi dari {0} terpasang.</translation>
    </message>
    <message>
        <source>The program&apos;s own App Key works on practice gateways only, and none is known here: use Basic authorization.</source>
        <translation>App Key milik program hanya berlaku di gateway latihan, dan di sini tidak ada yang dikenal: pakai Otorisasi Dasar.</translation>
    </message>
    <message>
        <source>I have a practice gateway&apos;s address</source>
        <translation>Saya punya alamat gateway latihan</translation>
    </message>
    <message>
        <source>I have a distributor&apos;s app-identity file</source>
        <translation>Saya punya file identitas aplikasi dari distributor</translation>
    </message>
    <message>
        <source>App identity (*.json)</source>
        <translation>Identitas aplikasi (*.json)</translation>
    </message>
    <message>
        <source>App-identity file</source>
        <translation>File identitas aplikasi</translation>
    </message>
    <message>
        <source>App identity for {0} is installed: Quick works there.</source>
        <translation>Identitas aplikasi untuk {0} terpasang: Otorisasi Cepat dapat dipakai di sana.</translation>
    </message>
    <message>
        <source>The authorization was cancelled.</source>
        <translation>Otorisasi dibatalkan.</translation>
    </message>
    <message>
        <source>Connected. News: {0}.</source>
        <translation>Terhubung. Kabar: {0}.</translation>
    </message>
    <message>
        <source>JD answers. Clock difference: {0} seconds.</source>
        <translation>JD menjawab. Selisih jam: {0} detik.</translation>
    </message>
    <message>
        <source>The account goes on; its queue is sent.</source>
        <translation>Akun berjalan lagi; antreannya dikirim.</translation>
    </message>
    <message>
        <source>Paused. What is queued keeps its place.</source>
        <translation>Dijeda. Yang antre tetap di tempatnya.</translation>
    </message>
    <message>
        <source>Its warehouses are deactivated and its secrets deleted from this PC. Orders, stock and history stay, and the account may come back at any time.</source>
        <translation>Gudangnya dinonaktifkan dan rahasianya dihapus dari PC ini. Pesanan, stok, dan riwayat tetap ada, dan akun dapat dikembalikan kapan saja.</translation>
    </message>
    <message>
        <source>The account was removed; it may come back.</source>
        <translation>Akun dihapus; dapat dikembalikan.</translation>
    </message>
    <message>
        <source>The account is back. Authorize it again to go on.</source>
        <translation>Akun dikembalikan. Otorisasi ulang untuk melanjutkan.</translation>
    </message>
    <message>
        <source>Department {0} added.</source>
        <translation>Departemen {0} ditambahkan.</translation>
    </message>
    <message>
        <source>Warehouse {0} added.</source>
        <translation>Gudang {0} ditambahkan.</translation>
    </message>
    <message>
        <source>{0} cannot be removed yet</source>
        <translation>{0} belum dapat dihapus</translation>
    </message>
    <message>
        <source>Show what is open</source>
        <translation>Tampilkan yang terbuka</translation>
    </message>
    <message>
        <source>Finish what is open in its warehouses first, then remove it.</source>
        <translation>Selesaikan dahulu yang masih terbuka di gudangnya, lalu hapus.</translation>
    </message>
    <message>
        <source>Removed accounts</source>
        <translation>Akun yang dihapus</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Kembalikan</translation>
    </message>
    <message>
        <source>Nothing was put away.</source>
        <translation>Tidak ada yang diarsipkan.</translation>
    </message>
    <message>
        <source>Choose what comes back first.</source>
        <translation>Pilih dahulu yang dikembalikan.</translation>
    </message>
    <message>
        <source>An account that comes back has to be authorized again.</source>
        <translation>Akun yang dikembalikan harus diotorisasi ulang.</translation>
    </message>
    <message>
        <source>Log in at JD.ID</source>
        <translation>Masuk di JD.ID</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Salin alamat</translation>
    </message>
    <message>
        <source>Your browser shows JD.ID&apos;s login page. This window goes on by itself.</source>
        <translation>Browser Anda menampilkan halaman masuk JD.ID. Jendela ini berlanjut sendiri.</translation>
    </message>
    <message>
        <source>Waiting for the login …</source>
        <translation>Menunggu Anda masuk …</translation>
    </message>
    <message>
        <source>If no page opened, copy the address and open it in any browser on this PC.</source>
        <translation>Jika halaman tidak terbuka, salin alamatnya dan buka di browser mana pun di PC ini.</translation>
    </message>
    <message>
        <source>Answer of the login page</source>
        <translation>Jawaban halaman login</translation>
    </message>
    <message>
        <source>Only where the browser says that the page cannot be reached: paste its whole address here, or the code.</source>
        <translation>Hanya bila browser berkata halaman tidak dapat dibuka: tempel seluruh alamatnya di sini, atau kodenya.</translation>
    </message>
    <message>
        <source>Log in there, then paste the answer below.</source>
        <translation>Masuk di sana, lalu tempel jawabannya di bawah.</translation>
    </message>
    <message>
        <source>Paste the address or the code first.</source>
        <translation>Tempel dahulu alamat atau kodenya.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Ambil alih</translation>
    </message>
    <message>
        <source>What JD already has becomes a master product here, with JD&apos;s figure as its opening stock. Products that you have already are found by number or barcode.</source>
        <translation>Barang yang sudah ada di JD menjadi master produk di sini, dengan angka JD sebagai stok awal. Produk yang sudah Anda miliki ditemukan lewat nomor atau barcode.</translation>
    </message>
    <message>
        <source>Also what lies in one of my own warehouses (R13)</source>
        <translation>Termasuk yang ada di gudang milik saya (R13)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>JD.ID is being asked.</source>
        <translation>JD.ID sedang ditanya.</translation>
    </message>
    <message>
        <source>JD is asked how many goods it has …</source>
        <translation>Menanyakan jumlah barang kepada JD …</translation>
    </message>
    <message>
        <source>JD has {0} goods in this department.</source>
        <translation>JD memiliki {0} barang di departemen ini.</translation>
    </message>
    <message>
        <source>Take over {0} goods</source>
        <translation>Ambil alih {0} barang</translation>
    </message>
    <message>
        <source>JD has no goods here yet.</source>
        <translation>JD belum memiliki barang di sini.</translation>
    </message>
    <message>
        <source>{0} of {1} looked at</source>
        <translation>{0} dari {1} diperiksa</translation>
    </message>
    <message>
        <source>{0} goods taken over, {1} of them new products.</source>
        <translation>{0} barang diambil alih, {1} di antaranya produk baru.</translation>
    </message>
    <message>
        <source>{0} lie in your own warehouse as well and were left alone (R13).</source>
        <translation>{0} juga ada di gudang Anda sendiri dan dibiarkan (R13).</translation>
    </message>
    <message>
        <source>No browser could be opened: copy the address and open it yourself.</source>
        <translation>Browser tidak dapat dibuka: salin alamatnya dan buka sendiri.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Copy the callback address</source>
        <translation>Salin alamat callback</translation>
    </message>
    <message>
        <source>Callback address</source>
        <translation>Alamat callback</translation>
    </message>
    <message>
        <source>JD&apos;s answer does not come here by itself: paste it while the login waits.</source>
        <translation>Jawaban JD tidak datang sendiri ke sini: tempelkan selama login menunggu.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Tersalin</translation>
    </message>
    <message>
        <source>Register exactly this address for your app in JD&apos;s console.</source>
        <translation>Daftarkan tepat alamat ini untuk aplikasi Anda di konsol JD.</translation>
    </message>
    <message>
        <source>You need</source>
        <translation>Yang diperlukan</translation>
    </message>
    <message>
        <source>Authorize quickly</source>
        <translation>Otorisasi Cepat</translation>
    </message>
    <message>
        <source>For merchants with fewer than 1,000 orders a day. Ready in two minutes.</source>
        <translation>Untuk merchant dengan kurang dari 1.000 pesanan sehari. Siap dalam dua menit.</translation>
    </message>
    <message>
        <source>Department number and warehouse number</source>
        <translation>Nomor departemen dan nomor gudang</translation>
    </message>
    <message>
        <source>Your JD.ID PIN</source>
        <translation>PIN JD.ID Anda</translation>
    </message>
    <message>
        <source>The program&apos;s own App Key is used</source>
        <translation>App Key milik program yang dipakai</translation>
    </message>
    <message>
        <source>Authorize with own key</source>
        <translation>Otorisasi dengan App Key sendiri</translation>
    </message>
    <message>
        <source>For merchants with more orders, or an App Key of their own. No daily limit.</source>
        <translation>Untuk merchant dengan pesanan lebih banyak, atau App Key sendiri. Tanpa batas harian.</translation>
    </message>
    <message>
        <source>App Key, App Secret and gateway user; JD.ID customer service grants them</source>
        <translation>App Key, App Secret, dan pengguna gateway; diberikan layanan pelanggan JD.ID</translation>
    </message>
    <message>
        <source>Import the order exports; nothing is written before you agree</source>
        <translation>Impor ekspor pesanan; tidak ada yang ditulis sebelum Anda setuju</translation>
    </message>
    <message>
        <source>{0}: {1} orders, {2} refused</source>
        <translation>{0}: {1} pesanan, {2} ditolak</translation>
    </message>
    <message>
        <source>Link channel SKUs to master products; orders that waited go on by themselves</source>
        <translation>Tautkan SKU kanal ke master produk; pesanan yang menunggu berlanjut sendiri</translation>
    </message>
    <message>
        <source>{0} channel SKUs linked</source>
        <translation>{0} SKU kanal ditautkan</translation>
    </message>
    <message>
        <source>The background sync pushes what the rules allow</source>
        <translation>Sinkronisasi latar mengirim yang diizinkan aturan</translation>
    </message>
    <message>
        <source>{0} orders imported, {1} pushed</source>
        <translation>{0} pesanan diimpor, {1} dikirim</translation>
    </message>
    <message>
        <source>Mend: arrange shipment for two orders that wait</source>
        <translation>Perbaiki: Atur Pengiriman untuk dua pesanan yang menunggu</translation>
    </message>
    <message>
        <source>Cancel one order before picking; JD&apos;s answer decides</source>
        <translation>Batalkan satu pesanan sebelum diambil; jawaban JD yang menentukan</translation>
    </message>
    <message>
        <source>JD picks, packs and ships; statuses come back in real time</source>
        <translation>JD mengambil, mengemas, dan mengirim; status kembali real-time</translation>
    </message>
    <message>
        <source>Cancelling after picking: {0}</source>
        <translation>Membatalkan setelah diambil: {0}</translation>
    </message>
    <message>
        <source>{0} orders completed</source>
        <translation>{0} pesanan selesai</translation>
    </message>
    <message>
        <source>Stock after, and what the day looked like</source>
        <translation>Stok sesudahnya, dan gambaran hari ini</translation>
    </message>
    <message>
        <source>{0} pieces on hand, {1} reserved, {2} differ from JD&apos;s figure</source>
        <translation>{0} buah stok fisik, {1} dipesan, {2} berbeda dari angka JD</translation>
    </message>
    <message>
        <source>The practice gateway&apos;s own state, held against all that was said</source>
        <translation>Catatan gateway latihan, dicocokkan dengan semua yang dikatakan</translation>
    </message>
    <message>
        <source>{0} pictures in {1}</source>
        <translation>{0} gambar di {1}</translation>
    </message>
    <message>
        <source>{0} orders at JD, each once, and no other; stock agrees piece by piece</source>
        <translation>{0} pesanan di JD, masing-masing sekali, tanpa yang lain; stok cocok satu per satu</translation>
    </message>
    <message>
        <source>missing at JD</source>
        <translation>tidak ada di JD</translation>
    </message>
    <message>
        <source>twice at JD</source>
        <translation>ganda di JD</translation>
    </message>
    <message>
        <source>at JD without a rule</source>
        <translation>di JD tanpa aturan</translation>
    </message>
    <message>
        <source>stock differs</source>
        <translation>stok berbeda</translation>
    </message>
    <message>
        <source>Authorize quickly: department, warehouse, PIN; log in and tick Subscribe</source>
        <translation>Otorisasi Cepat: departemen, gudang, PIN; masuk dan centang Berlangganan</translation>
    </message>
    <message>
        <source>{0} account connected, news: {1}</source>
        <translation>{0} akun terhubung, kabar: {1}</translation>
    </message>
    <message>
        <source>Import master products and register them at JD</source>
        <translation>Impor master produk dan daftarkan di JD</translation>
    </message>
    <message>
        <source>{0} products from {1}</source>
        <translation>{0} produk dari {1}</translation>
    </message>
    <message>
        <source>{0} registered, {1} adopted, {2} failed</source>
        <translation>{0} didaftarkan, {1} sudah ada, {2} gagal</translation>
    </message>
    <message>
        <source>Add two stores and bind them to the JD warehouse</source>
        <translation>Tambah dua toko dan hubungkan ke gudang JD</translation>
    </message>
    <message>
        <source>Create bin locations and bind SKUs to them in bulk</source>
        <translation>Buat lokasi dan ikat SKU secara massal</translation>
    </message>
    <message>
        <source>{0} locations, {1} SKUs bound</source>
        <translation>{0} lokasi, {1} SKU diikat</translation>
    </message>
    <message>
        <source>Send an inbound list; JD receives it, some pieces short</source>
        <translation>Kirim daftar inbound; JD menerimanya, kurang beberapa buah</translation>
    </message>
    <message>
        <source>{0}: {1} products, {2} pieces each</source>
        <translation>{0}: {1} produk, masing-masing {2} buah</translation>
    </message>
    <message>
        <source>Completed: {0} of {1} pieces received, stock {2}</source>
        <translation>Selesai: {0} dari {1} buah diterima, stok {2}</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Hasil pencarian</translation>
    </message>
    <message>
        <source>Last news {0}</source>
        <translation>Kabar terakhir {0}</translation>
    </message>
    <message>
        <source>Lists and imports work; the queue goes on by itself.</source>
        <translation>Daftar dan impor tetap berjalan; antrean berlanjut sendiri.</translation>
    </message>
    <message>
        <source>Look at the connection</source>
        <translation>Lihat koneksi</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Selesai ditangani</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Pemberitahuan</translation>
    </message>
    <message>
        <source>Nothing needs your word. What JD or a marketplace changes is told here.</source>
        <translation>Tidak ada yang perlu keputusan Anda. Perubahan dari JD atau marketplace diberitahukan di sini.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Ikuti sistem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Connect your JD.ID account</source>
        <translation>Hubungkan akun JD.ID Anda</translation>
    </message>
    <message>
        <source>Log in on JD.ID&apos;s page; your warehouses appear by themselves.</source>
        <translation>Masuk di halaman JD.ID; gudang Anda muncul sendiri.</translation>
    </message>
    <message>
        <source>Authorize</source>
        <translation>Otorisasi</translation>
    </message>
    <message>
        <source>Add your products</source>
        <translation>Tambah produk Anda</translation>
    </message>
    <message>
        <source>From a spreadsheet or one by one, then register them at JD.</source>
        <translation>Dari spreadsheet atau satu per satu, lalu daftarkan di JD.</translation>
    </message>
    <message>
        <source>Add products</source>
        <translation>Tambah produk</translation>
    </message>
    <message>
        <source>Bind your stores to a warehouse</source>
        <translation>Hubungkan toko Anda ke gudang</translation>
    </message>
    <message>
        <source>An order goes to the warehouse that its store is bound to.</source>
        <translation>Pesanan menuju gudang yang terhubung dengan tokonya.</translation>
    </message>
    <message>
        <source>Bind stores</source>
        <translation>Hubungkan toko</translation>
    </message>
    <message>
        <source>Import your orders</source>
        <translation>Impor pesanan Anda</translation>
    </message>
    <message>
        <source>The export of your seller centre. What may go is pushed by itself.</source>
        <translation>Ekspor dari seller center Anda. Yang boleh dikirim dikirim sendiri.</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>Impor pesanan</translation>
    </message>
    <message>
        <source>Four steps to your first shipment</source>
        <translation>Empat langkah ke pengiriman pertama</translation>
    </message>
    <message>
        <source>Orders and shipments a day</source>
        <translation>Pesanan dan pengiriman per hari</translation>
    </message>
    <message>
        <source>Hours from import to shipped</source>
        <translation>Jam dari impor sampai dikirim</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>Pengiriman</translation>
    </message>
    <message>
        <source>Hours, median</source>
        <translation>Jam, median</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Kesehatan</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Koneksi</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>tidak diterima</translation>
    </message>
    <message>
        <source>valid for {0}</source>
        <translation>berlaku {0}</translation>
    </message>
    <message>
        <source>{0} off: set this PC&apos;s clock</source>
        <translation>selisih {0}: atur jam PC ini</translation>
    </message>
    <message>
        <source>{0} difference</source>
        <translation>selisih {0}</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation>{0} menunggu</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Terlama</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Belum pasti</translation>
    </message>
    <message>
        <source>{0}, JD is being asked</source>
        <translation>{0}, JD sedang ditanya</translation>
    </message>
    <message>
        <source>no JD.ID account yet</source>
        <translation>belum ada akun JD.ID</translation>
    </message>
    <message>
        <source>Open: {0}</source>
        <translation>Buka: {0}</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Perlu Anda</translation>
    </message>
    <message>
        <source>Show {0} more</source>
        <translation>Tampilkan {0} lagi</translation>
    </message>
    <message>
        <source>Orders that may go are pushed by themselves.</source>
        <translation>Pesanan yang boleh dikirim dikirim sendiri.</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Tidak ada yang perlu Anda</translation>
    </message>
    <message>
        <source>What holds an order back is listed here with the button that mends it.</source>
        <translation>Yang menahan pesanan tercantum di sini dengan tombol perbaikannya.</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Belum ada pesanan</translation>
    </message>
    <message>
        <source>{0} · oldest came in {1}</source>
        <translation>{0} · terlama masuk {1}</translation>
    </message>
    <message>
        <source>Show orders</source>
        <translation>Lihat pesanan</translation>
    </message>
    <message>
        <source>JD refused products</source>
        <translation>JD menolak produk</translation>
    </message>
    <message>
        <source>Show products</source>
        <translation>Lihat produk</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>{0} waiting for you</source>
        <translation>{0} menunggu Anda</translation>
    </message>
    <message>
        <source>{0} at JD</source>
        <translation>{0} di JD</translation>
    </message>
    <message>
        <source>Add a warehouse first.</source>
        <translation>Tambah gudang dahulu.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Inbound no.</source>
        <translation>No. inbound</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>JD&apos;s news</source>
        <translation>Kabar JD</translation>
    </message>
    <message>
        <source>JD no.</source>
        <translation>No. JD</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>JD status</source>
        <translation>Status JD</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Rencana</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Selisih</translation>
    </message>
    <message>
        <source>Products ({0})</source>
        <translation>Produk ({0})</translation>
    </message>
    <message>
        <source>Receipts ({0})</source>
        <translation>Penerimaan ({0})</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Linimasa</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Kirim</translation>
    </message>
    <message>
        <source>JD does not have this list yet. It stays here until you submit it.</source>
        <translation>JD belum punya daftar ini. Daftar tetap di sini sampai Anda mengirimnya.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draf</translation>
    </message>
    <message>
        <source>Mend the cause, then submit it again under the same number.</source>
        <translation>Perbaiki penyebabnya, lalu kirim lagi dengan nomor yang sama.</translation>
    </message>
    <message>
        <source>It was sent and no clear answer came. JD is asked for this number before anything is sent again, so it cannot be doubled.</source>
        <translation>Sudah dikirim tetapi jawabannya tidak jelas. JD ditanya nomor ini sebelum ada yang dikirim lagi, jadi tidak bisa ganda.</translation>
    </message>
    <message>
        <source>Ask JD now</source>
        <translation>Tanya JD sekarang</translation>
    </message>
    <message>
        <source>JD decides. Its answer is followed by itself; stock changes only then.</source>
        <translation>JD yang memutuskan. Jawabannya diikuti dengan sendirinya; stok baru berubah setelah itu.</translation>
    </message>
    <message>
        <source>Stock rose by what was really received. {0}.</source>
        <translation>Stok naik sebanyak yang benar-benar diterima. {0}.</translation>
    </message>
    <message>
        <source>Corrections by JD: {0}. Each is a document of its own.</source>
        <translation>Koreksi oleh JD: {0}. Masing-masing dokumen tersendiri.</translation>
    </message>
    <message>
        <source>Received otherwise than planned</source>
        <translation>Diterima berbeda dari rencana</translation>
    </message>
    <message>
        <source>Corrected by JD</source>
        <translation>Dikoreksi oleh JD</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>Delete list</source>
        <translation>Hapus daftar</translation>
    </message>
    <message>
        <source>Refresh Status</source>
        <translation>Refresh Status</translation>
    </message>
    <message>
        <source>Copy as a new list</source>
        <translation>Salin jadi daftar baru</translation>
    </message>
    <message>
        <source>Expected and received</source>
        <translation>Rencana dan penerimaan</translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation>Surat jalan</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>Cetak daftar</translation>
    </message>
    <message>
        <source>Create inbound list</source>
        <translation>Buat Daftar Inbound</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Simpan sebagai draf</translation>
    </message>
    <message>
        <source>JD.ID warehouse</source>
        <translation>Gudang JD.ID</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Type or scan a SKU, a barcode or a name.</source>
        <translation>Ketik atau pindai SKU, barcode, atau nama.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Several at once</source>
        <translation>Beberapa sekaligus</translation>
    </message>
    <message>
        <source>Paste lines of SKU and quantity from a spreadsheet.</source>
        <translation>Tempel baris SKU dan jumlah dari spreadsheet.</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>Tambah baris</translation>
    </message>
    <message>
        <source>Add lines</source>
        <translation>Tambah baris</translation>
    </message>
    <message>
        <source>Each scan counts one</source>
        <translation>Tiap pindaian dihitung satu</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>Hapus baris</translation>
    </message>
    <message>
        <source>Quantity of the chosen line</source>
        <translation>Jumlah baris terpilih</translation>
    </message>
    <message>
        <source>There is no such product.</source>
        <translation>Produk tersebut tidak ada.</translation>
    </message>
    <message>
        <source>Close again to give these lines up, or keep them as draft.</source>
        <translation>Tutup sekali lagi untuk membuang baris ini, atau simpan sebagai draf.</translation>
    </message>
    <message>
        <source>Lines from a file</source>
        <translation>Baris dari file</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>Baris {0}: {1}</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>dan {0} lagi</translation>
    </message>
    <message>
        <source>{0} products, {1} units</source>
        <translation>{0} produk, {1} unit</translation>
    </message>
    <message>
        <source>Add a product first.</source>
        <translation>Tambah produk dahulu.</translation>
    </message>
    <message>
        <source>No JD.ID warehouse yet.</source>
        <translation>Belum ada gudang JD.ID.</translation>
    </message>
    <message>
        <source>Choose a line to change it</source>
        <translation>Pilih baris untuk mengubahnya</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Inbound lists</source>
        <translation>Manajemen Inbound</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>JD does not have it yet</source>
        <translation>JD belum punya</translation>
    </message>
    <message>
        <source>JD is asked whether it has the list</source>
        <translation>JD ditanya apakah sudah punya daftarnya</translation>
    </message>
    <message>
        <source>Refused by JD</source>
        <translation>Ditolak JD</translation>
    </message>
    <message>
        <source>At JD</source>
        <translation>Di JD</translation>
    </message>
    <message>
        <source>On its way to the warehouse, or inspected</source>
        <translation>Dalam perjalanan ke gudang, atau sedang diperiksa</translation>
    </message>
    <message>
        <source>Stock rose by what was received</source>
        <translation>Stok naik sebanyak yang diterima</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>No inbound lists here</source>
        <translation>Tidak ada daftar inbound di sini</translation>
    </message>
    <message>
        <source>An inbound list tells JD.ID what is coming and how much of it. When JD has received it, stock rises by what really came.</source>
        <translation>Daftar inbound memberi tahu JD.ID barang apa yang datang dan berapa. Setelah JD menerimanya, stok naik sebanyak yang benar-benar datang.</translation>
    </message>
    <message>
        <source>No JD.ID warehouse yet</source>
        <translation>Belum ada gudang JD.ID</translation>
    </message>
    <message>
        <source>Inbound lists go to JD.ID&apos;s warehouses: connect your account first.</source>
        <translation>Daftar inbound menuju gudang JD.ID: hubungkan akun Anda dahulu.</translation>
    </message>
    <message>
        <source>Go to authorization</source>
        <translation>Buka Otorisasi</translation>
    </message>
    <message>
        <source>Goods on their way to JD.ID&apos;s warehouses.</source>
        <translation>Barang dalam perjalanan ke gudang JD.ID.</translation>
    </message>
    <message>
        <source>News: {0}</source>
        <translation>Kabar: {0}</translation>
    </message>
    <message>
        <source>last news {0} ({1})</source>
        <translation>kabar terakhir {0} ({1})</translation>
    </message>
    <message>
        <source>JD has none of the checked lists yet.</source>
        <translation>JD belum memiliki daftar yang dicentang.</translation>
    </message>
    <message>
        <source>last news {0}</source>
        <translation>kabar terakhir {0}</translation>
    </message>
    <message>
        <source>press Refresh Status for the newest</source>
        <translation>tekan Refresh Status untuk yang terbaru</translation>
    </message>
    <message>
        <source>{0} and its {1} lines are deleted. JD never had it.</source>
        <translation>{0} dan {1} barisnya dihapus. JD tidak pernah memilikinya.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>{0} deleted.</source>
        <translation>{0} dihapus.</translation>
    </message>
    <message>
        <source>{0} kept as draft.</source>
        <translation>{0} disimpan sebagai draf.</translation>
    </message>
    <message>
        <source>Cancel list</source>
        <translation>Batalkan daftar</translation>
    </message>
    <message>
        <source>JD is asked to cancel {0}. It agrees as long as it has not begun to receive the goods; what was planned is then no longer expected.</source>
        <translation>JD diminta membatalkan {0}. JD setuju selama barangnya belum mulai diterima; rencananya lalu tidak ditunggu lagi.</translation>
    </message>
    <message>
        <source>Close list</source>
        <translation>Tutup daftar</translation>
    </message>
    <message>
        <source>{0} ends at JD with what has arrived: {1} of {2}. That goes into stock; the rest is no longer expected.</source>
        <translation>{0} diakhiri di JD dengan barang yang sudah datang: {1} dari {2}. Itu masuk stok; sisanya tidak ditunggu lagi.</translation>
    </message>
    <message>
        <source>{0} cancelled.</source>
        <translation>{0} dibatalkan.</translation>
    </message>
    <message>
        <source>{0} closed; what arrived is in stock.</source>
        <translation>{0} ditutup; barang yang datang sudah masuk stok.</translation>
    </message>
    <message>
        <source>{0}: JD decides; its answer is followed by itself.</source>
        <translation>{0}: JD yang memutuskan; jawabannya diikuti dengan sendirinya.</translation>
    </message>
    <message>
        <source>{0}: JD agreed to close it; its status follows.</source>
        <translation>{0}: JD setuju menutupnya; statusnya menyusul.</translation>
    </message>
    <message>
        <source>{0} inbound lists asked for, {1} changed.</source>
        <translation>{0} daftar inbound ditanyakan, {1} berubah.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kepada</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>belum dikirim</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Dikirim oleh</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Sopir</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>Diterima oleh</translation>
    </message>
    <message>
        <source>Printed {0}</source>
        <translation>Dicetak {0}</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>belum</translation>
    </message>
    <message>
        <source>Inbound list</source>
        <translation>Daftar inbound</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>REPRINT, copy {0}</source>
        <translation>CETAK ULANG, salinan {0}</translation>
    </message>
    <message>
        <source>Register products first</source>
        <translation>Daftarkan produk dahulu</translation>
    </message>
    <message>
        <source>JD does not know these products yet: {0}. They are registered for warehouse {1}, then the list is sent.</source>
        <translation>JD belum mengenal produk ini: {0}. Produk didaftarkan untuk gudang {1}, lalu daftarnya dikirim.</translation>
    </message>
    <message>
        <source>Register and submit</source>
        <translation>Daftarkan dan kirim</translation>
    </message>
    <message>
        <source>{0} is at JD as {1}.</source>
        <translation>{0} ada di JD sebagai {1}.</translation>
    </message>
    <message>
        <source>Submitting {0}</source>
        <translation>Mengirim {0}</translation>
    </message>
    <message>
        <source>Add products to locations in bulk</source>
        <translation>Tambah Produk ke Lokasi secara massal</translation>
    </message>
    <message>
        <source>Bind</source>
        <translation>Ikat</translation>
    </message>
    <message>
        <source>A line each: location, then SKU or barcode, apart by a tab, comma or blank. Paste from a spreadsheet, or scan one after the other.</source>
        <translation>Satu baris satu pasangan: lokasi lalu SKU atau barcode, dipisah tab, koma, atau spasi. Tempel dari spreadsheet, atau pindai berurutan.</translation>
    </message>
    <message>
        <source>Location and product</source>
        <translation>Lokasi dan produk</translation>
    </message>
    <message>
        <source>Only the bad lines</source>
        <translation>Hanya baris yang salah</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Ctrl+Enter binds. A line chosen here is shown in the box.</source>
        <translation>Ctrl+Enter mengikat. Baris yang dipilih di sini ditunjukkan di kotak.</translation>
    </message>
    <message>
        <source>Counted so far, not booked yet</source>
        <translation>Baru dihitung, belum dibukukan</translation>
    </message>
    <message>
        <source>{0} booked into stock</source>
        <translation>{0} masuk stok</translation>
    </message>
    <message>
        <source>{0} good</source>
        <translation>{0} benar</translation>
    </message>
    <message>
        <source>{0} bad</source>
        <translation>{0} salah</translation>
    </message>
    <message>
        <source>{0} there already</source>
        <translation>{0} sudah ada</translation>
    </message>
    <message>
        <source>Create {0} missing locations</source>
        <translation>Buat {0} lokasi yang belum ada</translation>
    </message>
    <message>
        <source>Bind {0} products</source>
        <translation>Ikat {0} produk</translation>
    </message>
    <message>
        <source>No line can be bound yet.</source>
        <translation>Belum ada baris yang dapat diikat.</translation>
    </message>
    <message>
        <source>{0} bound, {1} were there already.</source>
        <translation>{0} diikat, {1} sudah ada.</translation>
    </message>
    <message>
        <source>{0} lines could not be bound; mend them here and press again.</source>
        <translation>{0} baris tidak dapat diikat; perbaiki di sini lalu tekan lagi.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Baik</translation>
    </message>
    <message>
        <source>Location or SKU is missing</source>
        <translation>Lokasi atau SKU belum ada</translation>
    </message>
    <message>
        <source>Not a location number</source>
        <translation>Bukan nomor lokasi</translation>
    </message>
    <message>
        <source>No such location</source>
        <translation>Lokasi tidak ada</translation>
    </message>
    <message>
        <source>No such product</source>
        <translation>Produk tidak ada</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>Sudah ada</translation>
    </message>
    <message>
        <source>Named twice</source>
        <translation>Disebut dua kali</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Dipakai</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Kosong</translation>
    </message>
    <message>
        <source>SKUs</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Nothing lies here yet.</source>
        <translation>Belum ada barang di sini.</translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>Tambah produk</translation>
    </message>
    <message>
        <source>Move all</source>
        <translation>Pindahkan semua</translation>
    </message>
    <message>
        <source>Take {0} off</source>
        <translation>Lepas {0}</translation>
    </message>
    <message>
        <source>Move {0}</source>
        <translation>Pindahkan {0}</translation>
    </message>
    <message>
        <source>JD.ID has no locations: these are virtual. They stay in this program and are never sent to JD.</source>
        <translation>JD.ID tidak punya lokasi: lokasi ini virtual. Lokasi tetap di program ini dan tidak pernah dikirim ke JD.</translation>
    </message>
    <message>
        <source>Create 1 location</source>
        <translation>Buat 1 Lokasi</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Buat</translation>
    </message>
    <message>
        <source>Location number</source>
        <translation>Nomor lokasi</translation>
    </message>
    <message>
        <source>1-50 letters, digits, or . _ / -</source>
        <translation>1-50 huruf, angka, atau . _ / -</translation>
    </message>
    <message>
        <source>No warehouse yet.</source>
        <translation>Belum ada gudang.</translation>
    </message>
    <message>
        <source>Use 1-50 letters, digits, or . _ / -</source>
        <translation>Pakai 1-50 huruf, angka, atau . _ / -</translation>
    </message>
    <message>
        <source>Create several locations</source>
        <translation>Buat Beberapa Lokasi</translation>
    </message>
    <message>
        <source>Shelf numbers</source>
        <translation>Nomor rak</translation>
    </message>
    <message>
        <source>Paste a list, or write a pattern: A{01-12}-{1-4} makes A01-1 to A12-4, {A-D} makes letters.</source>
        <translation>Tempel daftar, atau tulis pola: A{01-12}-{1-4} menjadi A01-1 sampai A12-4, {A-D} menjadi huruf.</translation>
    </message>
    <message>
        <source>{0} new locations</source>
        <translation>{0} lokasi baru</translation>
    </message>
    <message>
        <source>{0} are there already</source>
        <translation>{0} sudah ada</translation>
    </message>
    <message>
        <source>Submit {0} locations</source>
        <translation>Kirim {0} lokasi</translation>
    </message>
    <message>
        <source>Enter shelf numbers that are not there yet.</source>
        <translation>Isi nomor rak yang belum ada.</translation>
    </message>
    <message>
        <source>At most {0} at once.</source>
        <translation>Paling banyak {0} sekaligus.</translation>
    </message>
    <message>
        <source>Not a location number: {0}</source>
        <translation>Bukan nomor lokasi: {0}</translation>
    </message>
    <message>
        <source>There is no location to print a label of.</source>
        <translation>Tidak ada lokasi untuk dicetak labelnya.</translation>
    </message>
    <message>
        <source>location labels</source>
        <translation>label lokasi</translation>
    </message>
    <message>
        <source>Scan to take the last scan back</source>
        <translation>Pindai untuk membatalkan pindaian terakhir</translation>
    </message>
    <message>
        <source>{0} lies at {1}.</source>
        <translation>{0} ada di {1}.</translation>
    </message>
    <message>
        <source>Product locations</source>
        <translation>Manajemen Lokasi Produk</translation>
    </message>
    <message>
        <source>Virtual locations of this program: JD.ID has none of its own.</source>
        <translation>Lokasi virtual dari program ini: JD.ID tidak punya lokasi sendiri.</translation>
    </message>
    <message>
        <source>Something lies there</source>
        <translation>Ada barang di sana</translation>
    </message>
    <message>
        <source>Nothing lies there yet</source>
        <translation>Belum ada barang di sana</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>Ganda</translation>
    </message>
    <message>
        <source>What lies there lies elsewhere too</source>
        <translation>Barang di sana juga ada di tempat lain</translation>
    </message>
    <message>
        <source>Create several</source>
        <translation>Buat Beberapa Lokasi</translation>
    </message>
    <message>
        <source>Add single</source>
        <translation>Tambah Satuan</translation>
    </message>
    <message>
        <source>Scan mode</source>
        <translation>Mode pindai</translation>
    </message>
    <message>
        <source>Add in bulk</source>
        <translation>Tambah Massal</translation>
    </message>
    <message>
        <source>Print labels</source>
        <translation>Cetak label</translation>
    </message>
    <message>
        <source>Print the UNDO label</source>
        <translation>Cetak label UNDO</translation>
    </message>
    <message>
        <source>What lies nowhere</source>
        <translation>Yang belum punya lokasi</translation>
    </message>
    <message>
        <source>Delete empty ones</source>
        <translation>Hapus yang kosong</translation>
    </message>
    <message>
        <source>No locations here yet</source>
        <translation>Belum ada lokasi di sini</translation>
    </message>
    <message>
        <source>Locations tell where a product lies, shelf by shelf. Create them from a list or a pattern, then bind products by typing or scanning.</source>
        <translation>Lokasi menunjukkan letak produk, rak demi rak. Buat dari daftar atau pola, lalu ikat produk dengan mengetik atau memindai.</translation>
    </message>
    <message>
        <source>No warehouse yet</source>
        <translation>Belum ada gudang</translation>
    </message>
    <message>
        <source>Locations belong to a warehouse: connect JD.ID or add your own first.</source>
        <translation>Lokasi milik sebuah gudang: hubungkan JD.ID atau tambah gudang sendiri dahulu.</translation>
    </message>
    <message>
        <source>Go to warehouses</source>
        <translation>Buka Gudang</translation>
    </message>
    <message>
        <source>{0} locations created.</source>
        <translation>{0} lokasi dibuat.</translation>
    </message>
    <message>
        <source>{0} were there already.</source>
        <translation>{0} sudah ada.</translation>
    </message>
    <message>
        <source>Take product off location</source>
        <translation>Lepas produk dari lokasi</translation>
    </message>
    <message>
        <source>{0} will no longer be shown at {1}. Stock does not change.</source>
        <translation>{0} tidak lagi ditampilkan di {1}. Stok tidak berubah.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Lepas</translation>
    </message>
    <message>
        <source>{0} taken off {1}.</source>
        <translation>{0} dilepas dari {1}.</translation>
    </message>
    <message>
        <source>{0} locations</source>
        <translation>{0} lokasi</translation>
    </message>
    <message>
        <source>Delete locations</source>
        <translation>Hapus lokasi</translation>
    </message>
    <message>
        <source>{0}: those at which nothing lies are deleted, the others stay.</source>
        <translation>{0}: yang kosong dihapus, yang berisi tetap ada.</translation>
    </message>
    <message>
        <source>{0} locations deleted.</source>
        <translation>{0} lokasi dihapus.</translation>
    </message>
    <message>
        <source>{0} stay: something lies there.</source>
        <translation>{0} tetap ada: masih berisi.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Scan a location, then the products that lie there, then the next location.</source>
        <translation>Pindai lokasi, lalu produk yang ada di sana, lalu lokasi berikutnya.</translation>
    </message>
    <message>
        <source>Scan or type a code, then Enter</source>
        <translation>Pindai atau ketik kode, lalu Enter</translation>
    </message>
    <message>
        <source>Last scans</source>
        <translation>Pindaian terakhir</translation>
    </message>
    <message>
        <source>Take back the last scan</source>
        <translation>Batalkan pindaian terakhir</translation>
    </message>
    <message>
        <source>Ctrl+Z, or scan the printed UNDO label</source>
        <translation>Ctrl+Z, atau pindai label UNDO yang dicetak</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Suara</translation>
    </message>
    <message>
        <source>{0} bound in this round</source>
        <translation>{0} diikat pada putaran ini</translation>
    </message>
    <message>
        <source>Location: {0}</source>
        <translation>Lokasi: {0}</translation>
    </message>
    <message>
        <source>No location chosen yet</source>
        <translation>Belum ada lokasi yang dipilih</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Then its products, then the next location. Each scan counts at once.</source>
        <translation>Lalu produknya, lalu lokasi berikutnya. Setiap pindaian langsung berlaku.</translation>
    </message>
    <message>
        <source>Scan a location</source>
        <translation>Pindai lokasi</translation>
    </message>
    <message>
        <source>Now scan what lies here.</source>
        <translation>Sekarang pindai barang di sini.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Benar</translation>
    </message>
    <message>
        <source>This location is chosen already.</source>
        <translation>Lokasi ini sudah dipilih.</translation>
    </message>
    <message>
        <source>{0} lies at {1} already.</source>
        <translation>{0} sudah ada di {1}.</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Berulang</translation>
    </message>
    <message>
        <source>{0} is no product.</source>
        <translation>{0} bukan produk.</translation>
    </message>
    <message>
        <source>One of {0} taken off.</source>
        <translation>Satu {0} dikurangi.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Dibatalkan</translation>
    </message>
    <message>
        <source>{0} no longer lies at {1}.</source>
        <translation>{0} tidak lagi ada di {1}.</translation>
    </message>
    <message>
        <source>{0} is not chosen any more.</source>
        <translation>{0} tidak lagi dipilih.</translation>
    </message>
    <message>
        <source>That scan had changed nothing.</source>
        <translation>Pindaian itu tidak mengubah apa pun.</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>Tidak ada yang dapat dibatalkan</translation>
    </message>
    <message>
        <source>No scan of this round has changed anything.</source>
        <translation>Belum ada pindaian putaran ini yang mengubah sesuatu.</translation>
    </message>
    <message>
        <source>{0} is a product. Scan its location first.</source>
        <translation>{0} adalah produk. Pindai lokasinya dahulu.</translation>
    </message>
    <message>
        <source>Location first</source>
        <translation>Lokasi dahulu</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Salah</translation>
    </message>
    <message>
        <source>{0} is no location of this warehouse and no product.</source>
        <translation>{0} bukan lokasi gudang ini dan bukan produk.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Tidak dikenal</translation>
    </message>
    <message>
        <source>{0} is an order number.</source>
        <translation>{0} adalah nomor pesanan.</translation>
    </message>
    <message>
        <source>{0} is the tracking number of order {1}.</source>
        <translation>{0} adalah nomor resi pesanan {1}.</translation>
    </message>
    <message>
        <source>{0} is inbound list {1}.</source>
        <translation>{0} adalah daftar inbound {1}.</translation>
    </message>
    <message>
        <source>{0} is a location of warehouse {1}, not of this one.</source>
        <translation>{0} adalah lokasi gudang {1}, bukan gudang ini.</translation>
    </message>
    <message>
        <source>Add product to location</source>
        <translation>Tambah Produk ke Lokasi</translation>
    </message>
    <message>
        <source>Master SKU</source>
        <translation>Master SKU</translation>
    </message>
    <message>
        <source>Type or scan a SKU, a barcode or a part of the name.</source>
        <translation>Ketik atau pindai SKU, barcode, atau sebagian nama.</translation>
    </message>
    <message>
        <source>Type or scan, or choose below. Its own locations are left out.</source>
        <translation>Ketik atau pindai, atau pilih di bawah. Lokasinya sendiri tidak ditampilkan.</translation>
    </message>
    <message>
        <source>Free locations</source>
        <translation>Lokasi kosong</translation>
    </message>
    <message>
        <source>No product chosen yet</source>
        <translation>Belum ada produk yang dipilih</translation>
    </message>
    <message>
        <source>Lies at {0}</source>
        <translation>Ada di {0}</translation>
    </message>
    <message>
        <source>Has no location here yet</source>
        <translation>Belum punya lokasi di sini</translation>
    </message>
    <message>
        <source>No free location here</source>
        <translation>Tidak ada lokasi kosong di sini</translation>
    </message>
    <message>
        <source>{0} products</source>
        <translation>{0} produk</translation>
    </message>
    <message>
        <source>Move to another location</source>
        <translation>Pindahkan ke lokasi lain</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Pindahkan</translation>
    </message>
    <message>
        <source>{0}, from {1}. Stock does not change.</source>
        <translation>{0}, dari {1}. Stok tidak berubah.</translation>
    </message>
    <message>
        <source>New location</source>
        <translation>Lokasi baru</translation>
    </message>
    <message>
        <source>Type or scan it.</source>
        <translation>Ketik atau pindai.</translation>
    </message>
    <message>
        <source>There already: {0}</source>
        <translation>Sudah ada di sana: {0}</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Masih kosong.</translation>
    </message>
    <message>
        <source>This warehouse has no such location.</source>
        <translation>Gudang ini tidak punya lokasi tersebut.</translation>
    </message>
    <message>
        <source>That is where it lies now.</source>
        <translation>Barangnya memang di situ sekarang.</translation>
    </message>
    <message>
        <source>{0} moved from {1} to {2}.</source>
        <translation>{0} dipindahkan dari {1} ke {2}.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
    <message>
        <source>It lies there already.</source>
        <translation>Sudah ada di sana.</translation>
    </message>
    <message>
        <source>Arrange shipment</source>
        <translation>Atur Pengiriman</translation>
    </message>
    <message>
        <source>Save and push</source>
        <translation>Simpan dan kirim</translation>
    </message>
    <message>
        <source>Order and tracking number</source>
        <translation>Nomor pesanan dan resi</translation>
    </message>
    <message>
        <source>{0} of {1} lines are good</source>
        <translation>{0} dari {1} baris benar</translation>
    </message>
    <message>
        <source>Push {0} orders</source>
        <translation>Kirim {0} pesanan</translation>
    </message>
    <message>
        <source>No line is good yet.</source>
        <translation>Belum ada baris yang benar.</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>No. pesanan</translation>
    </message>
    <message>
        <source>Tracking no.</source>
        <translation>No. resi</translation>
    </message>
    <message>
        <source>A line each: order number, then tracking number, apart by a tab, comma or blank. Paste from a spreadsheet, read a file, or scan one after the other. The marketplace is not told: arrange it there too.</source>
        <translation>Satu baris satu pesanan: nomor pesanan, lalu nomor resi, dipisah tab, koma, atau spasi. Tempel dari spreadsheet, baca berkas, atau pindai satu per satu. Marketplace tidak diberi tahu: atur juga di sana.</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Dari berkas</translation>
    </message>
    <message>
        <source>Tracking numbers from a file</source>
        <translation>Nomor resi dari berkas</translation>
    </message>
    <message>
        <source>Tracking number is missing</source>
        <translation>Nomor resi belum ada</translation>
    </message>
    <message>
        <source>No such order</source>
        <translation>Pesanan tidak ada</translation>
    </message>
    <message>
        <source>In several stores: arrange it singly</source>
        <translation>Ada di beberapa toko: atur satu per satu</translation>
    </message>
    <message>
        <source>Cannot be arranged as it stands</source>
        <translation>Tidak dapat diatur dalam keadaan ini</translation>
    </message>
    <message>
        <source>The same order is above</source>
        <translation>Pesanan yang sama ada di atas</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>Perlu diterima</translation>
    </message>
    <message>
        <source>No tracking no.</source>
        <translation>Menunggu resi</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Ditahan</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>At JD · {0}</source>
        <translation>Di JD · {0}</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>JD way bill</source>
        <translation>Resi JD</translation>
    </message>
    <message>
        <source>Label pages</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>Kurir</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>Ship by</source>
        <translation>Batas kirim</translation>
    </message>
    <message>
        <source>Outbound no.</source>
        <translation>No. outbound</translation>
    </message>
    <message>
        <source>{0} is linked; its orders go on.</source>
        <translation>{0} ditautkan; pesanannya berlanjut.</translation>
    </message>
    <message>
        <source>{0} is bound to {1}; its orders go on.</source>
        <translation>{0} terhubung ke {1}; pesanannya berlanjut.</translation>
    </message>
    <message>
        <source>Register products at JD</source>
        <translation>Daftarkan produk di JD</translation>
    </message>
    <message>
        <source>{0} will be registered for warehouse {1}.</source>
        <translation>{0} akan didaftarkan untuk gudang {1}.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Daftarkan</translation>
    </message>
    <message>
        <source>{0} is split into {1} parts.</source>
        <translation>{0} dibagi menjadi {1} bagian.</translation>
    </message>
    <message>
        <source>Let JD send them</source>
        <translation>Biar JD yang kirim</translation>
    </message>
    <message>
        <source>{0} is an own warehouse: you send its orders yourself, JD is not told. Choose a JD warehouse that goes before it for {1}, where it has all the goods.</source>
        <translation>{0} gudang sendiri: pesanannya Anda kirim sendiri, JD tidak diberi tahu. Pilih gudang JD yang didahulukan untuk {1}, bila semua barangnya ada di sana.</translation>
    </message>
    <message>
        <source>{0} goes before the own warehouse for {1} from now on.</source>
        <translation>Mulai sekarang {0} didahulukan daripada gudang sendiri untuk {1}.</translation>
    </message>
    <message>
        <source>Substitute missing recipients</source>
        <translation>Ganti data penerima yang kosong</translation>
    </message>
    <message>
        <source>What a file does not say of the recipient is replaced by the store&apos;s own details. This holds for all orders.</source>
        <translation>Data penerima yang tidak ada di file diganti dengan data toko. Ini berlaku untuk semua pesanan.</translation>
    </message>
    <message>
        <source>Use substitutes</source>
        <translation>Pakai pengganti</translation>
    </message>
    <message>
        <source>Items ({0})</source>
        <translation>Barang ({0})</translation>
    </message>
    <message>
        <source>Order {0}</source>
        <translation>Pesanan {0}</translation>
    </message>
    <message>
        <source>Outbound {0}</source>
        <translation>Outbound {0}</translation>
    </message>
    <message>
        <source>JD no. {0}</source>
        <translation>No. JD {0}</translation>
    </message>
    <message>
        <source>Tracking no. {0}</source>
        <translation>Resi {0}</translation>
    </message>
    <message>
        <source>Copy for customer service</source>
        <translation>Salin untuk layanan pelanggan</translation>
    </message>
    <message>
        <source>{0} other orders wait for the same.</source>
        <translation>{0} pesanan lain menunggu hal yang sama.</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Marketplace</translation>
    </message>
    <message>
        <source>{0} (substitute)</source>
        <translation>{0} (pengganti)</translation>
    </message>
    <message>
        <source>the store&apos;s contact</source>
        <translation>kontak toko</translation>
    </message>
    <message>
        <source>Tracking no. at JD</source>
        <translation>Resi di JD</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Kesalahan terakhir</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Percobaan berikutnya</translation>
    </message>
    <message>
        <source>Accept order</source>
        <translation>Terima Pesanan</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Tahan</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Lepaskan</translation>
    </message>
    <message>
        <source>Cancel at JD</source>
        <translation>Batalkan di JD</translation>
    </message>
    <message>
        <source>Picked already: JD cannot cancel any more (R44).</source>
        <translation>Sudah diambil: JD tidak dapat membatalkan lagi (R44).</translation>
    </message>
    <message>
        <source>Order {0}: enter or scan the tracking number that the marketplace gave. The order is accepted with it.</source>
        <translation>Pesanan {0}: isi atau pindai nomor resi dari marketplace. Pesanan sekaligus diterima.</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Nomor resi</translation>
    </message>
    <message>
        <source>A number that a newer file brings goes before it until the push.</source>
        <translation>Nomor dari file yang lebih baru didahulukan sampai pesanan dikirim ke JD.</translation>
    </message>
    <message>
        <source>Enter the tracking number.</source>
        <translation>Isi nomor resi.</translation>
    </message>
    <message>
        <source>Link SKU</source>
        <translation>Tautkan SKU</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Tautkan</translation>
    </message>
    <message>
        <source>Which product is {0} ({1})? All orders that wait for it go on.</source>
        <translation>Produk mana {0} ({1})? Semua pesanan yang menunggunya berlanjut.</translation>
    </message>
    <message>
        <source>Master product</source>
        <translation>Master produk</translation>
    </message>
    <message>
        <source>Units of it in one</source>
        <translation>Isi per satuan</translation>
    </message>
    <message>
        <source>There is no product of this SKU or barcode.</source>
        <translation>Tidak ada produk dengan SKU atau barcode ini.</translation>
    </message>
    <message>
        <source>Bind store to warehouse</source>
        <translation>Hubungkan Gudang Toko</translation>
    </message>
    <message>
        <source>Orders of {0} go to this warehouse.</source>
        <translation>Pesanan {0} menuju gudang ini.</translation>
    </message>
    <message>
        <source>Undoing the import: {0} orders left</source>
        <translation>Membatalkan impor: sisa {0} pesanan</translation>
    </message>
    <message>
        <source>There are no tables in that folder.</source>
        <translation>Tidak ada tabel di folder itu.</translation>
    </message>
    <message>
        <source>file {0} of {1}</source>
        <translation>file {0} dari {1}</translation>
    </message>
    <message>
        <source>Import cancelled: nothing of {0} was kept.</source>
        <translation>Impor dibatalkan: tidak ada yang disimpan dari {0}.</translation>
    </message>
    <message>
        <source>Undoing the import</source>
        <translation>Membatalkan impor</translation>
    </message>
    <message>
        <source>Importing {0}</source>
        <translation>Mengimpor {0}</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>Membaca {0}</translation>
    </message>
    <message>
        <source>Comparing {0}</source>
        <translation>Membandingkan {0}</translation>
    </message>
    <message>
        <source>{0} refused.xlsx</source>
        <translation>{0} ditolak.xlsx</translation>
    </message>
    <message>
        <source>Download refused rows</source>
        <translation>Unduh baris yang ditolak</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Saran</translation>
    </message>
    <message>
        <source>Another row of this order has to be mended.</source>
        <translation>Baris lain dari pesanan ini harus diperbaiki.</translation>
    </message>
    <message>
        <source>{0} refused rows saved. Mend them there and import that file.</source>
        <translation>{0} baris yang ditolak disimpan. Perbaiki di sana lalu impor file itu.</translation>
    </message>
    <message>
        <source>JD is asked to cancel {0} outbound orders that are not picked yet; its answers decide. The others stay as they are, and no marketplace is told.</source>
        <translation>JD diminta membatalkan {0} pesanan outbound yang belum diambil dari rak; jawaban JD yang menentukan. Yang lain tetap seperti semula, dan marketplace tidak diberi tahu.</translation>
    </message>
    <message>
        <source>JD can cancel none of these any more (R44).</source>
        <translation>Tidak satu pun dari ini masih dapat dibatalkan JD (R44).</translation>
    </message>
    <message>
        <source>{0} were left as they are: it does not fit them.</source>
        <translation>{0} dibiarkan: tidak sesuai keadaannya.</translation>
    </message>
    <message>
        <source>{0} were not looked at: you stopped it.</source>
        <translation>{0} belum dilihat: Anda menghentikannya.</translation>
    </message>
    <message>
        <source>{0} orders accepted.</source>
        <translation>{0} pesanan diterima.</translation>
    </message>
    <message>
        <source>{0} orders arranged.</source>
        <translation>{0} pesanan diatur.</translation>
    </message>
    <message>
        <source>{0} orders held.</source>
        <translation>{0} pesanan ditahan.</translation>
    </message>
    <message>
        <source>{0} orders released.</source>
        <translation>{0} pesanan dilepaskan.</translation>
    </message>
    <message>
        <source>{0} orders are tried again now.</source>
        <translation>{0} pesanan dicoba lagi sekarang.</translation>
    </message>
    <message>
        <source>{0} outbound orders cancelled, or asked about until JD answers.</source>
        <translation>{0} pesanan outbound dibatalkan, atau ditanyakan sampai JD menjawab.</translation>
    </message>
    <message>
        <source>Accepting orders</source>
        <translation>Menerima pesanan</translation>
    </message>
    <message>
        <source>Arranging shipments</source>
        <translation>Mengatur pengiriman</translation>
    </message>
    <message>
        <source>Holding orders</source>
        <translation>Menahan pesanan</translation>
    </message>
    <message>
        <source>Releasing orders</source>
        <translation>Melepas pesanan</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Mencoba lagi</translation>
    </message>
    <message>
        <source>Asking JD to cancel</source>
        <translation>Meminta JD membatalkan</translation>
    </message>
    <message>
        <source>{0} accepted.</source>
        <translation>{0} diterima.</translation>
    </message>
    <message>
        <source>{0} arranged.</source>
        <translation>{0} sudah diatur.</translation>
    </message>
    <message>
        <source>{0} has this tracking number too: check the labels.</source>
        <translation>{0} juga memakai nomor resi ini: periksa labelnya.</translation>
    </message>
    <message>
        <source>{0} is held until you release it.</source>
        <translation>{0} ditahan sampai Anda lepaskan.</translation>
    </message>
    <message>
        <source>{0} released.</source>
        <translation>{0} dilepaskan.</translation>
    </message>
    <message>
        <source>{0} is tried again now.</source>
        <translation>{0} dicoba lagi sekarang.</translation>
    </message>
    <message>
        <source>JD is asked to cancel {0}. Before picking it agrees; afterwards the parcel goes out and only the marketplace can still cancel.</source>
        <translation>JD diminta membatalkan {0}. Sebelum diambil JD setuju; setelahnya paket tetap keluar dan hanya marketplace yang masih bisa membatalkan.</translation>
    </message>
    <message>
        <source>Ask JD to cancel</source>
        <translation>Minta JD membatalkan</translation>
    </message>
    <message>
        <source>Not cancelled: {0}</source>
        <translation>Tidak dibatalkan: {0}</translation>
    </message>
    <message>
        <source>Outbound orders</source>
        <translation>Manajemen Pesanan Outbound</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Exporting {0}</source>
        <translation>Mengekspor {0}</translation>
    </message>
    <message>
        <source>Export cancelled: no file was written.</source>
        <translation>Ekspor dibatalkan: tidak ada berkas yang ditulis.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Terima</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Export these</source>
        <translation>Ekspor yang dipilih</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Segera</translation>
    </message>
    <message>
        <source>Has to leave within a day, or is late; JD does not have it yet</source>
        <translation>Harus dikirim dalam sehari, atau sudah terlambat; belum ada di JD</translation>
    </message>
    <message>
        <source>Paid, waiting for your acceptance (R39)</source>
        <translation>Dibayar, menunggu Anda terima (R39)</translation>
    </message>
    <message>
        <source>Waiting for a tracking number</source>
        <translation>Menunggu nomor resi</translation>
    </message>
    <message>
        <source>Something has to be mended first</source>
        <translation>Ada yang harus diperbaiki dahulu</translation>
    </message>
    <message>
        <source>Goes to JD by itself</source>
        <translation>Dikirim sendiri ke JD</translation>
    </message>
    <message>
        <source>JD is asked whether it has the order</source>
        <translation>JD ditanya apakah sudah punya pesanannya</translation>
    </message>
    <message>
        <source>JD processes it</source>
        <translation>JD memprosesnya</translation>
    </message>
    <message>
        <source>Cancelled, returned or finished elsewhere</source>
        <translation>Dibatalkan, dikembalikan, atau selesai di tempat lain</translation>
    </message>
    <message>
        <source>No orders here yet</source>
        <translation>Belum ada pesanan di sini</translation>
    </message>
    <message>
        <source>Download the order export in your seller centre and import it here, or drop the file on this window. What may be pushed to JD is pushed by itself; for every other order you see why it waits.</source>
        <translation>Unduh ekspor pesanan di seller center lalu impor di sini, atau seret file ke jendela ini. Yang boleh dikirim ke JD dikirim sendiri; untuk yang lain Anda melihat alasannya menunggu.</translation>
    </message>
    <message>
        <source>Handover for the warehouse</source>
        <translation>Serah terima untuk gudang</translation>
    </message>
    <message>
        <source>Pick list</source>
        <translation>Daftar ambil</translation>
    </message>
    <message>
        <source>Packing slips</source>
        <translation>Slip kemas</translation>
    </message>
    <message>
        <source>Attach labels…</source>
        <translation>Lampirkan label…</translation>
    </message>
    <message>
        <source>{0} new, {1} changed, {2} the same, {3} refused.</source>
        <translation>{0} baru, {1} berubah, {2} sama, {3} ditolak.</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>Batalkan impor ini</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Impor satu folder…</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet…</source>
        <translation>Tempel dari lembar kerja…</translation>
    </message>
    <message>
        <source>Watch the download folder…</source>
        <translation>Pantau folder unduhan…</translation>
    </message>
    <message>
        <source>Import history…</source>
        <translation>Riwayat impor…</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Impor satu folder</translation>
    </message>
    <message>
        <source>Exports that arrive in {0} are imported by themselves.</source>
        <translation>Ekspor yang masuk ke {0} diimpor otomatis.</translation>
    </message>
    <message>
        <source>No folder is watched any more.</source>
        <translation>Tidak ada folder yang dipantau lagi.</translation>
    </message>
    <message>
        <source>The import was undone: nothing of it was kept.</source>
        <translation>Impor dibatalkan seluruhnya: tidak ada yang disimpan.</translation>
    </message>
    <message>
        <source>{0} orders asked for, {1} changed.</source>
        <translation>{0} pesanan ditanyakan, {1} berubah.</translation>
    </message>
    <message>
        <source>{0} rows exported.</source>
        <translation>{0} baris diekspor.</translation>
    </message>
    <message>
        <source>Which store is this file from?</source>
        <translation>File ini dari toko mana?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>{0} is an export of {1}.</source>
        <translation>{0} adalah ekspor dari {1}.</translation>
    </message>
    <message>
        <source>Choose one, or type the name of a new store.</source>
        <translation>Pilih salah satu, atau ketik nama toko baru.</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Isi nama.</translation>
    </message>
    <message>
        <source>Import {0} orders</source>
        <translation>Impor {0} pesanan</translation>
    </message>
    <message>
        <source>Every order of this file is here already, unchanged.</source>
        <translation>Semua pesanan di file ini sudah ada, tanpa perubahan.</translation>
    </message>
    <message>
        <source>Nothing of this file can be taken.</source>
        <translation>Tidak ada isi file ini yang dapat diambil.</translation>
    </message>
    <message>
        <source>How the file was understood</source>
        <translation>Cara file dipahami</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Dibaca sebagai</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet</source>
        <translation>Tempel dari lembar kerja</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Lihat dulu</translation>
    </message>
    <message>
        <source>Copy the rows together with the row of headers, and paste them here. They are shown before anything is written, just as a file is.</source>
        <translation>Salin baris beserta baris judulnya, lalu tempel di sini. Isinya ditampilkan dulu sebelum disimpan, sama seperti berkas.</translation>
    </message>
    <message>
        <source>Look at {0} rows</source>
        <translation>Lihat {0} baris</translation>
    </message>
    <message>
        <source>Paste the row of headers and at least one row below it.</source>
        <translation>Tempel baris judul dan sedikitnya satu baris di bawahnya.</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Riwayat impor</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Batalkan impor ini</translation>
    </message>
    <message>
        <source>Choose an import to take it back whole: its orders go, changed ones become what they were. That is possible as long as nothing of it was sent to JD.</source>
        <translation>Pilih impor yang ingin dibatalkan seluruhnya: pesanannya hilang, yang berubah kembali seperti semula. Bisa selama belum ada yang dikirim ke JD.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Berubah</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Sama</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Choose an import.</source>
        <translation>Pilih satu impor.</translation>
    </message>
    <message>
        <source>Undone {0} by {1}.</source>
        <translation>Dibatalkan {0} oleh {1}.</translation>
    </message>
    <message>
        <source>Too old: what it changed is no longer kept.</source>
        <translation>Terlalu lama: data sebelum impor ini tidak lagi disimpan.</translation>
    </message>
    <message>
        <source>Still being imported.</source>
        <translation>Masih diimpor.</translation>
    </message>
    <message>
        <source>{0}: {1} new and {2} changed orders would be taken back.</source>
        <translation>{0}: {1} pesanan baru dan {2} pesanan berubah akan dikembalikan.</translation>
    </message>
    <message>
        <source>Watch the download folder</source>
        <translation>Pantau folder unduhan</translation>
    </message>
    <message>
        <source>Exports that arrive there are imported without a preview: instant couriers cannot wait. What is there already is left alone, other files are never touched, and each import can be undone.</source>
        <translation>Ekspor yang masuk ke sana diimpor tanpa pratinjau, karena kurir instan tidak bisa menunggu. Yang sudah ada dibiarkan, berkas lain tidak disentuh, dan tiap impor bisa dibatalkan.</translation>
    </message>
    <message>
        <source>Import exports as they arrive</source>
        <translation>Impor otomatis begitu ekspor masuk</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
    <message>
        <source>Folder on this PC</source>
        <translation>Folder di PC ini</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Folder itu tidak ada.</translation>
    </message>
    <message>
        <source>What is wrong or new</source>
        <translation>Yang salah atau berubah</translation>
    </message>
    <message>
        <source>Row {0}: {1}</source>
        <translation>Baris {0}: {1}</translation>
    </message>
    <message>
        <source>Other details</source>
        <translation>Rincian lain</translation>
    </message>
    <message>
        <source>{0} rows are refused with their orders.</source>
        <translation>{0} baris ditolak bersama pesanannya.</translation>
    </message>
    <message>
        <source>{0} SKUs are not linked yet; their orders wait until they are.</source>
        <translation>{0} SKU belum ditautkan; pesanannya menunggu sampai ditautkan.</translation>
    </message>
    <message>
        <source>Unknown statuses are kept and never pushed: {0}</source>
        <translation>Status yang tidak dikenal disimpan dan tidak pernah dikirim: {0}</translation>
    </message>
    <message>
        <source>{0} orders lack a name, phone or address: JD gets the store&apos;s contact and “See marketplace label” instead.</source>
        <translation>{0} pesanan tanpa nama, telepon, atau alamat lengkap: JD menerima kontak toko dan “Lihat label marketplace” sebagai gantinya.</translation>
    </message>
    <message>
        <source>The first {0} orders are shown; all are imported.</source>
        <translation>{0} pesanan pertama ditampilkan; semuanya diimpor.</translation>
    </message>
    <message>
        <source>Another store</source>
        <translation>Toko lain</translation>
    </message>
    <message>
        <source>Map columns</source>
        <translation>Petakan kolom</translation>
    </message>
    <message>
        <source>Say which column holds what; it is remembered.</source>
        <translation>Tentukan isi tiap kolom; pilihan Anda diingat.</translation>
    </message>
    <message>
        <source>Split order</source>
        <translation>Bagi pesanan</translation>
    </message>
    <message>
        <source>Goods of different warehouses are not packed together. Each part of {0} becomes an outbound order and needs a tracking number of its own.</source>
        <translation>Barang dari gudang berbeda tidak dikemas bersama. Setiap bagian {0} menjadi pesanan outbound dan perlu nomor resi sendiri.</translation>
    </message>
    <message>
        <source>Which warehouse sends what</source>
        <translation>Gudang mana mengirim apa</translation>
    </message>
    <message>
        <source>Tracking number of each part</source>
        <translation>Nomor resi setiap bagian</translation>
    </message>
    <message>
        <source>{0} from warehouse {1}</source>
        <translation>{0} dari gudang {1}</translation>
    </message>
    <message>
        <source>Warehouse {0}</source>
        <translation>Gudang {0}</translation>
    </message>
    <message>
        <source>Without one the part waits for it.</source>
        <translation>Tanpa nomor, bagian ini menunggu.</translation>
    </message>
    <message>
        <source>{0}: the parts have to add up to {1}.</source>
        <translation>{0}: jumlah semua bagian harus {1}.</translation>
    </message>
    <message>
        <source>Split into {0} parts</source>
        <translation>Bagi menjadi {0} bagian</translation>
    </message>
    <message>
        <source>Choose at least two warehouses.</source>
        <translation>Pilih paling sedikit dua gudang.</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>Halaman {0} dari {1}</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Simpan tabel</translation>
    </message>
    <message>
        <source>What JD counted, line by line. Only good pieces are in stock.</source>
        <translation>Hasil hitungan JD, per baris. Hanya barang baik yang masuk stok.</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>Hanya yang berbeda</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Simpan PDF</translation>
    </message>
    <message>
        <source>JD has counted nothing of these lists yet.</source>
        <translation>JD belum menghitung apa pun dari daftar ini.</translation>
    </message>
    <message>
        <source>Lists: {0} · planned {1} · received {2}</source>
        <translation>Daftar: {0} · direncanakan {1} · diterima {2}</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Beda</translation>
    </message>
    <message>
        <source>Not complete yet</source>
        <translation>Belum lengkap</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>A4 sheet, 3 x 8 labels of 70 x 37 mm</source>
        <translation>Lembar A4, 3 x 8 label 70 x 37 mm</translation>
    </message>
    <message>
        <source>Roll, 50 x 30 mm</source>
        <translation>Gulungan, 50 x 30 mm</translation>
    </message>
    <message>
        <source>Bars (Code 128, EAN-13)</source>
        <translation>Batang (Code 128, EAN-13)</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Kode QR</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>Copies of each</source>
        <translation>Salinan masing-masing</translation>
    </message>
    <message>
        <source>Places already used</source>
        <translation>Tempat yang sudah terpakai</translation>
    </message>
    <message>
        <source>For a sheet that was begun: so many labels are missing on it.</source>
        <translation>Untuk lembar yang sudah terpakai: sekian label sudah tidak ada.</translation>
    </message>
    <message>
        <source>Labels: {0} · pages: {1}</source>
        <translation>Label: {0} · halaman: {1}</translation>
    </message>
    <message>
        <source>{0} labels sent to the printer.</source>
        <translation>{0} label dikirim ke printer.</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Disimpan sebagai {0}.</translation>
    </message>
    <message>
        <source>{0}, with its number as a barcode.</source>
        <translation>{0}, dengan nomornya sebagai barcode.</translation>
    </message>
    <message>
        <source>It was printed before: this copy is marked as a reprint.</source>
        <translation>Sudah pernah dicetak: salinan ini ditandai cetak ulang.</translation>
    </message>
    <message>
        <source>Orders in pick order: a list to sign, and the newest label of each. No marketplace is told.</source>
        <translation>Pesanan urut pengambilan: daftar untuk ditandatangani, dan label terbaru masing-masing. Marketplace tidak diberi tahu.</translation>
    </message>
    <message>
        <source>{0} orders, {1} label pages.</source>
        <translation>{0} pesanan, {1} halaman label.</translation>
    </message>
    <message>
        <source>{0} have no label: {1}</source>
        <translation>{0} tanpa label: {1}</translation>
    </message>
    <message>
        <source>Save ZIP</source>
        <translation>Simpan ZIP</translation>
    </message>
    <message>
        <source>None of these orders has anything to pick.</source>
        <translation>Tidak ada yang perlu diambil dari pesanan ini.</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Serah terima</translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation>Menulis {0}</translation>
    </message>
    <message>
        <source>None of these orders is picked in a warehouse of your own.</source>
        <translation>Tidak ada dari pesanan ini yang diambil di gudang Anda sendiri.</translation>
    </message>
    <message>
        <source>{0} papers</source>
        <translation>{0} lembar</translation>
    </message>
    <message>
        <source>{0} sent to the printer.</source>
        <translation>{0} dikirim ke printer.</translation>
    </message>
    <message>
        <source>{0} · to confirm</source>
        <translation>{0} · perlu dikonfirmasi</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Berat</translation>
    </message>
    <message>
        <source>Shelf life</source>
        <translation>Masa simpan</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Tautan</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Varian</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>Gudang</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>JD goods no.</source>
        <translation>No. barang JD</translation>
    </message>
    <message>
        <source>In no warehouse</source>
        <translation>Tidak di gudang mana pun</translation>
    </message>
    <message>
        <source>Register them at JD or place them</source>
        <translation>Daftarkan di JD atau tempatkan</translation>
    </message>
    <message>
        <source>Waiting for JD</source>
        <translation>Menunggu JD</translation>
    </message>
    <message>
        <source>JD says why; mend it and register again</source>
        <translation>JD menyebut alasannya; perbaiki lalu daftarkan lagi</translation>
    </message>
    <message>
        <source>Own warehouse</source>
        <translation>Gudang sendiri</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Belum ditautkan</translation>
    </message>
    <message>
        <source>Channel SKUs that orders wait for (R16)</source>
        <translation>SKU kanal yang ditunggu pesanan (R16)</translation>
    </message>
    <message>
        <source>Warehouses ({0})</source>
        <translation>Gudang ({0})</translation>
    </message>
    <message>
        <source>In no warehouse yet: its orders wait.</source>
        <translation>Belum ada di gudang: pesanannya menunggu.</translation>
    </message>
    <message>
        <source>Variants of {0} ({1})</source>
        <translation>Varian {0} ({1})</translation>
    </message>
    <message>
        <source>Picture of the product</source>
        <translation>Gambar produk</translation>
    </message>
    <message>
        <source>Channel SKUs ({0})</source>
        <translation>SKU kanal ({0})</translation>
    </message>
    <message>
        <source>No channel SKU stands for it yet.</source>
        <translation>Belum ada SKU kanal untuknya.</translation>
    </message>
    <message>
        <source>Link channel SKU</source>
        <translation>Tautkan SKU kanal</translation>
    </message>
    <message>
        <source>JD refused it</source>
        <translation>JD menolaknya</translation>
    </message>
    <message>
        <source>Register again</source>
        <translation>Daftarkan lagi</translation>
    </message>
    <message>
        <source>Its orders are held until JD knows it.</source>
        <translation>Pesanannya ditahan sampai JD mengenalnya.</translation>
    </message>
    <message>
        <source>{0} Its shelf life is asked for first, for JD never changes it.</source>
        <translation>{0} Masa simpannya ditanyakan dahulu, karena JD tidak mengubahnya lagi.</translation>
    </message>
    <message>
        <source>Not registered at JD</source>
        <translation>Belum terdaftar di JD</translation>
    </message>
    <message>
        <source>Register at JD</source>
        <translation>Daftarkan di JD</translation>
    </message>
    <message>
        <source>Not certain whether JD has it</source>
        <translation>Belum pasti apakah JD punya</translation>
    </message>
    <message>
        <source>The answer was lost. Registering again asks JD first: nothing is made twice.</source>
        <translation>Jawabannya hilang. Mendaftarkan lagi menanyakan JD dahulu: tidak ada yang ganda.</translation>
    </message>
    <message>
        <source>Ask JD</source>
        <translation>Tanya JD</translation>
    </message>
    <message>
        <source>Family of variants</source>
        <translation>Kelompok varian</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Warna</translation>
    </message>
    <message>
        <source>Size of the variant</source>
        <translation>Ukuran varian</translation>
    </message>
    <message>
        <source>Copy of the day</source>
        <translation>Salinan harian</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>Sebelum pengembalian</translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation>Sebelum pembaruan</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Salinan</translation>
    </message>
    <message>
        <source>none</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Batas</translation>
    </message>
    <message>
        <source>in {0}, out {1}</source>
        <translation>masuk {0}, keluar {1}</translation>
    </message>
    <message>
        <source>{0} · {1} reserved</source>
        <translation>{0} · {1} dipesan</translation>
    </message>
    <message>
        <source>{0} · {1} incoming</source>
        <translation>{0} · {1} akan masuk</translation>
    </message>
    <message>
        <source>JD counts {0}</source>
        <translation>JD menghitung {0}</translation>
    </message>
    <message>
        <source>Add to warehouse</source>
        <translation>Tambah ke gudang</translation>
    </message>
    <message>
        <source>Show stock</source>
        <translation>Lihat stok</translation>
    </message>
    <message>
        <source>{0} added.</source>
        <translation>{0} ditambahkan.</translation>
    </message>
    <message>
        <source>{0} saved.</source>
        <translation>{0} disimpan.</translation>
    </message>
    <message>
        <source>Inbound list {0} is made for {1}: submit it to JD.</source>
        <translation>Daftar inbound {0} dibuat untuk {1}: kirim ke JD.</translation>
    </message>
    <message>
        <source>Edit product</source>
        <translation>Ubah produk</translation>
    </message>
    <message>
        <source>Filter orders</source>
        <translation>Saring pesanan</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Terapkan</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Kosongkan</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Ganti nama tampilan</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Simpan tampilan</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Basket, search, filters, order and columns are kept under this name.</source>
        <translation>Keranjang, pencarian, saringan, urutan, dan kolom disimpan dengan nama ini.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ganti</translation>
    </message>
    <message>
        <source>There is a view of this name.</source>
        <translation>Sudah ada tampilan dengan nama ini.</translation>
    </message>
    <message>
        <source>With a warehouse it is registered at JD at once; with a quantity, an inbound list is made for it.</source>
        <translation>Bila gudang dipilih, produk langsung didaftarkan di JD; bila ada jumlah, daftar inbound dibuat.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Gambar</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Panjang</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Lebar</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Tinggi</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Masa simpan</translation>
    </message>
    <message>
        <source>Least days when coming in</source>
        <translation>Sisa hari minimal saat masuk</translation>
    </message>
    <message>
        <source>Least days when going out</source>
        <translation>Sisa hari minimal saat keluar</translation>
    </message>
    <message>
        <source>The same for all its colours and sizes</source>
        <translation>Sama untuk semua warna dan ukurannya</translation>
    </message>
    <message>
        <source> days</source>
        <translation> hari</translation>
    </message>
    <message>
        <source>This product has a shelf life</source>
        <translation>Produk ini punya masa simpan</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nanti saja</translation>
    </message>
    <message>
        <source>Register for warehouse</source>
        <translation>Daftarkan untuk gudang</translation>
    </message>
    <message>
        <source>Quantity coming in</source>
        <translation>Jumlah yang masuk</translation>
    </message>
    <message>
        <source>JD holds these days already, and there they are final (R17).</source>
        <translation>JD sudah mencatat jumlah hari ini dan tidak dapat diubah (R17).</translation>
    </message>
    <message>
        <source>The validity can never be changed once JD has it; it is asked for then.</source>
        <translation>Masa simpan tidak dapat diubah setelah tercatat di JD; akan ditanyakan saat itu.</translation>
    </message>
    <message>
        <source>JD gets {0} and the shares {1} and {2}. It never lets them change; you confirm them before the product first goes there (R17).</source>
        <translation>JD menerima {0} serta bagian {1} dan {2}. Setelah itu tidak dapat diubah; Anda mengonfirmasinya sebelum produk pertama kali ke sana (R17).</translation>
    </message>
    <message>
        <source>More than 0 days.</source>
        <translation>Lebih dari 0 hari.</translation>
    </message>
    <message>
        <source>At most the validity.</source>
        <translation>Paling lama sama dengan masa simpan.</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>Impor {0}</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>Impor produk</translation>
    </message>
    <message>
        <source>Every product of this file is here already, unchanged.</source>
        <translation>Semua produk di file ini sudah ada, tanpa perubahan.</translation>
    </message>
    <message>
        <source>No row of this file can be read.</source>
        <translation>Tidak ada baris file ini yang dapat dibaca.</translation>
    </message>
    <message>
        <source>Save refused rows</source>
        <translation>Simpan baris yang ditolak</translation>
    </message>
    <message>
        <source>{0} refused</source>
        <translation>{0} ditolak</translation>
    </message>
    <message>
        <source>{0} new</source>
        <translation>{0} baru</translation>
    </message>
    <message>
        <source>{0} changed</source>
        <translation>{0} berubah</translation>
    </message>
    <message>
        <source>{0} the same</source>
        <translation>{0} sama</translation>
    </message>
    <message>
        <source>The other rows are imported. Save the refused ones, mend them, import that file.</source>
        <translation>Baris lain diimpor. Simpan baris yang ditolak, perbaiki, lalu impor berkas itu.</translation>
    </message>
    <message>
        <source>Every row can be read.</source>
        <translation>Semua baris dapat dibaca.</translation>
    </message>
    <message>
        <source>{0} rows saved in {1}: mend them and import that file.</source>
        <translation>{0} baris disimpan di {1}: perbaiki lalu impor berkas itu.</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>Simpan template</translation>
    </message>
    <message>
        <source>Template saved as {0}.</source>
        <translation>Template disimpan sebagai {0}.</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>Ubah tautan</translation>
    </message>
    <message>
        <source>Which product is {0}? All orders that wait for it go on.</source>
        <translation>Produk yang mana {0}? Semua pesanan yang menunggunya akan dilanjutkan.</translation>
    </message>
    <message>
        <source>Units in one</source>
        <translation>Isi per satuan</translation>
    </message>
    <message>
        <source>Products of the bundle</source>
        <translation>Produk dalam bundel</translation>
    </message>
    <message>
        <source>Add to bundle</source>
        <translation>Tambah ke bundel</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Keluarkan</translation>
    </message>
    <message>
        <source>Is it sold as a set? Add its products one after the other.</source>
        <translation>Dijual sebagai paket? Tambahkan produknya satu per satu.</translation>
    </message>
    <message>
        <source>One piece takes all of these. Enter on a line changes it.</source>
        <translation>Satu buah berisi semua ini. Enter pada baris untuk mengubahnya.</translation>
    </message>
    <message>
        <source>Link as bundle of {0}</source>
        <translation>Tautkan sebagai bundel isi {0}</translation>
    </message>
    <message>
        <source>Choose a product from the list.</source>
        <translation>Pilih produk dari daftar.</translation>
    </message>
    <message>
        <source>Under which SKU does a store sell {0}?</source>
        <translation>Dengan SKU apa toko menjual {0}?</translation>
    </message>
    <message>
        <source>Every store of {0}</source>
        <translation>Semua toko {0}</translation>
    </message>
    <message>
        <source>Channel SKU</source>
        <translation>SKU kanal</translation>
    </message>
    <message>
        <source>Add a store first.</source>
        <translation>Tambahkan toko dahulu.</translation>
    </message>
    <message>
        <source>Name on the channel</source>
        <translation>Nama di kanal</translation>
    </message>
    <message>
        <source>Suggested product</source>
        <translation>Saran produk</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>pilih satu</translation>
    </message>
    <message>
        <source>Enter links the suggestion, or asks which product it is. Its orders then go on.</source>
        <translation>Enter menautkan saran, atau menanyakan produknya. Pesanannya lalu berlanjut.</translation>
    </message>
    <message>
        <source>Choose product</source>
        <translation>Pilih produk</translation>
    </message>
    <message>
        <source>Link all suggestions</source>
        <translation>Tautkan semua saran</translation>
    </message>
    <message>
        <source>Channel SKUs without a product</source>
        <translation>SKU kanal tanpa produk</translation>
    </message>
    <message>
        <source>Every channel SKU is linked</source>
        <translation>Semua SKU kanal sudah ditautkan</translation>
    </message>
    <message>
        <source>A channel SKU that no product stands for holds its orders and appears here.</source>
        <translation>SKU kanal tanpa produk menahan pesanannya dan tampil di sini.</translation>
    </message>
    <message>
        <source>Link all {0} suggestions</source>
        <translation>Tautkan semua {0} saran</translation>
    </message>
    <message>
        <source>No product suggests itself.</source>
        <translation>Tidak ada saran produk.</translation>
    </message>
    <message>
        <source>Every channel SKU is linked.</source>
        <translation>Semua SKU kanal sudah ditautkan.</translation>
    </message>
    <message>
        <source>{0} channel SKUs linked; their orders go on.</source>
        <translation>{0} SKU kanal ditautkan; pesanannya berlanjut.</translation>
    </message>
    <message>
        <source>Master products</source>
        <translation>Master Produk</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Save the import template</source>
        <translation>Simpan template impor</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
        <source>Nothing in this list is in this basket and has these words.</source>
        <translation>Tidak ada yang cocok dengan keranjang dan kata ini.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Belum ada produk</translation>
    </message>
    <message>
        <source>A master product is what lies in a warehouse; the SKUs of your channels are linked to it. Import your list, or add products one by one.</source>
        <translation>Master produk adalah barang yang ada di gudang; SKU kanal Anda ditautkan kepadanya. Impor daftar Anda, atau tambah satu per satu.</translation>
    </message>
    <message>
        <source>{0} at JD · {1} channel SKUs not linked</source>
        <translation>{0} di JD · {1} SKU kanal belum ditautkan</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>{0} new. Orders for them are held until JD knows them.</source>
        <translation>{0} baru. Pesanannya ditahan sampai JD mengenalnya.</translation>
    </message>
    <message>
        <source>JD has every product already.</source>
        <translation>JD sudah punya semua produk.</translation>
    </message>
    <message>
        <source>{0} placed in {1}.</source>
        <translation>{0} ditempatkan di {1}.</translation>
    </message>
    <message>
        <source>Registering products at JD</source>
        <translation>Mendaftarkan produk di JD</translation>
    </message>
    <message>
        <source>{0} registered, {1} were there already, {2} not registered.</source>
        <translation>{0} didaftarkan, {1} sudah ada, {2} tidak terdaftar.</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Belum terdaftar</translation>
    </message>
    <message>
        <source>Mend these and register again; everything else is done.</source>
        <translation>Perbaiki ini lalu daftarkan lagi; yang lain sudah selesai.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Yang perlu dilakukan</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Yang salah</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Baris yang ditolak</translation>
    </message>
    <message>
        <source>What JD has already is adopted: nothing is made twice.</source>
        <translation>Yang sudah ada di JD dipakai: tidak ada yang ganda.</translation>
    </message>
    <message>
        <source>Coming in</source>
        <translation>Akan masuk</translation>
    </message>
    <message>
        <source>Going out</source>
        <translation>Akan keluar</translation>
    </message>
    <message>
        <source>Shelf lives to confirm</source>
        <translation>Masa simpan yang perlu dikonfirmasi</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>Ada di</translation>
    </message>
    <message>
        <source>Products in another warehouse</source>
        <translation>Produk di gudang lain</translation>
    </message>
    <message>
        <source>Shelf life: final once JD has it (R17)</source>
        <translation>Masa simpan: tetap setelah tercatat di JD (R17)</translation>
    </message>
    <message>
        <source>In another warehouse already (R13)</source>
        <translation>Sudah ada di gudang lain (R13)</translation>
    </message>
    <message>
        <source>I checked the days. They can never be changed afterwards.</source>
        <translation>Saya sudah memeriksa jumlah harinya. Setelah ini tidak dapat diubah.</translation>
    </message>
    <message>
        <source>Put them in both; an order may then find its goods apart.</source>
        <translation>Masukkan ke keduanya; barang sebuah pesanan bisa terpisah.</translation>
    </message>
    <message>
        <source>{0} ({1} of validity)</source>
        <translation>{0} ({1} dari masa simpan)</translation>
    </message>
    <message>
        <source>Register {0} at JD</source>
        <translation>Daftarkan {0} di JD</translation>
    </message>
    <message>
        <source>Place {0}</source>
        <translation>Tempatkan {0}</translation>
    </message>
    <message>
        <source>Please confirm first.</source>
        <translation>Konfirmasi dahulu.</translation>
    </message>
    <message>
        <source>Stock card ({0})</source>
        <translation>Kartu stok ({0})</translation>
    </message>
    <message>
        <source>JD does not hold this product for the warehouse yet; nothing can be sent.</source>
        <translation>JD belum mencatat produk ini untuk gudang tersebut; tidak ada yang dapat dikirim.</translation>
    </message>
    <message>
        <source>JD counts {0}, this program {1} ({2}).</source>
        <translation>JD menghitung {0}, program ini {1} ({2}).</translation>
    </message>
    <message>
        <source>Asked {0}.</source>
        <translation>Ditanyakan {0}.</translation>
    </message>
    <message>
        <source>JD has another figure</source>
        <translation>Angka JD berbeda</translation>
    </message>
    <message>
        <source>Adopt JD&apos;s figure</source>
        <translation>Pakai angka JD</translation>
    </message>
    <message>
        <source>Orders need {0} more than there is.</source>
        <translation>Pesanan butuh {0} lebih banyak dari yang ada.</translation>
    </message>
    <message>
        <source>Too little stock</source>
        <translation>Stok kurang</translation>
    </message>
    <message>
        <source>Set figure</source>
        <translation>Atur angka</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Belum ditanyakan</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>No location yet</source>
        <translation>Belum ada lokasi</translation>
    </message>
    <message>
        <source>Bind to location</source>
        <translation>Ikat ke lokasi</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Sama</translation>
    </message>
    <message>
        <source>{0} in {1}: the stock becomes {2} instead of {3}. An adjustment of {4} is written with your name; it stays in the stock card.</source>
        <translation>{0} di {1}: stok menjadi {2}, semula {3}. Penyesuaian {4} dicatat dengan nama Anda dan tetap di kartu stok.</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>Pakai</translation>
    </message>
    <message>
        <source>{0} adjusted by {1}.</source>
        <translation>{0} disesuaikan {1}.</translation>
    </message>
    <message>
        <source>{0}: {1} on hand.</source>
        <translation>{0}: {1} stok fisik.</translation>
    </message>
    <message>
        <source>Only own warehouses are counted here.</source>
        <translation>Hanya gudang sendiri yang dihitung di sini.</translation>
    </message>
    <message>
        <source>{0} products counted, {1} figures changed.</source>
        <translation>{0} produk dihitung, {1} angka berubah.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Pergerakan</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Manajemen Stok</translation>
    </message>
    <message>
        <source>Update stock from a file</source>
        <translation>Update Stok dari file</translation>
    </message>
    <message>
        <source>{0} figures set, {1} rows refused.</source>
        <translation>{0} angka diatur, {1} baris ditolak.</translation>
    </message>
    <message>
        <source>{0} was drawn up for these quantities: check and submit it.</source>
        <translation>{0} dibuat untuk jumlah ini: periksa lalu kirim.</translation>
    </message>
    <message>
        <source>Now {0} on hand.</source>
        <translation>Sekarang {0} tersedia di gudang.</translation>
    </message>
    <message>
        <source>Keep the count</source>
        <translation>Simpan hasil hitung</translation>
    </message>
    <message>
        <source>Scan each piece, or type a SKU and how many there are.</source>
        <translation>Pindai tiap barang, atau ketik SKU dan jumlahnya.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Terhitung</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Everything was counted: what was not found is 0</source>
        <translation>Semua sudah dihitung: yang tidak ditemukan menjadi 0</translation>
    </message>
    <message>
        <source>{0}: {1} counted, {2} on hand until now.</source>
        <translation>{0}: terhitung {1}, tercatat {2}.</translation>
    </message>
    <message>
        <source>Keep the count: {0} figures change</source>
        <translation>Simpan hasil hitung: {0} angka berubah</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>Belum ada yang dihitung.</translation>
    </message>
    <message>
        <source>What really lies there.</source>
        <translation>Yang benar-benar ada di sana.</translation>
    </message>
    <message>
        <source>An adjustment of {0} is written.</source>
        <translation>Penyesuaian {0} dicatat.</translation>
    </message>
    <message>
        <source>The figure is the same.</source>
        <translation>Angkanya sama.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>File sedang dibaca.</translation>
    </message>
    <message>
        <source>{0} taken</source>
        <translation>{0} diambil</translation>
    </message>
    <message>
        <source>Set {0} figures</source>
        <translation>Atur {0} angka</translation>
    </message>
    <message>
        <source>Create inbound list of {0} products</source>
        <translation>Buat Daftar Inbound {0} produk</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Tidak ada yang akan berubah.</translation>
    </message>
    <message>
        <source>The figures of this own warehouse are set by adjustments.</source>
        <translation>Angka gudang sendiri ini diatur dengan penyesuaian.</translation>
    </message>
    <message>
        <source>JD&apos;s quantities belong to JD: the products are registered and an inbound list is drawn up for these quantities. No figure is overwritten.</source>
        <translation>Jumlah di JD milik JD: produk didaftarkan dan daftar inbound dibuat untuk jumlah ini. Tidak ada angka yang ditimpa.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sekarang</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Di file</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Put into this warehouse</source>
        <translation>Masukkan ke gudang ini</translation>
    </message>
    <message>
        <source>Adjusted by {0}</source>
        <translation>Disesuaikan {0}</translation>
    </message>
    <message>
        <source>{0} announced</source>
        <translation>{0} diumumkan</translation>
    </message>
    <message>
        <source>Nothing has moved yet.</source>
        <translation>Belum ada pergerakan.</translation>
    </message>
    <message>
        <source>{0} older entries are in the export.</source>
        <translation>{0} catatan yang lebih lama ada di ekspor.</translation>
    </message>
    <message>
        <source>Differs from JD</source>
        <translation>Beda dengan JD</translation>
    </message>
    <message>
        <source>JD counts another figure (R22)</source>
        <translation>Hitungan JD berbeda (R22)</translation>
    </message>
    <message>
        <source>Too little</source>
        <translation>Kurang</translation>
    </message>
    <message>
        <source>Orders need more than there is</source>
        <translation>Pesanan butuh lebih dari yang ada</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>Nothing is available</source>
        <translation>Tidak ada yang tersedia</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>Segera kedaluwarsa</translation>
    </message>
    <message>
        <source>By JD&apos;s dates of expiry (R17)</source>
        <translation>Menurut tanggal kedaluwarsa di JD (R17)</translation>
    </message>
    <message>
        <source>No location</source>
        <translation>Tanpa lokasi</translation>
    </message>
    <message>
        <source>It is there and lies at no location</source>
        <translation>Barangnya ada, tetapi belum punya lokasi</translation>
    </message>
    <message>
        <source>Update stock</source>
        <translation>Update Stok</translation>
    </message>
    <message>
        <source>Update warehouse stock</source>
        <translation>Update Stok Gudang</translation>
    </message>
    <message>
        <source>No stock here</source>
        <translation>Tidak ada stok di sini</translation>
    </message>
    <message>
        <source>Products appear here once they are in a warehouse: push them to JD.ID, or put them into a warehouse of your own. Every figure is the sum of its stock card.</source>
        <translation>Produk tampil di sini setelah ada di gudang: daftarkan ke JD.ID, atau masukkan ke gudang sendiri. Setiap angka adalah jumlah kartu stoknya.</translation>
    </message>
    <message>
        <source>Go to products</source>
        <translation>Buka Produk</translation>
    </message>
    <message>
        <source>{0} warehouses · every figure is the sum of its card</source>
        <translation>{0} gudang · setiap angka adalah jumlah kartu stoknya</translation>
    </message>
    <message>
        <source>JD&apos;s figures are renewed; {0} inbound lists changed.</source>
        <translation>Angka JD diperbarui; {0} daftar inbound berubah.</translation>
    </message>
    <message>
        <source>JD named {0} dates of expiry in {1} warehouses.</source>
        <translation>JD memberi {0} tanggal kedaluwarsa di {1} gudang.</translation>
    </message>
    <message>
        <source>All warehouses</source>
        <translation>Semua gudang</translation>
    </message>
    <message>
        <source>Warehouse no.</source>
        <translation>No. gudang</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Toko</translation>
    </message>
    <message>
        <source>Open outbound</source>
        <translation>Outbound berjalan</translation>
    </message>
    <message>
        <source>Open inbound</source>
        <translation>Inbound berjalan</translation>
    </message>
    <message>
        <source>Stores ({0})</source>
        <translation>Toko ({0})</translation>
    </message>
    <message>
        <source>No store is bound here yet: no order comes to it.</source>
        <translation>Belum ada toko yang terhubung: tidak ada pesanan yang datang.</translation>
    </message>
    <message>
        <source>No order goes to it. Activate it and waiting orders are decided anew.</source>
        <translation>Tidak ada pesanan yang menuju ke sana. Aktifkan dan pesanan yang menunggu diputuskan lagi.</translation>
    </message>
    <message>
        <source>The queue waits and nothing is lost. Authorize again and it goes on by itself.</source>
        <translation>Antrean menunggu dan tidak ada yang hilang. Otorisasi ulang dan antrean berlanjut sendiri.</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>Terkirim</translation>
    </message>
    <message>
        <source>never: you ship from it yourself</source>
        <translation>tidak pernah: Anda kirim sendiri</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>Stok fisik</translation>
    </message>
    <message>
        <source>{0} · JD shop no. {1}</source>
        <translation>{0} · no. toko JD {1}</translation>
    </message>
    <message>
        <source>first choice</source>
        <translation>pilihan pertama</translation>
    </message>
    <message>
        <source>priority {0}</source>
        <translation>prioritas {0}</translation>
    </message>
    <message>
        <source>{0} inbound lists</source>
        <translation>{0} daftar inbound</translation>
    </message>
    <message>
        <source>Pending there: {0}. Finish them first (R11).</source>
        <translation>Masih berjalan di sana: {0}. Selesaikan dahulu (R11).</translation>
    </message>
    <message>
        <source>Bind store</source>
        <translation>Hubungkan toko</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Nonaktifkan</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktifkan</translation>
    </message>
    <message>
        <source>Add own warehouse</source>
        <translation>Tambah gudang sendiri</translation>
    </message>
    <message>
        <source>Orders that resolve to it get an outbound order that is never pushed: you ship them yourself.</source>
        <translation>Pesanan untuk gudang ini mendapat pesanan outbound yang tidak pernah dikirim ke JD: Anda mengirimnya sendiri.</translation>
    </message>
    <message>
        <source>Such as Gudang Bandung.</source>
        <translation>Misalnya Gudang Bandung.</translation>
    </message>
    <message>
        <source>Add store</source>
        <translation>Tambah toko</translation>
    </message>
    <message>
        <source>Name it as you call it. Its order files are imported under this name.</source>
        <translation>Beri nama seperti sebutan Anda. File pesanannya diimpor dengan nama ini.</translation>
    </message>
    <message>
        <source>Name of the store</source>
        <translation>Nama toko</translation>
    </message>
    <message>
        <source>This channel has no electronic waybill: JD cannot ship its orders (R32).</source>
        <translation>Kanal ini tidak punya resi elektronik: JD tidak dapat mengirim pesanannya (R32).</translation>
    </message>
    <message>
        <source>A store of this name exists.</source>
        <translation>Toko dengan nama ini sudah ada.</translation>
    </message>
    <message>
        <source>An order goes to the warehouse its store is bound to. With several, the first by priority that stocks every line wins.</source>
        <translation>Pesanan menuju gudang yang terhubung dengan tokonya. Bila ada beberapa, dipakai yang pertama menurut prioritas dan punya semua barang.</translation>
    </message>
    <message>
        <source>Add a store and a warehouse first.</source>
        <translation>Tambah toko dan gudang dahulu.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioritas</translation>
    </message>
    <message>
        <source>After-sales contact for JD</source>
        <translation>Kontak purnajual untuk JD</translation>
    </message>
    <message>
        <source>Contact name</source>
        <translation>Nama kontak</translation>
    </message>
    <message>
        <source>Drawn up</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Diambil</translation>
    </message>
    <message>
        <source>Picked by</source>
        <translation>Diambil oleh</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Diperiksa oleh</translation>
    </message>
    <message>
        <source>Packing slip</source>
        <translation>Slip kemas</translation>
    </message>
    <message>
        <source>Packed</source>
        <translation>Dikemas</translation>
    </message>
    <message>
        <source>Packed by</source>
        <translation>Dikemas oleh</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Penerima</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Handed</source>
        <translation>Diserahkan</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>Diserahkan oleh</translation>
    </message>
    <message>
        <source>Left blank, JD gets the department&apos;s or the warehouse&apos;s.</source>
        <translation>Bila kosong, JD memakai milik departemen atau gudang.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontak</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>lengkap</translation>
    </message>
    <message>
        <source>default</source>
        <translation>bawaan</translation>
    </message>
    <message>
        <source>JD gets the department&apos;s contact; Enter completes it.</source>
        <translation>JD mendapat kontak departemen; Enter untuk melengkapinya.</translation>
    </message>
    <message>
        <source>{0}: not bound</source>
        <translation>{0}: belum terhubung</translation>
    </message>
    <message>
        <source>{0}: JD cannot ship this channel&apos;s orders (R32)</source>
        <translation>{0}: JD tidak dapat mengirim pesanan kanal ini (R32)</translation>
    </message>
    <message>
        <source>{0}: priority {1}</source>
        <translation>{0}: prioritas {1}</translation>
    </message>
    <message>
        <source>{0}, JD shop no. {1}</source>
        <translation>{0}, no. toko JD {1}</translation>
    </message>
    <message>
        <source>Warehouse management</source>
        <translation>Manajemen Gudang</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>JD</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Sendiri</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Nonaktif</translation>
    </message>
    <message>
        <source>Which store&apos;s orders go to which warehouse</source>
        <translation>Pesanan toko mana menuju gudang mana</translation>
    </message>
    <message>
        <source>Channel rules</source>
        <translation>Aturan kanal</translation>
    </message>
    <message>
        <source>Add JD warehouse</source>
        <translation>Tambah gudang JD</translation>
    </message>
    <message>
        <source>No warehouses yet</source>
        <translation>Belum ada gudang</translation>
    </message>
    <message>
        <source>JD&apos;s warehouses appear by themselves once your account is authorized. Your own are added by hand; orders for them are never pushed.</source>
        <translation>Gudang JD muncul sendiri setelah akun Anda diotorisasi. Gudang sendiri ditambah manual; pesanannya tidak pernah dikirim ke JD.</translation>
    </message>
    <message>
        <source>Authorize an account</source>
        <translation>Otorisasi akun</translation>
    </message>
    <message>
        <source>{0} warehouses in use · {1} of {2} stores bound</source>
        <translation>{0} gudang dipakai · {1} dari {2} toko terhubung</translation>
    </message>
    <message>
        <source>Deactivate {0}</source>
        <translation>Nonaktifkan {0}</translation>
    </message>
    <message>
        <source>Orders of its stores go to their next warehouse, or wait. Stock and history stay; it can be activated again at any time.</source>
        <translation>Pesanan dari tokonya menuju gudang berikutnya, atau menunggu. Stok dan riwayat tetap; dapat diaktifkan lagi kapan saja.</translation>
    </message>
    <message>
        <source>{0} is active.</source>
        <translation>{0} aktif.</translation>
    </message>
    <message>
        <source>{0} is inactive.</source>
        <translation>{0} nonaktif.</translation>
    </message>
    <message>
        <source>{0} added as {1}.</source>
        <translation>{0} ditambahkan sebagai {1}.</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>pengaturan</translation>
    </message>
    <message>
        <source>Saved; waiting orders are decided anew.</source>
        <translation>Tersimpan; pesanan yang menunggu diputuskan lagi.</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>Simpan pengaturan</translation>
    </message>
    <message>
        <source>What happens with an order, by channel and status. Try a case at the right.</source>
        <translation>Yang terjadi pada pesanan, menurut kanal dan status. Coba sebuah kasus di kanan.</translation>
    </message>
    <message>
        <source>Try a case</source>
        <translation>Coba sebuah kasus</translation>
    </message>
    <message>
        <source>Accepted here</source>
        <translation>Sudah diterima di sini</translation>
    </message>
    <message>
        <source>{0}: created and pushed.</source>
        <translation>{0}: dibuat dan dikirim.</translation>
    </message>
    <message>
        <source>{0}: created, not pushed. {1}</source>
        <translation>{0}: dibuat, tidak dikirim. {1}</translation>
    </message>
    <message>
        <source>{0}: not created. {1}</source>
        <translation>{0}: tidak dibuat. {1}</translation>
    </message>
    <message>
        <source>Push Shopee&apos;s paid orders at once for</source>
        <translation>Langsung kirim pesanan Shopee yang dibayar untuk</translation>
    </message>
    <message>
        <source>Couriers pushed at once</source>
        <translation>Kurir yang langsung dikirim</translation>
    </message>
    <message>
        <source>Codes with commas between them; POS stands for every service of Pos Indonesia.</source>
        <translation>Kode dipisah koma; POS berarti semua layanan Pos Indonesia.</translation>
    </message>
    <message>
        <source>Hold orders whose stock is too low, instead of leaving that to JD</source>
        <translation>Tahan pesanan yang stoknya kurang, bukan menyerahkannya kepada JD</translation>
    </message>
    <message>
        <source>Stores and their warehouses</source>
        <translation>Hubungkan Gudang Toko</translation>
    </message>
    <message>
        <source>A number is the order in which a store&apos;s warehouses are tried. Press 1 to 9 to bind, Delete to unbind, Enter for the contact.</source>
        <translation>Angka adalah urutan gudang yang dicoba untuk sebuah toko. Tekan 1 sampai 9 untuk menghubungkan, Delete untuk melepas, Enter untuk kontak.</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Arsipkan</translation>
    </message>
    <message>
        <source>Put away stores</source>
        <translation>Toko yang diarsipkan</translation>
    </message>
    <message>
        <source>Choose a store first.</source>
        <translation>Pilih toko dahulu.</translation>
    </message>
    <message>
        <source>No stores yet</source>
        <translation>Belum ada toko</translation>
    </message>
    <message>
        <source>A store is your shop on one channel. Bind it to a warehouse and its orders go there; without a binding they wait.</source>
        <translation>Toko adalah toko Anda di satu kanal. Hubungkan ke gudang dan pesanannya menuju ke sana; tanpa itu pesanan menunggu.</translation>
    </message>
    <message>
        <source>Its bindings, orders and history stay, and it may come back at any time.</source>
        <translation>Ikatan gudang, pesanan, dan riwayatnya tetap ada, dan toko dapat dikembalikan kapan saja.</translation>
    </message>
    <message>
        <source>Put {0} away</source>
        <translation>Arsipkan {0}</translation>
    </message>
    <message>
        <source>{0} was put away.</source>
        <translation>{0} diarsipkan.</translation>
    </message>
    <message>
        <source>A store comes back with the warehouses it was bound to.</source>
        <translation>Toko kembali bersama gudang yang pernah terhubung.</translation>
    </message>
    <message>
        <source>Store {0} added.</source>
        <translation>Toko {0} ditambahkan.</translation>
    </message>
    <message>
        <source>{0} goes to {1}; waiting orders are decided anew.</source>
        <translation>{0} menuju {1}; pesanan yang menunggu diputuskan lagi.</translation>
    </message>
    <message>
        <source>Unbind {0}</source>
        <translation>Lepas hubungan {0}</translation>
    </message>
    <message>
        <source>Its orders no longer go to {0}. What was sent stays; what waits is decided anew.</source>
        <translation>Pesanannya tidak lagi menuju {0}. Yang sudah dikirim tetap; yang menunggu diputuskan lagi.</translation>
    </message>
    <message>
        <source>Unbind</source>
        <translation>Lepas hubungan</translation>
    </message>
    <message>
        <source>{0} is unbound from {1}.</source>
        <translation>Hubungan {0} dengan {1} dilepas.</translation>
    </message>
    <message>
        <source>Nothing found for {0}.</source>
        <translation>Tidak ditemukan: {0}.</translation>
    </message>
    <message>
        <source>Queued {0}</source>
        <translation>Antre {0}</translation>
    </message>
    <message>
        <source>Uncertain {0}</source>
        <translation>Belum pasti {0}</translation>
    </message>
    <message>
        <source>Held {0}</source>
        <translation>Ditahan {0}</translation>
    </message>
    <message>
        <source>Users and rights</source>
        <translation>Pengguna dan hak</translation>
    </message>
    <message>
        <source>History of {0}</source>
        <translation>Riwayat {0}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Belum ada yang diubah.</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Tambah pengguna</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Saring</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Simpan tampilan ini…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Ganti nama</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>The view {0} is forgotten; orders stay as they are.</source>
        <translation>Tampilan {0} dihapus; pesanan tetap seperti semula.</translation>
    </message>
    <message>
        <source>Remove view</source>
        <translation>Hapus tampilan</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Hak</translation>
    </message>
    <message>
        <source>Who works here, and what each may do. Without users everything is allowed.</source>
        <translation>Siapa yang bekerja di sini dan apa haknya. Tanpa pengguna semua boleh.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Pengguna</translation>
    </message>
    <message>
        <source>Removed users</source>
        <translation>Pengguna yang dihapus</translation>
    </message>
    <message>
        <source>Choose a user first.</source>
        <translation>Pilih pengguna lebih dahulu.</translation>
    </message>
    <message>
        <source>What {0} did keeps the name. The PIN opens nothing until {0} comes back.</source>
        <translation>Yang dilakukan {0} tetap bernama. PIN-nya tidak berlaku sampai {0} dikembalikan.</translation>
    </message>
    <message>
        <source>Who comes back has the rights and the PIN of then.</source>
        <translation>Yang dikembalikan memiliki hak dan PIN seperti dahulu.</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Hapus {0}</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>Ganti pengguna</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Everything done from now on bears this name.</source>
        <translation>Semua yang dikerjakan setelah ini memakai nama ini.</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>Masukkan PIN Anda.</translation>
    </message>
    <message>
        <source>The first user is the owner, who may do everything and adds the others. From then on the window asks for a name and a PIN.</source>
        <translation>Pengguna pertama adalah pemilik: boleh semua dan menambah yang lain. Setelah itu jendela meminta nama dan PIN.</translation>
    </message>
    <message>
        <source>Leave empty to keep the PIN.</source>
        <translation>Kosongkan bila PIN tetap.</translation>
    </message>
    <message>
        <source>Choose a PIN of 4 to 12 digits.</source>
        <translation>Pilih PIN 4 sampai 12 angka.</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>Ubah {0}</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>Runs low</source>
        <translation>Menipis</translation>
    </message>
    <message>
        <source>Below what you set as the least</source>
        <translation>Di bawah batas yang Anda tetapkan</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>belum ditetapkan</translation>
    </message>
    <message>
        <source>Runs low below</source>
        <translation>Menipis di bawah</translation>
    </message>
    <message>
        <source>{0} available, below your least of {1}.</source>
        <translation>{0} tersedia, di bawah batas Anda {1}.</translation>
    </message>
    <message>
        <source>By date of expiry ({0})</source>
        <translation>Menurut kedaluwarsa ({0})</translation>
    </message>
    <message>
        <source>Likely cause: {0}.</source>
        <translation>Kemungkinan sebab: {0}.</translation>
    </message>
    <message>
        <source>Count stock</source>
        <translation>Hitung stok</translation>
    </message>
    <message>
        <source>Set least stock</source>
        <translation>Tetapkan batas stok</translation>
    </message>
    <message>
        <source>Below it the product is listed under Runs low.</source>
        <translation>Di bawah angka ini produk masuk daftar Menipis.</translation>
    </message>
    <message>
        <source>0: it never runs low.</source>
        <translation>0: tidak pernah dianggap menipis.</translation>
    </message>
    <message>
        <source>{0} archived.</source>
        <translation>{0} diarsipkan.</translation>
    </message>
    <message>
        <source>{0} is back.</source>
        <translation>{0} dipulihkan.</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Diarsipkan</translation>
    </message>
    <message>
        <source>Put away; they come back at any time</source>
        <translation>Disimpan; dapat dipulihkan kapan saja</translation>
    </message>
    <message>
        <source>It is in no list and no search. Restore it and it is as it was.</source>
        <translation>Tidak tampil di daftar dan pencarian. Pulihkan dan semuanya seperti semula.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arsipkan</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>Zones, aisles, shelves and bins</source>
        <translation>Zona, lorong, rak, dan kotak</translation>
    </message>
    <message>
        <source>All locations</source>
        <translation>Semua lokasi</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zona</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>Lorong</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>Rak</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Kotak</translation>
    </message>
    <message>
        <source>product labels</source>
        <translation>label produk</translation>
    </message>
    <message>
        <source>Advanced options</source>
        <translation>Opsi lanjutan</translation>
    </message>
    <message>
        <source>Open platform (JOS)</source>
        <translation>Platform terbuka (JOS)</translation>
    </message>
    <message>
        <source>JD Logistics platform (LOP)</source>
        <translation>Platform JD Logistics (LOP)</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>As JD told you; else leave it.</source>
        <translation>Seperti kata JD; jika tidak, biarkan.</translation>
    </message>
    <message>
        <source>ISV source</source>
        <translation>Sumber ISV</translation>
    </message>
    <message>
        <source>Belongs to your App Key; JD tells it.</source>
        <translation>Milik App Key Anda; JD yang memberi tahu.</translation>
    </message>
    <message>
        <source>Third-party carrier</source>
        <translation>Kurir pihak ketiga</translation>
    </message>
    <message>
        <source>For couriers JD does not list.</source>
        <translation>Untuk kurir yang tidak ada di daftar JD.</translation>
    </message>
    <message>
        <source>It begins with ISV and has no blanks.</source>
        <translation>Diawali ISV dan tanpa spasi.</translation>
    </message>
    <message>
        <source>Say what the columns mean</source>
        <translation>Jelaskan isi kolom</translation>
    </message>
    <message>
        <source>Read the file so</source>
        <translation>Baca berkas begini</translation>
    </message>
    <message>
        <source>{0}: choose the column of each field. It is remembered for every file with these headers.</source>
        <translation>{0}: pilih kolom untuk tiap data. Pilihan ini diingat untuk semua berkas dengan judul kolom yang sama.</translation>
    </message>
    <message>
        <source>This is an export of</source>
        <translation>Berkas ini ekspor dari</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>Baris pertama berkas</translation>
    </message>
    <message>
        <source>– no column –</source>
        <translation>– tanpa kolom –</translation>
    </message>
    <message>
        <source>Still without a column: {0}</source>
        <translation>Belum ada kolomnya: {0}</translation>
    </message>
    <message>
        <source>Change link {0}</source>
        <translation>Ubah tautan {0}</translation>
    </message>
    <message>
        <source>Remove link {0}</source>
        <translation>Lepas tautan {0}</translation>
    </message>
    <message>
        <source>Bundle: {0}</source>
        <translation>Bundel: {0}</translation>
    </message>
    <message>
        <source>{0} is no longer linked; its new orders wait.</source>
        <translation>Tautan {0} dilepas; pesanan barunya menunggu.</translation>
    </message>
    <message>
        <source>Choose picture</source>
        <translation>Pilih gambar</translation>
    </message>
    <message>
        <source>Remove picture</source>
        <translation>Hapus gambar</translation>
    </message>
    <message>
        <source>No picture yet.</source>
        <translation>Belum ada gambar.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>{0} late</source>
        <translation>Telat {0}</translation>
    </message>
    <message>
        <source>none attached</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>{0} pages</source>
        <translation>{0} halaman</translation>
    </message>
    <message>
        <source>Attach label</source>
        <translation>Lampirkan label</translation>
    </message>
    <message>
        <source>{0} is not told by this program: accept and arrange the order there as well.</source>
        <translation>{0} tidak diberi tahu oleh program ini: terima dan atur pesanannya di sana juga.</translation>
    </message>
    <message>
        <source>Open {0}&apos;s seller centre</source>
        <translation>Buka seller center {0}</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} hr</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} hr {1} j</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} j</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} j {1} mnt</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} mnt</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Sembunyikan</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>Pindai produk</translation>
    </message>
    <message>
        <source>Each scan is one unit of it.</source>
        <translation>Tiap pindaian berarti satu buah.</translation>
    </message>
    <message>
        <source>ended {0} ago</source>
        <translation>lewat {0}</translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>habis hari ini</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>sisa {0}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>tanpa tanggal</translation>
    </message>
    <message>
        <source>{0} · made {1}</source>
        <translation>{0} · dibuat {1}</translation>
    </message>
    <message>
        <source>Within {0}</source>
        <translation>Dalam {0}</translation>
    </message>
    <message>
        <source>Every date</source>
        <translation>Semua tanggal</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>Seberapa jauh ke depan</translation>
    </message>
    <message>
        <source>Stock by date of expiry</source>
        <translation>Stok menurut tanggal kedaluwarsa</translation>
    </message>
    <message>
        <source>Nothing ends soon</source>
        <translation>Tidak ada yang segera kedaluwarsa</translation>
    </message>
    <message>
        <source>Products with a shelf life are listed here by their date of expiry, as JD tells it: once a day by itself, or when you ask.</source>
        <translation>Produk dengan masa simpan tampil di sini menurut tanggal kedaluwarsa dari JD: sekali sehari secara otomatis, atau saat Anda bertanya.</translation>
    </message>
    <message>
        <source>JD was not asked for dates of expiry yet.</source>
        <translation>JD belum ditanyai tanggal kedaluwarsa.</translation>
    </message>
    <message>
        <source>JD&apos;s word of {0}. Enter shows the stock card.</source>
        <translation>Kabar JD pada {0}. Enter membuka kartu stok.</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Kedaluwarsa</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>Sisa umur</translation>
    </message>
    <message>
        <source>Sellable</source>
        <translation>Dapat dijual</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Attach labels</source>
        <translation>Lampirkan label</translation>
    </message>
    <message>
        <source>Stopped: what was read so far is kept.</source>
        <translation>Dihentikan: yang sudah terbaca tetap disimpan.</translation>
    </message>
    <message>
        <source>{0} label pages are kept with {1} orders.</source>
        <translation>{0} halaman label disimpan pada {1} pesanan.</translation>
    </message>
    <message>
        <source>{0} were kept before.</source>
        <translation>{0} sudah ada.</translation>
    </message>
    <message>
        <source>{0} name no order yet.</source>
        <translation>{0} belum menemukan pesanannya.</translation>
    </message>
    <message>
        <source>Every label page has its order.</source>
        <translation>Setiap halaman label sudah punya pesanan.</translation>
    </message>
    <message>
        <source>{0} label pages have their order now.</source>
        <translation>{0} halaman label kini punya pesanan.</translation>
    </message>
    <message>
        <source>Label {0}</source>
        <translation>Label {0}</translation>
    </message>
    <message>
        <source>Save label</source>
        <translation>Simpan label</translation>
    </message>
    <message>
        <source>{0} label pages of {1} are removed for good.</source>
        <translation>{0} halaman label milik {1} dihapus selamanya.</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>Hapus label</translation>
    </message>
    <message>
        <source>Labels without an order</source>
        <translation>Label tanpa pesanan</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Tetapkan</translation>
    </message>
    <message>
        <source>No number that an order has could be read on these pages. Enter or scan the order or tracking number of each.</source>
        <translation>Di halaman ini tidak terbaca nomor pesanan mana pun. Isi atau pindai nomor pesanan atau resinya satu per satu.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Order or tracking number</source>
        <translation>Nomor pesanan atau resi</translation>
    </message>
    <message>
        <source>Remove page</source>
        <translation>Hapus halaman</translation>
    </message>
    <message>
        <source>Enter the number of the order.</source>
        <translation>Isi nomor pesanannya.</translation>
    </message>
    <message>
        <source>No such order.</source>
        <translation>Tidak ada pesanan itu.</translation>
    </message>
    <message>
        <source>Several orders have this number.</source>
        <translation>Beberapa pesanan punya nomor ini.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>What can be read</source>
        <translation>Yang terbaca</translation>
    </message>
    <message>
        <source>not created</source>
        <translation>tidak dibuat</translation>
    </message>
    <message>
        <source>created, waits</source>
        <translation>dibuat, menunggu</translation>
    </message>
    <message>
        <source>at once or numbered</source>
        <translation>langsung / ada resi</translation>
    </message>
    <message>
        <source>accepted + numbered</source>
        <translation>diterima + ada resi</translation>
    </message>
    <message>
        <source>once numbered</source>
        <translation>bila ada resi</translation>
    </message>
    <message>
        <source>An outbound order is made and waits.</source>
        <translation>Pesanan outbound dibuat dan menunggu.</translation>
    </message>
    <message>
        <source>Nothing is made.</source>
        <translation>Tidak ada yang dibuat.</translation>
    </message>
    <message>
        <source>JD needs the tracking number on the parcel; without one the order waits (R33).</source>
        <translation>JD perlu nomor resi pada paket; tanpa resi pesanan menunggu (R33).</translation>
    </message>
    <message>
        <source>At once for {0}: their number comes late (R36). {1}</source>
        <translation>Langsung untuk {0}: resinya datang belakangan (R36). {1}</translation>
    </message>
    <message>
        <source>You switched off pushing at once. {0}</source>
        <translation>Anda mematikan kirim langsung. {0}</translation>
    </message>
    <message>
        <source>First Accept order, or Arrange shipment with the number. {0}</source>
        <translation>Terima Pesanan dahulu, atau Atur Pengiriman dengan resinya. {0}</translation>
    </message>
    <message>
        <source>Data and copies</source>
        <translation>Data dan salinan</translation>
    </message>
    <message>
        <source>A copy is made each day: the last seven days and one of each of four weeks stay.</source>
        <translation>Setiap hari dibuat satu salinan: tujuh hari terakhir dan satu dari tiap empat minggu sebelumnya disimpan.</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>Kembalikan…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Dari berkas…</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>Salin ke…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Ekspor semua…</translation>
    </message>
    <message>
        <source>Choose a copy first.</source>
        <translation>Pilih salinan dulu.</translation>
    </message>
    <message>
        <source>Put a copy back</source>
        <translation>Kembalikan salinan</translation>
    </message>
    <message>
        <source>{0} holds {1} orders and {2} products. The data of now is kept as a copy of its own; the window closes and opens again. Before anything is sent, JD is asked by our numbers: nothing goes twice.</source>
        <translation>{0} berisi {1} pesanan dan {2} produk. Data yang sekarang disimpan sebagai salinan tersendiri; jendela ditutup lalu dibuka lagi. Sebelum mengirim apa pun, JD ditanya dengan nomor kita: tidak ada yang terkirim dua kali.</translation>
    </message>
    <message>
        <source>Put this copy back?</source>
        <translation>Kembalikan salinan ini?</translation>
    </message>
    <message>
        <source>Put back and reopen</source>
        <translation>Kembalikan dan buka lagi</translation>
    </message>
    <message>
        <source>Copy the data to</source>
        <translation>Salin data ke</translation>
    </message>
    <message>
        <source>Copied to {0} and looked through.</source>
        <translation>Disalin ke {0} dan sudah diperiksa.</translation>
    </message>
    <message>
        <source>Export all data to a folder</source>
        <translation>Ekspor semua data ke folder</translation>
    </message>
    <message>
        <source>{0} rows are in {1}.</source>
        <translation>{0} baris ada di {1}.</translation>
    </message>
    <message>
        <source>Writing {0}: {1} rows</source>
        <translation>Menulis {0}: {1} baris</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Menulis…</translation>
    </message>
    <message>
        <source>The data cannot be opened</source>
        <translation>Data tidak dapat dibuka</translation>
    </message>
    <message>
        <source>Put this copy back</source>
        <translation>Kembalikan salinan ini</translation>
    </message>
    <message>
        <source>The data of now is set aside, not deleted. Choose a copy to go on with:</source>
        <translation>Data yang sekarang disisihkan, tidak dihapus. Pilih salinan untuk dilanjutkan:</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>This PC, the data and the connections, looked at now.</source>
        <translation>PC ini, data, dan koneksi, diperiksa sekarang.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>Salin untuk dukungan</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Buka folder log</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Memeriksa…</translation>
    </message>
    <message>
        <source>Nothing is wrong. Look at what is marked.</source>
        <translation>Tidak ada yang salah. Perhatikan yang ditandai.</translation>
    </message>
    <message>
        <source>Copied. It holds no secret and no phone number.</source>
        <translation>Tersalin. Tanpa rahasia dan tanpa nomor telepon.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Perhatikan</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Temuan</translation>
    </message>
    <message>
        <source>Last time the program met a fault. Your data is safe. A report is ready.</source>
        <translation>Terakhir kali program mengalami gangguan. Data Anda aman. Laporannya siap.</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
    <message>
        <source>Last {0} days</source>
        <translation>{0} hari terakhir</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Semua kanal</translation>
    </message>
    <message>
        <source>Orders and shipments</source>
        <translation>Pesanan dan pengiriman</translation>
    </message>
    <message>
        <source>Orders by channel</source>
        <translation>Pesanan per kanal</translation>
    </message>
    <message>
        <source>Shipments by warehouse</source>
        <translation>Pengiriman per gudang</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Rentang</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Batang</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>Hari demi hari</translation>
    </message>
    <message>
        <source>{0} orders came in, {1} shipments left</source>
        <translation>{0} pesanan masuk, {1} kiriman berangkat</translation>
    </message>
    <message>
        <source>no warehouse yet</source>
        <translation>belum ada gudang</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Held, by reason</source>
        <translation>Ditahan, per alasan</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Nine of ten within</source>
        <translation>9 dari 10 dalam</translation>
    </message>
    <message>
        <source>{0} was changed meanwhile</source>
        <translation>{0} baru saja diubah</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Pakai isian saya</translation>
    </message>
    <message>
        <source>{0} saved it at {1}, while you were changing it.</source>
        <translation>{0} menyimpannya pada {1}, saat Anda sedang mengubahnya.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Pakai yang tersimpan</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Isian saya</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Seseorang</translation>
    </message>
    <message>
        <source>JD has this order: process, ship and cancel it nowhere else (R45).</source>
        <translation>Pesanan ini ada di JD: jangan diproses, dikirim, atau dibatalkan di tempat lain (R45).</translation>
    </message>
    <message>
        <source>Cancelled too late? See what can be done</source>
        <translation>Terlambat dibatalkan? Lihat pilihannya</translation>
    </message>
    <message>
        <source>Book what came back</source>
        <translation>Bukukan barang kembali</translation>
    </message>
    <message>
        <source>Ask JD for all it has of this order</source>
        <translation>Tanyakan semua data pesanan ini ke JD</translation>
    </message>
    <message>
        <source>JD&apos;s way bills</source>
        <translation>Resi JD</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Barang</translation>
    </message>
    <message>
        <source>Part {0} of {1} at JD: {2}</source>
        <translation>Bagian {0} dari {1} di JD: {2}</translation>
    </message>
    <message>
        <source>Packages ({0})</source>
        <translation>Paket ({0})</translation>
    </message>
    <message>
        <source>JD had news.</source>
        <translation>Ada kabar baru dari JD.</translation>
    </message>
    <message>
        <source>JD has nothing new.</source>
        <translation>Tidak ada kabar baru dari JD.</translation>
    </message>
    <message>
        <source>Noted for {0}.</source>
        <translation>Dicatat untuk {0}.</translation>
    </message>
    <message>
        <source>The return is booked.</source>
        <translation>Retur dibukukan.</translation>
    </message>
    <message>
        <source>Cancelled after it was sent to JD</source>
        <translation>Dibatalkan setelah dikirim ke JD</translation>
    </message>
    <message>
        <source>Do this</source>
        <translation>Lakukan</translation>
    </message>
    <message>
        <source>{0} was cancelled, or is to be, at the marketplace.</source>
        <translation>{0} dibatalkan, atau akan dibatalkan, di marketplace.</translation>
    </message>
    <message>
        <source>JD says: {0}. It can still be cancelled there.</source>
        <translation>Kata JD: {0}. Masih bisa dibatalkan di sana.</translation>
    </message>
    <message>
        <source>JD says: {0}. It was picked already: JD cannot cancel it any more (R44).</source>
        <translation>Kata JD: {0}. Sudah diambil dari rak: JD tidak bisa membatalkannya lagi (R44).</translation>
    </message>
    <message>
        <source>Cancel it at JD</source>
        <translation>Batalkan di JD</translation>
    </message>
    <message>
        <source>JD keeps the goods, and the order is held here. JD&apos;s answer decides.</source>
        <translation>Barang tetap di JD dan pesanan ditahan di sini. Jawaban JD yang menentukan.</translation>
    </message>
    <message>
        <source>JD&apos;s people stopped the parcel</source>
        <translation>Petugas JD menghentikan paket</translation>
    </message>
    <message>
        <source>Kept here as your word. Stock follows JD&apos;s status: nothing is booked by this.</source>
        <translation>Dicatat sebagai keterangan Anda. Stok mengikuti status JD: tidak ada yang dibukukan.</translation>
    </message>
    <message>
        <source>The parcel is on its way</source>
        <translation>Paket sedang dikirim</translation>
    </message>
    <message>
        <source>It comes back undelivered: book what came back once it is there.</source>
        <translation>Paket akan kembali: bukukan barangnya setelah tiba.</translation>
    </message>
    <message>
        <source>The buyer keeps the parcel</source>
        <translation>Pembeli tetap menerima paket</translation>
    </message>
    <message>
        <source>Settle the payment at the marketplace. The goods stay deducted.</source>
        <translation>Selesaikan pembayaran di marketplace. Stok tetap berkurang.</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Bukukan</translation>
    </message>
    <message>
        <source>Good pieces of {0} are in stock again; damaged ones are written down. This is booked once.</source>
        <translation>Barang baik dari {0} masuk stok lagi; yang rusak dihapuskan. Dibukukan satu kali.</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Rusak</translation>
    </message>
    <message>
        <source>{0}, sent {1}</source>
        <translation>{0}, dikirim {1}</translation>
    </message>
    <message>
        <source>More of {0} would come back than was sent.</source>
        <translation>{0} yang kembali lebih banyak daripada yang dikirim.</translation>
    </message>
    <message>
        <source>Say how much came back.</source>
        <translation>Isi berapa yang kembali.</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Uncheck all</source>
        <translation>Hapus semua centang</translation>
    </message>
    <message>
        <source>{0} checked</source>
        <translation>{0} dicentang</translation>
    </message>
</context>
<context>
    <name>ColumnsMenu</name>
    <message>
        <source>Reset columns</source>
        <translation>Kembalikan kolom</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Tersalin</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Details</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation>Tutup rincian (Esc)</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Copy for customer service</source>
        <translation>Salin untuk layanan pelanggan</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Tersalin</translation>
    </message>
</context>
<context>
    <name>FileDropOverlay</name>
    <message>
        <source>Drop the file to look at it</source>
        <translation>Lepaskan file untuk melihatnya</translation>
    </message>
    <message>
        <source>Nothing is written before you agree to the preview</source>
        <translation>Tidak ada yang ditulis sebelum Anda menyetujui pratinjau</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>PRACTICE</source>
        <translation>LATIHAN</translation>
    </message>
    <message>
        <source>Search or scan an order, SKU, tracking number, location</source>
        <translation>Cari atau pindai pesanan, SKU, resi, lokasi</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Pemberitahuan</translation>
    </message>
    <message>
        <source>Real-time</source>
        <translation>Real-time</translation>
    </message>
    <message>
        <source>Periodic</source>
        <translation>Berkala</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Luring</translation>
    </message>
    <message>
        <source>News from JD: {0}</source>
        <translation>Kabar dari JD: {0}</translation>
    </message>
    <message>
        <source>User: {0}</source>
        <translation>Pengguna: {0}</translation>
    </message>
</context>
<context>
    <name>MainFrame</name>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Scroll the tabs</source>
        <translation>Geser tab</translation>
    </message>
</context>
<context>
    <name>MaskedLabel</name>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Sembunyikan</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Disembunyikan</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>PageFrame</name>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Home</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>Otorisasi</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>Gudang</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produk</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Lokasi</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Inbound</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Outbound</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Laporan</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Bersihkan</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>TableArea</name>
    <message>
        <source>The list could not be read</source>
        <translation>Daftar tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Nothing was lost or changed.</source>
        <translation>Tidak ada yang hilang atau berubah.</translation>
    </message>
    <message>
        <source>Try again. If it stays like this, send the text to customer service.</source>
        <translation>Coba lagi. Jika tetap begini, kirim teksnya ke layanan pelanggan.</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Column titles</source>
        <translation>Judul kolom</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
</TS>
