package main

import (
	"strings"
	"testing"
	"time"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/studio"
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/layout"
	"github.com/harmpath/harmpath/render/svg"
	"github.com/harmpath/harmpath/render/terminal"
)

// Where the time for drawings is short, all outputs are made all the same, of every case of a collection, remarks name the
// figures, and the studio fails at its end.
func TestStudioWithoutTime(t *testing.T) {
	cases(t)
	var remarks strings.Builder
	remark := func(message models.Message) { remarks.WriteString(message.String() + "\n") }
	s := studio.OpenStudio(t.Context(), studio.Wanted{Outputs: []render.Output{svg.Output}, Langs: []models.Lang{models.English}, Theme: "light"}, remark)
	s.Engine.Close()
	s.Engine = layout.NewEngine(layout.Options{Timeout: time.Nanosecond})
	for _, folder := range three[:2] {
		result := analysed(t, folder)
		made, err := s.One(t.Context(), result, &terminal.Progress{})
		if err != nil {
			t.Fatal(err)
		}
		names := map[string]bool{}
		for _, f := range made.Files() {
			names[f.Name] = true
		}
		if !names["diagrams/configuration.en.svg"] || !names["diagrams/dataflow.en.svg"] {
			t.Errorf("%s: files %v", folder, names)
		}
		if of := string(result.System.ID) + ": figure configuration is drawn more simply"; !strings.Contains(remarks.String(), of) {
			t.Errorf("%s: remarks %s", folder, &remarks)
		}
	}
	if err := s.Close(); err == nil || !strings.Contains(err.Error(), "all is written") {
		t.Errorf("the studio closes with %v", err)
	}
}
