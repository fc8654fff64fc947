-- Claims an idempotency key for one request, or says what became of the request that has it.
-- KEYS: the claim
-- ARGV: print of what is asked, owner, life of the claim (ms)
-- Returns: mine, running, answered or other
local claim = redis.call('HMGET', KEYS[1], 'print', 'owner', 'answered')
if not claim[1] then
	redis.call('HSET', KEYS[1], 'print', ARGV[1], 'owner', ARGV[2])
	redis.call('PEXPIRE', KEYS[1], ARGV[3])
	return 'mine'
end
if claim[1] ~= ARGV[1] then
	return 'other'
end
if claim[3] then
	return 'answered'
end
if claim[2] == ARGV[2] then
	return 'mine'
end
return 'running'
