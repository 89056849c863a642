package figures

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/diagram"
	"github.com/harmpath/harmpath/render/figures/plate"
	"github.com/harmpath/harmpath/render/figures/riskmap"
	"github.com/harmpath/harmpath/render/layout"
)

// Options choose how figures look. The zero value is for screens and color print.
type Options struct {
	Theme   diagram.Theme
	Layouts int // drawings under way at the same time; zero: 3, of which two are with the helpers
}

// Album is the figures of one case, or of several together: each is laid out once for each language and kept. It is
// safe for concurrent use.
type Album struct {
	figures func(lang models.Lang) []plate.Figure
	place   diagram.Placer

	places   chan struct{} // drawings under way, of all languages
	mutex    sync.Mutex
	sheets   map[models.Lang]*sheet
	troubles map[Trouble]bool
}

// sheet is the figures in one language, once they are drawn.
type sheet struct {
	mutex sync.Mutex
	done  bool
	drawn []render.Drawing
}

// Trouble is a figure that is not drawn as it is meant.
type Trouble struct {
	Figure  string      // its id
	What    models.Text // how it is drawn instead, and why; follows the figure's name
	Passing bool        // another run may draw it otherwise: the time or the machine was the reason, and not the figure
}

// Troubles lists what went wrong with the drawings made so far, sorted by figure.
func (a *Album) Troubles() []Trouble {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	return slices.SortedFunc(maps.Keys(a.troubles), func(x, y Trouble) int {
		return cmp.Or(cmp.Compare(x.Figure, y.Figure), cmp.Compare(x.What.EN, y.What.EN))
	})
}

func (a *Album) note(t Trouble) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.troubles[t] = true
}

// New returns the album of a result. Nothing is drawn yet; place lays graphs out.
func New(result *models.Result, place diagram.Placer, options Options) *Album {
	return newAlbum(func(lang models.Lang) []plate.Figure { return Figures(result, lang, options.Theme) }, place, options)
}

// OfCollection returns the album of several cases together, none of whose figures is laid out as a graph.
func OfCollection(c *models.Collection, options Options) *Album {
	return newAlbum(func(lang models.Lang) []plate.Figure { return riskmap.OfCollection(c, lang, options.Theme) }, nil, options)
}

func newAlbum(list func(models.Lang) []plate.Figure, place diagram.Placer, options Options) *Album {
	if options.Layouts <= 0 {
		options.Layouts = 3
	}
	return &Album{figures: list, place: place, places: make(chan struct{}, options.Layouts), sheets: map[models.Lang]*sheet{}, troubles: map[Trouble]bool{}}
}

// Drawings returns the figures in lang. It fails when ctx ends alone: a figure that cannot be laid out is drawn more
// simply, one that cannot be drawn is replaced by a sheet that says so, and Troubles lists both. Several languages can be
// asked for at the same time.
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

// draw lays the figures out, several at a time, until ctx ends.
func (a *Album) draw(ctx context.Context, list []plate.Figure) ([]render.Drawing, error) {
	drawn := make([][]render.Drawing, len(list))
	var all render.Together
	for i := range list {
		a.places <- struct{}{}
		all.Go(func() {
			defer func() { <-a.places }()
			if ctx.Err() == nil {
				drawn[i] = a.drawOne(ctx, &list[i])
			}
		})
	}
	all.Wait()
	if ctx.Err() != nil {
		return nil, fmt.Errorf("draw the figures: %w", context.Cause(ctx))
	}
	return slices.Concat(drawn...), nil
}

// drawOne draws a figure, or what stands for it.
func (a *Album) drawOne(ctx context.Context, f *plate.Figure) []render.Drawing {
	made, err := f.Draw(ctx, a.watched(f.ID))
	if err != nil && ctx.Err() == nil {
		a.note(Trouble{Figure: f.ID, What: models.Messagef("is not drawn: %s", oneLine(err)).Text()})
		return []render.Drawing{f.Missing()}
	}
	for _, one := range made {
		if one.Failure != nil {
			a.note(Trouble{Figure: one.ID, What: models.Messagef("is drawn with its boxes in rows: %s", oneLine(one.Failure)).Text()})
		}
	}
	return made
}

// watched is the placer of a figure. It notes what fails for another reason than the graph; then it fails for the rest of
// the figure, too, which would take as long again.
func (a *Album) watched(figure string) diagram.Placer {
	var mutex sync.Mutex
	var passing error
	return func(ctx context.Context, request layout.Request) (*layout.Layout, error) {
		mutex.Lock()
		earlier := passing
		mutex.Unlock()
		if earlier != nil {
			return nil, earlier
		}
		placed, err := a.place(ctx, request)
		if err != nil && ctx.Err() == nil && !errors.Is(err, layout.ErrGraph) {
			mutex.Lock()
			passing = err
			mutex.Unlock()
			a.note(Trouble{Figure: figure, What: models.Messagef("is drawn more simply than it might be: %s", oneLine(err)).Text(), Passing: true})
		}
		return placed, err
	}
}

// oneLine is an error's first line.
func oneLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}
