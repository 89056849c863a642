package diagram

import (
	"errors"
	"fmt"
	"math"

	"github.com/harmpath/harmpath/render/diagram/picture"
	"github.com/harmpath/harmpath/render/layout"
)

// Grid is a small matrix with marks in its cells, such as a risk map. It is drawn without Graphviz.
type Grid struct {
	ID          string // unique among the pictures of a page
	Lang        string
	Title       string
	Subtitle    string
	Description string // for people who cannot see the picture
	Theme       Theme

	Columns   Axis     // from left to right
	Rows      Axis     // from bottom to top
	Cells     [][]Cell // by row and column
	Marks     []Mark
	Steps     []Step
	Legend    []Entry
	Footnotes []string
}

// Axis is one side of a grid.
type Axis struct {
	Title  string
	Labels []string // one for each column or row
}

// Cell is a field of a grid.
type Cell struct {
	Level Level
	Label string // in the upper left corner
}

// Mark is something that lies in a cell; several lie below each other in the order given.
type Mark struct {
	ID          string
	Row, Column int
	Number      string // in a circle before the label
	Label       []Line
	Emphasis    Emphasis
	Dashed      bool // a mark that no longer holds, or not yet
	Tip         string
}

// Step is an arrow from one mark to another.
type Step struct {
	From, To string // ids of marks
	Emphasis Emphasis
	Line     LineStyle
}

// Measures of grids, in pixels.
const (
	cellWidth     = 214.0
	minCellHeight = 104.0
	cellPad       = 12.0
	cellGap       = 4.0
	chipPad       = 8.0
	chipGap       = 16.0
	cellLabelRoom = 22.0
	axisRoom      = 26.0
	rowLabelWidth = 112.0
)

// placedMark is a mark's place in the grid.
type placedMark struct {
	mark  *Mark
	label edgeLabel
	box   layout.Box
}

// gridPlan is a grid with positions; y of its area starts at zero.
type gridPlan struct {
	grid          *Grid
	palette       Palette
	rowTop        []float64 // by row, from the bottom row
	rowHeight     []float64
	marks         []placedMark
	width, height float64
}

// Picture paints the grid. It fails when a mark lies outside the grid or a step joins marks that do not exist.
func (g *Grid) Picture() (*picture.Picture, error) {
	if err := g.check(); err != nil {
		return nil, err
	}
	plan := g.plan()
	frame := makeFrame(plan.palette, g.Lang, g.Title, g.Subtitle, g.Legend, g.Footnotes, plan.width)
	p := picture.New(g.ID, frame.width+2*pagePad, 0)
	p.Title, p.Description, p.Lang, p.Background = oneLine(g.Title), oneLine(g.Description), g.Lang, plan.palette.Paper
	y := pagePad
	head, height := frame.heading(pagePad, y)
	p.Add(head...)
	if y += height; height > 0 {
		y += partGap
	}
	p.Add(plan.draw(layout.Point{X: pagePad + (frame.width-plan.width)/2, Y: y})...)
	y += plan.height
	if foot, height := frame.footing(pagePad, y+partGap); height > 0 {
		p.Add(foot...)
		y += partGap + height
	}
	p.Height = y + pagePad
	return p, nil
}

func (g *Grid) check() error {
	var faults []error
	fault := func(format string, words ...any) {
		faults = append(faults, fmt.Errorf("diagram: grid: "+format, words...))
	}
	if len(g.Cells) != len(g.Rows.Labels) {
		fault("%d rows of cells for %d labels", len(g.Cells), len(g.Rows.Labels))
	}
	for i, row := range g.Cells {
		if len(row) != len(g.Columns.Labels) {
			fault("row %d has %d cells for %d labels", i, len(row), len(g.Columns.Labels))
		}
	}
	known := map[string]bool{}
	for _, mark := range g.Marks {
		if mark.Row < 0 || mark.Row >= len(g.Rows.Labels) || mark.Column < 0 || mark.Column >= len(g.Columns.Labels) {
			fault("mark %q lies outside", mark.ID)
		}
		if known[mark.ID] {
			fault("mark id %q is used twice", mark.ID)
		}
		known[mark.ID] = true
	}
	for _, step := range g.Steps {
		if !known[step.From] || !known[step.To] || step.From == step.To {
			fault("step from %q to %q does not join two marks", step.From, step.To)
		}
	}
	return errors.Join(faults...)
}

// plan measures marks and rows and places them.
func (g *Grid) plan() *gridPlan {
	rows, columns := len(g.Rows.Labels), len(g.Columns.Labels)
	p := &gridPlan{grid: g, palette: g.Theme.Colors(), rowTop: make([]float64, rows), rowHeight: make([]float64, rows)}
	stacks := make([][]float64, rows) // how high each cell's marks are together
	for row := range stacks {
		stacks[row] = make([]float64, columns)
	}
	for i := range g.Marks {
		p.measure(&g.Marks[i], stacks[g.Marks[i].Row])
	}
	for row, heights := range stacks {
		p.rowHeight[row] = minCellHeight
		for column, height := range heights {
			p.rowHeight[row] = math.Max(p.rowHeight[row], height+2*cellPad+g.Cells[row][column].labelRoom())
		}
	}
	for row := rows - 1; row >= 0; row-- {
		p.rowTop[row] = p.height
		p.height += p.rowHeight[row] + cellGap
	}
	p.moveMarks(stacks)
	p.width = axisRoom + rowLabelWidth + float64(columns)*(cellWidth+cellGap)
	p.height += 2 * axisRoom
	return p
}

// labelRoom is the height that a cell's own label takes.
func (c Cell) labelRoom() float64 {
	if c.Label == "" {
		return 0
	}
	return cellLabelRoom
}

// measure sizes a mark and puts it below those of its cell, whose heights it adds to.
func (p *gridPlan) measure(mark *Mark, heights []float64) {
	edge := Edge{Label: mark.Label, Number: mark.Number}
	label := edge.fitWithin(cellWidth - 2*cellPad - stripWidth - 2*chipPad - numberSide - numberGap)
	top := heights[mark.Column]
	if top > 0 {
		top += chipGap
	}
	width, height := label.width+2*(chipPad-labelPad), label.height+2*(chipPad-labelPad)
	left := stripWidth + (cellWidth-stripWidth-width)/2
	p.marks = append(p.marks, placedMark{mark, label, layout.Box{
		Min: layout.Point{X: left, Y: top}, Max: layout.Point{X: left + width, Y: top + height},
	}})
	heights[mark.Column] = top + height
}

// moveMarks turns positions in a cell's stack into positions in the grid, each stack in the middle of its cell.
func (p *gridPlan) moveMarks(stacks [][]float64) {
	for i := range p.marks {
		mark := &p.marks[i]
		row, column := mark.mark.Row, mark.mark.Column
		cell, room := p.cell(row, column), p.grid.Cells[row][column].labelRoom()
		x, y := cell.Min.X, cell.Min.Y+room+(cell.Height()-room-stacks[row][column])/2
		mark.box.Min.X += x
		mark.box.Max.X += x
		mark.box.Min.Y += y
		mark.box.Max.Y += y
	}
}

func (p *gridPlan) cell(row, column int) layout.Box {
	x := axisRoom + rowLabelWidth + float64(column)*(cellWidth+cellGap)
	return layout.Box{
		Min: layout.Point{X: x, Y: p.rowTop[row]},
		Max: layout.Point{X: x + cellWidth, Y: p.rowTop[row] + p.rowHeight[row]},
	}
}
