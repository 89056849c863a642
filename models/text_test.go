package models_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
)

func TestText(t *testing.T) {
	for _, c := range []struct {
		text           models.Text
		ja, en         string
		empty          bool
		lacksJA, lacks bool
	}{
		{models.Text{}, "", "", true, false, false},
		{models.Plain("A"), "A", "A", false, false, false},
		{models.Text{JA: "甲"}, "甲", "甲", false, false, true},
		{models.Text{EN: "A"}, "A", "A", false, true, false},
		{models.Text{JA: "甲", EN: "A"}, "甲", "A", false, false, false},
	} {
		if ja, en := c.text.In(models.Japanese), c.text.In(models.English); ja != c.ja || en != c.en {
			t.Errorf("%+v reads %q and %q, want %q and %q", c.text, ja, en, c.ja, c.en)
		}
		if c.text.Empty() != c.empty || c.text.IsZero() != c.empty {
			t.Errorf("%+v: empty is %t", c.text, c.text.Empty())
		}
		if ja, en := c.text.Lacks(models.Japanese), c.text.Lacks(models.English); ja != c.lacksJA || en != c.lacks {
			t.Errorf("%+v lacks Japanese %t, English %t", c.text, ja, en)
		}
	}
}

func TestTextIsWritten(t *testing.T) {
	for want, text := range map[string]models.Text{
		`""`: {}, `"A & <b>"`: models.Plain("A & <b>"), `{"ja":"甲","en":"A > B"}`: {JA: "甲", EN: "A > B"}, `{"ja":"甲"}`: {JA: "甲"}, `{"en":"A"}`: {EN: "A"},
	} {
		if got, err := text.MarshalJSON(); err != nil || string(got) != want {
			t.Errorf("%+v is written %s (%v), want %s", text, got, err, want)
		}
	}
	var text models.Text
	for _, wrong := range []string{`5`, `["A"]`, `{"ja": 5}`, `"`} {
		if err := json.Unmarshal([]byte(wrong), &text); err == nil {
			t.Errorf("%s is read as %+v", wrong, text)
		}
	}
}

// What is written is read as it was.
func TestTextComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.OneOf(rapid.Just(""), rapid.Just("A"), rapid.String())
		text := models.Text{JA: word.Draw(t, "ja"), EN: word.Draw(t, "en")}
		comesBack(t, text)
	})
}

// comesBack fails where a value is not what is read of what is written of it.
func comesBack[V comparable](t *rapid.T, v V) {
	written, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var read V
	if err := json.Unmarshal(written, &read); err != nil || read != v {
		t.Fatalf("%+v is written %s and read %+v (%v)", v, written, read, err)
	}
}
