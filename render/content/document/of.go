package document

import (
	"sync"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/casebook"
	"github.com/harmpath/harmpath/render/content/usecase"
)

// Of gives the document of what an output is asked to show, a case or several together: the one that all outputs share,
// where there is one.
func Of(in *render.Input, lang models.Lang) content.Document {
	switch {
	case in.Document != nil:
		return in.Document(lang)
	case in.Collection != nil:
		return casebook.Build(in.Collection, lang)
	}
	return usecase.Build(in.Result, lang)
}

// Once gives the documents of an input, each of which it makes when it is first asked for and keeps. Whoever asks only reads
// them.
func Once(in render.Input) func(models.Lang) content.Document {
	var mutex sync.Mutex
	made := map[models.Lang]content.Document{}
	return func(lang models.Lang) content.Document {
		mutex.Lock()
		defer mutex.Unlock()
		doc, kept := made[lang]
		if !kept {
			doc = Of(&in, lang)
			made[lang] = doc
		}
		return doc
	}
}
