package json

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/harmpath/harmpath/models"
)

// Whatever a result holds, it is written as the standard library writes it.
func TestEncoderEqualsTheStandardLibrary(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		var result models.Result
		fill(reflect.ValueOf(&result).Elem(), r, 7)
		compare(t, seed, &result)
		var collection models.Collection
		fill(reflect.ValueOf(&collection).Elem(), r, 7)
		compare(t, seed, &collection)
	}
}

func compare[T models.Result | models.Collection](t *testing.T, seed uint64, of *T) {
	t.Helper()
	var want bytes.Buffer
	e := json.NewEncoder(&want)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(of); err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := Encode(&got, of); err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got.Bytes(), want.Bytes()) {
		return
	}
	at := 0
	for at < min(got.Len(), want.Len()) && got.Bytes()[at] == want.Bytes()[at] {
		at++
	}
	from := max(0, at-60)
	t.Fatalf("seed %d, byte %d: %q, want %q", seed, at, got.Bytes()[from:min(got.Len(), at+40)], want.Bytes()[from:min(want.Len(), at+40)])
}

// words are what text is made of: what has to be escaped among them.
var words = []string{"", "a", "water heater", "湯", "<&>", "\"\\/", "\n\t\r\b\f\x00\x1f\x7f", "\u2028\u2029", "\xff", "🔥", "a\xe2\x80"}

// fill puts something into a value and all that is in it.
func fill(v reflect.Value, r *rand.Rand, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(words[r.IntN(len(words))] + words[r.IntN(len(words))])
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(r.IntN(3) * r.IntN(1000)))
	case reflect.Uint8:
		v.SetUint(uint64(r.IntN(3))) // levels and truths
	case reflect.Float64:
		v.SetFloat([]float64{0, 1, -0.5, 1e-9, 1e21, 3e-7, 123456789.25, 1e300}[r.IntN(8)])
	case reflect.Pointer:
		if depth > 0 && r.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), r, depth-1)
		}
	case reflect.Slice:
		if n := r.IntN(4) - 1; depth > 0 && n >= 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				fill(v.Index(i), r, depth-1)
			}
		}
	case reflect.Map:
		if n := r.IntN(4) - 1; depth > 0 && n >= 0 {
			v.Set(reflect.MakeMap(v.Type()))
			for range n {
				key, elem := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
				key.SetString([]string{"a", "b", "<c>", "湯"}[r.IntN(4)])
				fill(elem, r, depth-1)
				v.SetMapIndex(key, elem)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				fill(f, r, depth-1)
			}
		}
	}
}
