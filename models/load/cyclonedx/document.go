package cyclonedx

import "github.com/harmpath/harmpath/models"

// document is what is read of a file.
type document struct {
	BOMFormat       string          `json:"bomFormat"`
	SpecVersion     string          `json:"specVersion"`
	Metadata        metadata        `json:"metadata,omitzero"`
	Components      []component     `json:"components,omitempty"`
	Dependencies    []dependency    `json:"dependencies,omitempty"`
	Vulnerabilities []vulnerability `json:"vulnerabilities,omitempty"`
	At              models.Place    `json:"-"`
}

type metadata struct {
	Component *component `json:"component,omitempty"` // what the document is about
}

type component struct {
	Ref          string       `json:"bom-ref,omitempty"`
	Group        string       `json:"group,omitempty"`
	Name         string       `json:"name"`
	Version      string       `json:"version,omitempty"`
	Supplier     organisation `json:"supplier,omitzero"`
	Manufacturer organisation `json:"manufacturer,omitzero"`
	Publisher    string       `json:"publisher,omitempty"`
	PURL         string       `json:"purl,omitempty"`
	CPE          string       `json:"cpe,omitempty"`
	Hashes       []hash       `json:"hashes,omitempty"`
	Components   []component  `json:"components,omitempty"`
	At           models.Place `json:"-"`
}

type organisation struct {
	Name string `json:"name,omitempty"`
}

type hash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type dependency struct {
	Ref       string       `json:"ref"`
	DependsOn []string     `json:"dependsOn,omitempty"`
	At        models.Place `json:"-"`
}

type vulnerability struct {
	ID       string       `json:"id"`
	Analysis *assessment  `json:"analysis,omitempty"`
	Affects  []affected   `json:"affects,omitempty"`
	At       models.Place `json:"-"`
}

type assessment struct {
	State         state  `json:"state,omitempty"`
	Justification string `json:"justification,omitempty"`
	Detail        string `json:"detail,omitempty"`
}

type affected struct {
	Ref      string        `json:"ref"`
	Versions []versionWord `json:"versions,omitempty"`
}

type versionWord struct {
	Version string `json:"version,omitempty"`
	Range   string `json:"range,omitempty"` // as vers: writes it
	Status  word   `json:"status,omitempty"`
}

// state is what an assessment came to.
type state string

// statuses says what the states of the format are in the four words of VEX.
var statuses = map[state]models.VulnerabilityStatus{
	"exploitable":            models.Affected,
	"in_triage":              models.UnderInvestigation,
	"resolved":               models.Fixed,
	"resolved_with_pedigree": models.Fixed,
	"false_positive":         models.NotAffected,
	"not_affected":           models.NotAffected,
}

// Values lists the states.
func (state) Values() []string {
	return []string{"resolved", "resolved_with_pedigree", "exploitable", "in_triage", "false_positive", "not_affected"}
}

// word says whether a version is affected.
type word string

// Values lists the words.
func (word) Values() []string { return []string{"affected", "unaffected", "unknown"} }
