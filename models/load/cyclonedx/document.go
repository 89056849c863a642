package cyclonedx

import "github.com/harmpath/harmpath/models"

// document is what is read of a file, in JSON as in XML.
type document struct {
	BOMFormat       string          `json:"bomFormat,omitempty" xml:"-"`
	SpecVersion     string          `json:"specVersion,omitempty" xml:"-"`
	Serial          string          `json:"serialNumber,omitempty" xml:"serialNumber,attr"`
	Edition         edition         `json:"version,omitempty" xml:"version,attr"`
	Metadata        metadata        `json:"metadata,omitzero" xml:"metadata"`
	Components      []component     `json:"components,omitempty" xml:"components>component"`
	Dependencies    []dependency    `json:"dependencies,omitempty" xml:"dependencies>dependency"`
	Vulnerabilities []vulnerability `json:"vulnerabilities,omitempty" xml:"vulnerabilities>vulnerability"`
	At              models.Place    `json:"-" xml:"-"`
}

// edition is the number of a file among those of the same serial number.
type edition string

// UnmarshalText reads a number as it is written.
func (e *edition) UnmarshalText(text []byte) error {
	*e = edition(text)
	return nil
}

type metadata struct {
	Component *component `json:"component,omitempty" xml:"component"` // what the document is about
}

type component struct {
	Ref          string       `json:"bom-ref,omitempty" xml:"bom-ref,attr"`
	Group        string       `json:"group,omitempty" xml:"group"`
	Name         string       `json:"name,omitempty" xml:"name"`
	Version      string       `json:"version,omitempty" xml:"version"`
	Supplier     organisation `json:"supplier,omitzero" xml:"supplier"`
	Manufacturer organisation `json:"manufacturer,omitzero" xml:"manufacturer"`
	Publisher    string       `json:"publisher,omitempty" xml:"publisher"`
	Scope        string       `json:"scope,omitempty" xml:"scope"`
	PURL         string       `json:"purl,omitempty" xml:"purl"`
	CPE          string       `json:"cpe,omitempty" xml:"cpe"`
	Hashes       []hash       `json:"hashes,omitempty" xml:"hashes>hash"`
	Components   []component  `json:"components,omitempty" xml:"components>component"`
	At           models.Place `json:"-" xml:"-"`
	Spot         spot         `json:"-" xml:"place spot,attr"`
}

type organisation struct {
	Name string `json:"name,omitempty" xml:"name"`
}

type hash struct {
	Algorithm string `json:"alg,omitempty" xml:"alg,attr"`
	Content   string `json:"content,omitempty" xml:",chardata"`
}

type dependency struct {
	Ref       string       `json:"ref,omitempty" xml:"ref,attr"`
	DependsOn []string     `json:"dependsOn,omitempty" xml:"-"`
	Below     []dependency `json:"-" xml:"dependency"` // in XML: on what it depends
}

type vulnerability struct {
	ID         string       `json:"id,omitempty" xml:"id"`
	References []reference  `json:"references,omitempty" xml:"references>reference"`
	Analysis   *assessment  `json:"analysis,omitempty" xml:"analysis"`
	Affects    []affected   `json:"affects,omitempty" xml:"affects>target"`
	Of         string       `json:"-" xml:"ref,attr"` // in the extension of earlier versions: what it affects
	At         models.Place `json:"-" xml:"-"`
	Spot       spot         `json:"-" xml:"place spot,attr"`
}

// reference is the same vulnerability as published elsewhere.
type reference struct {
	ID string `json:"id,omitempty" xml:"id"`
}

type assessment struct {
	State         string `json:"state,omitempty" xml:"state"`
	Justification string `json:"justification,omitempty" xml:"justification"`
	Detail        string `json:"detail,omitempty" xml:"detail"`
}

type affected struct {
	Ref      string        `json:"ref,omitempty" xml:"ref"`
	Versions []versionWord `json:"versions,omitempty" xml:"versions>version"`
}

type versionWord struct {
	Version string `json:"version,omitempty" xml:"version"`
	Range   string `json:"range,omitempty" xml:"range"` // as vers: writes it
	Status  string `json:"status,omitempty" xml:"status"`
}

// states lists what an assessment may come to.
var states = []string{"resolved", "resolved_with_pedigree", "exploitable", "in_triage", "false_positive", "not_affected"}

// statuses says what the states are in the four words of VEX. No state is affected.
var statuses = map[string]models.VulnerabilityStatus{
	"":                       models.Affected,
	"exploitable":            models.Affected,
	"in_triage":              models.UnderInvestigation,
	"resolved":               models.Fixed,
	"resolved_with_pedigree": models.Fixed,
	"false_positive":         models.NotAffected,
	"not_affected":           models.NotAffected,
}

// versionWords lists the words that say whether a version is affected.
var versionWords = []string{"affected", "unaffected", "unknown"}

// scopes lists the words that say what a component is for.
var scopes = []string{"", "required", "optional", "excluded"}
