package modeltest

import (
	"fmt"
	"maps"

	"go.yaml.in/yaml/v4"
)

// files writes the model as one file or as two, in YAML or JSON, and puts what is attached beside it.
func (a *author) files() map[string][]byte {
	out := maps.Clone(a.beside)
	body, err := JSON(a.system)
	if err != nil {
		panic(fmt.Sprintf("modeltest: %v", err))
	}
	if a.sometimes(2) {
		out["model.json"] = body
		return out
	}
	var tree yaml.Node
	if err := yaml.Load(body, &tree); err != nil {
		panic(fmt.Sprintf("modeltest: %v", err))
	}
	unquote(&tree)
	if a.sometimes(3) {
		out["below/rest.yaml"] = dump(a.divide(&tree))
	}
	out["model.yaml"] = dump(&tree)
	return out
}

// divide moves some of the sections of a model into another file, which it then includes.
func (a *author) divide(tree *yaml.Node) *yaml.Node {
	head := tree.Content[0]
	rest := &yaml.Node{Kind: yaml.MappingNode}
	kept := head.Content[:0:0]
	for i := 0; i < len(head.Content); i += 2 {
		key, value := head.Content[i], head.Content[i+1]
		if value.Kind == yaml.SequenceNode && a.sometimes(5) {
			rest.Content = append(rest.Content, key, value)
		} else {
			kept = append(kept, key, value)
		}
	}
	word := func(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: s, Tag: "!!str"} }
	head.Content = append(kept, word("include"), &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{word("below/rest.yaml")}})
	return rest
}

func dump(tree *yaml.Node) []byte {
	body, err := yaml.Dump(tree)
	if err != nil {
		panic(fmt.Sprintf("modeltest: %v", err))
	}
	return body
}
