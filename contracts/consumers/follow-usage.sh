#!/usr/bin/env bash
# Prints usage events, one a line: those that are there, then each as it comes. Ctrl-C ends it.
#   BOOTSTRAP_SERVERS=broker:9092 contracts/consumers/follow-usage.sh [OPTION...]
# Options are those of Kafka's own console consumer, 4.0 or later, such as
#   --command-config client.properties           how to log in (before 4.2 --consumer.config)
#   --formatter-property print.headers=true      the CloudEvents headers too (before 4.2 --property)
#   --max-messages 10                            end after ten
# KAFKA_CONSOLE_CONSUMER says where the program is, TOPIC what the topic is called in a mirrored cluster.
set -euo pipefail
exec "${KAFKA_CONSOLE_CONSUMER:-kafka-console-consumer.sh}" --bootstrap-server "${BOOTSTRAP_SERVERS:?}" \
  --topic "${TOPIC:-hilum.usage.v1}" --from-beginning --isolation-level read_committed "$@"
