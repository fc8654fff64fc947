CREATE FUNCTION usage.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

-- Ids of all events in the ledger. A unique key of a partitioned table must hold the partition's key, so that it
-- alone would admit one id at two times.
CREATE TABLE usage.ledger_event_id (
	event_id  uuid PRIMARY KEY
) PARTITION BY HASH (event_id);

DO $$
BEGIN
	FOR i IN 0..7 LOOP
		EXECUTE format('CREATE TABLE usage.ledger_event_id_%s PARTITION OF usage.ledger_event_id '
			'FOR VALUES WITH (MODULUS 8, REMAINDER %s)', i, i);
	END LOOP;
END $$;

CREATE TRIGGER ledger_event_id_is_append_only BEFORE UPDATE OR DELETE ON usage.ledger_event_id
	FOR EACH ROW EXECUTE FUNCTION usage.refuse_change();
CREATE TRIGGER ledger_event_id_is_not_truncated BEFORE TRUNCATE ON usage.ledger_event_id
	FOR EACH STATEMENT EXECUTE FUNCTION usage.refuse_change();

CREATE TABLE usage.ledger_entry (
	event_id            uuid        NOT NULL,
	time                timestamptz NOT NULL,
	request_id          text        NOT NULL,
	subject             text        NOT NULL,
	roles               text[]      NOT NULL,
	team                text        NOT NULL,
	application         text,
	key_id              text,
	purpose             text        NOT NULL,
	endpoint            text        NOT NULL,
	stream              boolean     NOT NULL,
	requested_model     text        NOT NULL,
	served_model        text,
	deployment          text,
	provider            text,
	region              text,
	agreement           text,
	outcome             text        NOT NULL,
	status              integer     NOT NULL,
	error_code          text,
	input_tokens        bigint      NOT NULL CHECK (input_tokens >= 0),
	cached_input_tokens bigint      NOT NULL CHECK (cached_input_tokens >= 0),
	cache_write_tokens  bigint      NOT NULL CHECK (cache_write_tokens >= 0),
	output_tokens       bigint      NOT NULL CHECK (output_tokens >= 0),
	reasoning_tokens    bigint      NOT NULL CHECK (reasoning_tokens >= 0),
	audio_input_tokens  bigint      NOT NULL CHECK (audio_input_tokens >= 0),
	audio_output_tokens bigint      NOT NULL CHECK (audio_output_tokens >= 0),
	source              text        NOT NULL,
	price_version       text        NOT NULL,
	cost_nano_usd       bigint      NOT NULL CHECK (cost_nano_usd >= 0),
	hold_id             text,
	hold_nano_usd       bigint,
	first_token_millis  bigint,
	total_millis        bigint      NOT NULL,
	overhead_millis     bigint      NOT NULL,
	phi_state           text        NOT NULL,
	catalogue_version   text        NOT NULL,
	event               jsonb       NOT NULL,
	recorded_at         timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (event_id, time)
) PARTITION BY RANGE (time);

CREATE INDEX ledger_entry_request ON usage.ledger_entry (request_id);
CREATE INDEX ledger_entry_time ON usage.ledger_entry (time);

CREATE TRIGGER ledger_entry_is_append_only BEFORE UPDATE OR DELETE ON usage.ledger_entry
	FOR EACH ROW EXECUTE FUNCTION usage.refuse_change();
CREATE TRIGGER ledger_entry_is_not_truncated BEFORE TRUNCATE ON usage.ledger_entry
	FOR EACH STATEMENT EXECUTE FUNCTION usage.refuse_change();

-- Makes the partition of a month, unless it is there. It is filled as a table of its own and then attached, which
-- takes a weaker lock on the ledger than creating it in place.
CREATE FUNCTION usage.create_ledger_month(month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	lower timestamptz := date_trunc('month', month::timestamp) AT TIME ZONE 'UTC';
	upper timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') AT TIME ZONE 'UTC';
	child text := 'ledger_entry_' || to_char(month, 'YYYYMM');
BEGIN
	IF to_regclass('usage.' || child) IS NOT NULL THEN
		RETURN;
	END IF;
	PERFORM pg_advisory_xact_lock(hashtextextended('usage.create_ledger_month', 0));
	IF to_regclass('usage.' || child) IS NOT NULL THEN
		RETURN;
	END IF;
	EXECUTE format('CREATE TABLE usage.%I (LIKE usage.ledger_entry INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', child);
	EXECUTE format('ALTER TABLE usage.ledger_entry ATTACH PARTITION usage.%I FOR VALUES FROM (%L) TO (%L)',
		child, lower, upper);
	EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON usage.%I FOR EACH STATEMENT '
		'EXECUTE FUNCTION usage.refuse_change()', child || '_is_not_truncated', child);
END $$;

-- Totals by quarter of an hour: every offset from UTC that is in use is a multiple of it, so a day of any time zone
-- is a sum of slots. Written in the transaction of the entries and rebuildable from them.
CREATE TABLE usage.usage_slot (
	slot                timestamptz NOT NULL,
	team                text        NOT NULL,
	subject             text        NOT NULL,
	model               text        NOT NULL,
	requests            bigint      NOT NULL,
	errors              bigint      NOT NULL,
	input_tokens        bigint      NOT NULL,
	cached_input_tokens bigint      NOT NULL,
	cache_write_tokens  bigint      NOT NULL,
	output_tokens       bigint      NOT NULL,
	reasoning_tokens    bigint      NOT NULL,
	audio_input_tokens  bigint      NOT NULL,
	audio_output_tokens bigint      NOT NULL,
	cost_nano_usd       bigint      NOT NULL,
	PRIMARY KEY (slot, team, subject, model)
);

CREATE INDEX usage_slot_subject ON usage.usage_slot (subject, slot);

-- What one entry adds to the totals: the one definition that intake and rebuilding share.
CREATE FUNCTION usage.slot_of(instant timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
	$$ SELECT date_bin('15 minutes', instant, timestamptz '2000-01-01 00:00:00+00') $$;
