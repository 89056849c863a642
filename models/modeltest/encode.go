package modeltest

import (
	"encoding/json"
	"fmt"

	"go.yaml.in/yaml/v4"

	"github.com/harmpath/harmpath/models"
)

// JSON writes a model as a file of harmpath's own format.
func JSON(s *models.System) ([]byte, error) {
	return json.MarshalIndent(s, "", " ")
}

// YAML writes a model in the style in which people write YAML: neither brackets nor quotes where none are needed.
func YAML(s *models.System) ([]byte, error) {
	text, err := JSON(s)
	if err != nil {
		return nil, err
	}
	var tree yaml.Node
	if err := yaml.Load(text, &tree); err != nil {
		return nil, fmt.Errorf("write the model as YAML: %w", err)
	}
	unquote(&tree)
	return yaml.Dump(&tree)
}

// unquote takes brackets and quotes off that JSON needs and YAML does not.
func unquote(tree *yaml.Node) {
	stack := []*yaml.Node{tree}
	for len(stack) > 0 {
		n := stack[len(stack)-1]
		stack = append(stack[:len(stack)-1], n.Content...)
		n.Style = 0
	}
}
