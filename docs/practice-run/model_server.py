"""A model server of a few lines, to be tried behind a practice load balancer.

    python3 model_server.py PORT NAME

It speaks as much of OpenAI's HTTP API as a client needs: /v1/models, and /v1/chat/completions with "stream": true.
A file NAME.loading in the working folder makes /health answer 503, as a server does that loads its model.
"""

import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PORT, NAME = int(sys.argv[1]), sys.argv[2]
SECONDS_BETWEEN_WORDS = 0.2


class ModelServer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/health":
            loading = os.path.exists(NAME + ".loading")
            self.answer(503 if loading else 200, {"status": "loading" if loading else "ok"})
        elif self.path == "/v1/models":
            self.answer(200, {"object": "list", "data": [{"id": "tiny", "object": "model", "owned_by": NAME}]})
        else:
            self.answer(404, {"error": "not found"})

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        request = json.loads(self.rfile.read(length) or b"{}")
        if self.path != "/v1/chat/completions":
            self.answer(404, {"error": "not found"})
            return
        words = [NAME] + ["word%d" % i for i in range(1, request.get("max_tokens", 16))]
        if not request.get("stream"):
            self.answer(200, {"choices": [{"message": {"role": "assistant", "content": " ".join(words)}}]})
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for word in words:
            self.event(json.dumps({"choices": [{"delta": {"content": word + " "}}]}))
            time.sleep(SECONDS_BETWEEN_WORDS)
        self.event("[DONE]")
        self.wfile.write(b"0\r\n\r\n")

    def event(self, data):
        line = ("data: " + data + "\n\n").encode()
        self.wfile.write(b"%x\r\n%s\r\n" % (len(line), line))
        self.wfile.flush()

    def answer(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("X-Served-By", NAME)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format, *args):
        print(time.strftime("%H:%M:%S"), NAME, format % args, flush=True)


ThreadingHTTPServer(("127.0.0.1", PORT), ModelServer).serve_forever()
