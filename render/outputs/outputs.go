// Package outputs is the list of the outputs: one line each.
package outputs

import (
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/docx"
	"github.com/harmpath/harmpath/render/dot"
	"github.com/harmpath/harmpath/render/html"
	"github.com/harmpath/harmpath/render/json"
	"github.com/harmpath/harmpath/render/markdown"
	"github.com/harmpath/harmpath/render/pdf"
	"github.com/harmpath/harmpath/render/png"
	"github.com/harmpath/harmpath/render/pptx"
	"github.com/harmpath/harmpath/render/svg"
	"github.com/harmpath/harmpath/render/xlsx"
)

// All lists the outputs in the order in which a report makes them and its index shows them.
func All() []render.Output {
	return []render.Output{
		html.Output,
		markdown.Output,
		docx.Output,
		pptx.Output,
		pdf.Output,
		xlsx.Output,
		svg.Output,
		png.Output,
		dot.Output,
		json.Output,
	}
}
