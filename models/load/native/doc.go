package native

import _ "embed"

// doc is the documentation of the format.
//
//go:embed format.md
var doc string
