# Shared by the commands in this folder: finding a JDK, and building what is missing. To be sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root
readonly app="$root/target/quarkus-app"
readonly aot_cache="$root/target/sipakatau.aot"
# What is made once and shared by all data folders: PostgreSQL's programs, and the drawn photographs of the demo.
readonly made_once=(
    "-Dsipakatau.postgresql=$root/target/postgresql"
    "-Dsipakatau.demo.pictures=$root/target/demo-pictures"
)

# A small heap that gives memory back, and a collector without threads of its own: two cores serve the visitors.
readonly jvm_flags=(
    -XX:+UseSerialGC -Xms48m -Xmx640m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25
    -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError
    -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED
)

say() { printf '%s\n' "$*" >&2; }

die() {
    printf '%s\n' "$@" >&2
    exit 1
}

# Prints the major version of the JDK in folder $1, or 0 if there is no compiler in it.
jdk_version() {
    local version=0
    if [[ -x $1/bin/javac && -r $1/release ]]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    fi
    printf '%s' "${version:-0}"
}

# Every folder where a JDK may be, the likeliest first.
jdk_candidates() {
    [[ -n ${JAVA_HOME:-} ]] && printf '%s\n' "$JAVA_HOME"
    local on_path
    if on_path=$(command -v javac); then
        dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")")"
    fi
    printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home
}

# Sets JAVA_HOME to a JDK 25 or newer.
find_jdk() {
    local candidate
    while IFS= read -r candidate; do
        if (($(jdk_version "$candidate") >= 25)); then
            export JAVA_HOME=$candidate
            return
        fi
    done < <(jdk_candidates)
    die "SIPAKATAU memerlukan JDK 25 atau lebih baru, tetapi tidak ditemukan." \
        "Pasang dari https://adoptium.net/temurin/releases/?version=25, lalu atur JAVA_HOME ke foldernya." \
        "" \
        "SIPAKATAU needs a JDK 25 or newer, and there is none." \
        "Install one from https://adoptium.net/temurin/releases/?version=25 and set JAVA_HOME to its folder."
}

maven() {
    local manner=(--show-version)
    [[ -t 1 ]] || manner=(--show-version --batch-mode --no-transfer-progress)
    (cd "$root" && ./mvnw "${manner[@]}" "$@")
}

# A number that changes with anything the program is built from.
fingerprint() {
    (cd "$root" && { find pom.xml .mvn src/main bin/lib.sh -type f -exec cksum {} + | LC_ALL=C sort; jdk_version "$JAVA_HOME"; } | cksum)
}

# Builds the program, unless it is there and nothing has changed since.
build() {
    local stamp="$root/target/built-from" now
    now=$(fingerprint)
    if [[ -f $app/quarkus-run.jar && -f $stamp && $(<"$stamp") == "$now" ]]; then
        return
    fi
    say "Membangun SIPAKATAU; pertama kali perlu beberapa menit. / Building SIPAKATAU; the first time takes minutes."
    # Classes whose source has moved or gone would stay in the program.
    rm -rf "$stamp" "$aot_cache" "$root"/target/{demo-pictures,classes,generated-sources}
    # Goal by goal, since the phase "package" would fetch the browsers and all else that only tests need.
    maven -Dmaven.compiler.showWarnings=false \
        resources:resources quarkus:generate-code compiler:compile jar:jar quarkus:build >&2 || die "" \
        "Pembangunan gagal; sebabnya tertulis di atas. / The build failed; the reason is above."
    remember_start
    printf '%s\n' "$now" > "$stamp"
}

# A trial run whose loaded classes and hot methods the Java machine writes into a cache: later starts take half the time.
# The program runs without it as well, so a failure only costs time.
remember_start() {
    say "Menyiapkan start cepat / Preparing fast starts"
    local trial="$root/target/trial-run"
    rm -rf "$trial"
    if ! java_here "-XX:AOTCacheOutput=$aot_cache" -Xlog:disable -Dsipakatau.trial-run=true -Dsipakatau.port=0 \
        -jar "$app/quarkus-run.jar" --data "$trial" > "$root/target/trial-run.log" 2>&1; then
        say "Uji coba gagal, lihat target/trial-run.log / The trial run failed, see target/trial-run.log"
        rm -f "$aot_cache"
    fi
    rm -rf "$trial"
}

# Runs Java as the program does: in the root folder, with everything that is built once in target/.
java_here() {
    (cd "$root" && exec "$JAVA_HOME/bin/java" "${jvm_flags[@]}" "${made_once[@]}" "$@")
}
