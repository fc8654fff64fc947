CREATE TABLE usage.api_key (
	id           text        PRIMARY KEY,
	sha256       text        NOT NULL UNIQUE,
	name         text        NOT NULL,
	subject      text        NOT NULL,
	roles        text[]      NOT NULL,
	team         text        NOT NULL,
	application  text,
	purpose      text        NOT NULL,
	models       text[]      NOT NULL,
	networks     text[]      NOT NULL,
	expires_at   timestamptz,
	created_at   timestamptz NOT NULL,
	created_by   text        NOT NULL,
	revoked_at   timestamptz,
	revoked_by   text
);

CREATE INDEX api_key_subject ON usage.api_key (subject, id);

CREATE TABLE usage.budget (
	id              text        PRIMARY KEY,
	window_length   text        NOT NULL,
	time_zone       text        NOT NULL,
	limit_nano_usd  bigint      NOT NULL CHECK (limit_nano_usd >= 0),
	mode            text        NOT NULL,
	changed_at      timestamptz NOT NULL,
	changed_by      text        NOT NULL
);
