CREATE INDEX ix_orders_by_store ON orders (store, id, basket);;
CREATE INDEX ix_orders_consignee_name ON orders (consignee_name) WHERE consignee_name <> '';;
CREATE INDEX ix_orders_due ON orders (ship_by, id) WHERE ship_by IS NOT NULL AND basket IN ('accept', 'tracking', 'held', 'queued', 'uncertain') AND status NOT IN ('SHIPPING', 'PENDING_PAYMENT');;
DROP INDEX ix_outbounds_order_id;;
CREATE INDEX ix_outbounds_of_order ON outbounds (order_id, warehouse_no, channel);;
DROP INDEX ix_outbounds_shipped_at;;
CREATE INDEX ix_outbounds_shipped_at_channel_warehouse_no_order_id ON outbounds (shipped_at, channel, warehouse_no, order_id) WHERE shipped_at IS NOT NULL;;
CREATE TABLE labels (
	id INTEGER NOT NULL, 
	order_id INTEGER, 
	file TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	page INTEGER NOT NULL, 
	matched_by TEXT DEFAULT '' NOT NULL, 
	read TEXT DEFAULT '' NOT NULL, 
	added_at BIGINT NOT NULL, 
	"by" TEXT NOT NULL, 
	CONSTRAINT pk_labels PRIMARY KEY (id), 
	CONSTRAINT fk_labels_order_id FOREIGN KEY(order_id) REFERENCES orders (id) ON DELETE SET NULL
);;
CREATE UNIQUE INDEX uq_labels_page ON labels (digest, page);;
CREATE INDEX ix_labels_order_id ON labels (order_id) WHERE order_id IS NOT NULL;;
CREATE INDEX ix_labels_loose ON labels (id) WHERE order_id IS NULL;;
CREATE TABLE label_pages (
	label_id INTEGER NOT NULL, 
	pdf BLOB NOT NULL, 
	CONSTRAINT pk_label_pages PRIMARY KEY (label_id), 
	CONSTRAINT fk_label_pages_label_id FOREIGN KEY(label_id) REFERENCES labels (id) ON DELETE CASCADE
);;
INSERT INTO order_search(order_search, rowid, search_text)
SELECT 'delete', id, search_text FROM orders WHERE id IN (SELECT order_id FROM outbounds WHERE jd_waybill <> '');;
UPDATE orders SET search_text = search_text || char(10) || (
	SELECT group_concat(replace(jd_waybill, ',', char(10)), char(10)) FROM outbounds WHERE order_id = orders.id AND jd_waybill <> '')
WHERE id IN (SELECT order_id FROM outbounds WHERE jd_waybill <> '');;
INSERT INTO order_search(rowid, search_text)
SELECT id, search_text FROM orders WHERE id IN (SELECT order_id FROM outbounds WHERE jd_waybill <> '');;
