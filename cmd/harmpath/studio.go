package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/content/document"
	"github.com/harmpath/harmpath/render/figures"
	"github.com/harmpath/harmpath/render/layout"
)

// studio makes the outputs that a command line asks for, of one case after the other, and of several together. All
// drawings share its helpers.
type studio struct {
	engine *layout.Engine
	base   render.Input // what all inputs have in common
	want   wanted
	more   bool // drawings follow those of the case at hand

	remark  func(string) // tells the user
	passing bool         // a figure is drawn in a way that another run may not repeat
}

// openStudio prepares to make outputs. Where one of them draws, it begins to get ready at once, while cases are read and
// analysed. The studio is closed in any case.
func (p *program) openStudio(ctx context.Context, want wanted) *studio {
	engine := p.newEngine()
	if want.draws() {
		engine.Warm(ctx)
	}
	base := render.Input{Langs: want.langs, Templates: want.templates, Theme: want.theme, Built: p.built()}
	return &studio{engine: engine, base: base, want: want, remark: p.remark}
}

// newEngine makes the engine of a command that draws.
func (p *program) newEngine() *layout.Engine {
	return layout.NewEngine(layout.Options{Remember: true, Notice: p.remark})
}

// remark tells the user something beside the result.
func (p *program) remark(message string) { fmt.Fprintln(p.remarks(), "harmpath: "+message) }

// Close ends the helpers. It fails where figures are drawn otherwise than the same command may draw them another time.
func (s *studio) Close() error {
	if err := s.engine.Close(); err != nil {
		return err
	}
	if s.passing {
		return errors.New("all is written, but figures are drawn more simply than they might be; run it again, on a machine with less to do, to draw these")
	}
	return nil
}

// tell tells what figures of a case are not drawn as they are meant.
func (s *studio) tell(of string, albums ...*figures.Album) {
	told := map[figures.Trouble]bool{}
	for _, album := range albums {
		for _, t := range album.Troubles() {
			s.passing = s.passing || t.Passing
			if !told[t] {
				told[t] = true
				s.remark(of + "figure " + t.Figure + " " + t.What)
			}
		}
	}
}

// product is the outputs that were made, with what they were made from.
type product struct {
	input render.Input
	made  []render.Made
}

// files lists the files of all outputs.
func (p *product) files() []render.File {
	var out []render.File
	for _, m := range p.made {
		out = append(out, m.Files...)
	}
	return out
}

// one makes the outputs of one case.
func (s *studio) one(ctx context.Context, result *models.Result, shown *progress) (product, error) {
	in := s.base
	in.Result = result
	return s.make(ctx, shown, in, func(o figures.Options) *figures.Album { return figures.New(result, s.engine.Layout, o) })
}

// together makes the outputs of several cases together.
func (s *studio) together(ctx context.Context, c *render.Collection, shown *progress) (product, error) {
	in := s.base
	in.Collection = c
	return s.make(ctx, shown, in, func(o figures.Options) *figures.Album { return figures.OfCollection(c.Collection, o) })
}

// make makes the outputs of an input, whose album is drawn for the screen and, where its theme is none for paper, once
// more for that. Each output is a step of what is shown.
func (s *studio) make(ctx context.Context, shown *progress, in render.Input, album func(figures.Options) *figures.Album) (product, error) {
	in.Document = document.Once(in)
	theme := s.want.theme
	screen := album(figures.Options{Theme: theme})
	paper := screen
	if theme.OnPaper() != theme {
		paper = album(figures.Options{Theme: theme.OnPaper()})
	}
	defer s.drawAhead(ctx, screen)()
	made, err := writeAll(s.want.outputs, func(o render.Output) ([]render.File, error) {
		shown.step(o.Name)
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
	of := ""
	if in.Result != nil {
		of = string(in.Result.System.ID) + ": "
	}
	s.tell(of, screen, paper)
	return product{in, made}, err
}

// drawAhead lets the drawings of all languages be made at the same time, where an output asks for them. Then the engine's
// helpers go, unless more drawings follow, so that the outputs have their memory. What is returned waits for that; a
// failure is told to the output that asks.
func (s *studio) drawAhead(ctx context.Context, album *figures.Album) (wait func()) {
	onScreen := func(o render.Output) bool { return o.Draws && (!o.Paper || s.want.theme == s.want.theme.OnPaper()) }
	if !slices.ContainsFunc(s.want.outputs, onScreen) {
		return func() {}
	}
	var drawn, rested render.Together
	for _, lang := range s.want.langs {
		drawn.Go(func() { _, _ = album.Drawings(ctx, lang) })
	}
	rested.Go(func() {
		drawn.Wait()
		if !s.more {
			s.engine.Rest()
		}
	})
	return rested.Wait
}
