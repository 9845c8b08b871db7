CREATE TABLE inbound_receipts (
	inbound_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	jd_status INTEGER NOT NULL, 
	document TEXT NOT NULL, 
	booked INTEGER NOT NULL, 
	parts TEXT NOT NULL, 
	CONSTRAINT pk_inbound_receipts PRIMARY KEY (inbound_id, place), 
	CONSTRAINT fk_inbound_receipts_inbound_id FOREIGN KEY(inbound_id) REFERENCES inbounds (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;;
