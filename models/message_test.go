package models_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/harmpath/harmpath/models"
)

func TestMessageIn(t *testing.T) {
	number := models.Messagef("the number %s", "5")
	for _, c := range []struct {
		message models.Message
		en, ja  string
	}{
		{models.Message{}, "", ""},
		{models.Messagef("key %q is missing", "name"), `key "name" is missing`, `キー "name" がない`},
		{models.Messagef("expected %s, found %s", models.Messagef("a list"), number), "expected a list, found the number 5", "リストを書くところに数値 5 がある"},
		{models.Messagef("write one of %s", models.List{"a", "b"}), "write one of a, b", "a、b のいずれかを書いてください"},
		{models.Messagef("%s has the number %d already", "m", 3), "m has the number 3 already", "番号3は既に m に使われている"}, // another order
		{models.Messagef("100 %% of %s", "x"), "100 % of x", "100 % of x"},                                          // not in the catalog
		{models.Foreign("100% wrong: %s"), "100% wrong: %s", "100% wrong: %s"},
		{models.Foreign("did not find expected key"), "did not find expected key", "キーがあるはずのところにない"},
		{models.Foreign("control characters are not allowed (value: 1)"), "control characters are not allowed (value: 1)", "制御文字は使えない (value: 1)"},
		{models.Said(models.Text{EN: "50% of it", JA: "その50%"}), "50% of it", "その50%"},
		{models.MessageOf(fmt.Errorf("reading: %w", number)), "the number 5", "数値 5 "},
		{models.MessageOf(errors.New("full")), "full", "full"},
	} {
		if got := c.message.Text(); got != (models.Text{EN: c.en, JA: c.ja}) {
			t.Errorf("got  %q and %q\nwant %q and %q", got.EN, got.JA, c.en, c.ja)
		}
		if c.message.String() != c.en || c.message.Error() != c.en {
			t.Errorf("%q and %q are not English", c.message.String(), c.message.Error())
		}
	}
}

// Problems read the same in JSON as they did as sentences, and read back they say the same in English.
func TestProblemJSON(t *testing.T) {
	p := models.Problem{At: models.Place{File: "m.yaml", Line: 1, Column: 2}, Path: "a", What: models.Messagef("key %q is missing", "<&>")}
	encoded, err := json.Marshal(p)
	if want := `{"at":{"file":"m.yaml","line":1,"column":2},"path":"a","what":"key \"\u003c\u0026\u003e\" is missing"}`; err != nil || string(encoded) != want {
		t.Errorf("got  %s, %v\nwant %s", encoded, err, want)
	}
	var read models.Problem
	if err := json.Unmarshal(encoded, &read); err != nil || !read.Equal(p) {
		t.Errorf("got %v, %v, want %v", read, err, p)
	}
}

func TestProblemsInBothLanguages(t *testing.T) {
	at := models.Place{File: "m.yaml", Line: 3, Column: 1}
	problems := models.Problems{
		{At: at, What: models.Messagef("the file is empty")},
		{At: at, Path: "id", What: models.Messagef("key %q is missing", "id"), Remedy: models.Messagef("add %s: …", "id")},
		{At: at, Path: "id", What: models.Messagef("key %q is missing", "id"), Remedy: models.Messagef("add %s: …", "id")},
	}.Sort()
	if len(problems) != 2 {
		t.Fatalf("the same problem is told twice:\n%v", problems)
	}
	for lang, want := range map[models.Lang]string{
		models.English:  `m.yaml:3:1: id: key "id" is missing; add id: …`,
		models.Japanese: `m.yaml:3:1: id: キー "id" がない。id: … を追加してください`,
	} {
		if got := problems[1].In(lang); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
