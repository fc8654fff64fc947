#!/usr/bin/env python3
"""Prove that compose.yaml keeps the trust zones and runs the services without privileges.

usage: check-compose.py COMPOSE.yaml     1 = something is broken, 2 = the check itself could not run
"""

import copy
import sys

try:
    import yaml
except ImportError:
    print("check-compose: cannot run: PyYAML is missing (python3 -m pip install pyyaml)", file=sys.stderr)
    sys.exit(2)

SERVICES = ["gateway-service", "routing-service", "phi-scrubber-service", "usage-service", "rag-service", "portal-service",
            "agent-service"]

CALLS = {
    frozenset(pair)
    for pair in [
        ("gateway-service", "routing-service"),
        ("gateway-service", "phi-scrubber-service"),
        ("gateway-service", "usage-service"),
        ("gateway-service", "rag-service"),
        ("gateway-service", "portal-service"),
        ("gateway-service", "agent-service"),
        ("rag-service", "phi-scrubber-service"),
        ("rag-service", "routing-service"),
        ("rag-service", "portal-service"),
    ]
}

# Who publishes a port, and the network that lets them do so without a way out.
PUBLISHERS = {"gateway-service", "keycloak"}


def has_way_out(network):
    options = (network or {}).get("driver_opts") or {}
    translated = options.get("com.docker.network.bridge.enable_ip_masquerade") != "false"
    return not (network or {}).get("internal") and translated


def violations(compose):
    services, networks = compose["services"], compose["networks"]
    for name, service in services.items():
        on = set(service.get("networks") or ["default"])
        if not on <= set(networks):
            yield f"{name} is on the default network"
            continue
        out = [network for network in sorted(on) if has_way_out(networks[network])]
        if out and name != "routing-service":
            yield f"{name} has a way to the internet: {', '.join(out)}"
        if not out and name == "routing-service":
            yield "routing-service has no way to the internet"
        if service.get("ports") and name not in PUBLISHERS:
            yield f"{name} publishes a port"
        for port in service.get("ports") or []:
            if not str(port).startswith("127.0.0.1:"):
                yield f"{name} publishes a port to other machines: {port}"
        if service.get("privileged") or service.get("network_mode") or service.get("pid"):
            yield f"{name} leaves its container"
        if "ALL" not in service.get("cap_drop", []):
            yield f"{name} keeps capabilities"
        if "no-new-privileges:true" not in service.get("security_opt", []):
            yield f"{name} may gain privileges"
        if not service.get("mem_limit") or not service.get("cpus"):
            yield f"{name} has no limit of memory or CPU"
        if ":" not in service["image"] or service["image"].endswith(":latest"):
            yield f"{name} has an image without a fixed tag"
    for name in SERVICES:
        service = services[name]
        if service.get("read_only") is not True:
            yield f"{name} can write to its root"
        if service.get("user") != "65532:65532":
            yield f"{name} does not run as 65532"
        if "healthcheck" not in service:
            yield f"{name} has no health check"
    for pair in CALLS:
        first, second = sorted(pair)
        if not set(services[first]["networks"]) & set(services[second]["networks"]):
            yield f"{first} and {second} share no network"
    scrubber = set(services["phi-scrubber-service"]["networks"])
    for name in services:
        if name in ("phi-scrubber-service", "gateway-service", "rag-service", "keycloak"):
            continue
        if scrubber & set(services[name].get("networks") or []):
            yield f"{name} shares a network with phi-scrubber-service"


def break_compose(compose):
    """Ways to break it that the check must notice."""
    for name, change in {
        "the gateway is outside": lambda c: c["services"]["gateway-service"]["networks"].append("outside"),
        "a zone is not internal": lambda c: c["networks"].update(patients={}),
        "the database is published": lambda c: c["services"]["postgres"].update(ports=["127.0.0.1:5432:5432"]),
        "routing-service meets the scrubber": lambda c: c["services"]["routing-service"]["networks"].append("patients"),
        "a root can be written": lambda c: c["services"]["rag-service"].pop("read_only"),
    }.items():
        copied = copy.deepcopy(compose)
        change(copied)
        yield name, copied


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[0], encoding="utf-8") as stream:
        compose = yaml.safe_load(stream)
    found = list(violations(compose))
    for violation in found:
        print(f"check-compose: {violation}", file=sys.stderr)
    if found:
        return 1
    for name, broken in break_compose(compose):
        if not list(violations(broken)):
            print(f"check-compose: cannot run: did not notice that {name}", file=sys.stderr)
            return 2
    print(f"check-compose: zones hold in {arguments[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
