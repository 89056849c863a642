package terminal

import (
	"fmt"
	"io"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/words"
)

// PrintReached prints levels and consequences; of attacks the store says nothing.
func PrintReached(w io.Writer, s Screen, r *models.Result, lang models.Lang) error {
	var rows [][]string
	for _, reading := range models.ReadingIDs() {
		pair := r.Levels.Published.In(reading)
		rows = append(rows, []string{words.Reading(reading).In(lang), words.RecoveryOf(pair).In(lang), words.EconomicOf(pair).In(lang)})
	}
	if err := PrintTable(w, s, []string{"", models.LimitedDamage.Axis().In(lang), models.LimitedImpact.Axis().In(lang)}, rows); err != nil {
		return err
	}
	fmt.Fprintln(w)
	header := []string{models.Text{JA: "結果（引き起こせる攻撃者等の数）", EN: "consequence (how many attackers and other causes bring it about)"}.In(lang)}
	for _, reading := range models.ReadingIDs() {
		header = append(header, words.Reading(reading).In(lang))
	}
	rows = nil
	for i := range r.Consequences {
		c := &r.Consequences[i]
		row := []string{c.Name.In(lang)}
		for _, reading := range models.ReadingIDs() {
			by := "–"
			if in := c.Reachable.In(reading); in.Reachable {
				by = fmt.Sprint(len(in.By))
			}
			row = append(row, by)
		}
		rows = append(rows, row)
	}
	return PrintTable(w, s, header, rows)
}
