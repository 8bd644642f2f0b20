"""What this job was granted, callable by name.

    from sluice import weather
    today = weather.get("/v1/today", {"query": {"unit": "c"}})
    print(today["status"], today["body"])

Raises Denied where it is not allowed, Failed where it was allowed and did not work.
"""
import http.client
import json
import socket

_SOCKET = "/run/sluice/capabilities.sock"


class Denied(Exception):
    """Not allowed; nothing was done. Has the rule's name as .rule."""

    def __init__(self, rule, reason):
        super().__init__(f"{rule}: {reason}")
        self.rule = rule


class Failed(Exception):
    """Allowed, and it did not work."""


class _Line(http.client.HTTPConnection):
    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.connect(_SOCKET)


def _ask(method, path, body=None):
    line = _Line("sluice")
    try:
        line.request(method, path, body)
        answer = line.getresponse()
        return answer.status, json.loads(answer.read())
    except FileNotFoundError:
        raise Denied("grant", "nothing is granted to this job") from None
    finally:
        line.close()


def names():
    """The names of what was granted."""
    return _ask("GET", "/")[1]


class _Binding:
    def __init__(self, name):
        self._name = name

    def __getattr__(self, operation):
        def call(*arguments):
            status, answer = _ask("POST", f"/{self._name}/{operation}", json.dumps(arguments))
            if status == 200:
                return answer
            if status == 403:
                raise Denied(answer["rule"], answer["reason"])
            raise Failed(answer["reason"])

        return call


def __getattr__(name):
    if name.startswith("_"):
        raise AttributeError(name)
    return _Binding(name)
