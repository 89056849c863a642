#!/usr/bin/env bash
# Opens the documents of cases, and of their collection, in both languages as a reader does, and makes pictures of all
# their pages, to be looked at one by one: Word, Excel and PowerPoint files in LibreOffice, HTML printed by Chromium, PDF
# as it is. Beside the pages stand sheets with twenty of them, small.
#
#   scripts/office.sh              the gas water heater, two others and the three as a collection
#   scripts/office.sh NAME...      these cases; several of them as a collection too
#
# FORMATS (docx pptx xlsx pdf html), DPI and TEMPLATES (files given as --template) choose otherwise. It needs LibreOffice
# (Writer, Calc, Impress), Chromium, poppler and ImageMagick.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
formats=${FORMATS:-docx pptx xlsx pdf html}
for tool in soffice pdftoppm chromium montage; do
    command -v "$tool" >/dev/null || { echo "$tool is missing" >&2; exit 1; }
done
if [ $# -eq 0 ]; then
    set -- gas-water-heater kalay-camera plant-equipment
fi
cases=() templates=()
for name in "$@"; do
    cases+=(testdata/*/"$(basename "$name")")
done
for template in ${TEMPLATES:-}; do
    templates+=(--template "$template")
done
to=bin/office
rm -rf "$to"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
go build -o bin/harmpath ./cmd/harmpath
out=$to
if [ $# -eq 1 ]; then
    out=$to/$(basename "$1")
fi
bin/harmpath report "${cases[@]}" -o "$out" --formats "${formats// /,}" "${templates[@]}"

# printed FILE PDF makes a PDF of a document.
printed() {
    case $1 in
    *.pdf) cp "$1" "$2" ;;
    *.html) chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer "--user-data-dir=$profile/chromium" \
        "--print-to-pdf=$PWD/$2" "file://$PWD/$1" >/dev/null 2>&1 ;;
    *)
        soffice "-env:UserInstallation=file://$profile/office" --headless --convert-to pdf --outdir "$profile" "$1" >/dev/null
        mv "$profile/$(basename "${1%.*}").pdf" "$2"
        ;;
    esac
    [ -s "$2" ] || { echo "$1 cannot be opened" >&2; exit 1; }
}

# A document of the case NAME becomes NAME/pages/FORMAT.LANGUAGE.pdf and pictures of that name with the number of the page.
for format in $formats; do
    while read -r file; do
        name=$(basename "$file") pages=$(dirname "$file")/pages
        mkdir -p "$pages"
        language=${name#*.}
        page=$pages/$format.${language%.*}
        printed "$file" "$page.pdf"
        pdftoppm -r "${DPI:-100}" -png "$page.pdf" "$page"
        rm -f "$profile"/small-*
        pdftoppm -r 32 "$page.pdf" "$profile/small"
        montage "$profile"/small-* -geometry +6+6 -tile 5x4 -background gray "$page.sheet.png"
        echo "$page: $(find "$profile" -name 'small-*' | wc -l) pages"
    done < <(find "$to" -name "*.??.$format" -not -path '*/pages/*' | sort)
done
