#!/usr/bin/env bash
# Makes the pictures of docs/gallery: pages of what a report of the gas water heater makes, small enough to be kept. It
# needs LibreOffice (Writer, Calc, Impress), pdftoppm and Chromium. The page itself is written by the test of the gallery,
# from the list of outputs.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
for tool in soffice pdftoppm chromium; do
    command -v "$tool" >/dev/null || { echo "$tool is missing" >&2; exit 1; }
done
from=bin/gallery to=docs/gallery
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
rm -rf "$from" "$to"
mkdir -p "$from/office" "$to"
go build -o bin/harmpath ./cmd/harmpath
bin/harmpath report testdata/usecases/gas-water-heater -o "$from/report" --formats all --quiet
bin/harmpath report testdata/usecases/gas-water-heater -o "$from/dark" --formats html --theme dark --lang en --quiet

# pages OUTPUT PDF PAGE… takes pages of a document.
pages() {
    local output=$1 pdf=$2
    shift 2
    for page in "$@"; do
        pdftoppm -r 50 -png -f "$page" -l "$page" -singlefile "$pdf" "$to/$output-$(printf %02d "$page")"
    done
}

# screen FILE NAME takes the top of a page as a browser shows it.
screen() {
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars "--user-data-dir=$profile/chromium" \
        --window-size=1100,1400 --force-device-scale-factor=0.5 "--screenshot=$PWD/$to/$2.png" "file://$PWD/$1" >/dev/null 2>&1
}

for file in document.ja.docx overview.ja.pptx tables.ja.xlsx; do
    soffice "-env:UserInstallation=file://$profile/office" --headless --convert-to pdf --outdir "$from/office" "$from/report/$file" >/dev/null
done
pages docx "$from/office/document.ja.pdf" 1 2 6
pages pptx "$from/office/overview.ja.pdf" 2 3 5
pages xlsx "$from/office/tables.ja.pdf" 2 4 12
pages pdf "$from/report/document.en.pdf" 1 4 8
cp "$from/report/diagrams/stakeholders.ja.png" "$to/png-stakeholders.png"
screen "$from/report/document.en.html" html-light
screen "$from/dark/document.en.html" html-dark
screen "$from/report/index.html" html-index
go test ./cmd/harmpath -run '^TestGallery$' -update
