// Package schema holds the JSON Schema (draft 2020-12) of the case format, with which an editor completes and checks
// a model while it is written. It says of a model what its types say; what only the whole model shows (an id that
// nothing has, a flow to itself) is said by models/check.
//
// The schema is made from the types of models and their comments, which are not there at run time: go generate writes
// it into harmpath.schema.json, and a test keeps that equal to the types. The words of the catalog are put in when the
// schema is asked for, so that a user's own are among them.
package schema

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/harmpath/harmpath/models"
)

//go:generate go test -run=^TestSchemaOfTypes$ -update .

// ofTypes is the schema of the types alone, without the words of a catalog.
//
//go:embed harmpath.schema.json
var ofTypes []byte

// For returns the schema with the words of a catalog: the ids of its entries as enumerations with what they mean, and
// the protective properties as keys.
func For(catalog *models.Catalog) ([]byte, error) {
	var root document
	if err := json.Unmarshal(ofTypes, &root); err != nil {
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
	return root.encode()
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

// encode writes the schema, its definitions in the order of their names.
func (d document) encode() ([]byte, error) {
	out, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("models/schema: %w", err)
	}
	return append(out, '\n'), nil
}
