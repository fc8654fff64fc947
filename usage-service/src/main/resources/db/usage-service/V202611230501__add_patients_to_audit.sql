-- Keyed tokens of the patients whom an event concerned; what the event itself says, to be searched for.
ALTER TABLE usage.audit_event ADD COLUMN patients text[] NOT NULL DEFAULT '{}';

CREATE INDEX audit_event_patients ON usage.audit_event USING gin (patients);
