#!/usr/bin/env bash
# Generates, trains and judges the model of names and places: five minutes and a gigabyte. Two runs give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -q -pl phi-training -am -DskipTests process-classes
exec "$(quickstart/run.sh --jdk)/bin/java" -XX:+UseSerialGC -Xmx1g -cp "phi-training/target/classes:phi-scrubber-service/target/classes:$(cat phi-training/target/training.classpath)" \
	io.hilum.phi.training.TrainCommand \
	phi-scrubber-service/src/main/resources/io/hilum/phi/detect/tagger/tagger.model.gz docs/phi-model.md
