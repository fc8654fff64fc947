-- Teams and applications that are administered here. A deleted one keeps its row, since the ledger names it.
CREATE TABLE usage.team (
	id          text        PRIMARY KEY,
	name        text        NOT NULL,
	changed_at  timestamptz NOT NULL,
	changed_by  text        NOT NULL,
	deleted     boolean     NOT NULL DEFAULT false
);

CREATE TABLE usage.team_member (
	team     text NOT NULL REFERENCES usage.team,
	subject  text NOT NULL,
	role     text NOT NULL,
	PRIMARY KEY (team, subject)
);

CREATE INDEX team_member_subject ON usage.team_member (subject);

CREATE TABLE usage.application (
	id          text        PRIMARY KEY,
	name        text        NOT NULL,
	team        text        NOT NULL REFERENCES usage.team,
	owner       text        NOT NULL,
	models      text[]      NOT NULL,
	purpose     text        NOT NULL,
	changed_at  timestamptz NOT NULL,
	changed_by  text        NOT NULL,
	deleted     boolean     NOT NULL DEFAULT false
);

CREATE INDEX application_team ON usage.application (team);
CREATE INDEX api_key_team ON usage.api_key (team) WHERE revoked_at IS NULL;
CREATE INDEX api_key_application ON usage.api_key (application) WHERE revoked_at IS NULL;
