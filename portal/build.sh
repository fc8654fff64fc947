#!/usr/bin/env bash
# build.sh build | test: makes the page in target/page, or runs its unit tests, with the Node that is there. Neither loads nor builds
# again what has not changed. HILUM_PORTAL_BUILD=without leaves the page out, for machines without Node.
set -euo pipefail
cd "$(dirname "$0")"
page=target/page
oldest=20.19.0

fail() {
	echo "portal: $1" >&2
	exit 1
}

if [[ ${HILUM_PORTAL_BUILD:-} == without ]]; then
	echo "portal: left out, as HILUM_PORTAL_BUILD says"
	exit
fi
command -v npm >/dev/null || fail "Node $oldest or later is missing. Install it, or build without the page: HILUM_PORTAL_BUILD=without"
version=$(node --version)
[[ $(printf '%s\n' "$oldest" "${version#v}" | sort -V | head -1) == "$oldest" ]] || fail "Node is ${version#v}, it has to be $oldest or later"

# What is made of files: a hash of their names and contents.
hash_of() {
	find "$@" -type f -not -name '*.generated.d.ts' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

libraries=$(hash_of package.json package-lock.json)-$version
if [[ $(cat node_modules/.loaded 2>/dev/null) != "$libraries" ]]; then
	npm ci --no-audit --no-fund --loglevel=error
	echo "$libraries" >node_modules/.loaded
fi

sources=$libraries-$(hash_of src public scripts index.html ./*.ts ./*.js ./*.json ../contracts/openapi ../contracts/events)
unchanged() {
	[[ $(cat "target/$1" 2>/dev/null) == "$sources" ]]
}

case ${1:-} in
build)
	if ! unchanged built || [[ ! -f $page/index.html ]]; then
		npm run --silent build
		echo "$sources" >target/built
	fi
	;;
test)
	npm run --silent check
	;;
*)
	fail "say build or test"
	;;
esac
