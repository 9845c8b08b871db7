ALTER TABLE connections ADD COLUMN dialect TEXT DEFAULT 'jos' NOT NULL;;
ALTER TABLE outbounds ADD COLUMN jd_waybill TEXT DEFAULT '' NOT NULL;;
ALTER TABLE undo_outbounds ADD COLUMN jd_waybill TEXT NOT NULL;;
