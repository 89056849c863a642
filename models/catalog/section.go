package catalog

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/strict"
)

// Section is one sort of entries of a catalog: a folder of files, and a word of `harmpath list`.
type Section struct {
	Name string      // the folder, e.g. rules
	Doc  models.Text // what its entries are, as a headline

	at      func(c *models.Catalog) []entry
	decode  func(c *models.Catalog, file string, data []byte) (entry, *strict.Places, models.Problems)
	replace func(c, by *models.Catalog)
}

// entry is one entry of whatever sort.
type entry struct {
	section string
	id      string
	*models.Entry
	value any // pointer to the entry's own type
}

// Sections lists the sorts of entries in the order in which they are explained.
func Sections() []Section {
	return []Section{
		sectionOf("kinds", models.Text{JA: "構成要素の種類", EN: "kinds of components"},
			func(c *models.Catalog) *[]models.Kind { return &c.Kinds },
			func(e *models.Kind) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("classes", models.Text{JA: "機器の区分", EN: "device classes"},
			func(c *models.Catalog) *[]models.DeviceClass { return &c.DeviceClasses },
			func(e *models.DeviceClass) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("states", models.Text{JA: "状態", EN: "states"},
			func(c *models.Catalog) *[]models.State { return &c.States },
			func(e *models.State) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("properties", models.Text{JA: "保護の性質", EN: "protective properties"},
			func(c *models.Catalog) *[]models.Property { return &c.Properties },
			func(e *models.Property) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("threats", models.Text{JA: "脅威", EN: "threats"},
			func(c *models.Catalog) *[]models.Threat { return &c.Threats },
			func(e *models.Threat) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("rules", models.Text{JA: "攻撃と波及の規則", EN: "attack and consequence rules"},
			func(c *models.Catalog) *[]models.Rule { return &c.Rules },
			func(e *models.Rule) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("attacks", models.Text{JA: "攻撃の類型と、規則の及ぶ範囲", EN: "classes of attacks, and what the rules cover"},
			func(c *models.Catalog) *[]models.AttackClass { return &c.Attacks },
			func(e *models.AttackClass) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("measures", models.Text{JA: "対策", EN: "measures"},
			func(c *models.Catalog) *[]models.CatalogMeasure { return &c.Measures },
			func(e *models.CatalogMeasure) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("requirements", models.Text{JA: "対策要件", EN: "requirements on measures"},
			func(c *models.Catalog) *[]models.Requirement { return &c.Requirements },
			func(e *models.Requirement) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("viewpoints", models.Text{JA: "求められるセキュリティ・セーフティ要求の観点", EN: "viewpoints of security and safety requirements"},
			func(c *models.Catalog) *[]models.Viewpoint { return &c.Viewpoints },
			func(e *models.Viewpoint) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("sensitivities", models.Text{JA: "データの区分", EN: "classes of data"},
			func(c *models.Catalog) *[]models.Sensitivity { return &c.Sensitivities },
			func(e *models.Sensitivity) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("sites", models.Text{JA: "IoT機器を導入する現場", EN: "sites where systems are used"},
			func(c *models.Catalog) *[]models.Site { return &c.Sites },
			func(e *models.Site) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("findings", models.Text{JA: "モデルの指摘事項", EN: "findings about models"},
			func(c *models.Catalog) *[]models.FindingKind { return &c.Findings },
			func(e *models.FindingKind) (string, *models.Entry) { return e.ID, &e.Entry }),
		sectionOf("cells", models.Text{JA: "リスクマップの区分", EN: "cells of the risk map"},
			func(c *models.Catalog) *[]models.Cell { return &c.Cells },
			func(e *models.Cell) (string, *models.Entry) { return e.ID, &e.Entry }),
		sectionOf("schemes", models.Text{JA: "規格・法令・制度の要求事項", EN: "requirements of standards, laws and labels"},
			func(c *models.Catalog) *[]models.Scheme { return &c.Schemes },
			func(e *models.Scheme) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("policies", models.Text{JA: "適用方針", EN: "policies"},
			func(c *models.Catalog) *[]models.Policy { return &c.Policies },
			func(e *models.Policy) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("categories", models.Text{JA: "データのカテゴリ", EN: "categories of data"},
			func(c *models.Catalog) *[]models.Category { return &c.Categories },
			func(e *models.Category) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("norms", models.Text{JA: "「場」の規範", EN: "norms of fields"},
			func(c *models.Catalog) *[]models.Norm { return &c.Norms },
			func(e *models.Norm) (string, *models.Entry) { return string(e.ID), &e.Entry }),
		sectionOf("data_risks", models.Text{JA: "データのリスク", EN: "risks in the life of data"},
			func(c *models.Catalog) *[]models.DataRiskKind { return &c.DataRisks },
			func(e *models.DataRiskKind) (string, *models.Entry) { return string(e.ID), &e.Entry }),
	}
}

// sectionOf builds a section from the list of its entries and from what identifies one.
func sectionOf[T any](name string, doc models.Text, list func(*models.Catalog) *[]T, head func(*T) (string, *models.Entry)) Section {
	wrap := func(e *T) entry {
		id, common := head(e)
		return entry{section: name, id: id, Entry: common, value: e}
	}
	return Section{
		Name: name,
		Doc:  doc,
		at: func(c *models.Catalog) []entry {
			entries := *list(c)
			out := make([]entry, len(entries))
			for i := range entries {
				out[i] = wrap(&entries[i])
			}
			return out
		},
		decode: func(c *models.Catalog, file string, data []byte) (entry, *strict.Places, models.Problems) {
			var e T
			places, problems := strict.Decode(file, data, &e, fileLimits)
			if len(problems) == 0 {
				*list(c) = append(*list(c), e)
			}
			return wrap(&e), places, problems
		},
		replace: func(c, by *models.Catalog) {
			*list(c) = merged(*list(c), *list(by), func(e *T) string {
				id, _ := head(e)
				return id
			})
		},
	}
}

// merged returns base with the entries of more: each in the place of the one with its id, or behind all.
func merged[T any](base, more []T, id func(*T) string) []T {
	out := append([]T(nil), base...)
	place := make(map[string]int, len(out))
	for i := range out {
		place[id(&out[i])] = i
	}
	for i := range more {
		if at, overridden := place[id(&more[i])]; overridden {
			out[at] = more[i]
		} else {
			out = append(out, more[i])
		}
	}
	return out
}
