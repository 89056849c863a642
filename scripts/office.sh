#!/usr/bin/env bash
# Opens the Word and PowerPoint files of the cases in LibreOffice and makes pictures of their pages, to be looked at
# one by one. With names of cases as arguments, of these alone. It needs LibreOffice (Writer, Impress) and pdftoppm.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
for tool in soffice pdftoppm; do
    command -v "$tool" >/dev/null || { echo "$tool is missing" >&2; exit 1; }
done
if [ $# -eq 0 ]; then
    set -- testdata/usecases/*/ testdata/incidents/*/
fi
to=bin/office
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
go build -o bin/harmpath ./cmd/harmpath
for name in "$@"; do
    name=$(basename "$name")
    case=$(echo testdata/*/"$name")
    rm -rf "$to/$name"
    bin/harmpath report "$case" -o "$to/$name" --formats docx,pptx
    for file in "$to/$name"/*.docx "$to/$name"/*.pptx; do
        soffice "-env:UserInstallation=file://$profile" --headless --convert-to pdf --outdir "$to/$name" "$file" >/dev/null
        pdf=${file%.*}.pdf
        [ -s "$pdf" ] || { echo "LibreOffice cannot open $file" >&2; exit 1; }
        pdftoppm -r 70 -png "$pdf" "${file%.*}"
    done
    echo "$to/$name: $(find "$to/$name" -name '*.png' | wc -l) pages"
done
