-- The secret before the present one, which opens for the time of an overlap.
ALTER TABLE usage.api_key
	ADD COLUMN retiring_sha256 text,
	ADD COLUMN retiring_until  timestamptz,
	ADD CHECK ((retiring_sha256 IS NULL) = (retiring_until IS NULL));
