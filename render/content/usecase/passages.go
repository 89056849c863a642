package usecase

import (
	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// passages says what the model states of traffic between networks: what components that join networks pass, and which
// networks nothing joins.
func passages(v *phrasing.View) []content.Block {
	var lines []content.Line
	for i := range v.System.Components {
		c := &v.System.Components[i]
		if c.Passes != nil {
			lines = append(lines, v.Judged(passed(v, c), c.Origin, "passes"))
		}
		for _, other := range c.Separate {
			line := v.Fill(words.Separate, phrasing.Roles{
				"a": v.Called(models.ComponentSort, string(c.ID)), "b": v.Called(models.ComponentSort, string(other)),
			})
			lines = append(lines, v.Judged(line, c.Origin, "separate"))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	out := make([]content.Block, len(lines))
	for i, line := range lines {
		out[i] = content.Paragraph{Small: true, Text: line}
	}
	return out
}

// passed says what one component passes between its networks.
func passed(v *phrasing.View, c *models.Component) content.Line {
	gateway := v.Called(models.ComponentSort, string(c.ID))
	if len(c.Passes) == 0 {
		return v.Fill(words.PassesNothing, phrasing.Roles{"component": gateway})
	}
	ways := content.Each(c.Passes, func(p models.Passage) content.Line {
		return content.Join(" → ", v.Called(models.ComponentSort, string(p.From)), v.Called(models.ComponentSort, string(p.To)))
	})
	return v.Fill(words.Passes, phrasing.Roles{"component": gateway, "passages": content.Join(v.Comma(), ways...)})
}
