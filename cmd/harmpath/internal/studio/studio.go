// Package studio makes the outputs of results and collections that a command line asks for. It writes no file.
package studio

import (
	"context"
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content/document"
	"github.com/harmpath/harmpath/render/figures"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/terminal"
)

// Studio makes the outputs that a command line asks for, of one case after the other, and of several together. All
// drawings share its helpers.
type Studio struct {
	Engine *layout.Engine
	base   render.Input // what all inputs have in common
	Want   Wanted
	More   bool // drawings follow those of the case at hand

	remark  func(models.Message) // tells the user
	passing bool                 // a figure is drawn in a way that another run may not repeat
}

// OpenStudio prepares to make outputs. Where one of them draws, it begins to get ready at once, while cases are read and
// analysed. The studio is closed in any case.
func OpenStudio(ctx context.Context, want Wanted, remark func(models.Message)) *Studio {
	engine := NewEngine(remark)
	if want.draws() {
		engine.Warm(ctx)
	}
	base := render.Input{Langs: want.Langs, Templates: want.Templates, Theme: want.Theme, Built: want.Built}
	return &Studio{Engine: engine, base: base, Want: want, remark: remark}
}

// NewEngine makes the engine of a command that draws.
func NewEngine(remark func(models.Message)) *layout.Engine {
	return layout.NewEngine(layout.Options{Remember: true, Notice: func(text string) { remark(models.Foreign(text)) }})
}

// Close ends the helpers. It fails where figures are drawn otherwise than the same command may draw them another time.
func (s *Studio) Close() error {
	if err := s.Engine.Close(); err != nil {
		return err
	}
	if s.passing {
		return models.Messagef("all is written, but figures are drawn more simply than they might be; run it again, on a machine with less to do, to draw these")
	}
	return nil
}

// tell tells what figures of a case are not drawn as they are meant.
func (s *Studio) tell(of models.CaseID, albums ...*figures.Album) {
	told := map[figures.Trouble]bool{}
	for _, album := range albums {
		for _, t := range album.Troubles() {
			s.passing = s.passing || t.Passing
			if !told[t] {
				told[t] = true
				s.remark(troubleOf(of, t))
			}
		}
	}
}

// troubleOf says what is wrong with a figure of a case, or of several together.
func troubleOf(of models.CaseID, t figures.Trouble) models.Message {
	what := models.Messagef("figure %s %s", t.Figure, t.What)
	if of == "" {
		return what
	}
	return models.Messagef("%s: %s", of, what)
}

// Product is the outputs that were made, with what they were made from.
type Product struct {
	Input render.Input
	Made  []render.Made
}

// Files lists the files of all outputs.
func (p *Product) Files() []render.File {
	var out []render.File
	for _, m := range p.Made {
		out = append(out, m.Files...)
	}
	return out
}

// One makes the outputs of one case.
func (s *Studio) One(ctx context.Context, result *models.Result, shown *terminal.Progress) (Product, error) {
	in := s.base
	in.Result = result
	return s.make(ctx, shown, in, func(o figures.Options) *figures.Album { return figures.New(result, s.Engine.Layout, o) })
}

// Together makes the outputs of several cases together.
func (s *Studio) Together(ctx context.Context, c *render.Collection, shown *terminal.Progress) (Product, error) {
	in := s.base
	in.Collection = c
	return s.make(ctx, shown, in, func(o figures.Options) *figures.Album { return figures.OfCollection(c.Collection, o) })
}

// make makes the outputs of an input, whose album is drawn for the screen and, where its theme is none for paper, once
// more for that. Each output is a step of what is shown.
func (s *Studio) make(ctx context.Context, shown *terminal.Progress, in render.Input, album func(figures.Options) *figures.Album) (Product, error) {
	in.Document = document.Once(in)
	theme := s.Want.Theme
	screen := album(figures.Options{Theme: theme})
	paper := screen
	if theme.OnPaper() != theme {
		paper = album(figures.Options{Theme: theme.OnPaper()})
	}
	defer s.drawAhead(ctx, screen)()
	made, err := WriteAll(s.Want.Outputs, func(o render.Output) ([]render.File, error) {
		shown.Step(o.Name)
		in := in
		in.Drawings = screen
		if o.Paper {
			in.Drawings = paper
		}
		files, err := o.Write(ctx, in)
		if err != nil {
			return nil, fmt.Errorf("make %s: %w", o.Name, err)
		}
		return files, nil
	})
	var of models.CaseID // of several together: none
	if in.Result != nil {
		of = in.Result.System.ID
	}
	s.tell(of, screen, paper)
	return Product{in, made}, err
}

// drawAhead lets the drawings of all languages be made at the same time, where an output asks for them. Then the engine's
// helpers go, unless more drawings follow, so that the outputs have their memory. What is returned waits for that; a
// failure is told to the output that asks.
func (s *Studio) drawAhead(ctx context.Context, album *figures.Album) (wait func()) {
	onScreen := func(o render.Output) bool { return o.Draws && (!o.Paper || s.Want.Theme == s.Want.Theme.OnPaper()) }
	if !slices.ContainsFunc(s.Want.Outputs, onScreen) {
		return func() {}
	}
	var drawn, rested render.Together
	for _, lang := range s.Want.Langs {
		drawn.Go(func() { _, _ = album.Drawings(ctx, lang) })
	}
	rested.Go(func() {
		drawn.Wait()
		if !s.More {
			s.Engine.Rest()
		}
	})
	return rested.Wait
}
