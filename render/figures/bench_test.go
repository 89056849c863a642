package figures_test

import (
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/figures"
)

// BenchmarkAlbum draws all figures of a case in one language, Graphviz warm.
func BenchmarkAlbum(b *testing.B) {
	for _, size := range []struct {
		name   string
		result *models.Result
	}{
		{"home", useCase(b, "gas-water-heater")},
		{"plant-30", plantResult(b, 2, 8)},
		{"factory-152", plantResult(b, 12, 9)},
	} {
		b.Run(size.name, func(b *testing.B) {
			engine := newEngine(b)
			for range b.N {
				if _, err := figures.New(size.result, engine.Layout, figures.Options{}).Drawings(b.Context(), models.Japanese); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
