# Shared by deploy/run and deploy/verify; sourced, never run. Bash 3.2 (macOS) must understand every line.
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
