package figures

import (
	"context"
	"fmt"
	"sync"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
)

// Options choose how figures look. The zero value is for screens and color print.
type Options struct {
	Theme   diagram.Theme
	Layouts int // drawings laid out at the same time; zero: 2
}

// Album is the figures of one case: each is laid out once for each language and kept. It is safe for concurrent use.
type Album struct {
	result  *models.Result
	place   diagram.Placer
	options Options

	mutex sync.Mutex
	drawn map[models.Lang][]render.Drawing
}

// New returns the album of a result. Nothing is drawn yet; place lays graphs out.
func New(result *models.Result, place diagram.Placer, options Options) *Album {
	if options.Layouts <= 0 {
		options.Layouts = 2
	}
	return &Album{result: result, place: place, options: options, drawn: map[models.Lang][]render.Drawing{}}
}

// Drawings returns the figures in lang. It fails when ctx ends, and when a graph cannot be laid out.
func (a *Album) Drawings(ctx context.Context, lang models.Lang) ([]render.Drawing, error) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if drawn, done := a.drawn[lang]; done {
		return drawn, nil
	}
	drawn, err := a.draw(ctx, Figures(a.result, lang, a.options.Theme))
	if err != nil {
		return nil, err
	}
	a.drawn[lang] = drawn
	return drawn, nil
}

// draw lays the figures out, several at a time, and stops at the first failure.
func (a *Album) draw(ctx context.Context, list []Figure) ([]render.Drawing, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	drawn := make([]render.Drawing, len(list))
	places := make(chan struct{}, a.options.Layouts)
	var all sync.WaitGroup
	for i := range list {
		places <- struct{}{}
		all.Go(func() {
			defer func() { <-places }()
			if ctx.Err() != nil {
				return
			}
			made, err := list[i].draw(ctx, a.place)
			if err != nil {
				stop(fmt.Errorf("draw %s: %w", list[i].ID, err))
				return
			}
			drawn[i] = made
		})
	}
	all.Wait()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	return drawn, nil
}
