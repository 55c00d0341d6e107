# What "bin/android --test" does after the build: reads what was built, then runs the unit tests; "--unit" runs these alone.
# Sourced by bin/android.

faults=0

# Fails unless text $2, called $1, has the line $3 (a regular expression).
has() {
    if ! grep -qE -- "$3" <<< "$2"; then
        say "SALAH / WRONG: $1: $3"
        faults=$((faults + 1))
    fi
}

has_not() {
    if grep -E -- "$3" <<< "$2" >&2; then
        say "SALAH / WRONG: $1: $3"
        faults=$((faults + 1))
    fi
}

check_manifest() {
    local badging tree each
    badging=$("$aapt2" dump badging "$apk")
    has "package" "$badging" "^package: name='$(fact package)' versionCode='$version_code' versionName='$version' "
    has "minSdk" "$badging" "^minSdkVersion:'$min_sdk'$"
    has "targetSdk" "$badging" "^targetSdkVersion:'$target_sdk'$"
    has "nama / name" "$badging" "^application-label:'$(fact name_id)'$"
    has "nama / name, in" "$badging" "^application-label-in:'$(fact name_id)'$"
    has "nama / name, en" "$badging" "^application-label-en:'$(fact name_en)'$"
    has "ikon / icon" "$badging" "^launchable-activity: name='id.sipakatau.android.LauncherActivity'  label='$(fact short_name)'"
    for each in INTERNET CAMERA ACCESS_COARSE_LOCATION ACCESS_FINE_LOCATION POST_NOTIFICATIONS; do
        has "izin / permission" "$badging" "^uses-permission: name='android.permission.$each'$"
    done
    has "jumlah izin / number of permissions" "$(grep -c ^uses-permission <<< "$badging")" "^5$"
    for each in camera location location.gps; do
        has "tidak wajib / not required" "$badging" "uses-feature-not-required: name='android.hardware.$each'"
    done
    has_not "wajib / required" "$badging" "uses-(implied-)?feature: "
    has_not "dapat diintip / debuggable" "$badging" "^application-debuggable"

    tree=$("$aapt2" dump xmltree --file AndroidManifest.xml "$apk")
    has "tautan / links" "$tree" "android:host\(.*=\"$(fact address | sed 's:https\://::')\""
    has "tautan / links" "$tree" "android:autoVerify\(.*=true"
    has "satu pintu / one door" "$(grep -c 'android:exported(.*=true' <<< "$tree")" "^2$"
    has "bahasa / languages" "$("$aapt2" dump strings "$apk")" "No network yet"
}

check_packages() {
    local signatures listing classes each
    signatures=$(apksigner verify -v "$apk")
    has "tanda tangan / signature" "$signatures" "v2 scheme .*: true$"
    has "tanda tangan / signature" "$signatures" "v3 scheme .*: true$"
    has "sertifikat / certificate" "$(apksigner verify --print-certs "$apk" | tr -d '\n')" \
        "SHA-256 digest: $(fingerprint_of_key | tr -d : | tr 'A-F' 'a-f')"
    # Android 11 and later install nothing whose table of resources is compressed or not aligned.
    listing=$(zipalign -c -v 4 "$apk")
    has "rata / aligned" "$listing" "resources.arsc \(OK\)$"
    classes=$(dexdump "$out/dex/classes.dex" | grep 'Class descriptor')
    for each in LauncherActivity WebActivity SiteNotifications NotificationQuestion CameraFiles; do
        has "kelas / class" "$classes" "Lid/sipakatau/android/$each;"
    done
    bundletool validate "--bundle=$aab" > /dev/null || faults=$((faults + 1))
    has "AAB" "$(java_tool jarsigner -verify "$aab" 2>&1)" "^jar verified"
}

# The app's classes on the JVM, with Robolectric in Android's place.
run_unit_tests() {
    local sources class_path names opens=() each
    fetch pom.xml test "$out/test-libraries"
    unpack_libraries "$out/test-libraries"
    if [[ ! -f $out/test-sdk/.from || $(<"$out/test-sdk/.from") != "$test_framework" ]]; then
        say "Mengambil / Fetching: test-sdk"
        rm -rf "$out/test-sdk"
        quiet_maven -f "$android/tools.xml" dependency:copy "-Dartifact=$test_framework" "-DoutputDirectory=$out/test-sdk"
        printf '%s\n' "$test_framework" > "$out/test-sdk/.from"
    fi
    say "Tes / Tests"
    rm -rf "$out/test-classes"
    mkdir -p "$out/test-classes/com/android/tools"
    cp -r "$android"/src/test/resources/. "$out/test-classes"
    cat > "$out/test-classes/com/android/tools/test_config.properties" << END
android_merged_manifest=$out/generated/AndroidManifest.xml
android_resource_apk=$out/base.apk
android_custom_package=id.sipakatau.android
END
    mapfile -t sources < <(find "$android/src/test/java" -name '*.java')
    class_path="$out/test-classes:$out/classes:$(classes_of "$out/test-libraries"):$android_all"
    java_tool javac --release 17 -proc:none -nowarn -XDsuppressNotes -cp "$class_path" \
        -d "$out/test-classes" "${sources[@]}"
    for each in lang lang.reflect util io net nio security text; do
        opens+=("--add-opens=java.base/java.$each=ALL-UNNAMED")
    done
    opens+=(--add-opens=java.base/jdk.internal.access=ALL-UNNAMED)
    names=$(cd "$android/src/test/java" && find . -name '*Test.java' | sed 's:^\./::; s:/:.:g; s:\.java$::' | LC_ALL=C sort)
    # shellcheck disable=SC2086
    java_tool java "${opens[@]}" -Xmx1g -XX:+UseSerialGC -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow -Drobolectric.offline=true "-Drobolectric.dependency.dir=$out/test-sdk" \
        -cp "$class_path" org.junit.runner.JUnitCore $names || faults=$((faults + 1))
}

if [[ $purpose == --test ]]; then
    say "
Memeriksa / Checking"
    check_manifest
    check_packages
fi
run_unit_tests
((faults == 0)) || die "GAGAL / FAILED: $faults"
say "Semua benar / All is well"
