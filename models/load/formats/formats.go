// Package formats is the list of the input formats. The first that matches a file reads it, so that formats which
// look into the file stand before those which go by its name.
package formats

import (
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/native"
)

// All lists the input formats.
func All() []load.Format { return []load.Format{native.Format} }
