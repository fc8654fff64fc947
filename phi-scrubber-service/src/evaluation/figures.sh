#!/usr/bin/env bash
# Prints the figures of labelled sets: figures.sh [--leaks] [SET.jsonl...], by default of those in the repository.
# CLASSIFIER=FOLDER adds a token classifier.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
module=$root/phi-scrubber-service
sets=("$@")
(($# > 0)) || sets=("$module"/src/test/resources/evaluation/{ward,desk,kept,fresh,rounds,final,seen,unseen,odd,aside,field,beyond}.jsonl)
[[ -z ${CLASSIFIER:-} ]] || export HILUM_PHI_CLASSIFIER_DIRECTORY=$CLASSIFIER

cd "$root"
mvn -q -pl phi-scrubber-service -am test-compile dependency:build-classpath -Dmdep.outputFile=target/figures.classpath >/dev/null
exec "$(quickstart/run.sh --jdk)/bin/java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED \
	-cp "$module/target/test-classes:$module/target/classes:$(<"$module/target/figures.classpath")" \
	io.hilum.phi.figures.FiguresCommand "${sets[@]}"
