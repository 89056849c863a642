package usecase_test

import (
	"fmt"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/usecase"
	"github.com/harmpath/harmpath/render/rendertest"
)

// The document is a tree: a format walks its sections and blocks.
func ExampleBuild() {
	doc := usecase.Build(rendertest.Case(), models.English)
	for _, s := range doc.Sections[:4] {
		fmt.Println(s.Number, s.Title)
		for _, b := range s.Blocks {
			if t, ok := b.(content.Table); ok {
				fmt.Printf("  table %d: %s, %d rows\n", t.No, t.Caption, len(t.Rows))
			}
		}
	}
	// Output:
	// 1 Overview of the solution
	// 2 Stakeholder relations
	//   table 1: Stakeholders, 2 rows
	//   table 2: Relations between stakeholders, 1 rows
	// 3 System configuration and list of components
	//   table 3: Components of the system, 2 rows
	//   table 4: Dependencies between components, 1 rows
	// 4 Data flow
	//   table 5: Data flows, 3 rows
	//   table 6: Data, 1 rows
}
