-- At which shares of its limit a budget warns, in percent. Budgets that are there warn as new ones do unless told.
ALTER TABLE usage.budget ADD COLUMN warn_at integer[] NOT NULL DEFAULT '{80,100}';
