// Package collection asks what several cases are together: it turns their results into the list of the cases, the cells
// of the common risk map that hold them, and a comparison of the measures of those in one cell. It reads results alone
// and derives no level anew.
//
// # The comparison
//
// Measures of different cases are taken for one where they are the same entry of the catalog or, without one, read the
// same. They stand under the viewpoint and the requirement that they name. A decision that puts other measures of its
// case into practice (adapts) counts for these. One that states no viewpoint stands under that of what it adapts, else
// under that of the measures of its own case that meet the same requirement, or else of those of the other cases;
// where there are several, under the first in the catalog's order. Rows without content (placeholders) are no
// measures.
//
// A case takes a requirement where it has a measure in force for it, and lacks it where it has none and another of the
// cases compared has one. A lack is a place to look at, not a fault: cases of one cell may differ for good reason.
package collection
