#!/usr/bin/env bash
# Measures what the service alone takes of memory and processor over HTTP, started as its container starts it with MEMORY
# (640m) and CPUS (2). CLASSIFIER=FOLDER gives it a token classifier, for which ROUND=200 sends less (thousands of characters for
# each length of text).
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
module=$root/phi-scrubber-service
memory=${MEMORY:-640m}
cpus=${CPUS:-2}

cd "$root"
mvn -q -pl phi-scrubber-service -am -DskipTests package dependency:build-classpath -Dmdep.outputFile=target/figures.classpath >/dev/null
jdk=$(quickstart/run.sh --jdk)
[[ -z ${CLASSIFIER:-} ]] || export HILUM_PHI_CLASSIFIER_DIRECTORY=$CLASSIFIER HILUM_SCRUB_TIMEOUT=60s HILUM_PHI_CLASSIFIER_TIMEOUT=60s
MALLOC_ARENA_MAX=2 exec "$jdk/bin/java" -XX:+UseSerialGC -Xmx512m -Dhilum.round="${ROUND:-8000}" \
	-cp "$module/target/test-classes:$module/target/classes:$(<"$module/target/figures.classpath")" \
	io.hilum.phi.figures.ServiceLoadCommand \
	"$jdk/bin/java" -XX:MaxRAM="$memory" -XX:MaxRAMPercentage=40 -XX:ActiveProcessorCount="$cpus" -XX:+UseSerialGC \
	-XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED ${JAVA_FLAGS:-} -jar "$module"/target/phi-scrubber-service-*-exec.jar
