# Shared by the scripts beside it; sourced, never run. Bash 3.2 (macOS) must understand every line.
# shellcheck shell=bash

# shellcheck disable=SC2034 # used by the scripts that source this one
REPO="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
MIN_JAVA=21

# In a locale that is not UTF-8, Java on Linux cannot open files with Chinese names.
if [ "$(uname)" = Linux ]; then
    case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
        *[Uu][Tt][Ff]*) ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac
fi

die() {
    echo "$1" >&2
    exit "${2:-1}"
}

# Prints the feature release of the JDK at $1 (its home), or nothing if none works there.
# A file called `release` answers for most of them without starting a Java machine.
java_release() {
    local version=""
    [ -x "$1/bin/java" ] || return 0
    [ -r "$1/release" ] && version="$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release")"
    [ -n "$version" ] || version="$("$1/bin/java" -version 2>&1 | sed -n 's/^.* version "\([^"]*\)".*/\1/p' | head -n 1)"
    version="${version#1.}"
    version="${version%%[!0-9]*}"
    echo "$version"
}

# A JRE runs the server but cannot build it, so only a home with a compiler counts.
jdk_release() {
    [ -x "$1/bin/javac" ] && java_release "$1"
    return 0
}

# The home of the `java` on PATH, through all symbolic links (macOS has no `readlink -f`).
path_java_home() {
    local file link
    file="$(command -v java)" || return 0
    while [ -L "$file" ]; do
        link="$(readlink "$file")"
        case "$link" in
            /*) file="$link" ;;
            *) file="$(dirname "$file")/$link" ;;
        esac
    done
    (cd "$(dirname "$file")/.." 2>/dev/null && pwd -P)
}

# Sets JAVA_HOME and JAVA_RELEASE: JAVA_HOME if it is new enough, then the `java` on PATH,
# then the newest one found where JDKs usually are. DUBAN_JDK_DIRS (colon-separated) replaces the usual places.
find_jdk() {
    local home release best="" best_release=0
    for home in "${JAVA_HOME:-}" "$(path_java_home)"; do
        [ -n "$home" ] || continue
        release="$(jdk_release "$home")"
        if [ "${release:-0}" -ge "$MIN_JAVA" ]; then
            use_jdk "$home" "$release"
            return
        fi
    done
    while IFS= read -r home; do
        release="$(jdk_release "$home")"
        if [ "${release:-0}" -ge "$MIN_JAVA" ] && [ "$release" -gt "$best_release" ]; then
            best="$home"
            best_release="$release"
        fi
    done <<EOF
$(jdk_places)
EOF
    [ -n "$best" ] || die "Duban needs a JDK $MIN_JAVA or newer and found none: install one (Debian/Ubuntu: apt-get install openjdk-21-jdk, macOS: brew install openjdk@21, any system: https://adoptium.net) or point JAVA_HOME at it."
    use_jdk "$best" "$best_release"
}

use_jdk() {
    export JAVA_HOME="$1"
    JAVA_RELEASE="$2"
}

jdk_places() {
    local dir
    if [ -n "${DUBAN_JDK_DIRS+set}" ]; then
        local IFS=:
        for dir in $DUBAN_JDK_DIRS; do
            printf '%s\n' "$dir"/*
        done
        return
    fi
    printf '%s\n' /usr/lib/jvm/* /opt/*jdk* /opt/java /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /usr/local/opt/openjdk* /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /opt/homebrew/opt/openjdk* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

# Known-harmless warnings of libraries, Maven's own among them, which new JDKs print; older JDKs do not know the second option.
quiet_options() {
    echo "--enable-native-access=ALL-UNNAMED"
    if [ "$JAVA_RELEASE" -ge 23 ]; then echo "--sun-misc-unsafe-memory-access=allow"; fi
}

maven() (
    MAVEN_OPTS="$(quiet_options | tr '\n' ' ')${MAVEN_OPTS:-}"
    export MAVEN_OPTS
    cd "$REPO" && exec ./mvnw -B "$@" </dev/null
)

# The newest jar, or nothing; `original` jars and sources are not the application.
find_jar() {
    local jar newest=""
    for jar in "$REPO"/target/duban-*.jar; do
        case "$jar" in *-sources.jar | *-javadoc.jar | *-tests.jar) continue ;; esac
        [ -f "$jar" ] || continue
        if [ -z "$newest" ] || [ "$jar" -nt "$newest" ]; then newest="$jar"; fi
    done
    echo "$newest"
}

stale() {
    local jar="$1" source
    [ -n "$jar" ] || return 0
    for source in pom.xml src/main bpmn; do
        [ -e "$REPO/$source" ] || continue
        # Directories count too: a deleted file changes nothing else. The build itself writes into the frontend's.
        [ -z "$(find "$REPO/$source" -newer "$jar" ! -path '*/src/main' ! -path '*/src/main/frontend' \
            ! -path '*/src/main/frontend/generated*' ! -path '*/src/main/frontend/index.html' -print)" ] || return 0
    done
    return 1
}

# Sets `jar` to the application, built anew when its sources are newer than it is, or when $1 is true.
build_jar() {
    local started=$SECONDS stamp
    jar="$(find_jar)"
    if [ "$1" != true ] && ! stale "$jar"; then return; fi
    echo "Building Duban with JDK $JAVA_RELEASE in $REPO (the first time takes some minutes) ..."
    # What is edited while the build runs must count as newer than the jar.
    stamp="$(mktemp "${TMPDIR:-/tmp}/duban-build.XXXXXX")"
    # shellcheck disable=SC2064 # the name is known now and no longer when the script ends
    trap "rm -f '$stamp'" EXIT
    # A file that is gone from the sources, a renamed migration above all, must not live on in the jar.
    rm -rf "$REPO/target/classes"
    maven -q -Dmaven.test.skip=true -Dspotless.check.skip=true package || die "The build failed; the lines above say why."
    jar="$(find_jar)"
    [ -n "$jar" ] || die "The build left no target/duban-*.jar."
    touch -r "$stamp" "$jar"
    rm -f "$stamp"
    trap - EXIT
    echo "Built in $((SECONDS - started)) s."
}
