#!/usr/bin/env bash
# Builds BaoPhu when its sources changed, then runs it. See README.md, or `./run.sh --help`.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar="$home/target/baophu.jar"
built="$home/target/.built"

fail() {
  printf '%s\n' "$@" >&2
  exit 2
}

# The release of a java launcher, as 17.0.15; nothing where it does not start.
version_of() {
  "$1" -version 2>&1 | sed -n 's/.*version "\([0-9.]*\).*/\1/p' | head -n 1
}

# Sets java and version: JAVA_HOME's launcher, else the path's, of JDK 17 or newer. From 25 on Java
# can be spared the warming up (see record), so that a JDK 25 is preferred to an older one of the path.
find_java() {
  local candidate found
  for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" \
    /usr/lib/jvm/*25*/bin/java /Library/Java/JavaVirtualMachines/*25*/Contents/Home/bin/java; do
    [ -n "$candidate" ] && [ -x "$candidate" ] || continue
    found=$(version_of "$candidate" || true)
    [ "${found%%.*}" -ge "$([ -z "$java" ] && echo 17 || echo 25)" ] 2>/dev/null || continue
    java=$candidate
    version=$found
    [ "$candidate" != "${JAVA_HOME:-none}/bin/java" ] && [ "${version%%.*}" -lt 25 ] || return 0
  done
}

find_maven() {
  command -v mvn >/dev/null || fail \
    "BaoPhu is built with Apache Maven 3.8 or newer, and there is no mvn on the path." \
    "Install it (Debian: apt-get install maven; macOS: brew install maven) and start again."
}

needs_build() {
  [ -f "$jar" ] && [ -f "$built" ] || return 0
  [ -n "$(find "$home/pom.xml" "$home/.mvn" "$home/src/main" -newer "$built" -print -quit)" ]
}

# One build or recording at a time, also when two commands start together.
lock() {
  mkdir -p "$home/target"
  if command -v flock >/dev/null; then
    exec 9>"$home/target/.build-lock"
    flock 9
  fi
}

unlock() {
  exec 9>&- || true
}

build() {
  find_maven
  lock
  needs_build || { unlock; return 0; }
  echo "Building BaoPhu (the first time takes a few minutes, later ones seconds) ..." >&2
  touch "$built.begun"
  (cd "$home" && mvn -q -B -DskipTests -Dspotless.check.skip=true -Dforbiddenapis.skip=true package) >&2 9>&- || {
    echo "The build failed; the lines above say why." >&2
    exit 4
  }
  rm -f "$home"/target/*.aot
  mv "$built.begun" "$built"
  unlock
}

# Has Java keep what it found out in a rehearsal: what it loads, what it compiled and how that ran.
# Later runs begin with that and are done sooner. Where nothing can be recorded, of which an empty
# file reminds later runs, all works without.
record() {
  [ -w "$home/target" ] && [ ! -e "$cache" ] || return 0
  lock
  [ ! -e "$cache" ] || { unlock; return 0; }
  echo "Rehearsing, for Java to learn from (half a minute, once after a build) ..." >&2
  local stage="$home/target/rehearsal"
  rm -rf "$stage"
  mkdir -p "$stage"
  if "$java" "${options[@]}" -XX:AOTCacheOutput="$stage/cache" -cp "$jar" org.baophu.cli.Rehearsal \
    "$stage" >"$home/target/rehearsal.log" 2>&1 9>&- && [ -s "$stage/cache" ]; then
    mv "$stage/cache" "$cache"
  else
    echo "Java recorded nothing, all works without (why: target/rehearsal.log; again: rm $cache)." >&2
    : >"$cache"
  fi
  rm -rf "$stage"
  unlock
}

java=
version=
find_java
[ -n "$java" ] || fail \
  "BaoPhu needs a JDK 17 or newer, and neither JAVA_HOME nor the path has one." \
  "Install one (Debian: apt-get install openjdk-17-jdk; any: https://adoptium.net) and start again."

if [ "${1-}" = test ]; then
  shift
  find_maven
  cd "$home"
  exec mvn -B "$@" verify
fi

# Benchmarks of the inner loops; what follows goes to JMH, a pattern of names or -h.
if [ "${1-}" = bench-kernels ]; then
  shift
  find_maven
  cd "$home"
  mvn -q -B test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test
  exec "$java" -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
    org.openjdk.jmh.Main "$@"
fi

needs_build && build

# A plan ends at once: no time for the second compiler, no use for many collecting threads.
if [ "${1-}" = plan ]; then
  exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -jar "$jar" "$@"
fi

# The heap is a quarter of the machine's memory unless BAOPHU_JAVA_OPTIONS says otherwise (-Xmx4g).
options=(-XX:+UseParallelGC -XX:InitialRAMPercentage=12.5 -Dfile.encoding=UTF-8)
# A small young generation is used over and over: a third less memory in no more time, and in less
# where pages of memory that are new cost much, as they may on a virtual machine.
options+=(-XX:NewRatio=10)
# Runs of seconds: the second compiler takes up less, later and smaller, or it costs more than it gains.
options+=(-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=5000)
options+=(-XX:Tier4CompileThreshold=40000 -XX:Tier4BackEdgeThreshold=200000)
# A loop over all rows is compiled after 8,000 rounds, not 60,000: a night that changes little is
# made of loops that run once.
options+=(-XX:Tier3BackEdgeThreshold=8000)
# With a recording Java compiles what it knows to be worth it as soon as it is told of 2,000 calls:
# told of 65,000, it has done a night that changes little before it compiles for longer ones.
options+=(-XX:Tier2InvokeNotifyFreqLog=16 -XX:Tier2BackedgeNotifyFreqLog=20)
# A night goes through its rows once: the second compiler, told early, is done with a loop when that is over.
if [ "${1-nightly}" = nightly ]; then
  options+=(-XX:Tier4BackEdgeThreshold=1000000)
fi
options+=(-XX:InlineSmallCode=1000 -XX:LoopUnrollLimit=8 -XX:+IgnoreUnrecognizedVMOptions)
if [ "${version%%.*}" -ge 25 ]; then
  cache="$home/target/baophu-$version.aot"
  case "${1-nightly}" in nightly | schedule | link | bench) record || true ;; esac
  # Quiet: a heap or an agent that the recording does not suit only means to go without.
  [ ! -s "$cache" ] || options+=("-XX:AOTCache=$cache" -Xlog:aot=off -Xlog:cds=off)
fi
if [ -n "${BAOPHU_JAVA_OPTIONS-}" ]; then
  read -r -a more <<<"$BAOPHU_JAVA_OPTIONS"
  options+=("${more[@]}")
fi

if [ $# -eq 0 ]; then
  set -- nightly --input "$home/sample-data" --output "$home/output"
fi

# Names of files hold Vietnamese letters, which Java can neither read nor write in the locale C.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" in
  C | POSIX)
    if [ -n "${LC_ALL-}" ]; then export LC_ALL=C.UTF-8; else export LC_CTYPE=C.UTF-8; fi
    ;;
esac

# exec: signals reach the program itself, and its exit code is ours.
exec "$java" "${options[@]}" -jar "$jar" "$@"
