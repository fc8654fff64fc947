#!/usr/bin/env bash
# Sends the labelled prompts through a quick start of its own with OpenAI's Python SDK, then asks in every API with the
# clients that people use: the SDKs of OpenAI and Anthropic, LangChain and LlamaIndex, and those of Node. $1 names
# another file of prompts. Ports are those of the quick start, and HILUM_ECHO_PORT.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
python=$root/system-tests/python
node=$root/system-tests/node
prompts=$(realpath "${1:-$root/system-tests/src/test/resources/corpus/labelled-prompts.jsonl}")
home=$root/.hilum/sdk-check
upstream_port=${HILUM_ECHO_PORT:-9300}

for program in python3 npm; do
	command -v "$program" >/dev/null || { echo "$program is missing: install Python 3.10 and Node 20 or later" >&2; exit 1; }
done

# A folder of libraries that is not in git; OpenAI's SDK is newer than the one that the frameworks take.
environment() {
	[[ -x $1/bin/python ]] || python3 -m venv "$1"
	"$1/bin/pip" install --quiet --disable-pip-version-check --requirement "$2"
}

environment "$root/.hilum/python" "$python/requirements.txt"
environment "$root/.hilum/frameworks" "$python/frameworks.txt"
(cd "$node" && npm ci --silent --no-audit --no-fund)

rm -rf "$home"
mkdir -p "$home"
started=()
trap 'kill "${started[@]}" 2>/dev/null; wait' EXIT

"$root/.hilum/python/bin/python" "$python/echo_upstream.py" --port "$upstream_port" --log "$home/upstream.jsonl" &
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

log=http://127.0.0.1:$upstream_port/log
failed=0
export PYTHONDONTWRITEBYTECODE=1
"$root/.hilum/python/bin/python" "$python/labelled_prompts.py" "$home/access.json" "$prompts" --upstream-log "$log" || failed=1
"$root/.hilum/python/bin/python" "$python/surfaces.py" "$home/access.json" --upstream-log "$log" || failed=1
"$root/.hilum/frameworks/bin/python" "$python/frameworks.py" "$home/access.json" --upstream-log "$log" || failed=1
node "$node/clients.mjs" "$home/access.json" "$log" || failed=1
exit $failed
