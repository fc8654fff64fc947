-- What was removed from the beginning of the chain when its time was over: signed, and the only reason for which a row goes.
CREATE TABLE usage.audit_expiry (
	single    boolean PRIMARY KEY DEFAULT true CHECK (single),
	batch     bigint  NOT NULL,
	sequence  bigint  NOT NULL,
	document  text    NOT NULL
);

-- While a hold is in force nothing goes that was sealed at or after its beginning; without one nothing goes at all.
CREATE TABLE usage.legal_hold (
	matter     text        PRIMARY KEY,
	reason     text        NOT NULL,
	since      timestamptz,
	placed_by  text        NOT NULL,
	placed_at  timestamptz NOT NULL,
	lifted_by  text,
	lifted_at  timestamptz
);

CREATE FUNCTION usage.refuse_change_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' AND OLD.sequence <= (SELECT max(sequence) FROM usage.audit_expiry) THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION usage.refuse_change_of_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' AND OLD.batch <= (SELECT max(batch) FROM usage.audit_expiry) THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

DROP TRIGGER audit_event_is_append_only ON usage.audit_event;
CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON usage.audit_event
	FOR EACH ROW EXECUTE FUNCTION usage.refuse_change_of_event();
DROP TRIGGER audit_head_is_append_only ON usage.audit_head;
CREATE TRIGGER audit_head_is_append_only BEFORE UPDATE OR DELETE ON usage.audit_head
	FOR EACH ROW EXECUTE FUNCTION usage.refuse_change_of_head();
