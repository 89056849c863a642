package json

import "github.com/go-json-experiment/json/v1"

// legacy makes the library write what encoding/json does: the tags of models.Result mean what they mean there.
func legacy() json.Options { return json.DefaultOptionsV1() }
