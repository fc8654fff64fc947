-- Sets money aside on every account of a request, or says which account does not cover it.
-- KEYS: expiries, hold, account...
-- ARGV: id, expires at (ms), most input (nano-USD), likely input (nano-USD), output of a million tokens (nano-USD),
--       wanted tokens, fewest tokens, life of the hold (s), then limit (nano-USD, -1: none) and end (s) of each account
-- Counters are 64-bit integers (HINCRBY); doubles only compare, and are exact up to nine million dollars.
local known = redis.call('HMGET', KEYS[2], 'amount', 'estimate', 'tokens', 'left')
if known[1] then
	return table.concat({ 'held', known[1], known[2], known[3], known[4] }, ' ')
end
local unit = tonumber(ARGV[5])
local wanted = tonumber(ARGV[6])
local input = tonumber(ARGV[3])
local function output(tokens)
	return math.ceil(tokens * unit / 1000000)
end
local left = nil
local binding = 0
for i = 1, #KEYS - 2 do
	local limit = tonumber(ARGV[7 + 2 * i])
	if limit >= 0 then
		local used = redis.call('HMGET', KEYS[2 + i], 'spent', 'held')
		local rest = limit - (tonumber(used[1]) or 0) - (tonumber(used[2]) or 0)
		if left == nil or rest < left then
			left = rest
			binding = i
		end
	end
end
local tokens = wanted
if left ~= nil and input + output(wanted) > left then
	tokens = -1
	if unit > 0 then
		tokens = math.floor((left - input) * 1000000 / unit)
	end
	if tokens < math.min(wanted, tonumber(ARGV[7])) or tokens < 0 then
		return 'refused ' .. binding
	end
end
local amount = string.format('%.0f', input + output(tokens))
local estimate = string.format('%.0f', tonumber(ARGV[4]) + output(tokens))
local rest = '-'
if left ~= nil then
	rest = string.format('%.0f', left - tonumber(amount))
end
local accounts = {}
for i = 1, #KEYS - 2 do
	redis.call('HINCRBY', KEYS[2 + i], 'held', amount)
	redis.call('EXPIREAT', KEYS[2 + i], ARGV[8 + 2 * i])
	accounts[i] = KEYS[2 + i]
end
redis.call('HSET', KEYS[2], 'amount', amount, 'estimate', estimate, 'tokens', tokens, 'left', rest,
	'accounts', table.concat(accounts, '\n'))
redis.call('EXPIRE', KEYS[2], ARGV[8])
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
return table.concat({ 'held', amount, estimate, string.format('%.0f', tokens), rest }, ' ')
