#!/usr/bin/env bash
# Fetches the public code sets as they are published: ICD-10-CM and HCPCS Level II of CMS, NDC of the FDA. YEAR names another year.
#   fetch.sh FOLDER
set -euo pipefail
folder=${1:?a folder}
year=${YEAR:-2026}
icd=${ICD10CM_URL:-https://www.cms.gov/files/zip/$year-code-descriptions-tabular-order.zip}
hcpcs=${HCPCS_URL:-https://www.cms.gov/files/zip/january-$year-alpha-numeric-hcpcs-file.zip}
ndc=${NDC_URL:-https://www.accessdata.fda.gov/cder/ndctext.zip}

mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

take() { # URL, then patterns of the files that are wanted
	echo "fetching $1"
	curl -fsSL --retry 3 --max-time 600 -o "$work/set.zip" "$1" || { echo "cannot fetch $1: name a copy (file://…) by variable" >&2; exit 1; }
	unzip -qqjoC "$work/set.zip" "${@:2}" -d "$folder"
}

take "$icd" 'icd10cm*order*.txt'
take "$hcpcs" 'HCPC*ANWEB*.txt'
take "$ndc" 'product.txt'
rm -f "$folder"/*ddenda* "$folder"/*DDENDA*
ls -l "$folder"
