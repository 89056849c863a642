package models_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/harmpath/harmpath/models"
)

// A range of durations is long where all of it is, and not known where the threshold lies within.
func TestIsLong(t *testing.T) {
	const day = 24
	for d, want := range map[models.Duration]models.Truth{
		"short": models.False, "long": models.True, "unknown": models.Unknown, "": models.Unknown,
		"23h": models.False, "1d": models.True, "1w": models.True,
		"6h..8d": models.Unknown, "6h..1d": models.Unknown, "6h..23h": models.False, "1d..8d": models.True, "2d..2d": models.True,
	} {
		if got := d.IsLong(day); got != want {
			t.Errorf("%q: %v, want %v", d, got, want)
		}
	}
}

func TestDurationIsRead(t *testing.T) {
	for _, written := range []string{"6h..8d", "0h..0h", "24h..1d", "3d"} {
		var d models.Duration
		if err := d.UnmarshalText([]byte(written)); err != nil || string(d) != written {
			t.Errorf("%s: %q, %v", written, d, err)
		}
	}
	for _, written := range []string{"8d..6h", "6h..", "..8d", "6h..long", "6h..8d..9d", "6h.8d", "6h..99999999w"} {
		var d models.Duration
		if err := d.UnmarshalText([]byte(written)); err == nil {
			t.Errorf("%s is taken as %q", written, d)
		}
	}
}

// A time in hours is written as it is read.
func TestSpanComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hours := rapid.IntRange(0, models.MaxSpanHours).Draw(t, "hours")
		var read models.Span
		if err := read.UnmarshalText([]byte(models.SpanOf(hours))); err != nil {
			t.Fatal(err)
		}
		if got, known := read.Hours(); !known || got != hours {
			t.Fatalf("%d hours are written %s and read as %d", hours, read, got)
		}
	})
	for _, wrong := range []string{"", "3", "d", "-1d", "1.5d", "3 d", "3m", "100000d", "1d..2d"} {
		read := models.Span("1h")
		if err := read.UnmarshalText([]byte(wrong)); err == nil || read != "1h" {
			t.Errorf("%q is read as %q (%v)", wrong, read, err)
		}
	}
}
