package neo4jstore

import (
	"context"
	"fmt"
	"time"

	"github.com/harmpath/harmpath/models"
)

// Entry is a version in the list of what the store holds.
type Entry struct {
	Name     Name        `json:"-"`
	Case     string      `json:"case"`
	Version  string      `json:"version"`
	Title    models.Text `json:"title,omitzero"`
	Recovery string      `json:"recovery,omitempty"` // the published levels in the assessed reading; empty without a result
	Economic string      `json:"economic,omitempty"`
	Pushed   time.Time   `json:"pushed"` // when it last changed
	Revision int64       `json:"revision,omitempty"`
	Rows     int64       `json:"rows"`
	Done     int64       `json:"done"` // fewer than Rows: a push that is under way or was interrupted; readers do not see it
}

// Unfinished tells whether the entry is a push that did not come to its end yet.
func (e Entry) Unfinished() bool { return e.Done < e.Rows }

// List returns all versions, by case and name, and the pushes that did not come to their ends.
func (s *Store) List(ctx context.Context) ([]Entry, error) {
	var out []Entry
	err := s.read(ctx, "list the cases", func(tx transaction) error {
		out = nil
		return tx.each(`MATCH (v:Version|Staging) RETURN v.case, v.version, v.title_ja, v.title_en, v.recovery_assessed, v.economic_assessed,
coalesce(v.pushed, v.touched), v.revision, coalesce(v.rows, v.total), coalesce(v.done, v.rows)
ORDER BY v.case, v.version, v:Staging, v.key`, nil, func(values []any) error {
			e, err := entryOf(values)
			out = append(out, e)
			return err
		})
	})
	return out, err
}

func entryOf(values []any) (Entry, error) {
	var e Entry
	for i, into := range []*string{&e.Case, &e.Version, &e.Title.JA, &e.Title.EN, &e.Recovery, &e.Economic} {
		*into, _ = values[i].(string)
	}
	var ok bool
	if e.Pushed, ok = values[6].(time.Time); !ok {
		return e, fmt.Errorf("the store says of %s that it was pushed at %v", e.Case, values[6])
	}
	for i, into := range []*int64{&e.Revision, &e.Rows, &e.Done} {
		*into, _ = values[7+i].(int64)
	}
	e.Name = Name{models.CaseID(e.Case), e.Version}
	return e, nil
}
