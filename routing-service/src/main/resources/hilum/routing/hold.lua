-- Sets money aside on every account of a request, or says which account does not cover it.
-- A counter has a birth: one that is not there is new, or Redis has lost it, and is born now. A replica that
-- remembers the counter by another birth says what that had come to, and the new one goes on from the most that anyone
-- remembers.
-- What the window before left unspent is carried over, up to a most: what its counter says at this moment, so that what
-- is settled late counts too. Where that counter was lost, the least of what this one and the replica know of it counts;
-- where nobody ever held on it, everything was left.
-- KEYS: expiries, hold, account..., account of the window before...
-- ARGV: id, expires at (ms; 0: nothing is written, it is only said what would be), most input (nano-USD), likely input (nano-USD), output of a million tokens (nano-USD),
--       wanted tokens, fewest tokens, life of the hold (s), who holds, then for each account: limit (nano-USD, -1: none),
--       whether it refuses (1 or 0), at which percentages it warns, end (s), remembered birth or -, remembered spending,
--       most that is carried over, whether a window before that nobody held on left everything (1 or 0), what this
--       replica remembers to be carried over or -
-- Returns: held, amount, estimate, tokens, left; or refused, number of the account; then birth, spending and what is
--          carried over of each account
local FIRST, EACH = 10, 9
local COUNT = (#KEYS - 2) / 2
local SAYS = ARGV[2] == '0'
local function write(...)
	if not SAYS then
		redis.call(...)
	end
end
local known = redis.call('HMGET', KEYS[2], 'amount', 'estimate', 'tokens', 'left', 'over')
if known[5] then
	return redis.error_reply('OVER this hold has ended')
end
if known[1] then
	return table.concat({ 'held', known[1], known[2], known[3], known[4] }, ' ')
end
local MILLION = 1000000
local unit = money(ARGV[5])
local wanted = tonumber(ARGV[6])
local input = money(ARGV[3])
-- What tokens cost, rounded up. In parts, each of which a double holds exactly: the dollars of a million tokens, their
-- thousandths, which are nano-dollars of one token, and what is below them.
local function output(tokens)
	local dollars = tokens * unit[1]
	local whole = math.floor(dollars / MILLION)
	local each = math.floor(unit[2] / MILLION)
	local below = unit[2] - each * MILLION
	return sum(whole, (dollars - whole * MILLION) * 1000 + tokens * each + math.ceil(tokens * below / MILLION))
end
local function carried(i, known, sameBirth)
	local at = FIRST + EACH * (i - 1)
	local most = money(ARGV[at + 6])
	if not less(NOTHING, most) then
		return NOTHING
	end
	local before = redis.call('HMGET', KEYS[2 + COUNT + i], 'limit', 'carried', 'spent', 'held')
	local over = known and money(known)
	local said = ARGV[at + 8] ~= '-' and money(ARGV[at + 8])
	if before[1] then
		over = minus(plus(money(before[1]), money(before[2])), plus(money(before[3]), money(before[4])))
	elseif said and (not over or (not sameBirth and less(said, over))) then
		over = said
	elseif not over then
		over = ARGV[at + 7] == '1' and most or NOTHING
	end
	return less(over, NOTHING) and NOTHING or least(most, over)
end
local left = nil
local binding = 0
local births = {}
local memory = {}
for i = 1, COUNT do
	local account = KEYS[2 + i]
	local at = FIRST + EACH * (i - 1)
	local counter = redis.call('HMGET', account, 'spent', 'held', 'born', 'seed', 'limit', 'warn', 'carried')
	local spent = money(counter[1])
	local born = counter[3]
	if not born then
		born = ARGV[1] .. '@' .. table.concat(redis.call('TIME'), '.')
		write('HSET', account, 'born', born)
	end
	local seed = money(counter[4])
	local remembered = money(ARGV[at + 5])
	if ARGV[at + 4] ~= '-' and ARGV[at + 4] ~= born and less(seed, remembered) then
		local lost = minus(remembered, seed)
		spent = SAYS and plus(spent, lost) or add(account, 'spent', lost)
		write('HSET', account, 'seed', ARGV[at + 5])
	end
	if counter[5] ~= ARGV[at] or counter[6] ~= ARGV[at + 2] then
		write('HSET', account, 'limit', ARGV[at], 'warn', ARGV[at + 2])
		write('HDEL', account, 'warned')
	end
	local over = carried(i, counter[7], ARGV[at + 4] == born)
	local overText = textOf(over)
	if counter[7] ~= overText and (counter[7] or ARGV[at + 6] ~= '0') then
		write('HSET', account, 'carried', overText)
	end
	write('EXPIREAT', account, ARGV[at + 3])
	if ARGV[at + 1] == '1' then
		local rest = minus(plus(money(ARGV[at]), over), plus(spent, money(counter[2])))
		if left == nil or less(rest, left) then
			left = rest
			binding = i
		end
	end
	births[i] = born
	memory[i] = born .. ' ' .. textOf(spent) .. ' ' .. overText
end
local function covers(tokens)
	return left == nil or not less(left, plus(input, output(tokens)))
end
local tokens = wanted
if not covers(wanted) then
	tokens = -1
	local tooMany = wanted
	while tooMany - tokens > 1 do
		local between = math.floor((tokens + tooMany) / 2)
		if covers(between) then
			tokens = between
		else
			tooMany = between
		end
	end
	if tokens < math.min(wanted, tonumber(ARGV[7])) or tokens < 0 then
		return 'refused ' .. binding .. ' ' .. table.concat(memory, ' ')
	end
end
local worst = plus(input, output(tokens))
local amount = textOf(worst)
local estimate = textOf(plus(money(ARGV[4]), output(tokens)))
local rest = left and textOf(minus(left, worst)) or '-'
local accounts = {}
for i = 1, COUNT do
	write('HINCRBY', KEYS[2 + i], 'held', amount)
	accounts[i] = KEYS[2 + i]
end
write('HSET', KEYS[2], 'amount', amount, 'estimate', estimate, 'tokens', tokens, 'left', rest,
	'owner', ARGV[9], 'accounts', table.concat(accounts, '\n'), 'births', table.concat(births, '\n'))
write('EXPIRE', KEYS[2], ARGV[8])
write('ZADD', KEYS[1], ARGV[2], ARGV[1])
return table.concat({ 'held', amount, estimate, string.format('%.0f', tokens), rest }, ' ') .. ' '
	.. table.concat(memory, ' ')
