#!/usr/bin/env bash
# Checks the chart, the plain manifests and what both promise about trust zones and variables.
#   helm/check.sh            needs helm, kubeconform, yamllint, hadolint, docker compose, python3 with PyYAML, and
#                            helm-unittest (program or helm plugin)
#   helm/check.sh --server   and has the API server of kubectl's context judge everything, as dry runs in a namespace that
#                            it makes and deletes
# KUBECONFORM_SCHEMAS names a folder or URL template of schemas where the default one cannot be reached.
# Ends with 1 when a check failed, with 2 when none failed but one could not run. It never passes over one in silence.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
chart=$root/helm/hilum
oldest=1.32.0
newest=1.35.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=()
missing=()

have() { command -v "$1" >/dev/null 2>&1; }
skip() { missing+=("$1"); echo "NOT RUN  $1: $2"; }
check() { # NAME COMMAND...
  local name=$1 status=0
  shift
  "$@" >"$work/log" 2>&1 || status=$?
  case $status in
  0) echo "ok       $name" ;;
  2) skip "$name" "$(tail -n 1 "$work/log")" ;;
  *)
    failed+=("$name")
    echo "FAILED   $name"
    head -n 60 "$work/log" | cut -c1-300 | sed "s/^/         /"
    ;;
  esac
}

values_of() {
  case $1 in
  minimal | production) echo "--values $chart/ci/$1-values.yaml" ;;
  development) echo "--values $chart/ci/minimal-values.yaml --values $chart/ci/development-values.yaml" ;;
  esac
}

lint() { helm lint --strict "$chart" $(values_of "$1") || return 1; }
render() { helm template hilum "$chart" --namespace hilum --kube-version "$2" $(values_of "$1") >"$work/$1-$2.yaml" || return 1; }

conform() { # kubeconform is content with a file in which it found nothing: count
  local skipped=PrometheusRule,SecretProviderClass,ServiceMonitor location=()
  [[ -n ${KUBECONFORM_SCHEMAS:-} ]] && location=(-schema-location "$KUBECONFORM_SCHEMAS")
  kubeconform -strict -summary -output json -skip "$skipped" -kubernetes-version "$newest" "${location[@]}" "$1" \
    >"$work/conform.json" || { cat "$work/conform.json"; return 1; }
  python3 - "$work/conform.json" "$1" <<'COUNT'
import json, re, sys
summary = json.load(open(sys.argv[1]))["summary"]
kinds = re.findall(r"^kind: (\w+)", open(sys.argv[2]).read(), re.M)
foreign = sum(kind in ("PrometheusRule", "SecretProviderClass", "ServiceMonitor") for kind in kinds)
print(summary, "of", len(kinds))
sys.exit(summary["valid"] != len(kinds) - foreign or summary["valid"] < 20)
COUNT
}

composes() { # with fresh keys it is whole, without any it is refused
  "$root/k8s/secrets.sh" compose >"$work/compose.env" || return 1
  "$@" --file "$root/compose.yaml" --env-file "$work/compose.env" config --quiet || return 1
  ! "$@" --file "$root/compose.yaml" --env-file /dev/null config --quiet || return 1
}

unittest() {
  if have helm-unittest; then helm-unittest --strict "$chart" || return 1; else helm unittest --strict "$chart" || return 1; fi
}

refuses() { # values that must not render
  if helm template hilum "$chart" --kube-version "$newest" $(values_of minimal) "$@" >/dev/null; then return 1; fi
}

bare_pods() { # the pods that the workloads would make, for admission to judge
  python3 - "$1" "$2" <<'PODS'
import sys, yaml
for document in filter(None, yaml.safe_load_all(open(sys.argv[1]))):
    if document["kind"] in ("Deployment", "StatefulSet"):
        pod = document["spec"]["template"]
        claims = document["spec"].get("volumeClaimTemplates", [])
        pod["spec"]["volumes"] += [{"name": claim["metadata"]["name"], "emptyDir": {}} for claim in claims]
        pod["spec"]["serviceAccountName"] = "default"
        pod["metadata"] |= {"name": document["metadata"]["name"], "namespace": document["metadata"]["namespace"]}
        if sys.argv[2] == "privileged":
            pod["spec"]["containers"][0]["securityContext"] = {"privileged": True}
        print("---\n" + yaml.safe_dump({"apiVersion": "v1", "kind": "Pod", **pod}))
PODS
}

server() { # everything as a dry run in a namespace where Pod Security enforces "restricted"
  local space=hilum-check-$$ status=0
  sed "s/name: hilum$/name: $space/" "$root/k8s/namespace.yaml" | kubectl apply -f - || return 1
  for _ in $(seq 30); do kubectl -n "$space" get serviceaccount default >/dev/null 2>&1 && break; sleep 1; done
  {
    helm template hilum "$chart" --namespace "$space" --kube-version "$newest" $(values_of minimal) >"$work/server.yaml" &&
      kubectl apply --dry-run=server -f "$work/server.yaml" &&
      bare_pods "$work/server.yaml" as-it-is | kubectl apply --dry-run=server -f - &&
      ! bare_pods "$work/server.yaml" privileged | kubectl apply --dry-run=server -f - 2>"$work/refused" &&
      grep -q 'violates PodSecurity "restricted' "$work/refused"
  } || status=1
  kubectl delete namespace "$space" --wait=false
  return $status
}

if have helm; then
  for values in minimal development production; do
    check "lint $values" lint "$values"
    for version in $oldest $newest; do check "render $values for $version" render "$values" "$version"; done
  done
  check "refuse the whole internet as a peer" refuses --set 'redis.egress.peers[0].ipBlock.cidr=0.0.0.0/0'
  check "refuse an unknown value" refuses --set gateway.replica=3
  check "refuse corrections that die with a pod" refuses --set phiScrubber.corrections.emptyDir=true
  check "plain manifests are those of the chart" "$root/k8s/render.sh" --check
else
  skip "lint, render, drift" "helm is not on PATH"
fi

if ! have kubeconform; then
  skip "schemas" "kubeconform is not on PATH"
elif have helm; then
  for values in minimal development production; do check "schemas of $values" conform "$work/$values-$newest.yaml"; done
fi

if have yamllint; then
  check "style of YAML" yamllint --strict --config-file "$root/helm/yamllint.yaml" "$root/k8s" "$root/compose.yaml" \
    "$chart/Chart.yaml" "$chart/values.yaml" "$chart/ci" "$chart/tests" "$chart/alerts"
else
  skip "style of YAML" "yamllint is not on PATH"
fi

if have helm-unittest || { have helm && helm plugin list 2>/dev/null | grep -q '^unittest'; }; then
  check "unit tests of the chart" unittest
else
  skip "unit tests of the chart" "neither helm-unittest nor the helm plugin unittest is there"
fi

if have helm; then
  check "trust zones of minimal" "$root/helm/check-zones.py" "$work/minimal-$newest.yaml"
  check "trust zones of production" "$root/helm/check-zones.py" "$work/production-$newest.yaml" --strict-clients
  "$root/k8s/secrets.sh" kubernetes >"$work/secrets.yaml"
  check "variables of minimal" "$root/helm/check-env.py" "$root" "$work/minimal-$newest.yaml" "$root/compose.yaml" \
    "$work/secrets.yaml"
  check "variables of production" "$root/helm/check-env.py" "$root" "$work/production-$newest.yaml" "$root/compose.yaml"
else
  skip "trust zones, variables" "helm is not on PATH"
fi

check "trust zones of compose.yaml" "$root/helm/check-compose.py" "$root/compose.yaml"
check "runbook" "$root/helm/check-runbook.py" "$root"
if have docker-compose; then
  check "compose.yaml" composes docker-compose
elif docker compose version >/dev/null 2>&1; then
  check "compose.yaml" composes docker compose
else
  skip "compose.yaml" "neither docker compose nor docker-compose is there"
fi
if have hadolint; then check "Dockerfile" hadolint "$root/Dockerfile"; else skip "Dockerfile" "hadolint is not on PATH"; fi

if [[ ${1:-} == --server ]]; then
  if have kubectl && have helm; then check "API server" server; else skip "API server" "kubectl or helm is not on PATH"; fi
fi

if ((${#failed[@]})); then
  echo "${#failed[@]} failed"
  exit 1
fi
if ((${#missing[@]})); then
  echo "${#missing[@]} not run: incomplete"
  exit 2
fi
echo "all checks passed"
