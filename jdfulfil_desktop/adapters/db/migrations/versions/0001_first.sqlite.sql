CREATE TABLE connections (
	id INTEGER NOT NULL, 
	pin TEXT NOT NULL, 
	mode TEXT NOT NULL, 
	gateway_url TEXT NOT NULL, 
	oauth_url TEXT NOT NULL, 
	app_key TEXT NOT NULL, 
	isv_source TEXT NOT NULL, 
	gateway_user TEXT DEFAULT '' NOT NULL, 
	subscribed BOOLEAN NOT NULL, 
	channel_up BOOLEAN NOT NULL, 
	state TEXT NOT NULL, 
	state_code TEXT DEFAULT '' NOT NULL, 
	token_expires_at BIGINT, 
	clock_offset_s FLOAT NOT NULL, 
	last_contact_at BIGINT, 
	last_news_at BIGINT, 
	message_cursor TEXT DEFAULT '' NOT NULL, 
	shipper_no TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_connections PRIMARY KEY (id), 
	CONSTRAINT uq_connections_pin UNIQUE (pin)
);;
CREATE TABLE stores (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	channel TEXT NOT NULL, 
	contact_name TEXT DEFAULT '' NOT NULL, 
	contact_phone TEXT DEFAULT '' NOT NULL, 
	contact_address TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_stores PRIMARY KEY (id), 
	CONSTRAINT uq_stores_name UNIQUE (name)
);;
CREATE TABLE inbounds (
	id INTEGER NOT NULL, 
	inbound_no TEXT NOT NULL, 
	warehouse_no TEXT NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	push_state TEXT NOT NULL, 
	jd_no TEXT DEFAULT '' NOT NULL, 
	jd_status INTEGER, 
	created_at BIGINT, 
	completed_at BIGINT, 
	status_at BIGINT, 
	attempts INTEGER NOT NULL, 
	next_attempt_at BIGINT, 
	error_code TEXT DEFAULT '' NOT NULL, 
	error_text TEXT DEFAULT '' NOT NULL, 
	corrections INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	basket TEXT NOT NULL, 
	planned INTEGER NOT NULL, 
	received INTEGER NOT NULL, 
	CONSTRAINT pk_inbounds PRIMARY KEY (id), 
	CONSTRAINT uq_inbounds_inbound_no UNIQUE (inbound_no)
);;
CREATE TABLE outbound_requests (
	outbound_no TEXT NOT NULL, 
	request TEXT NOT NULL, 
	CONSTRAINT pk_outbound_requests PRIMARY KEY (outbound_no)
)
 WITHOUT ROWID

;;
CREATE TABLE products (
	id INTEGER NOT NULL, 
	sku TEXT NOT NULL, 
	name TEXT NOT NULL, 
	barcode TEXT DEFAULT '' NOT NULL, 
	weight_g INTEGER NOT NULL, 
	length_mm INTEGER NOT NULL, 
	width_mm INTEGER NOT NULL, 
	height_mm INTEGER NOT NULL, 
	shelf_life_days INTEGER, 
	inbound_limit_days INTEGER, 
	outbound_limit_days INTEGER, 
	shelf_life_confirmed BOOLEAN NOT NULL, 
	picture TEXT DEFAULT '' NOT NULL, 
	category_no TEXT DEFAULT '' NOT NULL, 
	archived BOOLEAN NOT NULL, 
	CONSTRAINT pk_products PRIMARY KEY (id), 
	CONSTRAINT uq_products_sku UNIQUE (sku)
);;
CREATE TABLE sku_links (
	channel TEXT NOT NULL, 
	store TEXT NOT NULL, 
	channel_sku TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	sku TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	CONSTRAINT pk_sku_links PRIMARY KEY (channel, store, channel_sku, place)
)
 WITHOUT ROWID

;;
CREATE TABLE ledger (
	id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	warehouse_no TEXT NOT NULL, 
	sku TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	CONSTRAINT pk_ledger PRIMARY KEY (id), 
	CONSTRAINT uq_ledger_document_warehouse_no_sku_kind UNIQUE (document, warehouse_no, sku, kind)
);;
CREATE TABLE stock (
	warehouse_no TEXT NOT NULL, 
	sku TEXT NOT NULL, 
	on_hand INTEGER DEFAULT '0' NOT NULL, 
	reserved INTEGER DEFAULT '0' NOT NULL, 
	incoming INTEGER DEFAULT '0' NOT NULL, 
	jd_figure INTEGER, 
	jd_figure_at BIGINT, 
	CONSTRAINT pk_stock PRIMARY KEY (warehouse_no, sku)
)
 WITHOUT ROWID

;;
CREATE TABLE location_bindings (
	warehouse_no TEXT NOT NULL, 
	sku TEXT NOT NULL, 
	code TEXT NOT NULL, 
	CONSTRAINT pk_location_bindings PRIMARY KEY (warehouse_no, sku, code)
)
 WITHOUT ROWID

;;
CREATE TABLE orders (
	id INTEGER NOT NULL, 
	channel TEXT NOT NULL, 
	store TEXT NOT NULL, 
	store_key TEXT DEFAULT '' NOT NULL, 
	order_no TEXT NOT NULL, 
	status TEXT NOT NULL, 
	raw_status TEXT DEFAULT '' NOT NULL, 
	courier TEXT DEFAULT '' NOT NULL, 
	raw_courier TEXT DEFAULT '' NOT NULL, 
	tracking_no TEXT DEFAULT '' NOT NULL, 
	file_tracking_no TEXT DEFAULT '' NOT NULL, 
	typed_tracking_no TEXT DEFAULT '' NOT NULL, 
	country TEXT DEFAULT '' NOT NULL, 
	created_at BIGINT, 
	ship_by BIGINT, 
	first_seen_at BIGINT, 
	file_time BIGINT, 
	cancel_requested BOOLEAN NOT NULL, 
	purchase_channel TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	file_rows TEXT DEFAULT '' NOT NULL, 
	accepted BOOLEAN NOT NULL, 
	on_hold BOOLEAN NOT NULL, 
	consignee_name TEXT DEFAULT '' NOT NULL, 
	consignee_phone TEXT DEFAULT '' NOT NULL, 
	consignee_address TEXT DEFAULT '' NOT NULL, 
	consignee_province TEXT DEFAULT '' NOT NULL, 
	consignee_city TEXT DEFAULT '' NOT NULL, 
	consignee_district TEXT DEFAULT '' NOT NULL, 
	consignee_village TEXT DEFAULT '' NOT NULL, 
	consignee_postcode TEXT DEFAULT '' NOT NULL, 
	rule TEXT DEFAULT '' NOT NULL, 
	creates BOOLEAN DEFAULT '0' NOT NULL, 
	pushes BOOLEAN DEFAULT '0' NOT NULL, 
	reasons TEXT DEFAULT '' NOT NULL, 
	reason_code TEXT DEFAULT '' NOT NULL, 
	reason_subject TEXT DEFAULT '' NOT NULL, 
	reason_count INTEGER DEFAULT '0' NOT NULL, 
	basket TEXT DEFAULT '' NOT NULL, 
	lead_id INTEGER, 
	search_text TEXT DEFAULT '' NOT NULL, 
	made_by_batch INTEGER, 
	batch_id INTEGER, 
	CONSTRAINT pk_orders PRIMARY KEY (id), 
	CONSTRAINT uq_orders_order_no_channel_store_key UNIQUE (order_no, channel, store_key)
);;
CREATE TABLE batches (
	id INTEGER NOT NULL, 
	file TEXT NOT NULL, 
	channel TEXT NOT NULL, 
	store TEXT NOT NULL, 
	file_time BIGINT NOT NULL, 
	begun_at BIGINT NOT NULL, 
	"by" TEXT NOT NULL, 
	completed_at BIGINT, 
	state TEXT NOT NULL, 
	counts TEXT NOT NULL, 
	CONSTRAINT pk_batches PRIMARY KEY (id)
);;
CREATE TABLE undo_orders (
	undo_batch INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	channel TEXT NOT NULL, 
	store TEXT NOT NULL, 
	store_key TEXT NOT NULL, 
	order_no TEXT NOT NULL, 
	status TEXT NOT NULL, 
	raw_status TEXT NOT NULL, 
	courier TEXT NOT NULL, 
	raw_courier TEXT NOT NULL, 
	tracking_no TEXT NOT NULL, 
	file_tracking_no TEXT NOT NULL, 
	typed_tracking_no TEXT NOT NULL, 
	country TEXT NOT NULL, 
	created_at BIGINT, 
	ship_by BIGINT, 
	first_seen_at BIGINT, 
	file_time BIGINT, 
	cancel_requested BOOLEAN NOT NULL, 
	purchase_channel TEXT NOT NULL, 
	note TEXT NOT NULL, 
	file_rows TEXT NOT NULL, 
	accepted BOOLEAN NOT NULL, 
	on_hold BOOLEAN NOT NULL, 
	consignee_name TEXT NOT NULL, 
	consignee_phone TEXT NOT NULL, 
	consignee_address TEXT NOT NULL, 
	consignee_province TEXT NOT NULL, 
	consignee_city TEXT NOT NULL, 
	consignee_district TEXT NOT NULL, 
	consignee_village TEXT NOT NULL, 
	consignee_postcode TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	creates BOOLEAN NOT NULL, 
	pushes BOOLEAN NOT NULL, 
	reasons TEXT NOT NULL, 
	reason_code TEXT NOT NULL, 
	reason_subject TEXT NOT NULL, 
	reason_count INTEGER NOT NULL, 
	basket TEXT NOT NULL, 
	lead_id INTEGER, 
	search_text TEXT NOT NULL, 
	made_by_batch INTEGER, 
	batch_id INTEGER, 
	CONSTRAINT pk_undo_orders PRIMARY KEY (undo_batch, id)
)
 WITHOUT ROWID

;;
CREATE TABLE undo_lines (
	undo_batch INTEGER NOT NULL, 
	order_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	channel_sku TEXT NOT NULL, 
	name TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	line_id TEXT NOT NULL, 
	package TEXT NOT NULL, 
	tracking_no TEXT NOT NULL, 
	unit_price INTEGER, 
	CONSTRAINT pk_undo_lines PRIMARY KEY (undo_batch, order_id, place)
)
 WITHOUT ROWID

;;
CREATE TABLE undo_outbounds (
	undo_batch INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	outbound_no TEXT NOT NULL, 
	order_id INTEGER, 
	channel TEXT NOT NULL, 
	store TEXT NOT NULL, 
	order_no TEXT NOT NULL, 
	push_state TEXT NOT NULL, 
	shipment_state TEXT NOT NULL, 
	warehouse_no TEXT, 
	part INTEGER NOT NULL, 
	attempt INTEGER NOT NULL, 
	package TEXT NOT NULL, 
	tracking_no TEXT NOT NULL, 
	sent_tracking_no TEXT NOT NULL, 
	jd_no TEXT NOT NULL, 
	jd_status INTEGER, 
	jd_words TEXT NOT NULL, 
	rank INTEGER NOT NULL, 
	ours_carried BOOLEAN NOT NULL, 
	attempts INTEGER NOT NULL, 
	next_attempt_at BIGINT, 
	error_code TEXT, 
	error_message TEXT NOT NULL, 
	first_sent_at BIGINT, 
	status_at BIGINT, 
	shipped_at BIGINT, 
	completed_at BIGINT, 
	turn INTEGER NOT NULL, 
	reserved BOOLEAN NOT NULL, 
	booked BOOLEAN NOT NULL, 
	limit_day TEXT NOT NULL, 
	split_by_hand BOOLEAN NOT NULL, 
	version INTEGER NOT NULL, 
	live INTEGER NOT NULL, 
	made_by_batch INTEGER, 
	batch_id INTEGER, 
	CONSTRAINT pk_undo_outbounds PRIMARY KEY (undo_batch, id)
)
 WITHOUT ROWID

;;
CREATE TABLE undo_items (
	undo_batch INTEGER NOT NULL, 
	outbound_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	sku TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_undo_items PRIMARY KEY (undo_batch, outbound_id, place)
)
 WITHOUT ROWID

;;
CREATE TABLE notes (
	id INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	"by" TEXT NOT NULL, 
	data TEXT NOT NULL, 
	CONSTRAINT pk_notes PRIMARY KEY (id)
);;
CREATE TABLE alerts (
	id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	data TEXT NOT NULL, 
	dismissed INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_alerts PRIMARY KEY (id)
);;
CREATE TABLE settings (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY (name)
)
 WITHOUT ROWID

;;
CREATE TABLE counters (
	name TEXT NOT NULL, 
	value INTEGER NOT NULL, 
	CONSTRAINT pk_counters PRIMARY KEY (name)
)
 WITHOUT ROWID

;;
CREATE TABLE meta (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_meta PRIMARY KEY (name)
)
 WITHOUT ROWID

;;
CREATE TABLE departments (
	connection_id INTEGER NOT NULL, 
	department_no TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	warehouse_nos TEXT NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	manager_phone TEXT DEFAULT '' NOT NULL, 
	manager_address TEXT DEFAULT '' NOT NULL, 
	supplier_no TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_departments PRIMARY KEY (connection_id, department_no), 
	CONSTRAINT fk_departments_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;;
CREATE TABLE day_counts (
	connection_id INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	sent INTEGER NOT NULL, 
	CONSTRAINT pk_day_counts PRIMARY KEY (connection_id, day), 
	CONSTRAINT fk_day_counts_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;;
CREATE TABLE warehouses (
	warehouse_no TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	department_no TEXT DEFAULT '' NOT NULL, 
	pin TEXT DEFAULT '' NOT NULL, 
	connection_id INTEGER, 
	active BOOLEAN NOT NULL, 
	jd_name TEXT DEFAULT '' NOT NULL, 
	phone TEXT DEFAULT '' NOT NULL, 
	address TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_warehouses PRIMARY KEY (warehouse_no), 
	CONSTRAINT fk_warehouses_connection_id FOREIGN KEY(connection_id) REFERENCES connections (id)
)
 WITHOUT ROWID

;;
CREATE TABLE inbound_lines (
	inbound_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	sku TEXT NOT NULL, 
	planned INTEGER NOT NULL, 
	received INTEGER NOT NULL, 
	differences TEXT NOT NULL, 
	booked INTEGER NOT NULL, 
	CONSTRAINT pk_inbound_lines PRIMARY KEY (inbound_id, place), 
	CONSTRAINT fk_inbound_lines_inbound_id FOREIGN KEY(inbound_id) REFERENCES inbounds (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;;
CREATE TABLE outbounds (
	id INTEGER NOT NULL, 
	outbound_no TEXT NOT NULL, 
	order_id INTEGER, 
	channel TEXT NOT NULL, 
	store TEXT NOT NULL, 
	order_no TEXT NOT NULL, 
	push_state TEXT NOT NULL, 
	shipment_state TEXT NOT NULL, 
	warehouse_no TEXT, 
	part INTEGER NOT NULL, 
	attempt INTEGER NOT NULL, 
	package TEXT DEFAULT '' NOT NULL, 
	tracking_no TEXT DEFAULT '' NOT NULL, 
	sent_tracking_no TEXT DEFAULT '' NOT NULL, 
	jd_no TEXT DEFAULT '' NOT NULL, 
	jd_status INTEGER, 
	jd_words TEXT DEFAULT '' NOT NULL, 
	rank INTEGER NOT NULL, 
	ours_carried BOOLEAN NOT NULL, 
	attempts INTEGER NOT NULL, 
	next_attempt_at BIGINT, 
	error_code TEXT, 
	error_message TEXT DEFAULT '' NOT NULL, 
	first_sent_at BIGINT, 
	status_at BIGINT, 
	shipped_at BIGINT, 
	completed_at BIGINT, 
	turn INTEGER NOT NULL, 
	reserved BOOLEAN NOT NULL, 
	booked BOOLEAN NOT NULL, 
	limit_day TEXT DEFAULT '' NOT NULL, 
	split_by_hand BOOLEAN NOT NULL, 
	version INTEGER NOT NULL, 
	live INTEGER NOT NULL, 
	made_by_batch INTEGER, 
	batch_id INTEGER, 
	CONSTRAINT pk_outbounds PRIMARY KEY (id), 
	CONSTRAINT uq_outbounds_outbound_no UNIQUE (outbound_no), 
	CONSTRAINT fk_outbounds_order_id FOREIGN KEY(order_id) REFERENCES orders (id) DEFERRABLE INITIALLY DEFERRED
);;
CREATE TABLE order_lines (
	order_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	channel_sku TEXT NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	quantity INTEGER NOT NULL, 
	line_id TEXT DEFAULT '' NOT NULL, 
	package TEXT DEFAULT '' NOT NULL, 
	tracking_no TEXT DEFAULT '' NOT NULL, 
	unit_price INTEGER, 
	CONSTRAINT pk_order_lines PRIMARY KEY (order_id, place), 
	CONSTRAINT fk_order_lines_order_id FOREIGN KEY(order_id) REFERENCES orders (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;;
CREATE TABLE bindings (
	store TEXT NOT NULL, 
	warehouse_no TEXT NOT NULL, 
	priority INTEGER NOT NULL, 
	shop_no TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_bindings PRIMARY KEY (store, warehouse_no), 
	CONSTRAINT fk_bindings_store FOREIGN KEY(store) REFERENCES stores (name) ON UPDATE CASCADE, 
	CONSTRAINT fk_bindings_warehouse_no FOREIGN KEY(warehouse_no) REFERENCES warehouses (warehouse_no)
)
 WITHOUT ROWID

;;
CREATE TABLE outbound_items (
	outbound_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	sku TEXT NOT NULL, 
	quantity INTEGER NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_outbound_items PRIMARY KEY (outbound_id, place), 
	CONSTRAINT fk_outbound_items_outbound_id FOREIGN KEY(outbound_id) REFERENCES outbounds (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;;
CREATE TABLE placements (
	warehouse_no TEXT NOT NULL, 
	sku TEXT NOT NULL, 
	state TEXT NOT NULL, 
	goods_no TEXT DEFAULT '' NOT NULL, 
	opened BOOLEAN NOT NULL, 
	error_code TEXT DEFAULT '' NOT NULL, 
	error_text TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_placements PRIMARY KEY (warehouse_no, sku), 
	CONSTRAINT fk_placements_warehouse_no FOREIGN KEY(warehouse_no) REFERENCES warehouses (warehouse_no)
)
 WITHOUT ROWID

;;
CREATE TABLE locations (
	id INTEGER NOT NULL, 
	warehouse_no TEXT NOT NULL, 
	code TEXT NOT NULL, 
	CONSTRAINT pk_locations PRIMARY KEY (id), 
	CONSTRAINT uq_locations_warehouse_no_code UNIQUE (warehouse_no, code), 
	CONSTRAINT fk_locations_warehouse_no FOREIGN KEY(warehouse_no) REFERENCES warehouses (warehouse_no)
);;
CREATE UNIQUE INDEX ix_alerts_open ON alerts (code, subject) WHERE dismissed = 0;;
CREATE INDEX ix_batches_state ON batches (state);;
CREATE INDEX ix_bindings_warehouse_no ON bindings (warehouse_no);;
CREATE INDEX ix_inbounds_basket_id ON inbounds (basket, id);;
CREATE INDEX ix_inbounds_jd_no ON inbounds (jd_no);;
CREATE INDEX ix_inbounds_push_state_id ON inbounds (push_state, id);;
CREATE INDEX ix_ledger_sku_warehouse_no_id ON ledger (sku, warehouse_no, id);;
CREATE INDEX ix_location_bindings_warehouse_no_code ON location_bindings (warehouse_no, code);;
CREATE INDEX ix_locations_code_warehouse_no ON locations (code, warehouse_no);;
CREATE INDEX ix_notes_document_id ON notes (document, id);;
CREATE INDEX ix_order_lines_channel_sku_order_id ON order_lines (channel_sku, order_id);;
CREATE INDEX ix_orders_basket ON orders (basket, id);;
CREATE INDEX ix_orders_by_channel ON orders (channel, id, basket);;
CREATE INDEX ix_orders_by_courier ON orders (courier, id, basket);;
CREATE INDEX ix_orders_by_created_at ON orders (created_at, id, basket);;
CREATE INDEX ix_orders_by_order_no ON orders (order_no, id, basket);;
CREATE INDEX ix_orders_by_ship_by ON orders (ship_by, id, basket);;
CREATE INDEX ix_orders_by_status ON orders (status, id, basket);;
CREATE INDEX ix_orders_by_tracking_no ON orders (tracking_no, id, basket);;
CREATE INDEX ix_orders_id ON orders (id);;
CREATE INDEX ix_orders_made_by_batch ON orders (made_by_batch) WHERE made_by_batch IS NOT NULL;;
CREATE INDEX ix_orders_reason ON orders (reason_code, id, basket) WHERE reason_code <> '';;
CREATE INDEX ix_outbounds_jd_no ON outbounds (jd_no) WHERE jd_no <> '';;
CREATE INDEX ix_outbounds_live ON outbounds (push_state, warehouse_no, id, next_attempt_at, batch_id) WHERE live = 1;;
CREATE INDEX ix_outbounds_made_by_batch ON outbounds (made_by_batch) WHERE made_by_batch IS NOT NULL;;
CREATE INDEX ix_outbounds_order_id ON outbounds (order_id);;
CREATE INDEX ix_outbounds_shipped_at ON outbounds (shipped_at) WHERE shipped_at IS NOT NULL;;
CREATE INDEX ix_placements_goods_no ON placements (goods_no);;
CREATE INDEX ix_placements_sku ON placements (sku);;
CREATE INDEX ix_products_barcode_id ON products (barcode, id);;
CREATE INDEX ix_products_name_id ON products (name, id);;
CREATE INDEX ix_sku_links_sku ON sku_links (sku);;
CREATE INDEX ix_stock_sku ON stock (sku);;
CREATE INDEX ix_warehouses_connection_id ON warehouses (connection_id);;
CREATE VIRTUAL TABLE order_search USING fts5(
search_text, content='orders', content_rowid='id', tokenize='trigram');;
CREATE TRIGGER ledger_is_append_only_update BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;;
CREATE TRIGGER ledger_is_append_only_delete BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;;
