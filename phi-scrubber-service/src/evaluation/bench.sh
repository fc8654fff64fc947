#!/usr/bin/env bash
# Measures de-identification with JMH by length of text, and what a request costs through HTTP. Arguments go to JMH.
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
module=$root/phi-scrubber-service
work=$module/target/jmh

cd "$root"
mvn -q -pl phi-scrubber-service -am test-compile dependency:build-classpath -Dmdep.outputFile=target/figures.classpath >/dev/null
jdk=$(quickstart/run.sh --jdk)
classpath=$module/target/test-classes:$module/target/classes:$(<"$module/target/figures.classpath")
rm -rf "$work" && mkdir -p "$work"/{sources,classes}
"$jdk/bin/java" -cp "$classpath" io.hilum.phi.figures.BenchmarkSourcesCommand "$work/sources" "$work/classes"
"$jdk/bin/javac" -proc:none -nowarn -d "$work/classes" -cp "$classpath" $(find "$work/sources" -name '*.java')
"$jdk/bin/java" -cp "$work/classes:$classpath" org.openjdk.jmh.Main -jvmArgs "-XX:+UseSerialGC -Xmx512m" "$@"
"$jdk/bin/java" -XX:+UseSerialGC -Xmx512m -cp "$classpath" io.hilum.phi.figures.HttpCostCommand
