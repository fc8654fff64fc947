-- Roles that people have for a while: in an emergency at once, else after a second administrator agreed.
CREATE TABLE usage.role_grant (
	id            text        PRIMARY KEY,
	kind          text        NOT NULL CHECK (kind IN ('emergency', 'requested')),
	subject       text        NOT NULL,
	roles         text[]      NOT NULL,
	reason        text        NOT NULL,
	ticket        text        NOT NULL,
	minutes       integer     NOT NULL CHECK (minutes > 0),
	requested_by  text        NOT NULL,
	requested_at  timestamptz NOT NULL,
	approved_by   text,
	approved_at   timestamptz,
	expires_at    timestamptz,
	ended_by      text,
	ended_at      timestamptz,
	reviewed_by   text,
	reviewed_at   timestamptz,
	outcome       text,
	CHECK (approved_by IS NULL OR approved_by NOT IN (requested_by, subject)),
	CHECK (reviewed_by IS NULL OR reviewed_by NOT IN (requested_by, subject))
);

CREATE INDEX role_grant_subject ON usage.role_grant (subject, id);

CREATE INDEX role_grant_unreviewed ON usage.role_grant (requested_at) WHERE kind = 'emergency' AND reviewed_at IS NULL;
