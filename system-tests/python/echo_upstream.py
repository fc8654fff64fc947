#!/usr/bin/env python3
"""A provider that speaks OpenAI's chat completions, answers with what the user said last and logs every request.

    echo_upstream.py --port 9300 --log upstream.jsonl

One line of the log is one request: {"path", "body"}. Streams are cut into pieces of one to five letters and sent in
writes that end in the middle of an event, so that every pseudonym is cut somewhere.
"""

import argparse
import json
import random
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def question(request):
    """The content of the last message of the user."""
    text = ""
    for message in request.get("messages", []):
        if message.get("role") == "user":
            content = message.get("content") or ""
            text = content if isinstance(content, str) else "".join(part.get("text", "") for part in content)
    return text


def pieces(text):
    """The text in pieces of one to five letters, the same text always in the same pieces."""
    chance = random.Random(text)
    at = 0
    while at < len(text):
        end = at + chance.randint(1, 5)
        yield text[at:end]
        at = end


def chunk(request, choices, **more):
    head = {"id": "chatcmpl-echo", "object": "chat.completion.chunk", "created": 1790000000, "model": request.get("model")}
    return {**head, "choices": choices, **more}


def events(request):
    """The chunks of a streamed answer, in order."""
    text = question(request)
    yield chunk(request, [{"index": 0, "delta": {"role": "assistant", "content": ""}, "finish_reason": None}])
    for piece in pieces(text):
        yield chunk(request, [{"index": 0, "delta": {"content": piece}, "finish_reason": None}])
    yield chunk(request, [{"index": 0, "delta": {}, "finish_reason": "stop"}])
    if (request.get("stream_options") or {}).get("include_usage"):
        yield chunk(request, [], usage=usage(text))


def usage(text):
    count = len(list(pieces(text)))
    return {"prompt_tokens": 7 + len(text) // 4, "completion_tokens": count, "total_tokens": 7 + len(text) // 4 + count}


def answer(request):
    text = question(request)
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {**chunk(request, [choice]), "object": "chat.completion", "usage": usage(text)}


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
