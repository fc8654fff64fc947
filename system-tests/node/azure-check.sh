#!/usr/bin/env bash
# Archives evidence in Azure Blob Storage as Azurite, Microsoft's emulator, speaks it.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
for program in node npm; do
	command -v "$program" >/dev/null || { echo "$program is missing: install Node 20 or later" >&2; exit 1; }
done

npm install --silent --no-audit --no-fund --prefix "$root/.hilum/azurite" azurite@3.37.0
cd "$root"
exec mvn -pl usage-service -am verify -Dtest=none -Dit.test=AzureArchiveCheck \
  -Dhilum.test.azurite="$root/.hilum/azurite/node_modules/azurite/dist/src/blob/main.js" \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
