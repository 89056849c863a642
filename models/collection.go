package models

// CollectionFormat names the version of the collection file that this version of harmpath writes.
const CollectionFormat = "harmpath/collection/v1"

// Collection is what several cases are together: their list, where each lies on the common risk map, and how the
// measures of those in one cell of the map compare. Each case keeps its own result. It is a public file format.
type Collection struct {
	Format       string                `json:"format"` // CollectionFormat
	Tool         Tool                  `json:"tool"`
	Date         string                `json:"date,omitempty"`         // the latest date of the cases, YYYY-MM-DD
	Cases        []CollectedCase       `json:"cases"`                  // by No., those without one last, then by id
	Cells        []CollectedCell       `json:"cells"`                  // the cells of the map that hold cases: from the highest level of axis 1 down, then of axis 2
	Requirements []ComparedRequirement `json:"requirements,omitempty"` // what all cases together do, by viewpoint; those of no viewpoint last
	Words        Words                 `json:"words"`                  // the catalog's entries that the list and the comparison name
}

// CollectedCase is a line of the list of cases.
type CollectedCase struct {
	ID         CaseID                `json:"id"` // also the folder of the case's own outputs, beside the collection's
	No         int                   `json:"no,omitempty"`
	Mark       string                `json:"mark"` // what stands for the case where its name does not fit: its No., or a letter where it has none
	Title      Text                  `json:"title"`
	SystemName Text                  `json:"system_name,omitzero"`
	Site       SiteID                `json:"site"`
	Date       string                `json:"date,omitempty"`
	Reference  *CoarseRisk           `json:"reference,omitempty"` // the coarse size of risk given by the source
	Levels     InReadings[LevelPair] `json:"levels"`
	Result     string                `json:"result"` // the file with the case's result, relative to the collection's
}

// CollectedCell is a cell of the risk map, in the published reading, with the cases that lie in it.
type CollectedCell struct {
	Recovery     Recovery              `json:"recovery"`
	Economic     Economic              `json:"economic"`
	Viewpoints   []ViewpointID         `json:"viewpoints,omitempty"` // that the cell calls for
	Cases        []CaseID              `json:"cases"`
	Requirements []ComparedRequirement `json:"requirements,omitempty"` // by viewpoint, those of no viewpoint last
}

// ComparedRequirement is a requirement under one viewpoint, with what the cases compared do about it: those of a cell, or
// all of them.
type ComparedRequirement struct {
	Viewpoint ViewpointID       `json:"viewpoint,omitempty"` // empty: the cases state none
	Requires  RequirementID     `json:"requires,omitempty"`  // the catalog's; empty: the requirement is of a case's own wording, or not stated
	Text      Text              `json:"text,omitzero"`       // own wording
	Taken     []CaseID          `json:"taken,omitempty"`     // cases with a measure in force for it
	Lacking   []CaseID          `json:"lacking,omitempty"`   // cases without one, where another of those compared has one
	Measures  []ComparedMeasure `json:"measures"`
}

// ComparedMeasure is a measure with what was decided about it in the cases that name it.
type ComparedMeasure struct {
	Uses  MeasureID       `json:"uses,omitempty"` // the catalog's; empty: the measure is of a case's own wording
	Text  Text            `json:"text,omitzero"`  // 対策（例）
	Cases []DecidedInCase `json:"cases"`
}

// DecidedInCase is what one case decided about a measure; of several decisions, the one that does most.
type DecidedInCase struct {
	Case     CaseID      `json:"case"`
	Measures []MeasureID `json:"measures"` // of the case
	Status   Status      `json:"status"`
}
