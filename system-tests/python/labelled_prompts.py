#!/usr/bin/env python3
"""Sends labelled prompts through a running Hilum with OpenAI's own Python SDK and checks what came of them.

    labelled_prompts.py .hilum/access.json prompts.jsonl --upstream-log http://127.0.0.1:9300/log --model echo

The model must be one that answers with what the user said last (echo_upstream.py). One line of the file of prompts is
{"id", "text", "spans": [{"start", "end", "type"}]}, offsets in code points. Checked are: each prompt is answered and
restored; the upstream's log holds none of its structured identifiers; each request is in the ledger once; the audit
verifies. The exit status is 0 only if all of it holds.
"""

import argparse
import collections
import json
import re
import sys
import time
import urllib.error
import urllib.request

from openai import OpenAI

STRUCTURED = {"PHONE", "FAX", "SSN", "MRN", "EMAIL", "DATE", "ACCOUNT", "HEALTH_PLAN", "URL", "IP"}


def read_log(place):
    """The bodies that the upstream received, from a URL or a file of JSON lines."""
    if place.startswith("http"):
        with urllib.request.urlopen(place) as response:
            lines = response.read().decode().splitlines()
    else:
        with open(place, encoding="utf-8") as file:
            lines = file.read().splitlines()
    return [json.loads(line)["body"] for line in lines]


def get(access, path):
    request = urllib.request.Request(access["gateway"] + path, headers={"Authorization": "Bearer " + access["keys"]["Admin"]})
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def send(client, model, text):
    """Streams one prompt; gives the id of the request and the whole answer."""
    raw = client.chat.completions.with_raw_response.create(
        model=model, stream=True, messages=[{"role": "user", "content": text}])
    answer = "".join(choice.delta.content or "" for chunk in raw.parse() for choice in chunk.choices)
    return raw.headers["x-request-id"], answer


def count(identifier, text):
    """How often an identifier stands in a text and is not part of a longer word or number."""
    return len(re.findall(r"(?<!\w)" + re.escape(identifier) + r"(?!\w)", text))


def leaks(prompt, body):
    """The structured identifiers of a prompt that still stand in a body. One that also stands in the prompt with
    another meaning, as the murmur in "3/6 systolic murmur on 3/6", may stand there as often as that."""
    sent = "\n".join(str(message.get("content")) for message in json.loads(body)["messages"])
    labelled = collections.Counter(
        prompt["text"][span["start"]:span["end"]] for span in prompt["spans"]
        if span["type"] in STRUCTURED and not span.get("optional"))
    for identifier, times in labelled.items():
        if count(identifier, sent) > max(0, count(identifier, prompt["text"]) - times):
            yield "%s: %s" % (prompt["id"], identifier)


def entries(access, request):
    """How many entries the ledger has for a request; it may take a moment until it has the first."""
    for _ in range(60):
        try:
            entry = get(access, "/v1/usage/events/" + request)
            return 1 + len(entry.get("related", []))
        except urllib.error.HTTPError as error:
            if error.code != 404:
                raise
            time.sleep(0.5)
    return 0


def report(what, wrong, total):
    print("%-58s %d of %d" % (what, total - len(wrong), total))
    for line in wrong[:20]:
        print("    " + line)
    return not wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("access", help="the access.json of the quick start")
    parser.add_argument("prompts", help="the labelled prompts, one JSON object a line")
    parser.add_argument("--upstream-log", required=True, help="URL or file of what the upstream received")
    parser.add_argument("--model", default="echo")
    parser.add_argument("--role", default="Clinician")
    arguments = parser.parse_args()
    with open(arguments.access, encoding="utf-8") as file:
        access = json.load(file)
    with open(arguments.prompts, encoding="utf-8") as file:
        prompts = [json.loads(line) for line in file if line.strip()]
    client = OpenAI(base_url=access["gateway"] + "/v1", api_key=access["keys"][arguments.role], max_retries=0)
    known = len(read_log(arguments.upstream_log))
    answers = [send(client, arguments.model, prompt["text"]) for prompt in prompts]
    bodies = read_log(arguments.upstream_log)[known:]
    total = len(prompts)
    good = report("answered and restored", [
        prompt["id"] for prompt, (_, answer) in zip(prompts, answers) if answer != prompt["text"]], total)
    good &= len(bodies) == total
    print("%-58s %d of %d" % ("requests that reached the upstream", len(bodies), total))
    good &= report("sent without a structured identifier", [
        leak for prompt, body in zip(prompts, bodies) for leak in leaks(prompt, body)], total)
    good &= report("in the ledger exactly once", [
        request for request, _ in answers if entries(access, request) != 1], total)
    verification = get(access, "/v1/audit/verification")
    print("%-58s %s, %d events" % ("audit verifies", verification["verified"], verification["events"]))
    good &= verification["verified"]
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
