#!/usr/bin/env python3
"""Prove from rendered manifests who may talk to whom.

Evaluates the NetworkPolicies as the Kubernetes API defines them (a connection needs the leave of the egress rules of its
source and of the ingress rules of its target) over pods whose labels are taken from the rendered workloads, and compares
the outcome with the trust zones of ARCHITECTURE.md. What it cannot show is that the cluster's network enforces policies.

usage: check-zones.py RENDERED.yaml [--strict-clients]     1 = a zone is broken, 2 = the check itself could not run
"""

import copy
import dataclasses
import ipaddress
import sys

try:
    import yaml
except ImportError:
    print("check-zones: cannot run: PyYAML is missing (python3 -m pip install pyyaml)", file=sys.stderr)
    sys.exit(2)

PORTS = {
    "gateway-service": 8080,
    "routing-service": 8081,
    "phi-scrubber-service": 8082,
    "usage-service": 8083,
    "rag-service": 8084,
    "portal-service": 8085,
    "agent-service": 8086,
}

CALLS = {
    ("gateway-service", "routing-service"),
    ("gateway-service", "phi-scrubber-service"),
    ("gateway-service", "usage-service"),
    ("gateway-service", "rag-service"),
    ("gateway-service", "portal-service"),
    ("gateway-service", "agent-service"),
    ("agent-service", "gateway-service"),
    ("rag-service", "phi-scrubber-service"),
    ("rag-service", "routing-service"),
    ("rag-service", "portal-service"),
}

INTERNET = ["93.184.216.34", "8.8.8.8", "198.51.100.7", "2606:4700::1111"]

NOT_INTERNET = [
    "169.254.169.254",  # metadata of every large cloud
    "168.63.129.16",  # Azure's platform
    "10.200.1.1",
    "100.64.9.9",
    "172.20.0.1",
    "192.168.77.1",
    "127.0.0.1",
    "fd00::9",
    "fe80::1",
    "::1",
    "64:ff9b::a9fe:a9fe",  # NAT64 of the metadata address
    "2002:a9fe:a9fe::1",  # 6to4 of the metadata address
]


@dataclasses.dataclass(frozen=True)
class Pod:
    """One end of a connection inside the cluster."""

    name: str
    namespace: str
    labels: tuple
    address: str = "10.244.7.7"


@dataclasses.dataclass(frozen=True)
class Outside:
    """One end of a connection outside the cluster."""

    address: str

    @property
    def name(self):
        return self.address


def selects(selector, labels):
    labels = dict(labels)
    for key, value in (selector.get("matchLabels") or {}).items():
        if labels.get(key) != value:
            return False
    for term in selector.get("matchExpressions") or []:
        key, values = term["key"], term.get("values") or []
        held = {
            "In": labels.get(key) in values,
            "NotIn": labels.get(key) not in values,
            "Exists": key in labels,
            "DoesNotExist": key not in labels,
        }[term["operator"]]
        if not held:
            return False
    return True


def matches_block(block, address):
    address = ipaddress.ip_address(address)
    inside = lambda cidr: address in ipaddress.ip_network(cidr)
    return inside(block["cidr"]) and not any(inside(cidr) for cidr in block.get("except") or [])


def matches_peer(peer, end, own_namespace):
    if "ipBlock" in peer:
        return matches_block(peer["ipBlock"], end.address)
    if isinstance(end, Outside):
        return False
    if "namespaceSelector" in peer:
        if not selects(peer["namespaceSelector"], {"kubernetes.io/metadata.name": end.namespace}.items()):
            return False
    elif end.namespace != own_namespace:
        return False
    return selects(peer.get("podSelector") or {}, end.labels)


def matches_port(rule, port, protocol):
    ports = rule.get("ports")
    if not ports:
        return True
    for allowed in ports:
        if allowed.get("protocol", "TCP") != protocol:
            continue
        first = allowed.get("port")
        if first is None or first <= port <= allowed.get("endPort", first):
            return True
    return False


def permits(policies, direction, pod, other, port, protocol):
    """Whether the rules of one direction at one pod let a connection pass."""
    if isinstance(pod, Outside):
        return True
    applied = [
        policy
        for policy in policies
        if policy["metadata"]["namespace"] == pod.namespace
        and direction in policy["spec"]["policyTypes"]
        and selects(policy["spec"]["podSelector"], pod.labels)
    ]
    if not applied:
        return True
    rules, peers = {"Ingress": ("ingress", "from"), "Egress": ("egress", "to")}[direction]
    for policy in applied:
        for rule in policy["spec"].get(rules) or []:
            if not matches_port(rule, port, protocol):
                continue
            if not rule.get(peers) or any(matches_peer(peer, other, pod.namespace) for peer in rule[peers]):
                return True
    return False


def connects(policies, source, target, port, protocol="TCP"):
    return permits(policies, "Egress", source, target, port, protocol) and permits(
        policies, "Ingress", target, source, port, protocol
    )


def read_pods(documents):
    pods = {}
    for document in documents:
        if document["kind"] in ("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"):
            labels = document["spec"]["template"]["metadata"]["labels"]
            name = labels["app.kubernetes.io/name"]
            pods[name] = Pod(name, document["metadata"]["namespace"], tuple(sorted(labels.items())))
    return pods


def violations(documents, strict_clients):
    policies = [document for document in documents if document["kind"] == "NetworkPolicy"]
    pods = read_pods(documents)
    found = []

    def expect(allowed, source, target, port, protocol="TCP"):
        if connects(policies, source, target, port, protocol) != allowed:
            verb = "cannot reach" if allowed else "can reach"
            found.append(f"{source.name} {verb} {target.name} on {protocol} {port}")

    if set(pods) != set(PORTS):
        return [f"the pods are {sorted(pods)}, not {sorted(PORTS)}"]
    namespace = pods["gateway-service"].namespace
    neighbour = Pod("a neighbour", namespace, ())
    foreigner = Pod("a pod of another namespace", "elsewhere", ())
    impostor = Pod("an impostor in another namespace", "elsewhere", pods["gateway-service"].labels)
    resolver = Pod("the cluster's DNS", "kube-system", (("k8s-app", "kube-dns"),))

    for source in PORTS:
        for target, port in PORTS.items():
            if source != target:
                expect((source, target) in CALLS, pods[source], pods[target], port)
                for other in (22, 443, 5005, 9999):
                    expect(False, pods[source], pods[target], other)

    for service, pod in pods.items():
        for address in INTERNET:
            expect(service == "routing-service", pod, Outside(address), 443)
            for port in (22, 25, 53, 80, 8443):
                expect(False, pod, Outside(address), port)
            expect(False, pod, Outside(address), 53, "UDP")
        for address in NOT_INTERNET:
            for port in (22, 80, 443, 8080):
                expect(False, pod, Outside(address), port)
        for stranger in (neighbour, foreigner):
            expect(False, pod, stranger, 80)
            expect(False, pod, stranger, 443)
        # Who has nowhere to go needs no names either: DNS is a way out too.
        has_calls = any(
            (policy["spec"].get("egress")) and selects(policy["spec"]["podSelector"], pod.labels) for policy in policies
        )
        expect(has_calls, pod, resolver, 53, "UDP")
        expect(False, pod, foreigner, 53, "UDP")

        for stranger in (neighbour, foreigner, impostor):
            may_call = service == "gateway-service" and not strict_clients
            expect(may_call, stranger, pod, PORTS[service])
        for address in INTERNET + NOT_INTERNET:
            expect(False, Outside(address), pod, PORTS[service])
    return found


def break_zones(documents):
    """Ways to break the zones that the check must notice: name and manifests."""
    policies = [index for index, document in enumerate(documents) if document["kind"] == "NetworkPolicy"]

    def broken(name, change):
        copied = copy.deepcopy(documents)
        change([copied[index] for index in policies])
        return name, copied

    def of(changed, service):
        return next(p for p in changed if p["metadata"]["labels"].get("app.kubernetes.io/name") == service)

    def open_gateway(changed):
        of(changed, "gateway-service")["spec"]["egress"].append({"to": [{"ipBlock": {"cidr": "0.0.0.0/0"}}]})

    def open_rag_by_empty_peers(changed):
        of(changed, "rag-service")["spec"]["egress"].append({"to": [], "ports": [{"port": 443}]})

    def expose_metadata(changed):
        for rule in of(changed, "routing-service")["spec"]["egress"]:
            for peer in rule["to"]:
                peer.get("ipBlock", {}).pop("except", None)

    def cut_scrubber(changed):
        of(changed, "phi-scrubber-service")["spec"]["ingress"] = []

    def welcome_impostors(changed):
        of(changed, "routing-service")["spec"]["ingress"][0]["from"].append({"namespaceSelector": {}})

    def drop_all(changed):
        for policy in changed:
            policy["spec"]["policyTypes"] = []

    yield broken("the gateway reaches the internet", open_gateway)
    yield broken("rag-service reaches everybody by an empty list", open_rag_by_empty_peers)
    yield broken("routing-service reaches cloud metadata", expose_metadata)
    yield broken("the gateway cannot reach the scrubber", cut_scrubber)
    yield broken("anybody reaches routing-service", welcome_impostors)
    yield broken("no policy is in force", drop_all)


def main(arguments):
    strict_clients = "--strict-clients" in arguments
    files = [argument for argument in arguments if not argument.startswith("--")]
    if len(files) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    with open(files[0], encoding="utf-8") as rendered:
        documents = [document for document in yaml.safe_load_all(rendered) if document]

    found = violations(documents, strict_clients)
    for violation in found:
        print(f"check-zones: {violation}", file=sys.stderr)
    if found:
        return 1
    for name, broken in break_zones(documents):
        if not violations(broken, strict_clients):
            print(f"check-zones: cannot run: did not notice that {name}", file=sys.stderr)
            return 2
    print(f"check-zones: zones hold in {files[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
