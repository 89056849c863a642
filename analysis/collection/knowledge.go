package collection

import (
	"cmp"
	"math"

	"github.com/harmpath/harmpath/models"
)

// knowledge is all cases, and the entries of the catalog that their results carry, found by id and in the catalog's order.
type knowledge struct {
	*models.Catalog
	results []*models.Result // of all cases
	places  struct {
		viewpoints   map[models.ViewpointID]int
		requirements map[models.RequirementID]int
		measures     map[models.MeasureID]int
	}
}

func knowledgeOf(results []*models.Result) *knowledge {
	var all models.Words
	for _, r := range results {
		all = all.With(r.Words)
	}
	k := &knowledge{results: results, Catalog: models.NewCatalog(models.Catalog{
		Measures: all.Measures, Requirements: all.Requirements, Viewpoints: all.Viewpoints, Sites: all.Sites,
	})}
	k.places.viewpoints = placed(k.Viewpoints, func(e *models.Viewpoint) models.ViewpointID { return e.ID })
	k.places.requirements = placed(k.Requirements, func(e *models.Requirement) models.RequirementID { return e.ID })
	k.places.measures = placed(k.Measures, func(e *models.CatalogMeasure) models.MeasureID { return e.ID })
	return k
}

// words are the entries that a reader of the collection needs.
func (k *knowledge) words() models.Words {
	return models.Words{Measures: k.Measures, Requirements: k.Requirements, Viewpoints: k.Viewpoints, Sites: k.Sites}
}

// viewpointBefore reports whether a viewpoint stands before another: in the catalog's order, then by id.
func (k *knowledge) viewpointBefore(a, b models.ViewpointID) bool {
	return cmp.Or(cmp.Compare(place(k.places.viewpoints, a), place(k.places.viewpoints, b)), cmp.Compare(a, b)) < 0
}

func placed[E any, K comparable](entries []E, key func(*E) K) map[K]int {
	out := make(map[K]int, len(entries))
	for i := range entries {
		out[key(&entries[i])] = i
	}
	return out
}

// place is where an entry stands in the catalog's order; what the catalog does not know comes last.
func place[K comparable](places map[K]int, id K) int {
	if at, known := places[id]; known {
		return at
	}
	return math.MaxInt
}
