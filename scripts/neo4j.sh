#!/usr/bin/env bash
# Runs a Neo4j Community server for the tests: on loopback, with a data folder of its own, a password of its own and
# no HTTP. Maven gets the server once (scripts/neo4j/pom.xml pins it, Maven checks its checksums) and it is kept in the
# user's cache folder. It needs Java 17 or newer and Maven.
#
#   neo4j.sh fetch                    get the server, print the folder of its jars
#   neo4j.sh start DIR [KEY=VALUE…]   start a server whose data lies in DIR, wait until it answers, print how to reach
#                                     it as NEO4J_URI=… lines; settings are added to its configuration; a second start
#                                     in the same folder takes the same port and the same password
#                                     where OWNER is set it ends when the process of that id does
#   neo4j.sh stop DIR                 end it at once; what it has committed is on disk
#   neo4j.sh admin DIR ARGUMENT…      run neo4j-admin on the data in DIR, while no server runs there
#   neo4j.sh with COMMAND…            run a command with a fresh server, reached as NEO4J_URI and so on say
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
pom=$here/neo4j/pom.xml
version=$(sed -n 's|.*<neo4j.version>\(.*\)</neo4j.version>.*|\1|p' "$pom")
heap=${NEO4J_TEST_HEAP:-1g}
# The quick compiler alone halves the time to start; benchmarks want the other one too.
compiler=${NEO4J_TEST_COMPILER:--XX:TieredStopAtLevel=1}

die() {
    echo "neo4j.sh: $*" >&2
    exit 1
}

need() { command -v "$1" >/dev/null 2>&1 || die "$1 is missing, which the Neo4j server of the tests needs (Debian: $2)"; }

jars() { echo "${XDG_CACHE_HOME:-$HOME/.cache}/harmpath/neo4j-$version-$(cksum <"$pom" | cut -d' ' -f1)"; }

# Several may fetch at once: each into a folder of its own, and the first one to be done wins.
fetch() {
    need java openjdk-17-jre-headless
    local lib parts
    lib=$(jars)
    if [[ ! -d $lib ]]; then
        need mvn maven
        mkdir -p "$(dirname "$lib")"
        parts=$(mktemp -d "$lib.XXXXXX")
        echo "getting Neo4j $version from Maven Central" >&2
        if ! mvn --quiet --batch-mode --strict-checksums --file "$pom" dependency:copy-dependencies \
            -DoutputDirectory="$parts" >&2; then
            rm -rf "$parts"
            die "Maven could not get Neo4j $version"
        fi
        mv -T "$parts" "$lib" 2>/dev/null || rm -rf "$parts"
    fi
    echo "$lib"
}

opens=(
    --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED
    --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
)

admin() {
    local dir=$1 lib
    shift
    lib=$(fetch)
    NEO4J_HOME=$dir NEO4J_CONF=$dir/conf java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "${opens[@]}" -cp "$lib/*" \
        org.neo4j.cli.AdminTool "$@" 2>&1 | grep -v '^SLF4J' >"$dir/admin.log" || {
        cat "$dir/admin.log" >&2
        return 1
    }
}

# A port that nobody listens on now; start tries again where somebody was faster.
free_port() {
    local port
    for _ in {1..100}; do
        port=$((20000 + RANDOM % 12000))
        (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || {
            echo "$port"
            return
        }
    done
    die "no free port was found"
}

configure() {
    local dir=$1 setting
    shift
    mkdir -p "$dir/conf"
    {
        echo "server.bolt.listen_address=127.0.0.1:$(cat "$dir/port")"
        echo "server.http.enabled=false"
        echo "server.https.enabled=false"
        echo "dbms.usage_report.enabled=false"
        echo "server.memory.pagecache.size=256m"
        echo "db.tx_log.rotation.retention_policy=keep_none"
        echo "db.tx_log.preallocate=false"
        for setting; do echo "$setting"; done
    } >"$dir/conf/neo4j.conf"
}

# password makes one at the first start: it can only be set before.
password() {
    local dir=$1
    [[ -f $dir/password ]] && return
    (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$dir/password")
    admin "$dir" dbms set-initial-password "$(cat "$dir/password")"
}

answers() { grep -q 'Bolt enabled' "$1/neo4j.out" 2>/dev/null && grep -q ' Started\.$' "$1/neo4j.out"; }

# watch ends a server when its owner is gone, however that came about.
watch() {
    while kill -0 "$1" && kill -0 "$2"; do sleep 1; done
    kill -9 "$2"
}

launch() {
    local dir=$1 lib=$2
    : >"$dir/neo4j.out"
    nohup java -Xmx"$heap" -XX:+UseSerialGC "$compiler" -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 "${opens[@]}" -cp "$lib/*" \
        org.neo4j.server.CommunityEntryPoint --home-dir="$dir" --config-dir="$dir/conf" --console-mode \
        >"$dir/neo4j.out" 2>&1 </dev/null &
    echo $! >"$dir/pid"
    if [[ ${OWNER:-} ]]; then
        watch "$OWNER" "$(cat "$dir/pid")" >/dev/null 2>&1 </dev/null &
    fi
    for _ in {1..600}; do
        answers "$dir" && return 0
        kill -0 "$(cat "$dir/pid")" 2>/dev/null || return 1
        sleep 0.2
    done
    return 1
}

start() {
    local dir=$1 lib fresh=
    shift
    lib=$(fetch)
    mkdir -p "$dir"
    dir=$(cd "$dir" && pwd)
    for _ in 1 2 3; do
        [[ -f $dir/port ]] || { fresh=yes && free_port >"$dir/port"; }
        configure "$dir" "$@"
        password "$dir"
        if launch "$dir" "$lib"; then
            echo "NEO4J_URI=bolt://127.0.0.1:$(cat "$dir/port")"
            echo "NEO4J_USERNAME=neo4j"
            echo "NEO4J_PASSWORD=$(cat "$dir/password")"
            return
        fi
        stop "$dir"
        grep -q 'Address already in use' "$dir/neo4j.out" && [[ $fresh ]] || break
        rm "$dir/port"
    done
    cat "$dir/neo4j.out" >&2
    die "the server in $dir did not start"
}

stop() {
    local dir=$1
    [[ -f $dir/pid ]] || return 0
    kill -9 "$(cat "$dir/pid")" 2>/dev/null || true
    while kill -0 "$(cat "$dir/pid")" 2>/dev/null; do sleep 0.05; done
    rm -f "$dir/pid"
}

with() {
    local dir status=0 lines
    dir=$(mktemp -d)
    trap 'stop "$dir"; rm -rf "$dir"' EXIT
    lines=$(start "$dir")
    while IFS= read -r line; do export "${line?}"; done <<<"$lines"
    "$@" || status=$?
    exit "$status"
}

command=${1:-}
(($# == 0)) || shift
case $command in
fetch) fetch ;;
start | stop | admin) (($#)) || die "$command wants a folder" && "$command" "$@" ;;
with) (($#)) || die "with wants a command" && with "$@" ;;
*) die "there is no command '$command': fetch, start, stop, admin, with" ;;
esac
