#!/usr/bin/env bash
# Measures the quick start, with everything on, against the way without it, and prints a table. Where there are two
# processors or more, the suite has the first to itself and the load has the second; with APART=1 databases, broker and
# sign-in are on the second as well, as they are on machines of their own in production.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
port=${HILUM_BENCH_UPSTREAM_PORT:-9100}
export HILUM_BENCH_UPSTREAM_PORT=$port HILUM_CATALOGUE=$root/benchmarks/catalogue.yaml
export HILUM_HOME=${HILUM_BENCH_HOME:-$root/.hilum/bench} HILUM_PARTS=${HILUM_PARTS:-$root/.hilum/parts}
export HILUM_ADMISSION_LIMITS_REQUESTSPERMINUTE=100000000 HILUM_ADMISSION_LIMITS_CONCURRENCY=5000
if command -v taskset >/dev/null && [[ $(nproc) -ge 2 ]]; then suite=(taskset -c 0) load=(taskset -c 1); else suite=() load=(); fi

cd "$root"
[[ -f benchmarks/target/benchmarks.classpath ]] || mvn -q -DskipTests -pl benchmarks package
jdk=$(quickstart/run.sh --jdk)
bench=("${load[@]}" "$jdk/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx512m
	-cp "benchmarks/target/classes:$(<benchmarks/target/benchmarks.classpath)")

cleanup() { kill "${suite_pid:-}" "${upstream_pid:-}" 2>/dev/null || true; wait 2>/dev/null || true; }
trap cleanup EXIT
mkdir -p "$HILUM_HOME"
rm -f "$HILUM_HOME/access.json"
"${bench[@]}" io.hilum.benchmarks.UpstreamCommand "$port" &
upstream_pid=$!
"${suite[@]}" quickstart/run.sh >"$HILUM_HOME/run.txt" &
suite_pid=$!
until [[ -f $HILUM_HOME/access.json ]]; do
	kill -0 $suite_pid || { cat "$HILUM_HOME/run.txt" >&2; exit 1; }
	sleep 1
done
descendants() { for child in $(pgrep -P "$1"); do echo "$child"; descendants "$child"; done; }
if [[ -n ${APART:-} && ${#load[@]} -gt 0 ]]; then
	for part in $(descendants $suite_pid); do taskset -acp 1 "$part" >/dev/null 2>&1 || true; done
fi
"${bench[@]}" io.hilum.benchmarks.BenchCommand "$HILUM_HOME/access.json" $suite_pid \
	"http://127.0.0.1:$port/v1" "http://127.0.0.1:$port/paced/v1" bench-model bench-model-paced
