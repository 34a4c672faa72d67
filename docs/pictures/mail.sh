#!/usr/bin/env bash
# Takes README's pictures of the mail again: docs/pictures/mail.sh, on a machine with JDK, Maven, Chromium and (to make them
# smaller) pngquant. What they show is written in MailPictures, in the tests of digest-templates.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -B -q -pl digest-templates -am test-compile org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
    -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test
java -cp "digest-templates/target/test-classes:digest-templates/target/classes:posts/target/test-classes:posts/target/classes:$(cat "$work/classpath")" \
    org.postbag.digest.email.MailPictures "$work" 2> /dev/null

# take NAME FILE WIDTH HEIGHT SCHEME, the scheme being Blink's 0 for dark or 1 for light
take() {
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/chromium" --force-device-scale-factor=1.5 \
        --blink-settings=preferredColorScheme="$5" --window-size="$3,$4" --screenshot="$work/$1.png" "$work/$2" 2> /dev/null
    if command -v pngquant > /dev/null; then pngquant --force --speed 1 --output "docs/pictures/$1.png" 64 "$work/$1.png"
    else cp "$work/$1.png" "docs/pictures/$1.png"; fi
}
take mail-light mail-en.html 700 1230 1
take mail-dark mail-en.html 700 1230 0
take mail-phone mail-zh.html 390 1220 1
