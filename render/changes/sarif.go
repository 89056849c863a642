package changes

import (
	"bytes"
	"encoding/json"
	"net/url"
	"path"
	"path/filepath"
	"slices"

	"github.com/harmpath/harmpath/models"
)

// The parts of SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format, 2020) that a difference needs; the
// numbers are those of its sections.
type (
	sarifLog struct { // 3.13
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct { // 3.14
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct { // 3.18
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct { // 3.19
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct { // 3.49
		ID               string       `json:"id"`
		ShortDescription sarifMessage `json:"shortDescription"`
	}
	sarifResult struct { // 3.27
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Kind         string            `json:"kind"`
		Level        string            `json:"level"`
		Message      sarifMessage      `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifMessage struct { // 3.11
		Text string `json:"text"`
	}
	sarifLocation struct { // 3.28
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct { // 3.29
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct { // 3.4
		URI string `json:"uri"`
	}
	sarifRegion struct { // 3.30
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
)

// sarifRules are the sorts of changes, as rules of the log.
func sarifRules() []sarifRule {
	return []sarifRule{
		{"level-moved", sarifMessage{"A level of the case moved."}},
		{"consequence-turned", sarifMessage{"A harmful effect became reachable or is no longer."}},
		{"margin-moved", sarifMessage{"A harmful effect came nearer to somebody or moved away."}},
		{"attack-changed", sarifMessage{"The easiest attack on a harmful effect changed."}},
		{"threat-turned", sarifMessage{"A threat to a component became reachable or is no longer."}},
		{"entry-changed", sarifMessage{"An entry point appeared or went."}},
		{"finding-changed", sarifMessage{"A finding about the model appeared or went."}},
	}
}

// SARIF writes what a difference does to the result as a log in SARIF 2.1.0: what got worse fails, as an error or a
// warning; all else is informational (3.27.9, 3.27.10). A change without a place of its own stands at the model's head.
// inFull turns a place, which is relative to the case's folder, into the path that the code host knows.
func SARIF(d *models.Difference, lang models.Lang, tool models.Tool, head models.Place, inFull func(models.Place) models.Place) ([]byte, error) {
	run := sarifRun{
		Tool: sarifTool{sarifDriver{
			Name: tool.Name, Version: tool.Version, InformationURI: "https://github.com/harmpath/harmpath", Rules: sarifRules(),
		}},
		ColumnKind: "unicodeCodePoints",
		Results:    []sarifResult{},
	}
	for _, g := range Report(d, lang) {
		for _, l := range g.Lines {
			if l.Rule != "model-changed" {
				run.Results = append(run.Results, sarifOf(l, head, inFull))
			}
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(sarifLog{Schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
	return b.Bytes(), err
}

func sarifOf(l Line, head models.Place, inFull func(models.Place) models.Place) sarifResult {
	out := sarifResult{
		RuleID: l.Rule, Kind: "informational", Level: "none", Message: sarifMessage{l.Text},
		RuleIndex:    slices.IndexFunc(sarifRules(), func(r sarifRule) bool { return r.ID == l.Rule }),
		Fingerprints: map[string]string{"harmpath/v1": string(l.Turn) + "/" + l.Rule + "/" + l.ID},
	}
	if l.Worse {
		out.Kind, out.Level = "fail", "warning"
		if l.Grave {
			out.Level = "error"
		}
	}
	if l.Why != "" {
		out.Message.Text += "\n" + l.Why
	}
	at := l.At
	if at.File == "" {
		at = head
	}
	if at.File == "" {
		return out
	}
	at = inFull(at)
	place := sarifPhysical{Artifact: sarifArtifact{uri(at.File)}}
	if at.Line > 0 {
		place.Region = &sarifRegion{at.Line, at.Column}
	}
	out.Locations = []sarifLocation{{place}}
	return out
}

// uri writes a file name as a URI reference: relative to the folder that the command ran in, as code hosts want it, or
// absolute where the name is.
func uri(file string) string {
	slashed := filepath.ToSlash(file)
	switch {
	case path.IsAbs(slashed):
		return (&url.URL{Scheme: "file", Path: slashed}).String()
	case len(slashed) > 2 && slashed[1] == ':' && slashed[2] == '/': // a drive
		return (&url.URL{Scheme: "file", Path: "/" + slashed}).String()
	}
	return (&url.URL{Path: path.Clean(slashed)}).String()
}
