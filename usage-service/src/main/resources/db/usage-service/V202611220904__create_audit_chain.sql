-- One row per event, in the order in which the chain links them. event holds the canonical text that was hashed.
CREATE TABLE usage.audit_event (
	sequence    bigint      PRIMARY KEY,
	event_id    uuid        NOT NULL UNIQUE,
	time        timestamptz NOT NULL,
	service     text        NOT NULL,
	action      text        NOT NULL,
	request_id  text        NOT NULL,
	subject     text,
	decision    text        NOT NULL,
	event       text        NOT NULL,
	hash        text        NOT NULL,
	recorded_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX audit_event_time ON usage.audit_event (time);
CREATE INDEX audit_event_subject ON usage.audit_event (subject, sequence);
CREATE INDEX audit_event_action ON usage.audit_event (action, sequence);

-- The end of the chain: its row lock puts the events of all partitions and replicas into one order.
CREATE TABLE usage.audit_tip (
	single    boolean PRIMARY KEY DEFAULT true CHECK (single),
	sequence  bigint  NOT NULL,
	hash      text    NOT NULL
);

INSERT INTO usage.audit_tip (sequence, hash) VALUES (0, repeat('0', 64));

CREATE TABLE usage.audit_head (
	batch           bigint PRIMARY KEY,
	first_sequence  bigint NOT NULL,
	last_sequence   bigint NOT NULL,
	hash            text   NOT NULL,
	document        text   NOT NULL
);

CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON usage.audit_event
	FOR EACH ROW EXECUTE FUNCTION usage.refuse_change();
CREATE TRIGGER audit_event_is_not_truncated BEFORE TRUNCATE ON usage.audit_event
	FOR EACH STATEMENT EXECUTE FUNCTION usage.refuse_change();
CREATE TRIGGER audit_head_is_append_only BEFORE UPDATE OR DELETE ON usage.audit_head
	FOR EACH ROW EXECUTE FUNCTION usage.refuse_change();
CREATE TRIGGER audit_head_is_not_truncated BEFORE TRUNCATE ON usage.audit_head
	FOR EACH STATEMENT EXECUTE FUNCTION usage.refuse_change();
