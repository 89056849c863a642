#!/usr/bin/env bash
# Makes the typeface of pictures and printed documents anew (render/typeface): Noto Sans JP, regular and bold, reduced to
# the characters of scripts/typeface/coverage.py and without hints, layout tables and names of other languages. The result is
# the same on every machine: the font's package and the tool have fixed versions. It needs npm and Python 3.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
to=$here/../render/typeface
package=@expo-google-fonts/noto-sans-jp@0.4.3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --requirement "$here/typeface/requirements.txt"
(cd "$work" && npm pack --silent "$package" >/dev/null && tar xzf ./*.tgz)
python3 "$here/typeface/coverage.py" >"$work/characters"

for weight in 400Regular 700Bold; do
    "$work/venv/bin/pyftsubset" "$work/package/$weight/NotoSansJP_$weight.ttf" \
        --unicodes-file="$work/characters" --output-file="$to/NotoSansJP-${weight:3}.ttf" \
        --layout-features= --no-hinting --notdef-outline --recommended-glyphs --name-IDs=0,1,2,3,4,5,6,13,14 \
        --drop-tables+=GSUB,GPOS,GDEF,BASE,vhea,vmtx,VORG,STAT,DSIG,gasp,meta
done
tr -d '\r' <"$work/package/LICENSE_FONT" >"$to/OFL.txt"
