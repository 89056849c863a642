package models_test

import (
	"encoding/json"
	"testing"

	"github.com/harmpath/harmpath/models"
)

// What nobody says is unknown: the zero value, and the one that is not the other two.
func TestTruth(t *testing.T) {
	if zero := *new(models.Truth); zero != models.Unknown {
		t.Errorf("the zero value is %v", zero)
	}
	for written, want := range map[string]models.Truth{
		`true`: models.True, `"true"`: models.True, `false`: models.False, `"false"`: models.False, `"unknown"`: models.Unknown,
	} {
		got := models.Truth(7)
		if err := json.Unmarshal([]byte(written), &got); err != nil || got != want {
			t.Errorf("%s is read as %v (%v), want %v", written, got, err, want)
		}
	}
	for want, truth := range map[string]models.Truth{`true`: models.True, `false`: models.False, `"unknown"`: models.Unknown} {
		if got, err := json.Marshal(truth); err != nil || string(got) != want {
			t.Errorf("%v is written %s (%v), want %s", truth, got, err, want)
		}
	}
	for _, wrong := range []string{`"yes"`, `1`, `null`, `""`, `"True"`, `[true]`} {
		var got models.Truth
		if err := got.UnmarshalJSON([]byte(wrong)); err == nil || got != models.Unknown {
			t.Errorf("%s is read as %v (%v)", wrong, got, err)
		}
	}
	for _, word := range models.Truth.Values(0) {
		if got, err := models.ParseTruth(word); err != nil || got.String() != word {
			t.Errorf("%s is read as %v (%v)", word, got, err)
		}
	}
}
