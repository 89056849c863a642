package strict_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/modeltest"
	"github.com/harmpath/harmpath/models/strict"
)

// large makes a case of n components, in YAML and in JSON.
func large(b *testing.B, n int) (yamlText, jsonText []byte) {
	b.Helper()
	s := modeltest.WithComponents(n).System()
	jsonText, err := modeltest.JSON(s)
	if err != nil {
		b.Fatal(err)
	}
	if yamlText, err = modeltest.YAML(s); err != nil {
		b.Fatal(err)
	}
	return yamlText, jsonText
}

// BenchmarkDecode compares reading with what the libraries alone take for the same bytes: the YAML library for its
// tree, and encoding/json for a value without places and with hardly a check.
func BenchmarkDecode(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		yamlText, jsonText := large(b, n)
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
