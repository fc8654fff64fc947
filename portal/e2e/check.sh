#!/usr/bin/env bash
# Opens the portal in the Chromium of this machine, against a quick start of its own with the real Keycloak and a provider that
# remembers what it got. Ports are those of the quick start, and HILUM_ECHO_PORT; arguments go to Playwright.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
home=$root/.hilum/portal-check
upstream=http://127.0.0.1:${HILUM_ECHO_PORT:-9301}

command -v node >/dev/null || { echo "Node 20.19 or later is missing" >&2; exit 1; }
[[ -x ${CHROMIUM:-} ]] || command -v chromium chromium-browser google-chrome >/dev/null ||
	{ echo "Chromium is missing: install it ('apt-get install chromium'), or say in CHROMIUM where it is" >&2; exit 1; }

rm -rf "$home"
mkdir -p "$home"
started=()
trap 'kill "${started[@]}" 2>/dev/null; wait' EXIT

cat >"$home/catalogue.yaml" <<CATALOGUE
agreements:
  - {id: echo-baa, covers: [echo], expires: 2099-12-31, evidence: "for checks"}
providers:
  - {id: echo, type: openai-compatible, endpoint: "$upstream/v1", api-key: none, region: eastus2}
  - {id: sandbox, type: sandbox}
models:
  - {name: echo, deployments: [{provider: echo, model: echo}], price: {input: 1.00, output: 2.00}, context: 128000}
  - {name: sandbox, deployments: [{provider: sandbox, model: sandbox}], free: true, context: 128000}
agents:
  - {name: agent/clinical, model: echo, roles: [Clinician]}
roles:
  Clinician: {models: ["*"], phi: pseudonymise}
  Billing: {models: [echo], phi: pseudonymise}
  Developer: {models: ["*"], phi: block}
  Admin: {models: ["*"], phi: pseudonymise, administer: true}
CATALOGUE

HILUM_HOME=$home HILUM_PARTS=${HILUM_PARTS:-$root/.hilum/parts} HILUM_CATALOGUE=$home/catalogue.yaml \
	HILUM_ADMISSION_LIMITS_REQUESTSPERMINUTE=100000 "$root/quickstart/run.sh" >"$home/console.log" 2>&1 &
quick_start=$!
started+=("$quick_start")
cd "$root/portal"
node e2e/upstream.mjs "${upstream##*:}" &
started+=($!)
until [[ -f $home/access.json ]]; do
	kill -0 "$quick_start" 2>/dev/null || { cat "$home/console.log"; exit 1; }
	sleep 0.5
done

HILUM_ACCESS=$home/access.json HILUM_UPSTREAM=$upstream npx playwright test "$@"
