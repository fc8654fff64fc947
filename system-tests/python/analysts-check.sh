#!/usr/bin/env bash
# Runs what contracts/consumers gives to analysts, in Python, against a real Kafka and a real ledger.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
command -v python3 >/dev/null || { echo "python3 is missing: install Python 3.10 or later" >&2; exit 1; }

libraries=$root/.hilum/analysts
[[ -x $libraries/bin/python ]] || python3 -m venv "$libraries"
"$libraries/bin/pip" install --quiet --disable-pip-version-check --requirement "$root/contracts/consumers/requirements.txt"

cd "$root"
export PYTHONDONTWRITEBYTECODE=1
exec mvn -pl usage-service -am verify -Dtest=none -Dit.test=PythonConsumersCheck -Dhilum.test.python="$libraries/bin/python" \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
