package models_test

import (
	"testing"

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
