-- How much of what a window leaves unspent is carried over to the next one, at most, and since when.
ALTER TABLE usage.budget
	ADD COLUMN roll_over_nano_usd bigint NOT NULL DEFAULT 0 CHECK (roll_over_nano_usd BETWEEN 0 AND limit_nano_usd),
	ADD COLUMN roll_over_since    timestamptz,
	ADD CHECK ((roll_over_nano_usd = 0) = (roll_over_since IS NULL));
