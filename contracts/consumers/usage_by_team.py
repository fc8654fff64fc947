#!/usr/bin/env python3
"""Add up hilum.usage.v1 by team and model.

Every event is held against its contract, headers and body, before it counts. Events come at least once: what has the
same ce_id counts once. Reads from the beginning to where the topic ends now, and prints CSV; money is exact.

  pip install -r requirements.txt
  usage_by_team.py --bootstrap-servers broker:9092 [--config security.protocol=SSL ...]

Ends with 1 if events were not as the contract says (their places are told, never their content), with 2 if the topic
could not be read to its end.
"""

import argparse
import csv
import json
import pathlib
import sys
import time
from collections import OrderedDict
from decimal import Decimal

from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition
from jsonschema import Draft202012Validator

CONTRACTS = pathlib.Path(__file__).resolve().parent.parent / "events"

COLUMNS = ["team", "model", "requests", "inputTokens", "outputTokens", "costUsd"]

USD = Decimal("0.000000001")


def validator(name):
    schema = json.loads((CONTRACTS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


class Contract:
    """What an event of the topic must be."""

    def __init__(self):
        self.headers = validator("cloud-event-headers-v1")
        self.body = validator("usage-recorded-v1")

    def read(self, message):
        """The id and the body of an event; ValueError if it is not as the contract says."""
        headers = {name: value.decode() for name, value in message.headers() or []}
        body = json.loads(message.value())
        if not self.headers.is_valid(headers) or headers["ce_type"] != "hilum.usage.recorded.v1":
            raise ValueError("headers")
        if not self.body.is_valid(body):
            raise ValueError("body")
        return headers["ce_id"], body


class Totals:
    """Sums by team and model, in which each event counts once."""

    def __init__(self, remember):
        self.rows = {}
        self.known = OrderedDict()
        self.remember = remember

    def add(self, event_id, body):
        if event_id in self.known:
            return
        self.known[event_id] = True
        if len(self.known) > self.remember:
            self.known.popitem(last=False)
        tokens = body["tokens"]
        row = self.rows.setdefault((body["team"], body["servedModel"] or body["requestedModel"]), [0, 0, 0, 0])
        row[0] += 1
        row[1] += tokens["input"] + tokens["cachedInput"] + tokens["cacheWrite"] + tokens["audioInput"]
        row[2] += tokens["output"] + tokens["reasoning"] + tokens["audioOutput"]
        row[3] += body["costNanoUsd"]

    def write(self, out):
        lines = csv.writer(out)
        lines.writerow(COLUMNS)
        for (team, model), (requests, read, written, nanos) in sorted(self.rows.items()):
            lines.writerow([team, model, requests, read, written, f"{nanos * USD:f}"])


def begin(consumer, topic, patience):
    """Read all partitions from their beginnings; returns where each ends now."""
    found = consumer.list_topics(topic, timeout=patience).topics[topic]
    if found.error or not found.partitions:
        raise KafkaException(found.error)
    parts = [TopicPartition(topic, number) for number in found.partitions]
    spans = {part.partition: consumer.get_watermark_offsets(part, timeout=patience) for part in parts}
    consumer.assign([TopicPartition(topic, number, first) for number, (first, _) in spans.items()])
    return {number: last for number, (first, last) in spans.items() if last > first}


def read_to(consumer, ends, patience):
    """Messages up to the ends. The last place before an end may be no message, but the mark of a transaction."""
    deadline = time.monotonic() + patience
    while ends:
        for message in consumer.consume(500, timeout=1.0):
            deadline = time.monotonic() + patience
            if message.error():
                if message.error().code() != KafkaError._PARTITION_EOF:
                    raise KafkaException(message.error())
                ends.pop(message.partition(), None)
                continue
            end = ends.get(message.partition(), 0)
            if message.offset() < end:
                yield message
            if message.offset() >= end - 1:
                ends.pop(message.partition(), None)
        if ends and time.monotonic() > deadline:
            raise TimeoutError(f"nothing came for {patience} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bootstrap-servers", required=True)
    parser.add_argument("--topic", default="hilum.usage.v1")
    parser.add_argument("--config", action="append", default=[], metavar="KEY=VALUE", help="of librdkafka")
    parser.add_argument("--patience", type=float, default=60, help="seconds without an answer")
    parser.add_argument("--remember", type=int, default=1_000_000, help="ids by which doubles are known")
    options = parser.parse_args()
    settings = {"bootstrap.servers": options.bootstrap_servers, "group.id": "hilum-usage-by-team",
                "enable.auto.commit": False, "enable.partition.eof": True, "isolation.level": "read_committed"}
    settings.update(entry.split("=", 1) for entry in options.config)
    contract, totals, wrong = Contract(), Totals(options.remember), 0
    consumer = Consumer(settings)
    try:
        for message in read_to(consumer, begin(consumer, options.topic, options.patience), options.patience):
            try:
                totals.add(*contract.read(message))
            except ValueError as cause:
                wrong += 1
                kind = str(cause) if str(cause) in ("headers", "body") else "not JSON"
                print(f"not as the contract says: partition {message.partition()} offset {message.offset()}: {kind}",
                      file=sys.stderr)
    except (KafkaException, TimeoutError) as cause:
        print(f"could not read {options.topic}: {cause}", file=sys.stderr)
        return 2
    finally:
        consumer.close()
    totals.write(sys.stdout)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
