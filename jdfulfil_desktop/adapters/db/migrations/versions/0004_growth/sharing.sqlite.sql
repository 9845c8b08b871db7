CREATE TABLE sync_turns (
	pin TEXT NOT NULL, 
	holder TEXT NOT NULL, 
	until BIGINT NOT NULL, 
	CONSTRAINT pk_sync_turns PRIMARY KEY (pin)
)
 WITHOUT ROWID;;
CREATE TABLE shared_secrets (
	name TEXT NOT NULL, 
	ciphertext TEXT NOT NULL, 
	CONSTRAINT pk_shared_secrets PRIMARY KEY (name)
)
 WITHOUT ROWID;;
CREATE TABLE errands (
	id INTEGER NOT NULL, 
	pin TEXT NOT NULL, 
	task TEXT NOT NULL, 
	arguments TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	state TEXT NOT NULL, 
	answer TEXT DEFAULT '' NOT NULL, 
	ended_at BIGINT, 
	CONSTRAINT pk_errands PRIMARY KEY (id)
);;
CREATE INDEX ix_errands_state_pin_id ON errands (state, pin, id);;
