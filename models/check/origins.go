package check

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
)

// origins checks that what elements call inferred are fields of theirs.
func (c *checker) origins() {
	for _, sort := range models.Sorts() {
		for _, list := range sort.Lists {
			fields := fieldsOf(list.Of)
			for i := range list.Len(c.system) {
				c.inferred(element{at: list.At(c.system, i).Origin.At, list: list.Key, index: i}, list.At(c.system, i).Origin.Fields, fields)
			}
		}
	}
}

// inferred checks what one element calls inferred.
func (c *checker) inferred(e element, named, fields []string) {
	for i, name := range named {
		if !slices.Contains(fields, name) {
			c.report(e, fmt.Sprintf("inferred[%d]", i), "there is no field "+name+" here", models.Meant(name, fields))
		}
	}
}

// fieldsOf returns the names of a type's own fields, as in files, with those of embedded types. It recurses over the
// types of models.
func fieldsOf(t reflect.Type) []string {
	var out []string
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous && f.Type != reflect.TypeFor[models.Origin]() {
			out = append(out, fieldsOf(f.Type)...)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name != "" && name != "-" && name != "id" {
			out = append(out, name)
		}
	}
	return out
}
