#!/usr/bin/env python3
"""Asks a running Hilum in every API that it speaks, with the SDKs of OpenAI and Anthropic, and checks what came of it.

    surfaces.py .hilum/access.json --upstream-log http://127.0.0.1:9300/log

The model "echo" must be one that answers with what the user said last (echo_upstream.py), "sandbox" the built-in one.
Checked are: each text is answered and restored, whole and streamed; the upstream's log holds no identifier; what a
provider would keep is refused; errors are those of the SDK. The exit status is 0 only if all of it holds.
"""

import argparse
import json
import sys
import urllib.request

import anthropic
import openai

TEXT = "Irma Petersen, MRN 48213907, was seen on 10/20/2025. Is she due?"
IDENTIFIERS = ("Irma", "Petersen", "48213907", "10/20/2025")
MODEL = "echo"


def chat(client):
    asked = {"model": MODEL, "messages": [{"role": "user", "content": TEXT}]}
    yield client.chat.completions.create(**asked).choices[0].message.content
    with client.chat.completions.create(**asked, stream=True) as chunks:
        yield "".join(choice.delta.content or "" for chunk in chunks for choice in chunk.choices)


def completions(client):
    yield client.completions.create(model=MODEL, prompt=TEXT).choices[0].text
    with client.completions.create(model=MODEL, prompt=TEXT, stream=True) as chunks:
        yield "".join(choice.text for chunk in chunks for choice in chunk.choices)


def responses(client):
    yield client.responses.create(model=MODEL, input=TEXT).output_text
    with client.responses.stream(model=MODEL, input=[{"role": "user", "content": TEXT}]) as events:
        deltas = "".join(event.delta for event in events if event.type == "response.output_text.delta")
        yield deltas
        yield events.get_final_response().output_text


def messages(client):
    asked = {"model": MODEL, "max_tokens": 500, "messages": [{"role": "user", "content": TEXT}]}
    yield "".join(block.text for block in client.messages.create(**asked).content if block.type == "text")
    with client.messages.stream(**asked) as stream:
        yield "".join(stream.text_stream)
        yield stream.get_final_text()


def embeddings(client):
    vectors = client.embeddings.create(model="sandbox", input=[TEXT, "nobody"], encoding_format="float").data
    return len(vectors) == 2 and all(vector.embedding for vector in vectors)


def counting(client):
    return client.messages.count_tokens(model="sandbox", messages=[{"role": "user", "content": TEXT}]).input_tokens > 0


def refused(call, kind, word):
    """Whether a call fails with an error of the SDK whose body has the word."""
    try:
        call()
    except kind as error:
        return word in json.dumps(error.body)
    return False


def bodies(place):
    with urllib.request.urlopen(place) as response:
        return [json.loads(line)["body"] for line in response.read().decode().splitlines()]


def checks(access):
    """The name of each check and what tells whether it holds."""
    gateway, key = access["gateway"], access["keys"]["Clinician"]
    client = openai.OpenAI(base_url=gateway + "/v1", api_key=key, max_retries=0)
    azure = openai.AzureOpenAI(azure_endpoint=gateway, api_key=key, api_version="2025-04-01-preview", max_retries=0)
    claude = anthropic.Anthropic(base_url=gateway, api_key=key, max_retries=0)
    stranger = anthropic.Anthropic(base_url=gateway, api_key="hlm_nobody1_" + "k" * 43, max_retries=0)
    for name, speaker in (("OpenAI", client), ("AzureOpenAI", azure)):
        for surface in (chat, completions, responses):
            yield "%s: %s" % (name, surface.__name__), lambda surface=surface, speaker=speaker: all(
                text == TEXT for text in surface(speaker))
        yield name + ": embeddings", lambda speaker=speaker: embeddings(speaker)
    yield "Anthropic: messages", lambda: all(text == TEXT for text in messages(claude))
    yield "Anthropic: count_tokens", lambda: counting(claude)
    yield "OpenAI: nothing is kept", lambda: refused(
        lambda: client.responses.create(model=MODEL, input=TEXT, store=True),
        openai.BadRequestError, "stored_state_not_allowed")
    yield "Anthropic: a stranger is refused", lambda: refused(
        lambda: list(messages(stranger)), anthropic.AuthenticationError, "authentication_error")
    yield "Anthropic: an unknown model is refused", lambda: refused(
        lambda: claude.messages.create(model="nothing", max_tokens=5, messages=[{"role": "user", "content": "x"}]),
        anthropic.NotFoundError, "not_found_error")


def holds(check):
    """Whether a check holds; one that throws does not, and says why."""
    try:
        return bool(check())
    except Exception as error:
        print("    %s: %s" % (type(error).__name__, error))
        return False


def run(description, checks):
    """Makes every check, prints one line for each, and ends with the exit status."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("access", help="the access.json of the quick start")
    parser.add_argument("--upstream-log", required=True, help="URL of what the upstream received")
    arguments = parser.parse_args()
    with open(arguments.access, encoding="utf-8") as file:
        access = json.load(file)
    known = len(bodies(arguments.upstream_log))
    good = True
    for name, check in checks(access):
        held = holds(check)
        good &= held
        print("%-58s %s" % (name, "yes" if held else "NO"))
    sent = bodies(arguments.upstream_log)[known:]
    clean = bool(sent) and not any(word in body for body in sent for word in IDENTIFIERS)
    print("%-58s %s, %d requests" % ("sent without an identifier", "yes" if clean else "NO", len(sent)))
    sys.exit(0 if good and clean else 1)


if __name__ == "__main__":
    run(__doc__, checks)
