package render

import (
	"context"
	"fmt"

	"github.com/harmpath/harmpath/models"
)

// PerLanguage makes one file for each language asked for, named stem.LANG.ext. It stops when ctx ends and at the first
// failure, which it tells with the file's name.
func (in Input) PerLanguage(ctx context.Context, stem, ext string, format func(models.Lang) ([]byte, error)) ([]File, error) {
	var files []File
	for _, lang := range in.Langs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		name := stem + "." + string(lang) + "." + ext
		body, err := format(lang)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files = append(files, File{Name: name, Body: body})
	}
	return files, nil
}

// DrawingsIn returns the drawings in lang, none where none were given.
func (in Input) DrawingsIn(ctx context.Context, lang models.Lang) ([]Drawing, error) {
	if in.Drawings == nil {
		return nil, nil
	}
	return in.Drawings.Drawings(ctx, lang)
}
