-- The trace of the request that decided an event, so that its readers can continue it.
ALTER TABLE usage.outbox ADD COLUMN trace_parent text;
