-- Replaces a hold by what was spent. A hold that expired is charged at its estimate and remembered for a while, so that
-- the real cost can correct it.
-- KEYS: expiries, hold, account...
-- ARGV: id, cost (nano-USD, or 'expired'), how long to remember (s)
local hold = redis.call('HMGET', KEYS[2], 'amount', 'estimate', 'settled')
if not hold[1] or (ARGV[2] == 'expired' and hold[3]) then
	redis.call('ZREM', KEYS[1], ARGV[1])
	return 'unknown'
end
local cost = ARGV[2]
if cost == 'expired' then
	cost = hold[2]
end
for i = 3, #KEYS do
	if hold[3] then
		redis.call('HINCRBY', KEYS[i], 'spent', '-' .. hold[3])
	else
		redis.call('HINCRBY', KEYS[i], 'held', '-' .. hold[1])
	end
	redis.call('HINCRBY', KEYS[i], 'spent', cost)
end
redis.call('ZREM', KEYS[1], ARGV[1])
if ARGV[2] == 'expired' then
	redis.call('HSET', KEYS[2], 'settled', cost)
	redis.call('EXPIRE', KEYS[2], ARGV[3])
	return 'expired'
end
redis.call('DEL', KEYS[2])
return 'settled'
