package neo4jstore

import (
	"reflect"

	"github.com/harmpath/harmpath/models"
)

// decodeSystem makes a model of its nodes.
func decodeSystem(nodes map[string]*stored) (*models.System, error) {
	var s models.System
	d := decoder{newEncoder(), nodes}
	if err := d.into(headKey, reflect.ValueOf(&s).Elem()); err != nil {
		return nil, err
	}
	return &s, nil
}
