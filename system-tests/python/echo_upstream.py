#!/usr/bin/env python3
"""A provider that speaks OpenAI's chat completions and completions, answers with what the user said last and logs every request.

    echo_upstream.py --port 9300 --log upstream.jsonl

Where tools are offered it calls each of them once, in parallel, and where it is told what a tool found it answers with
that; a JSON schema is followed. Every text in an argument or a field is what the user said. One line of the log is one
request: {"path", "body"}. Streams are cut into pieces of one to five letters and sent in writes that end in the middle
of an event, so that every pseudonym is cut somewhere.
"""

import argparse
import json
import random
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def text_of(message):
    content = message.get("content") or ""
    return content if isinstance(content, str) else "".join(part.get("text", "") for part in content)


def question(request):
    """The content of the last message of the user, or what tools found if that came after it; or the prompt."""
    last = request.get("prompt") or ""
    found = []
    for message in request.get("messages", []):
        if message.get("role") == "user":
            last, found = text_of(message), []
        elif message.get("role") == "tool":
            found.append(text_of(message))
    return " ".join(found) or last


def example(schema, text, definitions):
    """A value by a JSON schema in which every text is the given one."""
    if "$ref" in schema:
        return example(definitions[schema["$ref"].rsplit("/", 1)[-1]], text, definitions)
    kind = schema.get("type", "string")
    if kind == "object":
        return {name: example(value, text, definitions) for name, value in schema.get("properties", {}).items()}
    if kind == "array":
        return [example(schema.get("items", {}), text, definitions)]
    return {"integer": 7, "number": 7.5, "boolean": True, "null": None}.get(kind, text)


def by_schema(schema, text):
    return json.dumps(example(schema, text, schema.get("$defs", {})), ensure_ascii=False)


def content(request):
    """The text of the answer."""
    schema = (request.get("response_format") or {}).get("json_schema", {}).get("schema")
    return by_schema(schema, question(request)) if schema else question(request)


def tool_calls(request):
    """A call of each tool that is offered, unless the tools have been called already."""
    tools = [tool["function"] for tool in request.get("tools") or []]
    if not tools or request["messages"][-1].get("role") == "tool" or request.get("tool_choice") == "none":
        return []
    return [{"id": "call_%d" % number, "type": "function", "function": {
        "name": tool["name"], "arguments": by_schema(tool.get("parameters") or {}, question(request))}}
        for number, tool in enumerate(tools)]


def pieces(text):
    """The text in pieces of one to five letters, the same text always in the same pieces."""
    chance = random.Random(text)
    at = 0
    while at < len(text):
        end = at + chance.randint(1, 5)
        yield text[at:end]
        at = end


def deltas(request):
    """What a stream adds step by step: fragments of calls, one call after the other, or of the text."""
    calls = tool_calls(request)
    for index, call in enumerate(calls):
        name = call["function"]["name"]
        yield {"tool_calls": [{**call, "index": index, "function": {"name": name, "arguments": ""}}]}
        for piece in pieces(call["function"]["arguments"]):
            yield {"tool_calls": [{"index": index, "function": {"arguments": piece}}]}
    if not calls:
        for piece in pieces(content(request)):
            yield {"content": piece}


def finish(request):
    return "tool_calls" if tool_calls(request) else "stop"


def chunk(request, choices, **more):
    head = {"id": "chatcmpl-echo", "object": "chat.completion.chunk", "created": 1790000000, "model": request.get("model")}
    if "prompt" in request:
        head = {**head, "id": "cmpl-echo", "object": "text_completion"}
    return {**head, "choices": choices, **more}


def step(request, delta, finish_reason):
    """The choice of one chunk; completions have no role and nothing but text."""
    said = {"text": delta.get("content", "")} if "prompt" in request else {"delta": delta}
    return [{"index": 0, **said, "finish_reason": finish_reason}]


def events(request):
    """The chunks of a streamed answer, in order."""
    for delta in ({"role": "assistant", "content": ""}, *deltas(request)):
        yield chunk(request, step(request, delta, None))
    yield chunk(request, step(request, {}, finish(request)))
    if (request.get("stream_options") or {}).get("include_usage"):
        yield chunk(request, [], usage=usage(request))


def usage(request):
    asked, answered = 7 + len(question(request)) // 4, sum(1 for _ in deltas(request))
    return {"prompt_tokens": asked, "completion_tokens": answered, "total_tokens": asked + answered}


def answer(request):
    if "prompt" in request:
        choice = {"index": 0, "text": content(request), "finish_reason": "stop"}
        return {**chunk(request, [choice]), "usage": usage(request)}
    calls = tool_calls(request)
    message = {"role": "assistant", "content": None, "tool_calls": calls} if calls else {
        "role": "assistant", "content": content(request)}
    choice = {"index": 0, "message": message, "finish_reason": finish(request)}
    return {**chunk(request, [choice]), "object": "chat.completion", "usage": usage(request)}


class Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    log_file = None
    lock = threading.Lock()

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        with self.lock, open(self.log_file, "a", encoding="utf-8") as log:
            log.write(json.dumps({"path": self.path, "body": body}) + "\n")
        request = json.loads(body)
        if request.get("stream"):
            self.stream(request)
        else:
            self.whole("application/json", json.dumps(answer(request)).encode())

    def do_GET(self):
        with self.lock, open(self.log_file, "rb") as log:
            self.whole("application/x-ndjson", log.read())

    def whole(self, content_type, body):
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self, request):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        data = "".join("data: %s\n\n" % json.dumps(event, ensure_ascii=False) for event in events(request)).encode()
        chance = random.Random(len(data))
        at = 0
        while at < len(data):
            end = at + chance.randint(1, 700)
            self.write(data[at:end])
            at = end
        self.write(b"data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def write(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def log_message(self, *_):
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=9300)
    parser.add_argument("--log", required=True, help="where requests are written, one JSON object a line")
    arguments = parser.parse_args()
    open(arguments.log, "w", encoding="utf-8").close()
    Echo.log_file = arguments.log
    ThreadingHTTPServer(("127.0.0.1", arguments.port), Echo).serve_forever()


if __name__ == "__main__":
    main()
