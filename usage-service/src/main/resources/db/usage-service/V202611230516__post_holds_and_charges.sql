-- The ledger as double entry: each entry moves what was held from what a team may spend to what is set aside and back, and
-- what was charged from the team to the provider. Debits are positive and credits negative, so that the postings of an
-- entry, and of any set of entries, add up to nothing; what is set aside does so too once the entries are there.
CREATE VIEW usage.posting AS
SELECT e.event_id, e.time, e.team, p.account, p.nano_usd
FROM usage.ledger_entry e
CROSS JOIN LATERAL (VALUES
	('held:' || e.team, coalesce(e.hold_nano_usd, 0)),
	('available:' || e.team, -coalesce(e.hold_nano_usd, 0)),
	('held:' || e.team, -coalesce(e.hold_nano_usd, 0)),
	('available:' || e.team, coalesce(e.hold_nano_usd, 0) - e.cost_nano_usd),
	('owed:' || coalesce(e.provider, 'nobody'), e.cost_nano_usd)
) AS p (account, nano_usd);
