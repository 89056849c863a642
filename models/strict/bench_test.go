package strict_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/strict"
)

// large makes a case of n components and n flows, in YAML and in JSON.
func large(n int) (yamlText, jsonText []byte) {
	s := models.System{Harmpath: "1", ID: "city", Title: models.Plain("City"), Site: "consumer"}
	for i := range n {
		id := models.ComponentID(fmt.Sprintf("component-%d", i))
		s.Components = append(s.Components, models.Component{
			ID: id, Name: models.Text{JA: fmt.Sprintf("給湯器%d", i), EN: fmt.Sprintf("Heater %d", i)}, Kind: "appliance", Zone: "home",
			On:         []models.ComponentID{models.ComponentID(fmt.Sprintf("network-%d", i/8))},
			Properties: models.Properties{"flaw_free": models.True, "verified_code": models.Unknown},
		})
		s.Flows = append(s.Flows, models.Flow{
			ID: models.FlowID(fmt.Sprintf("flow-%d", i)), From: id, To: models.ComponentID(fmt.Sprintf("component-%d", (i+1)%n)),
			Nature: models.CommandFlow, Properties: models.Properties{"authenticated": models.True},
		})
	}
	jsonText, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		panic(err)
	}
	var tree yaml.Node
	if err := yaml.Load(jsonText, &tree); err != nil {
		panic(err)
	}
	blockStyle(&tree)
	if yamlText, err = yaml.Dump(&tree); err != nil {
		panic(err)
	}
	return yamlText, jsonText
}

// blockStyle makes JSON's brackets and quotes the style in which people write YAML.
func blockStyle(root *yaml.Node) {
	stack := []*yaml.Node{root}
	for len(stack) > 0 {
		n := stack[len(stack)-1]
		stack = append(stack[:len(stack)-1], n.Content...)
		n.Style = 0
	}
}

// BenchmarkDecode compares reading with what the libraries alone take for the same bytes: the YAML library for its
// tree, and encoding/json for a value without places and with hardly a check.
func BenchmarkDecode(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		yamlText, jsonText := large(n)
		for _, reader := range []struct {
			name string
			data []byte
			read func([]byte) error
		}{
			{"yaml", yamlText, strictly("m.yaml")},
			{"yaml-tree-alone", yamlText, func(data []byte) error { return yaml.Load(data, new(yaml.Node)) }},
			{"json", jsonText, strictly("m.json")},
			{"encoding-json-alone", jsonText, func(data []byte) error { return json.Unmarshal(data, new(models.System)) }},
		} {
			b.Run(fmt.Sprintf("%s/%d", reader.name, n), func(b *testing.B) {
				b.SetBytes(int64(len(reader.data)))
				b.ReportAllocs()
				for b.Loop() {
					if err := reader.read(reader.data); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func strictly(file string) func([]byte) error {
	return func(data []byte) error {
		_, problems := strict.Decode(file, data, new(models.System), strict.Limits{})
		return problems.Err()
	}
}
