# Finds the JDK that Atelier runs on. Sourced by bin/atelier and by the checks; works in any POSIX shell.
#
# Variables it understands:
#   ATELIER_JAVA         a java program or a JDK's folder: this one and no other
#   JAVA_HOME            a JDK's folder, taken when it is new enough
#   JAVA25_HOME          the same, after JAVA_HOME
#   ATELIER_JVM_FOLDERS  folders that hold JDKs, parted by colons, searched instead of the system's

# Prints the java program of $1, which is that program or the folder of a JDK.
java_program() {
    if [ -d "$1" ]; then
        printf '%s\n' "${1%/}/bin/java"
    else
        printf '%s\n' "$1"
    fi
}

# Prints the feature release of the java program $1, 25 for 25.0.3, or 0 when there is none to tell.
# A JDK's release file answers at once; starting a JVM to ask takes a tenth of a second for each.
feature_release() {
    version=
    if [ -f "$1" ] && [ -x "$1" ]; then
        jdk=$(dirname -- "$(dirname -- "$(readlink -f -- "$1")")")
        if [ -r "$jdk/release" ]; then
            version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([^"]*\).*/\1/p' "$jdk/release")
        fi
        if [ -z "$version" ]; then
            version=$("$1" -version 2>&1 | sed -n '1s/.* version "\([^"]*\)".*/\1/p')
        fi
    fi
    version=${version#1.}
    version=${version%%[!0-9]*}
    printf '%s\n' "${version:-0}"
}

# Prints the newest java program of release $1 or later under the folders that follow, or nothing.
newest_java() {
    set +f
    best=$(($1 - 1))
    program=
    shift
    for folder in "$@"; do
        for jdk_home in "$folder"/* "$folder"/*/Contents/Home; do
            if [ -x "$jdk_home/bin/java" ]; then
                found=$(feature_release "$jdk_home/bin/java")
                if [ "$found" -gt "$best" ]; then
                    best=$found
                    program=$jdk_home/bin/java
                fi
            fi
        done
    done
    printf '%s\n' "$program"
}

# Prints the first java program of release $1 or later in the folders that follow, or nothing.
first_java() {
    set +f
    wanted=$1
    shift
    for folder in "$@"; do
        if [ "$(feature_release "$folder/java")" -ge "$wanted" ]; then
            printf '%s\n' "$folder/java"
            return
        fi
    done
}

# Prints the java program that ATELIER_JAVA names if it is of release $1 or later, else says why it is not.
named_java() {
    program=$(java_program "$ATELIER_JAVA")
    found=$(feature_release "$program")
    if [ "$found" -ge "$1" ]; then
        printf '%s\n' "$program"
    elif [ "$found" -eq 0 ]; then
        printf '%s\n' "ATELIER_JAVA is $ATELIER_JAVA, where no java program is found: set it to a JDK $1 or newer, or unset it." >&2
        return 1
    else
        printf '%s\n' "ATELIER_JAVA is $ATELIER_JAVA, which is Java $found: set it to a JDK $1 or newer, or unset it." >&2
        return 1
    fi
}

# Prints the java program to use for release $1 or later; without one, says so in one line and fails.
find_java() {
    if [ -n "${ATELIER_JAVA:-}" ]; then
        named_java "$1"
        return
    fi
    for jdk_home in "${JAVA_HOME:-}" "${JAVA25_HOME:-}"; do
        if [ -n "$jdk_home" ]; then
            program=$(java_program "$jdk_home")
            if [ "$(feature_release "$program")" -ge "$1" ]; then
                printf '%s\n' "$program"
                return
            fi
        fi
    done
    system=/usr/lib/jvm:/usr/lib64/jvm:/usr/java:/usr/local/java:/opt:/opt/java:/Library/Java/JavaVirtualMachines
    own=${HOME:-/nonexistent}/.sdkman/candidates/java:${HOME:-/nonexistent}/.jdks:${HOME:-/nonexistent}/Library/Java/JavaVirtualMachines
    # Parted at colons and not expanded, so that folders may hold spaces and stars.
    program=$(
        IFS=:
        set -f
        # shellcheck disable=SC2086
        newest_java "$1" ${ATELIER_JVM_FOLDERS-$system:$own}
    )
    if [ -z "$program" ]; then
        program=$(
            IFS=:
            set -f
            # shellcheck disable=SC2086
            first_java "$1" ${PATH:-}
        )
    fi
    if [ -z "$program" ]; then
        printf '%s\n' "Atelier needs JDK $1 or newer and found none: install one of any vendor, or name it in ATELIER_JAVA, JAVA_HOME or JAVA25_HOME." >&2
        return 1
    fi
    printf '%s\n' "$program"
}
