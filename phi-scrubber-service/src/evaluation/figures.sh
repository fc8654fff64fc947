#!/usr/bin/env bash
# Prints the figures of labelled sets: figures.sh [--leaks] [SET.jsonl...], by default of the two in the repository.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
module=$root/phi-scrubber-service
sets=("$@")
(($# > 0)) || sets=("$module"/src/test/resources/evaluation/{ward,desk}.jsonl)

cd "$root"
mvn -q -pl phi-scrubber-service -am test-compile dependency:build-classpath -Dmdep.outputFile=target/figures.classpath >/dev/null
exec "$(quickstart/run.sh --jdk)/bin/java" -XX:+UseSerialGC -Xmx512m \
	-cp "$module/target/test-classes:$module/target/classes:$(<"$module/target/figures.classpath")" \
	io.hilum.phi.figures.FiguresCommand "${sets[@]}"
