CREATE TABLE thresholds (
	warehouse_no TEXT NOT NULL, 
	sku TEXT NOT NULL, 
	units INTEGER NOT NULL, 
	CONSTRAINT pk_thresholds PRIMARY KEY (warehouse_no, sku)
)
 WITHOUT ROWID

;;
CREATE TABLE users (
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	ticked TEXT NOT NULL, 
	pin_hash TEXT NOT NULL, 
	CONSTRAINT pk_users PRIMARY KEY (name)
)
 WITHOUT ROWID

;;
