#!/usr/bin/env bash
# Builds what has changed and starts the quick start. Variables are in README.md. With --jdk it only says which JDK it would use.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
class_path=$root/quickstart/target/quickstart.classpath
cache=$root/quickstart/target/quickstart.aot

fail() {
	echo "  ✗ $1" >&2
	exit 1
}

release_of() {
	"$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p'
}

# JAVA_HOME, then what is on the path, then where systems keep their JDKs.
find_jdk() {
	local on_path=
	command -v java >/dev/null && on_path=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
	for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
		"$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
		if [[ -x $home/bin/javac ]] && [[ $(release_of "$home") -ge 25 ]] 2>/dev/null; then
			echo "$home"
			return
		fi
	done
}

is_built() {
	[[ -f $class_path ]] && [[ -z $(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main "$root"/portal/{src,package-lock.json,index.html} -newer "$class_path" -print -quit) ]]
}

build() {
	command -v mvn >/dev/null || fail "Maven is missing: install Maven 3.8.7 or later"
	echo "Hilum is built; the first time this loads libraries and takes some minutes"
	(cd "$root" && mvn -q -Dstyle.color=never -DskipTests -pl portal,quickstart -am package) || fail "The build failed, see above"
	touch "$class_path"
}

jdk=$(find_jdk)
[[ -n $jdk ]] || fail "JDK 25 is missing: install it, and set JAVA_HOME if it is in an unusual place"
if [[ ${1:-} == --jdk ]]; then echo "$jdk"; exit; fi
is_built || build
java=("$jdk/bin/java" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+UseTransparentHugePages -XX:MetaspaceSize=160m -XX:SweeperThreshold=100 -Xms480m -Xmn192m -Xmx768m -Xss512k -XX:+ExitOnOutOfMemoryError
	-XX:-HeapDumpOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dio.netty.leakDetection.samplingInterval=1024
	-cp "$(echo "$root"/quickstart/target/quickstart-*.jar):$(<"$class_path")")
program=io.hilum.quickstart.QuickStart
cd "$root"
# The last of the programs to be unpacked.
if ! compgen -G "${HILUM_PARTS:-${HILUM_HOME:-.hilum}/parts}/redis-*" >/dev/null; then "${java[@]}" $program prepare; fi
if [[ ${1:-} == train ]]; then
	# A home of its own, so that nobody's ledger has these requests; the JVM writes the cache as it ends.
	export HILUM_PARTS=${HILUM_PARTS:-${HILUM_HOME:-$root/.hilum}/parts} HILUM_HOME=$root/quickstart/target/training
	export HILUM_ADMISSION_LIMITS_REQUESTSPERMINUTE=1000000 HILUM_ADMISSION_LIMITS_CONCURRENCY=100
	rm -rf "$HILUM_HOME"
	exec "${java[@]}" -XX:AOTCacheOutput="$cache" -Xlog:aot=error $program train
fi
if [[ $cache -nt $class_path ]]; then java+=(-XX:AOTCache="$cache" -Xlog:aot=error); fi
exec "${java[@]}" $program "$@"
