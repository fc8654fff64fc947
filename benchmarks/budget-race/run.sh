#!/usr/bin/env bash
# Has a thousand requests at once compete for a budget worth fifty, through the quick start and through LiteLLM, and prints
# how many each let through, what was spent and what stayed held. $1 names another number of requests. LiteLLM goes into
# .hilum/litellm; it needs what its client of Postgres downloads for keys in a database, so its key and budget come
# from its own hook for authentication, and its counters lie in the quick start's Redis.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/benchmarks/budget-race
home=$root/.hilum/budget-race
litellm=$root/.hilum/litellm
version=${LITELLM_VERSION:-1.106.2}
upstream_port=${HILUM_RACE_UPSTREAM_PORT:-9400}
litellm_port=${HILUM_RACE_LITELLM_PORT:-9401}
export HILUM_REDIS_PORT=${HILUM_REDIS_PORT:-8379}
ulimit -n "$(ulimit -Hn)"

command -v python3 >/dev/null || { echo "python3 is missing: install Python 3.10 or later" >&2; exit 1; }
[[ -x $litellm/bin/python ]] || python3 -m venv "$litellm"
"$litellm/bin/pip" install --quiet --disable-pip-version-check "litellm[proxy]==$version"

rm -rf "$home"
mkdir -p "$home"
started=()
trap 'kill "${started[@]}" 2>/dev/null; wait' EXIT

cat >"$home/catalogue.yaml" <<CATALOGUE
providers:
  - {id: stand-in, type: openai-compatible, endpoint: "http://127.0.0.1:$upstream_port/v1", api-key: none}
models:
  - {name: race, deployments: [{provider: stand-in, model: race}], price: {input: 2.50, output: 10.00}, context: 128000}
roles:
  Clinician: {models: ["*"], phi: pseudonymise}
  Billing: {models: ["*"], phi: pseudonymise}
  Developer: {models: ["*"], phi: pseudonymise}
  Admin: {models: ["*"], phi: pseudonymise, administer: true}
CATALOGUE
cat >"$home/litellm.yaml" <<CONFIG
model_list:
  - model_name: race
    litellm_params:
      {model: openai/race, api_base: "http://127.0.0.1:$upstream_port/v1", api_key: none, max_retries: 0,
       input_cost_per_token: 0.0000025, output_cost_per_token: 0.00001}
litellm_settings:
  enable_post_custom_auth_checks: true
  cache: true
  cache_params: {type: redis, host: 127.0.0.1, port: $HILUM_REDIS_PORT, supported_call_types: []}
  num_retries: 0
general_settings:
  custom_auth: litellm_key.authenticate
  custom_auth_run_common_checks: true
CONFIG
cp "$here/litellm_key.py" "$home/"

HILUM_HOME=$home/suite HILUM_PARTS=${HILUM_PARTS:-$root/.hilum/parts} HILUM_CATALOGUE=$home/catalogue.yaml \
	HILUM_ADMISSION_LIMITS_REQUESTSPERMINUTE=1000000 HILUM_ADMISSION_LIMITS_CONCURRENCY=5000 \
	"$root/quickstart/run.sh" >"$home/suite.log" 2>&1 &
suite=$!
started+=("$suite")
until [[ -f $home/suite/access.json ]]; do
	kill -0 "$suite" 2>/dev/null || { cat "$home/suite.log" >&2; exit 1; }
	sleep 1
done
(cd "$home" && LITELLM_MASTER_KEY=sk-$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n') RACE_BUDGET_USD=$(python3 -B -c "import sys; sys.path.insert(0, '$here'); import race; print(race.BUDGET / 1e9)") \
	LITELLM_LOCAL_MODEL_COST_MAP=True LITELLM_LOG=ERROR LITELLM_MODE=PRODUCTION NO_PROXY='*' \
	exec "$litellm/bin/litellm" --config "$home/litellm.yaml" --host 127.0.0.1 --port "$litellm_port" --num_workers 1 \
	--telemetry False >"$home/litellm.log" 2>&1) &
started+=("$!")

PYTHONDONTWRITEBYTECODE=1 python3 "$here/race.py" --requests "${1:-1000}" --upstream-port "$upstream_port" \
	--redis-port "$HILUM_REDIS_PORT" --access "$home/suite/access.json" \
	--litellm "http://127.0.0.1:$litellm_port" --litellm-version "$version"
