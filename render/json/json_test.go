package json

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render"
	"github.com/harmpath/harmpath/render/rendertest"
)

// TestRoundTrip: the file read back is the result, and written again it is the same file.
func TestRoundTrip(t *testing.T) {
	for name, result := range map[string]*models.Result{"case": rendertest.Case(), "empty": {Policies: models.PoliciesInForce{LongDuration: "1w"}}} {
		files, err := Output.Write(context.Background(), render.Input{Result: result, Langs: models.Langs()})
		if err != nil {
			t.Fatal(err)
		}
		if len(files) != 1 || files[0].Name != "result.json" {
			t.Fatalf("%s: files %v", name, files)
		}
		var back models.Result
		if err := json.Unmarshal(files[0].Body, &back); err != nil {
			t.Fatal(err)
		}
		again, err := encode(&back)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again, files[0].Body) {
			t.Errorf("%s: written again, the file differs", name)
		}
		if name == "case" && !reflect.DeepEqual(back.Consequences, result.Consequences) {
			t.Errorf("%s: the consequences read back differ", name)
		}
	}
}

func TestMarkupStaysReadable(t *testing.T) {
	body, err := encode(&models.Result{System: models.System{Title: models.Plain("a < b & 湯")}})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(body, []byte("a < b & 湯")) {
		t.Error("text is written in escapes")
	}
}

func TestOutOfRange(t *testing.T) {
	nan := 0.0
	nan /= nan
	_, err := encode(&models.Result{Consequences: []models.Consequence{{Chance: &models.Figure{Value: &nan}}}})
	if err == nil {
		t.Error("a number that JSON cannot hold is no error")
	}
}

// The file is what the standard library would write.
func TestEncodeIsWhatTheStandardLibraryWrites(t *testing.T) {
	var want bytes.Buffer
	e := json.NewEncoder(&want)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(rendertest.Case()); err != nil {
		t.Fatal(err)
	}
	got, err := encode(rendertest.Case())
	if err != nil || !bytes.Equal(got, want.Bytes()) {
		t.Errorf("%v; %d bytes, want %d", err, len(got), want.Len())
	}
}
