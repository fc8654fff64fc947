-- What was done about identifiers of patients, by quarter of an hour as in usage_slot: reports need not read what the
-- entries say. A trigger adds to it in the statement of the entries, whichever version of the service wrote them.
CREATE TABLE usage.phi_slot (
	slot              timestamptz NOT NULL,
	team              text        NOT NULL,
	subject           text        NOT NULL,
	model             text        NOT NULL,
	with_identifiers  bigint      NOT NULL,
	raw               bigint      NOT NULL,
	PRIMARY KEY (slot, team, subject, model)
);

CREATE TABLE usage.phi_type_slot (
	slot              timestamptz NOT NULL,
	team              text        NOT NULL,
	subject           text        NOT NULL,
	model             text        NOT NULL,
	type              text        NOT NULL,
	requests          bigint      NOT NULL,
	identifiers       bigint      NOT NULL,
	PRIMARY KEY (slot, team, subject, model, type)
);

CREATE INDEX phi_slot_subject ON usage.phi_slot (subject, slot);
CREATE INDEX phi_type_slot_subject ON usage.phi_type_slot (subject, slot);

-- How many identifiers an entry says there were, by type.
CREATE FUNCTION usage.identifiers_of(event jsonb) RETURNS TABLE (type text, identifiers bigint)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT key, CAST(value AS bigint) FROM jsonb_each_text(event -> 'phi' -> 'counts') WHERE value <> '0'
$$;

-- Each adds in the order of its key, so that two that add at once do not wait for each other.
CREATE FUNCTION usage.add_identifiers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO usage.phi_slot AS s (slot, team, subject, model, with_identifiers, raw)
	SELECT usage.slot_of(time), team, subject, coalesce(served_model, requested_model),
		count(*) FILTER (WHERE EXISTS (SELECT FROM usage.identifiers_of(event))),
		count(*) FILTER (WHERE phi_state = 'RAW')
	FROM fresh WHERE phi_state = 'RAW' OR EXISTS (SELECT FROM usage.identifiers_of(event))
	GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
	ON CONFLICT (slot, team, subject, model) DO UPDATE SET
		with_identifiers = s.with_identifiers + excluded.with_identifiers, raw = s.raw + excluded.raw;

	INSERT INTO usage.phi_type_slot AS s (slot, team, subject, model, type, requests, identifiers)
	SELECT usage.slot_of(time), team, subject, coalesce(served_model, requested_model), found.type,
		count(*), sum(found.identifiers)
	FROM fresh, usage.identifiers_of(event) AS found
	GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
	ON CONFLICT (slot, team, subject, model, type) DO UPDATE SET
		requests = s.requests + excluded.requests, identifiers = s.identifiers + excluded.identifiers;
	RETURN NULL;
END $$;

-- Makes it again from the entries. Whoever calls it keeps intake out.
CREATE FUNCTION usage.rebuild_identifiers() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM usage.phi_slot;
	DELETE FROM usage.phi_type_slot;
	INSERT INTO usage.phi_slot (slot, team, subject, model, with_identifiers, raw)
	SELECT usage.slot_of(time), team, subject, coalesce(served_model, requested_model),
		count(*) FILTER (WHERE EXISTS (SELECT FROM usage.identifiers_of(event))),
		count(*) FILTER (WHERE phi_state = 'RAW')
	FROM usage.ledger_entry WHERE phi_state = 'RAW' OR EXISTS (SELECT FROM usage.identifiers_of(event))
	GROUP BY 1, 2, 3, 4;
	INSERT INTO usage.phi_type_slot (slot, team, subject, model, type, requests, identifiers)
	SELECT usage.slot_of(time), team, subject, coalesce(served_model, requested_model), found.type,
		count(*), sum(found.identifiers)
	FROM usage.ledger_entry, usage.identifiers_of(event) AS found
	GROUP BY 1, 2, 3, 4, 5;
END $$;

-- What is there already is taken over, and what comes from here on is added: nothing is written in between.
LOCK TABLE usage.ledger_entry IN SHARE ROW EXCLUSIVE MODE;
DO $$ BEGIN PERFORM usage.rebuild_identifiers(); END $$;
CREATE TRIGGER ledger_entry_adds_identifiers AFTER INSERT ON usage.ledger_entry
	REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION usage.add_identifiers();
