ALTER TABLE products ADD COLUMN family TEXT DEFAULT '' NOT NULL;;
ALTER TABLE products ADD COLUMN colour TEXT DEFAULT '' NOT NULL;;
ALTER TABLE products ADD COLUMN size TEXT DEFAULT '' NOT NULL;;
CREATE INDEX ix_products_family_sku ON products (family, sku);;
CREATE TABLE pictures (
	sku TEXT NOT NULL, 
	small BLOB NOT NULL, 
	large BLOB NOT NULL, 
	CONSTRAINT pk_pictures PRIMARY KEY (sku)
)

;;
CREATE TABLE shelves (
	warehouse_no TEXT NOT NULL, 
	sku TEXT NOT NULL, 
	expires_on TEXT NOT NULL, 
	produced_on TEXT NOT NULL, 
	state INTEGER NOT NULL, 
	total INTEGER NOT NULL, 
	usable INTEGER NOT NULL, 
	shelf_life_days INTEGER NOT NULL, 
	CONSTRAINT pk_shelves PRIMARY KEY (warehouse_no, sku, expires_on, produced_on, state)
)
 WITHOUT ROWID

;;
CREATE INDEX ix_shelves_expires_on ON shelves (expires_on);;
