-- Gives the leases of a request back.
-- KEYS: the leases of all, those of the team, the teams that have any; then the leases of each rule
-- ARGV: id of the lease, team
for i = 4, #KEYS do
  redis.call('ZREM', KEYS[i], ARGV[1])
end
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('ZREM', KEYS[2], ARGV[1])
if redis.call('ZCARD', KEYS[2]) == 0 then
  redis.call('ZREM', KEYS[3], ARGV[2])
end
return 0
