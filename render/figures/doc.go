// Package figures draws the case: it turns a models.Result into the figures of the use-case document, in one language
// at a time, as scenes for package diagram and as finished drawings for the outputs.
//
// The figures, in order: the relations of the stakeholders, the system's configuration, its data flows, the life of data in
// four steps, the risk map, for each consequence the attacks on it, laid over the system, and its attack graph, and how long
// products stay exposed to a vulnerable part, without SBOMs and with them. Each kind makes its figures of a caseview.Case, and
// package plate lays them out. What is said in them is in the result or in package words; nothing is derived here.
//
// No figure grows beyond what a page of A4 holds. Where the system has more components than that, components are drawn
// together by kind, then by zone, with their number; the figure says so, and pages for single zones follow it.
//
//	album := figures.New(result, engine.Layout, figures.Options{})
//	drawings, err := album.Drawings(ctx, models.Japanese)
package figures
