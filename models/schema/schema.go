// Package schema holds the JSON Schema (draft 2020-12) of the case format, with which an editor completes and checks
// a model while it is written. It says of a model what its types say; what only the whole model shows (an id that
// nothing has, a flow to itself) is said by models/check.
//
// The schema is made from the types of models and their comments, which are not there at run time: go generate writes
// it into harmpath.schema.json, and a test keeps that equal to the types and to the catalog.
package schema

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/harmpath/harmpath/models"
)

//go:generate go test -run=^TestShippedSchema$ -update .

// shipped is the schema with the words of the catalog that harmpath carries.
//
//go:embed harmpath.schema.json
var shipped []byte

// Shipped returns the schema with the words of the catalog that harmpath carries.
func Shipped() []byte { return shipped }

// For returns the schema with the words of a catalog, such as one that a user has extended.
func For(catalog *models.Catalog) ([]byte, error) { return withWords(shipped, catalog) }

// withWords puts the words of a catalog into a schema: the ids of its entries as enumerations with what they mean, and
// the protective properties as keys.
func withWords(schema []byte, catalog *models.Catalog) ([]byte, error) {
	var root document
	if err := json.Unmarshal(schema, &root); err != nil {
		return nil, fmt.Errorf("models/schema: %w", err)
	}
	for _, words := range vocabularies(catalog) {
		definition, err := json.Marshal(words.definition())
		if err != nil {
			return nil, fmt.Errorf("models/schema: %w", err)
		}
		root.Definitions[words.name] = definition
	}
	for sort, name := range propertySorts {
		definition, err := json.Marshal(properties(catalog, sort))
		if err != nil {
			return nil, fmt.Errorf("models/schema: %w", err)
		}
		root.Definitions[name] = definition
	}
	out, err := json.MarshalIndent(root, "", "  ")
	return append(out, '\n'), err
}

// document is a schema of which the definitions are taken apart.
type document struct {
	Schema      string                     `json:"$schema"`
	ID          string                     `json:"$id"`
	Title       string                     `json:"title"`
	Description string                     `json:"description"`
	Type        string                     `json:"type"`
	Properties  json.RawMessage            `json:"properties"`
	Additional  bool                       `json:"additionalProperties"`
	If          json.RawMessage            `json:"if"`
	Then        json.RawMessage            `json:"then"`
	Definitions map[string]json.RawMessage `json:"$defs"`
}
