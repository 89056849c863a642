package html

import (
	"html"

	"github.com/harmpath/harmpath/render/content"
)

// Quote writes text so that HTML shows it as it is, in an element and in a quoted attribute.
func Quote(text string) string { return html.EscapeString(content.Clean(text)) }
