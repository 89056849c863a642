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
			fields, former := fieldsOf(list.Of)
			for i := range list.Len(c.system) {
				c.inferred(element{at: list.At(c.system, i).Origin.At, list: list.Key, index: i}, list.At(c.system, i).Origin.Fields, fields, former)
			}
		}
	}
}

// inferred checks what one element calls inferred.
func (c *checker) inferred(e element, named, fields, former []string) {
	for i, name := range named {
		if !slices.Contains(fields, name) && !slices.Contains(former, name) {
			c.report(e, fmt.Sprintf("inferred[%d]", i), models.Messagef("there is no field %s here", name), models.Meant(name, fields))
		}
	}
}

// fieldsOf returns the names of a type's own fields, as in files, with those of embedded types, and the former names of
// fields. It recurses over the types of models.
func fieldsOf(t reflect.Type) (out, former []string) {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous && f.Type != reflect.TypeFor[models.Origin]() {
			embedded, before := fieldsOf(f.Type)
			out, former = append(out, embedded...), append(former, before...)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name != "" && name != "-" && name != "id" {
			out = append(out, name)
		}
		if before := f.Tag.Get("former"); before != "" {
			former = append(former, before)
		}
	}
	return out, former
}
