package query_test

import (
	"context"
	"fmt"
	"os"

	"github.com/harmpath/harmpath/analysis"
	"github.com/harmpath/harmpath/analysis/query"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/native"
)

// Who holds the camera's id registers in its place, whatever else is protected.
func ExampleAsk() {
	model, err := load.Load([]load.Format{native.Format}, load.Source{Files: os.DirFS("../../testdata/usecases"), Name: "kalay-camera"})
	if err != nil {
		panic(err)
	}
	knowledge, err := catalog.Load()
	if err != nil {
		panic(err)
	}
	asked, err := query.Ask(model.System, knowledge, models.PathsQuestion{
		From: []string{"id_holder"}, To: []string{"spoofed(camera-registration)"},
	})
	if err != nil {
		panic(err)
	}
	result, err := analysis.Run(context.Background(), asked.System, knowledge, []analysis.Analysis{asked.Analysis}, analysis.Options{})
	if err != nil {
		panic(err)
	}
	fmt.Println(len(result.Paths.Attacks), "attack, nothing easier is missing:", result.Paths.Complete)
	fmt.Println("in all:", result.Paths.Count.Number)
	// Output:
	// 1 attack, nothing easier is missing: true
	// in all: 1
}
