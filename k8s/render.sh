#!/usr/bin/env bash
# Renders the chart with helm/hilum/ci/minimal-values.yaml into one file per service.
#   k8s/render.sh           writes k8s/*.yaml
#   k8s/render.sh --check   1 = what is committed is not what the chart renders
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
command -v helm >/dev/null || { echo "render: cannot run: helm is not on PATH" >&2; exit 2; }

out=$here
if [[ ${1:-} == --check ]]; then
  out=$(mktemp -d)
  trap 'rm -rf "$out"' EXIT
fi

# Without --kube-version a helm that was built from source claims a version older than any that the chart admits.
helm template hilum "$here/../helm/hilum" --namespace hilum --kube-version 1.35.0 \
  --values "$here/../helm/hilum/ci/minimal-values.yaml" |
  awk -v out="$out" '
    function flush_document() {
      if (document ~ /apiVersion:/) {
        file = out "/" (name == "" ? "suite" : name) ".yaml"
        if (!(file in seen)) {
          printf "# Rendered from helm/hilum by k8s/render.sh: change the chart, not this file.\n" > file
          seen[file] = 1
        }
        printf "---\n%s", document >> file
      }
      document = ""
      name = ""
      in_labels = 0
    }
    /^---$/ { flush_document(); next }
    /^# Source: / { next }
    /^ *helm\.sh\/chart: / { next }
    /^ *app\.kubernetes\.io\/managed-by: / { next }
    /^  labels:$/ { in_labels = 1 }
    /^spec:|^data:/ { in_labels = 0 }
    in_labels && /^    app\.kubernetes\.io\/name: / { name = $2 }
    { document = document $0 "\n" }
    END { flush_document() }'

if [[ $out != "$here" ]]; then
  differs=0
  for file in "$out"/*.yaml; do
    diff -u "$here/$(basename "$file")" "$file" || differs=1
  done
  if ((differs)); then
    echo "render: k8s/ is not what the chart renders: run k8s/render.sh" >&2
    exit 1
  fi
  echo "render: k8s/ is what the chart renders"
fi
