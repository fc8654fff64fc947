"""A thousand requests at once on a budget worth fifty.

The provider is a stand-in within this program. It answers no request before every request is either with it or refused, so
that all compete; its answers have as many tokens as they may, and what they cost is known to the nano-dollar.
"""

import argparse
import asyncio
import collections
import dataclasses
import datetime
import hashlib
import json
import urllib.parse

INPUT_NANO, OUTPUT_NANO = 2_500, 10_000  # nano-dollars for a token
PROMPT_TOKENS, MAX_TOKENS = 10, 1_000
WORTH = 50
COST = PROMPT_TOKENS * INPUT_NANO + MAX_TOKENS * OUTPUT_NANO
BUDGET = WORTH * COST
PATIENCE = 300


async def read_message(reader):
    """The head and the body of one HTTP/1.1 message."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    headers = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    if "chunked" in headers.get("transfer-encoding", ""):
        body = b""
        while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readuntil(b"\r\n")
        return head, body
    return head, await reader.readexactly(int(headers.get("content-length", "0")))


class Provider:
    """The stand-in, with a gate in front of its answers."""

    def __init__(self):
        self.gate = asyncio.Event()
        self.forget()

    def forget(self):
        self.calls = self.open = self.cost = 0

    async def serve(self, reader, writer):
        try:
            while True:
                head, body = await read_message(reader)
                if not head.startswith("POST"):
                    break
                await self.answer(json.loads(body), writer)
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass
        finally:
            writer.close()

    async def answer(self, asked, writer):
        tokens = asked.get("max_completion_tokens") or asked.get("max_tokens") or MAX_TOKENS
        self.calls += 1
        self.open += 1
        await self.gate.wait()
        self.open -= 1
        self.cost += PROMPT_TOKENS * INPUT_NANO + tokens * OUTPUT_NANO
        usage = {"prompt_tokens": PROMPT_TOKENS, "completion_tokens": tokens, "total_tokens": PROMPT_TOKENS + tokens}
        message = {"role": "assistant", "content": "Yes."}
        body = json.dumps({"id": "chatcmpl-race", "object": "chat.completion", "created": 1767600000, "model": "race",
                           "choices": [{"index": 0, "message": message, "finish_reason": "stop"}], "usage": usage})
        writer.write(f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n{body}"
                     .encode())
        await writer.drain()


async def call(base, method, path, key, body=None):
    """One request on a connection of its own; status and body."""
    url = urllib.parse.urlsplit(base)
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    content = json.dumps(body).encode() if body is not None else b""
    writer.write(f"{method} {path} HTTP/1.1\r\nhost: {url.netloc}\r\nauthorization: Bearer {key}\r\nconnection: close\r\n"
                 f"content-type: application/json\r\ncontent-length: {len(content)}\r\n\r\n".encode() + content)
    await writer.drain()
    head, answer = await read_message(reader)
    writer.close()
    return int(head.split(" ")[1]), answer


def ask(base, key):
    return call(base, "POST", "/v1/chat/completions", key,
                {"model": "race", "max_tokens": MAX_TOKENS, "messages": [{"role": "user", "content": "May I?"}]})


async def redis(port, *words):
    """One command whose answer is a text, a number or a flat list."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"*{len(words)}\r\n".encode() + b"".join(f"${len(w)}\r\n{w}\r\n".encode() for w in words))
    await writer.drain()

    async def one():
        line = (await reader.readuntil(b"\r\n")).decode().strip()
        if line[0] == "$":
            return None if line == "$-1" else (await reader.readexactly(int(line[1:]) + 2))[:-2].decode()
        if line[0] == "*":
            return [await one() for _ in range(int(line[1:]))]
        return line[1:]

    answer = await one()
    writer.close()
    return answer


async def until(what, condition):
    """Wait for something that may take as long as a slow machine does."""
    for _ in range(PATIENCE * 10):
        if await condition():
            return
        await asyncio.sleep(0.1)
    raise SystemExit(f"{what} within {PATIENCE} s: it did not come")


@dataclasses.dataclass
class Outcome:
    name: str
    at_once: int
    statuses: collections.Counter
    provider_nano: int
    spent_nano: int
    held_nano: int


async def race(name, provider, base, warm_key, key, requests, counter):
    provider.forget()
    provider.gate.set()

    async def warm():
        try:
            return (await ask(base, warm_key))[0] == 200
        except (OSError, asyncio.IncompleteReadError):
            return False

    await until(f"an answer of {name}", warm)
    await asyncio.gather(*(ask(base, warm_key) for _ in range(20)))
    provider.forget()
    provider.gate.clear()
    calls = [asyncio.create_task(ask(base, key)) for _ in range(requests)]

    async def settled():
        return sum(each.done() for each in calls) + provider.open >= requests

    await until(f"{requests} decisions of {name}", settled)
    at_once = provider.open
    provider.gate.set()
    statuses = collections.Counter(status for status, _ in await asyncio.gather(*calls))

    async def quiet():
        return (await counter())[1] == 0

    try:
        await until(f"{name} to hold nothing", quiet)
    except SystemExit as late:
        print(late)
    spent, held = await counter()
    return Outcome(name, at_once, statuses, provider.cost, spent, held)


async def hilum(provider, access, redis_port, requests):
    base, owner = access["gateway"], access["keys"]["Clinician"]
    status, body = await call(base, "POST", "/v1/keys", owner,
                              {"name": "race", "budget": {"limitNanoUsd": BUDGET, "warnAtPercent": []}})
    issued = json.loads(body)
    if status != 201:
        raise SystemExit(f"no key: {status} {body}")
    month = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-01")
    name = f"hilum:{{budget}}:key:{issued['id']}:month:{month}"

    async def counter():
        spent, held = await redis(redis_port, "HMGET", name, "spent", "held")
        return int(spent or 0), int(held or 0)

    return await race("Hilum", provider, base, owner, issued["key"], requests, counter)


async def litellm(provider, base, version, redis_port, requests):
    """What LiteLLM holds and what was spent is one number there: what is too much when all is over was left held."""

    name = "spend:key:" + hashlib.sha256(b"sk-race-limited").hexdigest()

    async def counter():
        total = round(float(await redis(redis_port, "GET", name) or 0) * 1e9)
        return min(total, provider.cost), max(0, total - provider.cost)

    return await race(f"LiteLLM {version}", provider, base, "sk-race-free", "sk-race-limited", requests, counter)


def table(outcomes, requests):
    print(f"\n{requests} requests at once, a budget worth {WORTH} ({BUDGET / 1e9:.4f} USD)\n")
    print("| | with the provider at once | answered | refused | failed | provider's price (USD) | counted (USD) | left held (USD) |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for each in outcomes:
        refused = ", ".join(f"{n} ({status})" for status, n in each.statuses.items() if 400 <= status < 500)
        failed = ", ".join(f"{n} ({status})" for status, n in each.statuses.items() if status >= 500)
        print(f"| {each.name} | {each.at_once} | {each.statuses[200]} | {refused or 0} | {failed or 0} | {each.provider_nano / 1e9:.6f} | "
              f"{each.spent_nano / 1e9:.6f} | {each.held_nano / 1e9:.6f} |")


async def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--requests", type=int, default=1000)
    options.add_argument("--upstream-port", type=int, required=True)
    options.add_argument("--redis-port", type=int, required=True)
    options.add_argument("--access", required=True)
    options.add_argument("--litellm", required=True)
    options.add_argument("--litellm-version", required=True)
    given = options.parse_args()
    provider = Provider()
    server = await asyncio.start_server(provider.serve, "127.0.0.1", given.upstream_port, backlog=2048)
    with open(given.access, encoding="utf-8") as file:
        access = json.load(file)
    outcomes = [await hilum(provider, access, given.redis_port, given.requests),
                await litellm(provider, given.litellm, given.litellm_version, given.redis_port, given.requests)]
    server.close()
    table(outcomes, given.requests)
    ours = outcomes[0]
    if ours.at_once > WORTH or ours.provider_nano > BUDGET or ours.held_nano:
        raise SystemExit("Hilum let too much through or kept something held")


if __name__ == "__main__":
    asyncio.run(main())
