package strict_test

import (
	"testing"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/strict"
)

func TestSmoke(t *testing.T) {
	var s models.System
	_, problems := strict.Decode("m.yaml", []byte(`harmpath: "1"
id: x
title: {ja: あ, en: b}
sight: home
components:
  - id: a
    name: A
    kind: k
    zone: 3
    propertes: {a: true}
    properties: {a: true, b: unknown, c: maybe}
effects:
  - id: e
    name: E
    causes:
      any: [used(a), {all: [infected(b), "x"]}]
    harm: {injury: seveer}
`), &s, strict.Limits{})
	for _, p := range problems {
		t.Log(p)
	}
	t.Logf("%+v", s.Components[0])
	t.Logf("%+v", s.Effects[0])
}
