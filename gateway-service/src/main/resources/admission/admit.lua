-- Counts one request by every limit that it is subject to, or by none: requests and tokens per minute by the generic cell
-- rate algorithm, requests at the same time by leases that expire. Near the capacity of all a team that has its equal
-- part of it gets no more, so that no team can keep the others out.
-- KEYS: the leases of all, those of the team, the teams that have any; then for each rule the theoretical arrival times
--       (ms) of requests and of tokens, and the leases
-- ARGV: id of the lease, its life (ms), tokens, capacity (0: none), pressure (percent), team; then for each rule requests
--       per minute, tokens per minute (0: not limited), requests at once
-- Returns: verdict (0 admitted, 1 too fast, 2 too many at once, 3 too many tokens, 4 more than a minute's tokens, 5 the
--       team has its part, 6 full), rule; of the tightest rule limit, remaining, reset (ms) for requests, then for
--       tokens; retry (ms)
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local WINDOW, RETRY = 60000, 1000
local id, life, tokens = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local capacity, pressure, team = tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6]
local rules = (#KEYS - 3) / 3

local function arrival(key)
  return math.max(tonumber(redis.call('GET', key) or 0), now)
end

local requests, volume = { 0, 0, 0 }, { 0, 0, 0 }
local function tighter(known, limit, tat)
  local remaining = math.max(0, math.floor((WINDOW - (tat - now)) * limit / WINDOW))
  if known[1] == 0 or remaining < known[2] then
    return { limit, remaining, math.max(0, math.ceil(tat - now)) }
  end
  return known
end

local verdict, binding, retry = 0, 0, 0
local function refuse(why, rule, wait)
  if verdict == 0 then
    verdict, binding, retry = why, rule, math.ceil(wait)
  end
end

local tats = {}
for i = 1, rules do
  local at = 3 + 3 * (i - 1)
  local rpm, tpm, most = tonumber(ARGV[at + 4]), tonumber(ARGV[at + 5]), tonumber(ARGV[at + 6])
  local tat, volumeTat = arrival(KEYS[at + 1]), 0
  local step = WINDOW / rpm
  if WINDOW - (tat - now) < step then
    refuse(1, i, step - (WINDOW - (tat - now)))
  end
  if tpm > 0 and tokens > 0 then
    volumeTat = arrival(KEYS[at + 2])
    local need = tokens * WINDOW / tpm
    if need > WINDOW then
      refuse(4, i, WINDOW)
    elseif WINDOW - (volumeTat - now) < need then
      refuse(3, i, need - (WINDOW - (volumeTat - now)))
    end
  end
  redis.call('ZREMRANGEBYSCORE', KEYS[at + 3], '-inf', now)
  if redis.call('ZCARD', KEYS[at + 3]) >= most then
    refuse(2, i, RETRY)
  end
  tats[i] = { tat, volumeTat, rpm, tpm }
end

if capacity > 0 then
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
  redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
  redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
  local all, own = redis.call('ZCARD', KEYS[1]), redis.call('ZCARD', KEYS[2])
  local teams = redis.call('ZCARD', KEYS[3])
  if own == 0 then
    teams = teams + 1
  end
  if all >= capacity then
    refuse(6, 0, RETRY)
  elseif all * 100 >= capacity * pressure and own >= math.ceil(capacity / teams) then
    refuse(5, 0, RETRY)
  end
end

for i = 1, rules do
  local at = 3 + 3 * (i - 1)
  local tat, volumeTat, rpm, tpm = tats[i][1], tats[i][2], tats[i][3], tats[i][4]
  if verdict == 0 then
    tat = tat + WINDOW / rpm
    redis.call('SET', KEYS[at + 1], string.format('%.3f', tat), 'PX', math.ceil(tat - now) + 1000)
    redis.call('ZADD', KEYS[at + 3], now + life, id)
    redis.call('PEXPIRE', KEYS[at + 3], life)
    if volumeTat > 0 then
      volumeTat = volumeTat + tokens * WINDOW / tpm
      redis.call('SET', KEYS[at + 2], string.format('%.3f', volumeTat), 'PX', math.ceil(volumeTat - now) + 1000)
    end
  end
  requests = tighter(requests, rpm, tat)
  if volumeTat > 0 then
    volume = tighter(volume, tpm, volumeTat)
  end
end

if verdict == 0 and capacity > 0 then
  for i, member in ipairs({ id, id, team }) do
    redis.call('ZADD', KEYS[i], now + life, member)
    redis.call('PEXPIRE', KEYS[i], life)
  end
end
return { verdict, binding, requests[1], requests[2], requests[3], volume[1], volume[2], volume[3], retry }
