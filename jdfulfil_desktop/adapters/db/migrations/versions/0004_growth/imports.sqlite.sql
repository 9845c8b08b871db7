ALTER TABLE batches ADD COLUMN undone_at BIGINT;;
ALTER TABLE batches ADD COLUMN undone_by TEXT DEFAULT '' NOT NULL;;
ALTER TABLE outbounds ADD COLUMN house_wanted TEXT;;
ALTER TABLE undo_outbounds ADD COLUMN house_wanted TEXT;;
