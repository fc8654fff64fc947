-- Counts one request of one caller: requests per minute by the generic cell rate
-- algorithm, requests at the same time by leases that expire.
-- KEYS: 1 the theoretical arrival time (ms), 2 the leases
-- ARGV: 1 requests per minute, 2 concurrency, 3 id of the lease, 4 life of a lease (ms)
-- Returns: verdict (0 admitted, 1 too fast, 2 too many at once), remaining, reset (ms), retry (ms)
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local limit = tonumber(ARGV[1])
local window = 60000
local step = window / limit

local tat = tonumber(redis.call('GET', KEYS[1]) or 0)
if tat < now then
  tat = now
end
local room = window - (tat - now)
if room < step then
  return {1, 0, math.ceil(tat - now), math.ceil(step - room)}
end

redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
if redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[2]) then
  return {2, math.floor(room / step), math.ceil(tat - now), 1000}
end

tat = tat + step
redis.call('SET', KEYS[1], string.format('%.3f', tat), 'PX', math.ceil(tat - now) + 1000)
redis.call('ZADD', KEYS[2], now + tonumber(ARGV[4]), ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return {0, math.floor((window - (tat - now)) / step), math.ceil(tat - now), 0}
