-- Sums of money for the scripts that begin with this one. Numbers of Lua are doubles, exact to 2^53, and that many
-- nano-dollars are nine million dollars; so a sum is its whole dollars and the nano-dollars above them, 0 to 10^9 - 1, and
-- exact as far as the 64-bit integers in Redis go. What HINCRBY answers is a double: what it made of a field is read again.
local DOLLAR = 1000000000
local function sum(dollars, nano)
	local more = math.floor(nano / DOLLAR)
	return { dollars + more, nano - more * DOLLAR }
end
local NOTHING = sum(0, 0)
-- The sum of a text of digits, maybe with a minus before them; what is no number is nothing.
local function money(text)
	local sign, digits = string.match(text or '', '^(%-?)(%d+)$')
	if not digits then
		return NOTHING
	end
	local dollars, nano = tonumber(string.sub(digits, 1, -10)) or 0, tonumber(string.sub(digits, -9))
	return sign == '' and sum(dollars, nano) or sum(-dollars, -nano)
end
local function plus(one, other)
	return sum(one[1] + other[1], one[2] + other[2])
end
local function minus(one, other)
	return sum(one[1] - other[1], one[2] - other[2])
end
local function times(one, few)
	return sum(one[1] * few, one[2] * few)
end
local function less(one, other)
	return one[1] < other[1] or (one[1] == other[1] and one[2] < other[2])
end
local function least(one, other)
	return less(one, other) and one or other
end
local function textOf(one)
	if less(one, NOTHING) then
		return '-' .. textOf(minus(NOTHING, one))
	end
	return one[1] > 0 and string.format('%.0f%09.0f', one[1], one[2]) or string.format('%.0f', one[2])
end
local function add(key, field, one)
	redis.call('HINCRBY', key, field, textOf(one))
	return money(redis.call('HGET', key, field))
end
