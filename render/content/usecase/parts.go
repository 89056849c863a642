package usecase

import (
	"maps"
	"slices"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/attacks"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// containedTable lists parts with what contains them and what is known of their vulnerabilities.
func containedTable(v *phrasing.View, caption models.Text, parts []models.Contained) content.Table {
	t := v.Table("parts", caption,
		v.Head(words.ColumnPart, 5), v.Column(words.ColumnContainedIn, 7), v.Column(words.ColumnVulnerability, 7))
	for i := range parts {
		t.Rows = append(t.Rows, content.Row{containedName(v, &parts[i]), ways(v, &parts[i]), known(v, parts[i].Vulnerabilities)})
	}
	return t
}

// containedName says what a part is: its name, its version where the name does not say it, and its purl.
func containedName(v *phrasing.View, p *models.Contained) content.Cell {
	name := content.Line{v.Span(content.Name, p.Name)}
	if p.Component != "" {
		name = v.Entry(models.ComponentSort, string(p.Component))
	}
	out := content.CellOf(name)
	if p.Version != "" && !containsWord(p.Name.EN, p.Version) {
		out.Lines[0] = append(out.Lines[0], content.Span{Text: " " + content.Clean(p.Version)})
	}
	if p.PURL != "" {
		out.Lines = append(out.Lines, content.Line{{Text: content.Clean(p.PURL), Kind: content.Code}})
	}
	return out
}

// containsWord tells whether a name ends in a version.
func containsWord(name, version string) bool {
	return len(name) > len(version) && name[len(name)-len(version):] == version
}

// ways says in what a part lies, from the whole inwards, by each way to it, and how many ways are not listed.
func ways(v *phrasing.View, p *models.Contained) content.Cell {
	ways := p.Ways
	if len(ways) == 0 {
		ways = [][]models.Text{p.Within}
	}
	var lines []content.Line
	for _, way := range ways {
		steps := []content.Line{v.Called(models.ComponentSort, string(p.Whole))}
		for _, w := range way {
			steps = append(steps, content.Line{v.Span(content.Name, w)})
		}
		lines = append(lines, content.Join(v.Text(words.Arrow), steps...))
	}
	switch f := p.Further; {
	case f == nil:
	case f.Value != nil && *f.Value == 1:
		lines = append(lines, v.Quiet(words.OneMoreWay))
	case f.Value != nil:
		lines = append(lines, v.Fill(words.MoreWays, phrasing.Roles{"n": content.Raw(phrasing.Decimal(*f.Value))}))
	case f.Lower != nil && *f.Lower > 0:
		lines = append(lines, v.Fill(words.MoreWaysThan, phrasing.Roles{"n": content.Raw(phrasing.Decimal(*f.Lower))}))
	default:
		lines = append(lines, v.Quiet(words.PerhapsMoreWays))
	}
	if len(lines) == 1 {
		return content.CellOf(lines...)
	}
	return content.Points(lines)
}

// leftOut says how many entries the SBOMs of components list and call no part of the product themselves, and why.
func leftOut(v *phrasing.View) []content.Block {
	var out []content.Block
	for i := range v.Result.System.Components {
		c := &v.Result.System.Components[i]
		many := map[string]int{}
		for j := range c.LeftOut {
			many[c.LeftOut[j].Reason]++
		}
		reasons := content.Each(slices.Sorted(maps.Keys(many)), func(reason string) content.Line {
			return v.Fill(words.LeftOutReason, phrasing.Roles{"reason": content.Raw(reason), "n": content.Raw(phrasing.Decimal(float64(many[reason])))})
		})
		if len(reasons) > 0 {
			out = append(out, content.Notice{Tone: content.Remark, Text: v.Fill(words.LeftOut, phrasing.Roles{
				"component": v.Called(models.ComponentSort, string(c.ID)), "n": content.Raw(phrasing.Decimal(float64(len(c.LeftOut)))), "reasons": content.Join(v.Comma(), reasons...),
			})})
		}
	}
	return out
}

// known lists what is known of vulnerabilities, the gravest first.
func known(v *phrasing.View, list []models.Vulnerability) content.Cell {
	grave := models.VulnerabilityStatuses()
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(x, y models.Vulnerability) int {
		return slices.Index(grave, x.Status) - slices.Index(grave, y.Status)
	})
	var lines []content.Line
	for _, x := range sorted {
		status := v.Line(words.VulnerabilityStatus(x.Status))
		if x.Status == models.Affected {
			status = v.Strong(words.VulnerabilityStatus(x.Status))
		}
		sentence, roles := words.StatusOf, phrasing.Roles{"id": content.Raw(published(&x)), "status": status}
		if x.Justification != "" {
			sentence, roles["why"] = words.StatusBecause, content.Raw(x.Justification)
		}
		lines = append(lines, v.Fill(sentence, roles))
	}
	return v.PointsOrNone(lines)
}

// published is what a vulnerability is published as: its id, with the others behind it.
func published(v *models.Vulnerability) string {
	if len(v.Aliases) == 0 {
		return v.ID
	}
	return v.ID + " (" + strings.Join(v.Aliases, ", ") + ")"
}

// Contained is a table of what the components of a case contain, alone.
func Contained(system *models.System, list []models.Contained, lang models.Lang) content.Section {
	v := phrasing.New(&models.Result{System: *system}, lang)
	v.Alone = true
	section := v.Section("parts", words.Annex, words.InventoryTitle)
	section.Blocks = []content.Block{v.Gap(words.NothingContained)}
	if len(list) > 0 {
		section.Blocks = []content.Block{containedTable(v, words.InventoryTable, list)}
	}
	section.Add(leftOut(v)...)
	attacks.Number(v, section)
	return section
}
