package figures

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
)

// Options choose how figures look. The zero value is for screens and color print.
type Options struct {
	Theme   diagram.Theme
	Layouts int // drawings under way at the same time; zero: 3, of which two are with the helpers
}

// Album is the figures of one case, or of several together: each is laid out once for each language and kept. It is
// safe for concurrent use.
type Album struct {
	figures func(lang models.Lang) []Figure
	place   diagram.Placer

	places chan struct{} // drawings under way, of all languages
	mutex  sync.Mutex
	sheets map[models.Lang]*sheet
}

// sheet is the figures in one language, once they are drawn.
type sheet struct {
	mutex sync.Mutex
	done  bool
	drawn []render.Drawing
}

// New returns the album of a result. Nothing is drawn yet; place lays graphs out.
func New(result *models.Result, place diagram.Placer, options Options) *Album {
	return newAlbum(func(lang models.Lang) []Figure { return Figures(result, lang, options.Theme) }, place, options)
}

// OfCollection returns the album of several cases together, none of whose figures is laid out as a graph.
func OfCollection(c *models.Collection, options Options) *Album {
	return newAlbum(func(lang models.Lang) []Figure { return CollectionFigures(c, lang, options.Theme) }, nil, options)
}

func newAlbum(list func(models.Lang) []Figure, place diagram.Placer, options Options) *Album {
	if options.Layouts <= 0 {
		options.Layouts = 3
	}
	return &Album{figures: list, place: place, places: make(chan struct{}, options.Layouts), sheets: map[models.Lang]*sheet{}}
}

// Drawings returns the figures in lang. It fails when ctx ends, and when a graph cannot be laid out. Several languages
// can be asked for at the same time.
func (a *Album) Drawings(ctx context.Context, lang models.Lang) ([]render.Drawing, error) {
	s := a.sheet(lang)
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.done {
		return s.drawn, nil
	}
	drawn, err := a.draw(ctx, a.figures(lang))
	if err != nil {
		return nil, err
	}
	s.done, s.drawn = true, drawn
	return drawn, nil
}

func (a *Album) sheet(lang models.Lang) *sheet {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	s := a.sheets[lang]
	if s == nil {
		s = &sheet{}
		a.sheets[lang] = s
	}
	return s
}

// draw lays the figures out, several at a time, and stops at the first failure.
func (a *Album) draw(ctx context.Context, list []Figure) ([]render.Drawing, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	drawn := make([][]render.Drawing, len(list))
	var all render.Together
	for i := range list {
		a.places <- struct{}{}
		all.Go(func() {
			defer func() { <-a.places }()
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
	return slices.Concat(drawn...), nil
}
