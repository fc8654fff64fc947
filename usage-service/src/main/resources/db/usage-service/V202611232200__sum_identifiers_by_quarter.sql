-- The same sums without team, person and model: a report of all of a year reads 35,040 quarters of an hour at most, and
-- as many for each type, however many people there are.
CREATE TABLE usage.phi_sum (
	slot              timestamptz NOT NULL PRIMARY KEY,
	requests          bigint      NOT NULL,
	with_identifiers  bigint      NOT NULL,
	raw               bigint      NOT NULL
);

CREATE TABLE usage.phi_type_sum (
	slot              timestamptz NOT NULL,
	type              text        NOT NULL,
	requests          bigint      NOT NULL,
	identifiers       bigint      NOT NULL,
	PRIMARY KEY (slot, type)
);

-- Makes them again from what is kept by team, person and model. Whoever calls it keeps intake out.
CREATE FUNCTION usage.rebuild_identifier_sums() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM usage.phi_sum;
	DELETE FROM usage.phi_type_sum;
	INSERT INTO usage.phi_sum (slot, requests, with_identifiers, raw)
	SELECT slot, entry.requests, coalesce(found.with_identifiers, 0), coalesce(found.raw, 0)
	FROM (SELECT usage.slot_of(time) AS slot, count(*) AS requests FROM usage.ledger_entry GROUP BY 1) AS entry
	LEFT JOIN (SELECT slot, sum(with_identifiers) AS with_identifiers, sum(raw) AS raw FROM usage.phi_slot
		GROUP BY 1) AS found USING (slot);
	INSERT INTO usage.phi_type_sum (slot, type, requests, identifiers)
	SELECT slot, type, sum(requests), sum(identifiers) FROM usage.phi_type_slot GROUP BY 1, 2;
END $$;

ALTER FUNCTION usage.rebuild_identifiers() RENAME TO rebuild_identifiers_of_people;
CREATE FUNCTION usage.rebuild_identifiers() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	PERFORM usage.rebuild_identifiers_of_people();
	PERFORM usage.rebuild_identifier_sums();
END $$;

-- Rows that all add to come last and in the order of their key: who waits for one holds none that the other needs.
CREATE FUNCTION usage.add_identifier_sums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO usage.phi_sum AS s (slot, requests, with_identifiers, raw)
	SELECT usage.slot_of(time), count(*),
		count(*) FILTER (WHERE EXISTS (SELECT FROM usage.identifiers_of(event))),
		count(*) FILTER (WHERE phi_state = 'RAW')
	FROM fresh GROUP BY 1 ORDER BY 1
	ON CONFLICT (slot) DO UPDATE SET requests = s.requests + excluded.requests,
		with_identifiers = s.with_identifiers + excluded.with_identifiers, raw = s.raw + excluded.raw;

	INSERT INTO usage.phi_type_sum AS s (slot, type, requests, identifiers)
	SELECT usage.slot_of(time), found.type, count(*), sum(found.identifiers)
	FROM fresh, usage.identifiers_of(event) AS found
	GROUP BY 1, 2 ORDER BY 1, 2
	ON CONFLICT (slot, type) DO UPDATE SET
		requests = s.requests + excluded.requests, identifiers = s.identifiers + excluded.identifiers;
	RETURN NULL;
END $$;

LOCK TABLE usage.ledger_entry IN SHARE ROW EXCLUSIVE MODE;
DO $$ BEGIN PERFORM usage.rebuild_identifier_sums(); END $$;
-- Triggers of one kind run in the order of their names.
CREATE TRIGGER ledger_entry_adds_sums AFTER INSERT ON usage.ledger_entry
	REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION usage.add_identifier_sums();
