package changes

import (
	"encoding/json"
	"path/filepath"

	"github.com/harmpath/harmpath/models"
)

// The parts of SARIF 2.1.0 (OASIS, 2020) that a difference needs.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool    sarifTool     `json:"tool"`
		Results []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string       `json:"id"`
		ShortDescription sarifMessage `json:"shortDescription"`
	}
	sarifResult struct {
		RuleID        string          `json:"ruleId"`
		Level         string          `json:"level"`
		Message       sarifMessage    `json:"message"`
		Locations     []sarifLocation `json:"locations,omitempty"`
		BaselineState string          `json:"baselineState"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
)

// sarifRules are the sorts of changes, as rules of the log.
var sarifRules = []sarifRule{
	{"level-moved", sarifMessage{"A level of the case moved."}},
	{"consequence-turned", sarifMessage{"A harmful effect became reachable or is no longer."}},
	{"attack-changed", sarifMessage{"The easiest attack on a harmful effect changed."}},
	{"threat-turned", sarifMessage{"A threat to a component became reachable or is no longer."}},
	{"entry-changed", sarifMessage{"An entry point appeared or went."}},
	{"finding-changed", sarifMessage{"A finding about the model appeared or went."}},
}

// SARIF writes what a difference does to the result as a log in SARIF 2.1.0: what got worse is an error or a warning,
// what got better a note that is absent now. A change without a place of its own stands at the model's head.
func SARIF(d *models.Difference, lang models.Lang, tool models.Tool, head models.Place) ([]byte, error) {
	run := sarifRun{
		Tool:    sarifTool{sarifDriver{Name: tool.Name, Version: tool.Version, Rules: sarifRules}},
		Results: []sarifResult{},
	}
	for _, g := range Report(d, lang) {
		for _, l := range g.Lines {
			if l.Rule != "model-changed" {
				run.Results = append(run.Results, sarifOf(l, head))
			}
		}
	}
	log := sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	}
	return json.MarshalIndent(log, "", "  ")
}

func sarifOf(l Line, head models.Place) sarifResult {
	out := sarifResult{RuleID: l.Rule, Level: "note", Message: sarifMessage{l.Text}, BaselineState: "updated"}
	switch l.Turn {
	case models.Gained:
		out.BaselineState = "new"
	case models.Lost:
		out.BaselineState = "absent"
	}
	if l.Worse {
		out.Level = "warning"
		if l.Grave {
			out.Level = "error"
		}
	}
	if l.Why != "" {
		out.Message.Text += " " + l.Why
	}
	at := l.At
	if at.File == "" {
		at = head
	}
	if at.File == "" {
		return out
	}
	place := sarifPhysical{Artifact: sarifArtifact{filepath.ToSlash(at.File)}}
	if at.Line > 0 {
		place.Region = &sarifRegion{at.Line, at.Column}
	}
	out.Locations = []sarifLocation{{place}}
	return out
}
