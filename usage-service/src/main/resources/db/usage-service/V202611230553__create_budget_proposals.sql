-- What one administrator wants of a budget until another wants the same.
CREATE TABLE usage.budget_proposal (
	id          text        PRIMARY KEY,
	wanted      text        NOT NULL,
	proposed_by text        NOT NULL,
	proposed_at timestamptz NOT NULL
);
