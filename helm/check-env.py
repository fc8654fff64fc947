#!/usr/bin/env python3
"""Prove that the variables that services read and the ones that deployments set are the same.

A service reads ${NAME} or ${NAME:default} in SERVICE/src/main/resources/SERVICE.yaml. One whose default is empty, missing
or meant for a developer's machine (localhost, a relative path) must be set by every deployment; the others are tuning and
may be. No deployment may set a HILUM_ variable that its service does not read: it would be a wish that nobody hears.
Where SECRETS.yaml is given, every Secret entry that a pod refers to must be in it.

usage: check-env.py ROOT RENDERED.yaml COMPOSE.yaml [SECRETS.yaml]      1 = they differ, 2 = the check could not run
"""

import pathlib
import re
import sys

try:
    import yaml
except ImportError:
    print("check-env: cannot run: PyYAML is missing (python3 -m pip install pyyaml)", file=sys.stderr)
    sys.exit(2)

SERVICES = ["gateway-service", "routing-service", "phi-scrubber-service", "usage-service", "rag-service", "portal-service",
            "agent-service"]

# Bound to a property by its name alone, and to which.
BOUND = {
    "HILUM_EDGE_TRUSTEDPROXIES": ("gateway-service", "hilum.edge", "trustedProxies"),
    "HILUM_LOAD_REPLICAS": ("routing-service", "hilum.load", "replicas"),
}

# Empty means off or built in, and that is a fair choice.
OPTIONAL = {
    "HILUM_OIDC_JWKS_URI",  # found by OpenID discovery
    "HILUM_EMBEDDINGS_MODEL",  # rag-service embeds in its own process
    "OTEL_EXPORTER_OTLP_ENDPOINT",
    "HILUM_CANARIES",  # no word is planted
    "HILUM_RAG_OTHER_MASTERS",  # only while the master key is rotated, by rag.env
    "HILUM_RAG_VAULT",  # the master key wraps
    "HILUM_RAG_KEY_FILE",  # the same
    "HILUM_PORTAL_AUTHORITY",  # where people sign in is the issuer of their tokens
    "HILUM_PORTAL_FHIR_URL",  # no record is opened in the page
    "HILUM_PORTAL_FHIR_AUTHORITY",  # the record system gives tokens itself
    "HILUM_PORTAL_FHIR_CLIENT",
    "HILUM_PORTAL_FHIR_SCOPES",
    "HILUM_PORTAL_OTHER_MASTERS",  # as for rag-service, these three
    "HILUM_PORTAL_VAULT",
    "HILUM_PORTAL_KEY_FILE",
    "HILUM_PORTAL_KEPT_FOR",  # conversations are kept without end
    "HILUM_PORTAL_TEMPLATE_FOLDER",  # those that come with the service
    "HILUM_PORTAL_TEMPLATE_ENDPOINT",  # they are in a folder, or in a bucket at AWS
    "HILUM_PORTAL_TEMPLATE_CONNECTION",  # who asks is a workload identity
    "HILUM_FHIR_URL",  # no record is read
    "HILUM_FHIR_FILING_ROLES",  # nothing is filed
    "HILUM_CODES",  # the excerpts are enough to try
    "HILUM_PHI_LISTS",  # nothing is found but what is built in
    "HILUM_PHI_CLASSIFIER_DIRECTORY",  # its own detectors are enough
    "HILUM_PHI_CORRECTIONS",  # none are taken
    "HILUM_AUDIT_ARCHIVE_PREFIX",  # the archive of the audit is a folder, or the root of a bucket at AWS
    "HILUM_AUDIT_ARCHIVE_BUCKET",
    "HILUM_AUDIT_ARCHIVE_ENDPOINT",
    "HILUM_AUDIT_ARCHIVE_CONTAINER",
    "HILUM_AUDIT_ARCHIVE_CONNECTION",  # who asks is a workload identity
    "HILUM_DIRECTORY_URL",  # people are administered where they are kept
    "HILUM_DIRECTORY_SECRET",
    "AZURE_CLIENT_ID",  # put into the pod by the webhook of workload identity, these three
    "AZURE_TENANT_ID",
    "AZURE_FEDERATED_TOKEN_FILE",
}

PLACEHOLDER = re.compile(r"\$\{([A-Z][A-Z0-9_]*)(:[^}]*)?\}")

# The port is part of the image's contract (EXPOSE) and of the chart's facts.
FIXED = re.compile(r"^HILUM_[A-Z_]+_PORT$")


def read_by(root, service):
    """Name -> whether a deployment must set it."""
    path = root / service / "src/main/resources" / f"{service}.yaml"
    if not path.is_file():
        raise FileNotFoundError(f"{path} is not there")
    lines = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    names = {}
    for name, default in PLACEHOLDER.findall(text):
        default = default[1:] if default else None
        relative = default and "/" in default and "://" not in default and not default.startswith("/")
        local = not default or "localhost" in default or default.startswith(".") or relative
        names[name] = names.get(name, False) or (local and not FIXED.match(name))
    return names


def set_by_chart(documents):
    variables, entries = {}, []
    for document in documents:
        if document["kind"] in ("Deployment", "StatefulSet"):
            template = document["spec"]["template"]
            service = template["metadata"]["labels"]["app.kubernetes.io/name"]
            names = set()
            for variable in template["spec"]["containers"][0]["env"]:
                if variable["name"] in names:
                    raise ValueError(f"{service} is given {variable['name']} twice")
                names.add(variable["name"])
                reference = variable.get("valueFrom", {}).get("secretKeyRef")
                if reference:
                    entries.append((reference["name"], reference["key"]))
            for volume in template["spec"]["volumes"]:
                for item in volume.get("secret", {}).get("items", []):
                    entries.append((volume["secret"]["secretName"], item["key"]))
            variables[service] = names
    return variables, entries


def set_by_compose(document):
    variables = {}
    for service, definition in document["services"].items():
        environment = definition.get("environment") or {}
        variables[service] = set(environment if isinstance(environment, dict) else [v.split("=")[0] for v in environment])
    return variables


def bound(root, service, name):
    owner, prefix, component = BOUND.get(name, (None, None, None))
    if owner != service:
        return False
    sources = (path.read_text(encoding="utf-8") for path in (root / service / "src/main/java").rglob("*Properties.java"))
    return any(f'"{prefix}"' in source and re.search(rf"\b{component}\b", source) for source in sources)


def differences(root, reads, sets, deployment):
    for service in SERVICES:
        given = sets.get(service)
        if given is None:
            yield f"{deployment} has no {service}"
            continue
        for name, required in sorted(reads[service].items()):
            if required and name not in given and name not in OPTIONAL:
                yield f"{deployment} does not set {name}, which {service} reads"
        for name in sorted(given):
            if name.startswith("HILUM_") and name not in reads[service] and not bound(root, service, name):
                yield f"{deployment} sets {name}, which {service} does not read"


def load(path):
    with open(path, encoding="utf-8") as stream:
        return [document for document in yaml.safe_load_all(stream) if document]


def main(arguments):
    if len(arguments) not in (3, 4):
        print(__doc__, file=sys.stderr)
        return 2
    rendered, compose = arguments[1:3]
    root = pathlib.Path(arguments[0])
    try:
        reads = {service: read_by(root, service) for service in SERVICES}
        chart, entries = set_by_chart(load(rendered))
        composed = set_by_compose(load(compose)[0])
        made = {
            (document["metadata"]["name"], entry)
            for document in (load(arguments[3]) if len(arguments) == 4 else [])
            for entry in {**document.get("data", {}), **document.get("stringData", {})}
        }
    except (OSError, ValueError, KeyError, IndexError) as failure:
        print(f"check-env: cannot run: {failure}", file=sys.stderr)
        return 2
    found = list(differences(root, reads, chart, "the chart")) + list(differences(root, reads, composed, "compose.yaml"))
    if len(arguments) == 4:
        found += [f"no {key} in the Secret {name} of {arguments[3]}" for name, key in entries if (name, key) not in made]
    for difference in found:
        print(f"check-env: {difference}", file=sys.stderr)
    if found:
        return 1
    count = sum(len(names) for names in reads.values())
    if not count or not entries:
        print("check-env: cannot run: found nothing to compare", file=sys.stderr)
        return 2
    print(f"check-env: {count} variables of {len(SERVICES)} services and {len(entries)} secret entries agree")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
