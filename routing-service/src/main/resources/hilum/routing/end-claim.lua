-- Ends a claim of an idempotency key, if it is still that of this request.
-- KEYS: the claim
-- ARGV: owner, how long to remember that it was answered (ms; 0: it was not, and the key is free again)
-- Returns: 1 if it was, 0 if the claim had expired
if redis.call('HGET', KEYS[1], 'owner') ~= ARGV[1] then
	return 0
end
if ARGV[2] == '0' then
	redis.call('DEL', KEYS[1])
else
	redis.call('HSET', KEYS[1], 'answered', '1')
	redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
return 1
