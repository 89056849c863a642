// Package formats is the list of the input formats: those of models, and those of the files that are attached to
// components. The first that matches a file reads it, so that formats which look into the file stand before those
// which go by its name.
package formats

import (
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/csaf"
	"github.com/harmpath/harmpath/models/load/cvelist"
	"github.com/harmpath/harmpath/models/load/cyclonedx"
	"github.com/harmpath/harmpath/models/load/native"
	"github.com/harmpath/harmpath/models/load/openvex"
	"github.com/harmpath/harmpath/models/load/spdx"
	"github.com/harmpath/harmpath/models/load/spdx3"
)

// All lists the input formats of models.
func All() []load.Format { return []load.Format{native.Format} }

// Supplements lists the formats of files that are attached to components.
func Supplements() []load.Supplement {
	return []load.Supplement{
		cyclonedx.Supplement, spdx.Supplement, spdx3.Supplement, openvex.Supplement, csaf.Supplement, cvelist.Supplement,
	}
}
