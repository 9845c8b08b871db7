CREATE TABLE jd_documents (
	jd_no TEXT NOT NULL, 
	outbound_no TEXT NOT NULL, 
	is_part BOOLEAN NOT NULL, 
	status INTEGER, 
	step INTEGER NOT NULL, 
	words TEXT DEFAULT '' NOT NULL, 
	status_at BIGINT, 
	tracking_no TEXT DEFAULT '' NOT NULL, 
	waybills TEXT NOT NULL, 
	lines TEXT NOT NULL, 
	packages TEXT NOT NULL, 
	reserved BOOLEAN NOT NULL, 
	booked BOOLEAN NOT NULL, 
	wanted BOOLEAN NOT NULL, 
	is_over BOOLEAN NOT NULL, 
	read_at BIGINT, 
	CONSTRAINT pk_jd_documents PRIMARY KEY (jd_no)
)
 WITHOUT ROWID

;;
CREATE INDEX ix_jd_documents_outbound_no ON jd_documents (outbound_no)
;;
CREATE INDEX ix_jd_documents_wanted ON jd_documents (outbound_no) WHERE wanted
;;
CREATE INDEX ix_jd_documents_open_parts ON jd_documents (outbound_no) WHERE is_part AND NOT is_over
;;
