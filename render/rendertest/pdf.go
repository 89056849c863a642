package rendertest

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

var (
	streams = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	shown   = regexp.MustCompile(`(?s)\(((?:[^\\()]|\\.)*)\) ?Tj`)
	escaped = regexp.MustCompile(`(?s)\\(.)`)
)

// PDFText is what the pages of a PDF file of harmpath's show, in the order in which they show it.
func PDFText(t *testing.T, file []byte) string {
	t.Helper()
	var out strings.Builder
	for _, stream := range streams.FindAllSubmatch(file, -1) {
		reader, err := zlib.NewReader(bytes.NewReader(stream[1]))
		if err != nil {
			continue
		}
		page, err := io.ReadAll(reader)
		if err != nil {
			continue
		}
		for _, text := range shown.FindAllSubmatch(page, -1) {
			raw := escaped.ReplaceAllFunc(text[1], func(found []byte) []byte {
				if found[1] == 'r' {
					return []byte("\r")
				}
				return found[1:]
			})
			units := make([]uint16, len(raw)/2)
			for i := range units {
				units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
			}
			out.WriteString(string(utf16.Decode(units)))
		}
	}
	return out.String()
}
