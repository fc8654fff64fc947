#!/usr/bin/env bash
# Sends the labelled prompts through a quick start of its own with OpenAI's Python SDK, then asks in every API with the
# SDKs of OpenAI and Anthropic. $1 names another file of prompts.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
prompts=$(realpath "${1:-$root/system-tests/src/test/resources/corpus/labelled-prompts.jsonl}")
home=$root/.hilum/sdk-check
upstream_port=${HILUM_ECHO_PORT:-9300}
log=$home/upstream.jsonl

venv=$root/.hilum/python
[[ -x $venv/bin/python ]] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$root/system-tests/python/requirements.txt"

rm -rf "$home"
mkdir -p "$home"
started=()
trap 'kill "${started[@]}" 2>/dev/null; wait' EXIT

"$venv/bin/python" "$root/system-tests/python/echo_upstream.py" --port "$upstream_port" --log "$log" &
started+=($!)

cat >"$home/catalogue.yaml" <<CATALOGUE
providers:
  - {id: echo, type: openai-compatible, endpoint: "http://127.0.0.1:$upstream_port/v1", api-key: none}
  - {id: sandbox, type: sandbox}
models:
  - {name: sandbox, deployments: [{provider: sandbox, model: sandbox}], free: true, context: 128000}
  - {name: echo, deployments: [{provider: echo, model: echo}], price: {input: 1.00, output: 2.00}, context: 128000}
roles:
  Clinician: {models: ["*"], phi: pseudonymise}
  Billing: {models: ["*"], phi: pseudonymise}
  Developer: {models: ["*"], phi: block}
  Admin: {models: ["*"], phi: pseudonymise, administer: true}
CATALOGUE

HILUM_HOME=$home HILUM_PARTS=${HILUM_PARTS:-$root/.hilum/parts} HILUM_CATALOGUE=$home/catalogue.yaml \
	"$root/quickstart/run.sh" >"$home/console.log" 2>&1 &
quick_start=$!
started+=("$quick_start")
until [[ -f $home/access.json ]]; do
	kill -0 "$quick_start" 2>/dev/null || { cat "$home/console.log"; exit 1; }
	sleep 0.5
done

"$venv/bin/python" "$root/system-tests/python/labelled_prompts.py" "$home/access.json" "$prompts" \
	--upstream-log "http://127.0.0.1:$upstream_port/log"

"$venv/bin/python" "$root/system-tests/python/surfaces.py" "$home/access.json" \
	--upstream-log "http://127.0.0.1:$upstream_port/log"
