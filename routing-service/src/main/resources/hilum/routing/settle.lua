-- Replaces a hold by what was spent, once. A hold that expired is charged at its estimate and remembered for a while, so
-- that the real cost can correct it. A hold that Redis has lost is charged all the same: it was made, or nobody would
-- settle it. Spending that passes a threshold for the first time leaves a warning for whoever tells of it.
-- KEYS: expiries, hold, warnings, account...
-- ARGV: id, cost (nano-USD, or 'expired'), how long to remember an expired hold (s), and one that is over (s), now (ms)
-- Returns: settled, expired or over; then birth, spending and what is carried over of each account
local UNBOUND_LIFE = 34560000
local hold = redis.call('HMGET', KEYS[2], 'amount', 'estimate', 'settled', 'over', 'births')
local expiring = ARGV[2] == 'expired'
redis.call('ZREM', KEYS[1], ARGV[1])
if hold[4] or (expiring and (hold[3] or not hold[1])) then
	return 'over'
end
local cost = ARGV[2]
if expiring then
	cost = hold[2]
end
local births = {}
for birth in string.gmatch(hold[5] or '', '[^\n]+') do
	births[#births + 1] = birth
end
local function warn(account, spent, over)
	local rule = redis.call('HMGET', account, 'limit', 'warn', 'warned')
	if not less(NOTHING, money(rule[1])) then
		return
	end
	local limit = plus(money(rule[1]), over)
	local warned = tonumber(rule[3]) or 0
	local reached = warned
	for percent in string.gmatch(rule[2] or '', '%d+') do
		local share = tonumber(percent)
		if share > reached and not less(times(spent, 100), times(limit, share)) then
			reached = share
		end
	end
	if reached > warned then
		redis.call('HSET', account, 'warned', reached)
		redis.call('HSET', KEYS[3], account .. '|' .. reached .. '|' .. textOf(limit),
			textOf(spent) .. '|' .. ARGV[5])
	end
end
local memory = {}
if hold[1] or cost ~= '0' then
	for i = 4, #KEYS do
		local born = redis.call('HGET', KEYS[i], 'born')
		if not born then
			born = ARGV[1] .. '@' .. table.concat(redis.call('TIME'), '.')
			redis.call('HSET', KEYS[i], 'born', born)
			redis.call('EXPIRE', KEYS[i], UNBOUND_LIFE)
		end
		if born == births[i - 3] then
			if hold[3] then
				add(KEYS[i], 'spent', minus(NOTHING, money(hold[3])))
			else
				add(KEYS[i], 'held', minus(NOTHING, money(hold[1])))
			end
		end
		local spent = add(KEYS[i], 'spent', money(cost))
		local over = money(redis.call('HGET', KEYS[i], 'carried') or nil)
		warn(KEYS[i], spent, over)
		memory[#memory + 1] = born .. ' ' .. textOf(spent) .. ' ' .. textOf(over)
	end
end
if expiring then
	redis.call('HSET', KEYS[2], 'settled', cost)
	redis.call('EXPIRE', KEYS[2], ARGV[3])
	return 'expired ' .. table.concat(memory, ' ')
end
redis.call('DEL', KEYS[2])
redis.call('HSET', KEYS[2], 'over', '1')
redis.call('EXPIRE', KEYS[2], ARGV[4])
return 'settled ' .. table.concat(memory, ' ')
