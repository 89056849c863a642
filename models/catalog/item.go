package catalog

import "github.com/harmpath/harmpath/models"

// Item is one entry of whatever sort, as lists and help show it.
type Item struct {
	Section string      // the name of its section, e.g. rules
	ID      string      // unique in its section
	Name    models.Text // what people call it
	Means   models.Text // what it means

	entry entry
}

// List returns the entries of a section in the catalog's order, or nothing where there is no such section.
func List(c *models.Catalog, section string) []Item {
	var out []Item
	for _, s := range Sections() {
		if s.Name != section {
			continue
		}
		for _, e := range s.at(c) {
			out = append(out, Item{Section: s.Name, ID: e.id, Name: e.Name, Means: e.Means, entry: e})
		}
	}
	return out
}
