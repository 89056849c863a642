// Package png is the output that writes every drawing of a case as a PNG picture, for documents that take no vector
// graphics: one file for each drawing and language, diagrams/<drawing>.<language>.png, at 300 dots an inch of the size at
// which a page of A4 shows it.
package png

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/raster"
)

// Output writes the drawings as PNG.
var Output = render.Output{
	Name:  "png",
	Draws: true,
	Doc: models.Text{
		JA: "図をPNG形式で出力する（図及び言語ごとに1ファイル、印刷時の大きさで300dpi）。",
		EN: "The drawings as PNG, a file for each drawing and language, at 300 dots an inch of their printed size.",
	},
	Ext:   "png",
	Write: write,
}

func write(ctx context.Context, in render.Input) ([]render.File, error) {
	if in.Drawings == nil {
		return nil, errors.New("png: no drawings were given")
	}
	var files []render.File
	var drawings []render.Drawing
	for _, lang := range in.Langs {
		drawn, err := in.Drawings.Drawings(ctx, lang)
		if err != nil {
			return nil, err
		}
		drawings = append(drawings, drawn...)
		for _, d := range drawn {
			files = append(files, render.File{Name: render.DrawingFile(d.ID, lang, "png")})
		}
	}
	return files, paint(ctx, files, drawings)
}

// atOnce is how many pictures are painted at the same time at most; each takes up to 40 MB. One CPU is left to the outputs
// that are written beside.
const atOnce = 2

// paint paints each drawing into its file, and stops at the first failure.
func paint(ctx context.Context, files []render.File, drawings []render.Drawing) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var all render.Together
	var next atomic.Int64
	for range max(1, min(atOnce, runtime.GOMAXPROCS(0)-1)) {
		all.Go(func() {
			var press raster.Press
			for i := next.Add(1) - 1; i < int64(len(files)) && ctx.Err() == nil; i = next.Add(1) - 1 {
				body, err := press.PNG(drawings[i].Picture, raster.Print(drawings[i].Picture))
				if err != nil {
					stop(fmt.Errorf("png: paint %s: %w", files[i].Name, err))
				}
				files[i].Body = body
			}
		})
	}
	all.Wait()
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return nil
}
