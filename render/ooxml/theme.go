package ooxml

import _ "embed"

//go:embed parts/theme.xml
var theme []byte

// Theme is the part with the colors and typefaces of documents and slides: Arial beside Yu Gothic.
func Theme(name string) Part {
	return Part{Name: name, Type: "application/vnd.openxmlformats-officedocument.theme+xml", Body: theme}
}
