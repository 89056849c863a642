package documents

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/casebook"
	"github.com/harmpath/harmpath/render/content/usecase"
)

// Of makes the document of what an output is asked to show: a case, or several together.
func Of(in *render.Input, lang models.Lang) content.Document {
	if in.Collection != nil {
		return casebook.Build(in.Collection, lang)
	}
	return usecase.Build(in.Result, lang)
}
