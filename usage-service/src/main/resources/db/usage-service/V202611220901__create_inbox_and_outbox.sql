-- What a topic's reader has taken effect of: kept in the transaction of the effect itself.
-- The id of the topic is part of the key, so that a topic that was made anew is read from its beginning.
CREATE TABLE usage.inbox_position (
	topic        text        NOT NULL,
	topic_id     text        NOT NULL,
	partition    integer     NOT NULL,
	next_offset  bigint      NOT NULL,
	updated_at   timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (topic, topic_id, partition)
);

-- Events that could not be taken in: where they lie and what they are like, never what they say.
CREATE TABLE usage.dead_letter (
	topic          text        NOT NULL,
	topic_id       text        NOT NULL,
	partition      integer     NOT NULL,
	record_offset  bigint      NOT NULL,
	error          text        NOT NULL,
	value_sha256   text        NOT NULL,
	value_bytes    integer     NOT NULL,
	received_at    timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (topic, topic_id, partition, record_offset)
);

-- Events that are decided but not yet published. A row goes when the broker has acknowledged it.
CREATE TABLE usage.outbox (
	id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	event_id    uuid        NOT NULL DEFAULT gen_random_uuid(),
	topic       text        NOT NULL,
	key         text        NOT NULL,
	type        text        NOT NULL,
	value       text        NOT NULL,
	created_at  timestamptz NOT NULL DEFAULT now()
);

-- The last event of each key of the compacted topic, so that a topic that was lost can be filled again.
CREATE TABLE usage.access_state (
	key         text        PRIMARY KEY,
	version     bigint      NOT NULL,
	value       text        NOT NULL,
	changed_at  timestamptz NOT NULL
);
