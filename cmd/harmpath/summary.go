package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/words"
)

// summary prints what an analysis found, in short, for the terminal.
type summary struct {
	w      io.Writer
	screen screen
	lang   models.Lang
	result *models.Result
	folder string // of the model, before the places of findings
}

// The words of the summary.
var (
	sayRecovery    = models.Text{JA: "回復困難性", EN: "recovery difficulty"}
	sayEconomic    = models.Text{JA: "経済的影響", EN: "economic impact"}
	sayCan         = models.Text{JA: "至り得る影響", EN: "what can come about"}
	sayCannot      = models.Text{JA: "至り得ない影響", EN: "what cannot come about"}
	sayBy          = models.Text{JA: "誰により", EN: "through"}
	sayAttackers   = models.Text{JA: "攻撃者%d/%d種", EN: "%d of %d attackers"}
	sayEffort      = models.Text{JA: "最小の工数（人日）", EN: "least effort (days)"}
	sayStopped     = models.Text{JA: "防いでいるもの", EN: "stopped by"}
	sayNoCause     = models.Text{JA: "起点から到達できない", EN: "nothing leads to it"}
	sayThreats     = models.Text{JA: "脅威", EN: "threats"}
	sayOf          = models.Text{JA: "%d件中%d件に至り得る", EN: "%[2]d of %[1]d can come about"}
	sayAssumptions = models.Text{JA: "未確認事項", EN: "unknowns"}
	sayUnknown     = models.Text{JA: "%d件を満たされないものとみなした。うち%d件がレベルを左右する", EN: "%d properties are taken as not given; %d of them decide a level"}
	sayViewpoints  = models.Text{JA: "対策のない観点", EN: "viewpoints without a measure"}
	sayFindings    = models.Text{JA: "指摘事項", EN: "findings"}
	sayNone        = models.Text{JA: "なし", EN: "none"}
	sayLimits      = models.Text{JA: "打ち切られた探索", EN: "searches that were cut"}
	sayAtLeast     = models.Text{JA: "%s以上", EN: "at least %s"}
	sayAtMost      = models.Text{JA: "%s以下", EN: "at most %s"}
	sayAbout       = models.Text{JA: "約%s", EN: "about %s"}
	sayBetween     = models.Text{JA: "、", EN: ", "}
)

// print writes the whole summary.
func (s *summary) print() error {
	sys := &s.result.System
	_, err := fmt.Fprintf(s.w, "%s (%s)\n", s.screen.strong(s.say(sys.Title)), sys.ID)
	for _, part := range []func() error{s.levels, s.reachable, s.unreachable, s.counts, s.findings} {
		if err == nil {
			err = part()
		}
	}
	return err
}

func (s *summary) say(t models.Text) string { return content.Clean(t.In(s.lang)) }

func (s *summary) join(list []string) string { return strings.Join(list, sayBetween.In(s.lang)) }

// levels prints the two levels in the three readings.
func (s *summary) levels() error {
	var rows [][]string
	for _, id := range models.ReadingIDs() {
		pair := s.result.Levels.Published.In(id)
		row := []string{s.say(words.Reading(id)), s.recovery(pair.Recovery.Level), s.economic(pair.Economic)}
		if !pair.Determined() {
			open := s.screen.paint(s.say(models.NotDetermined()), red)
			row = append(row[:1], open, open)
		}
		rows = append(rows, row)
	}
	err := s.table([]string{"", s.say(sayRecovery), s.say(sayEconomic)}, rows)
	if published := &s.result.Levels.Published.Assessed; err == nil && !published.Determined() {
		var missing []string
		for _, lack := range published.Missing {
			missing = append(missing, s.say(lack.Name()))
		}
		_, err = fmt.Fprintf(s.w, "\n%s\n", words.Fill(s.say(words.NotDeterminedNote), "missing", s.join(missing)))
	}
	return err
}

func (s *summary) table(header []string, rows [][]string) error {
	if _, err := fmt.Fprintln(s.w); err != nil {
		return err
	}
	return printTable(s.w, s.screen, header, rows)
}

// heat colours what stands on the lowest, middle and highest of three levels.
func (s *summary) heat(level int, word string) string {
	return s.screen.paint(word, []style{green, yellow, red}[level])
}

func (s *summary) recovery(level models.Recovery) string {
	return s.heat(int(level), s.short(level.String(), words.Recovery(level)))
}

// short is how the summary calls a level: in English by the word of files, in Japanese as the framework does.
func (s *summary) short(inFiles string, term models.Text) string {
	if s.lang == models.English {
		return inFiles
	}
	return s.say(term)
}

func (s *summary) economic(level models.EconomicLevel) string {
	word := s.short(level.Max.String(), words.Economic(level.Max))
	if level.Min != level.Max {
		word = s.short(level.Min.String(), words.Economic(level.Min)) + "–" + word
	}
	return s.heat(int(level.Max), word)
}

// reachable prints the consequences that can come about in the assessed reading.
func (s *summary) reachable() error {
	var rows [][]string
	for i := range s.result.Consequences {
		c := &s.result.Consequences[i]
		if !c.Reachable.Assessed.Reachable {
			continue
		}
		rows = append(rows, []string{
			s.say(c.Name), s.recovery(c.Levels.Recovery.Level), s.economic(c.Levels.Economic), s.effort(c), s.through(c),
		})
	}
	if len(rows) == 0 {
		return nil
	}
	return s.table([]string{s.say(sayCan), s.say(sayRecovery), s.say(sayEconomic), s.say(sayEffort), s.say(sayBy)}, rows)
}

// through says who can bring a consequence about: attackers by their number, other causes by their names.
func (s *summary) through(c *models.Consequence) string {
	attackers := 0
	var out []string
	for _, id := range c.Reachable.Assessed.By {
		if s.malicious(id) {
			attackers++
		} else {
			out = append(out, s.profile(id))
		}
	}
	if attackers > 0 {
		out = append([]string{fmt.Sprintf(s.say(sayAttackers), attackers, len(s.result.System.Attackers))}, out...)
	}
	return s.join(out)
}

// effort is the least effort of any attack, with what the figure promises.
func (s *summary) effort(c *models.Consequence) string {
	best := ""
	least := 0.0
	for _, a := range c.Attacks {
		figure, value := s.figure(a.Effort)
		if a.Reading == models.Assessed && s.malicious(a.Profile) && (best == "" || value < least) {
			best, least = figure, value
		}
	}
	if best == "" {
		return "–"
	}
	return best
}

func (s *summary) figure(f models.Figure) (string, float64) {
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	switch {
	case f.Value != nil && f.Status == models.Exact:
		return number(*f.Value), *f.Value
	case f.Value != nil:
		return fmt.Sprintf(s.say(sayAbout), number(*f.Value)), *f.Value
	case f.Lower != nil && f.Upper != nil:
		return number(*f.Lower) + "–" + number(*f.Upper), *f.Lower
	case f.Lower != nil:
		return fmt.Sprintf(s.say(sayAtLeast), number(*f.Lower)), *f.Lower
	case f.Upper != nil:
		return fmt.Sprintf(s.say(sayAtMost), number(*f.Upper)), *f.Upper
	}
	return "", 0
}

// unreachable prints the consequences that cannot come about in the assessed reading, each with what stops it.
func (s *summary) unreachable() error {
	var rows [][]string
	for i := range s.result.Consequences {
		c := &s.result.Consequences[i]
		if c.Reachable.Assessed.Reachable {
			continue
		}
		var by []string
		for _, id := range c.StoppedBy {
			by = append(by, s.safeguard(id))
		}
		for _, x := range c.Excluded {
			by = append(by, s.class(x.Class))
		}
		if len(by) == 0 {
			by = []string{s.say(sayNoCause)}
		}
		rows = append(rows, []string{s.say(c.Name), s.recovery(c.Levels.Recovery.Level), s.economic(c.Levels.Economic), s.join(by)})
	}
	if len(rows) == 0 {
		return nil
	}
	return s.table([]string{s.say(sayCannot), s.say(sayRecovery), s.say(sayEconomic), s.say(sayStopped)}, rows)
}

// counts prints what is told in a line each.
func (s *summary) counts() error {
	reachable := 0
	for _, row := range s.result.Threats {
		if row.Reachable.Assessed.Reachable {
			reachable++
		}
	}
	deciding := 0
	for _, a := range s.result.Assumptions {
		if a.Decides {
			deciding++
		}
	}
	rows := [][]string{
		{s.say(sayThreats), fmt.Sprintf(s.say(sayOf), len(s.result.Threats), reachable)},
		{s.say(sayAssumptions), fmt.Sprintf(s.say(sayUnknown), len(s.result.Assumptions), deciding)},
	}
	if lacking := s.result.Viewpoints.Lacking; len(lacking) > 0 {
		var names []string
		for _, id := range lacking {
			names = append(names, s.viewpoint(id))
		}
		rows = append(rows, []string{s.say(sayViewpoints), s.join(names)})
	}
	if n := len(s.result.Limits); n > 0 {
		rows = append(rows, []string{s.say(sayLimits), strconv.Itoa(n)})
	}
	return s.table(nil, rows)
}

// findings prints the findings about the model, each with its place.
func (s *summary) findings() error {
	heading := s.say(sayFindings)
	if len(s.result.Findings) == 0 {
		heading += ": " + s.say(sayNone)
	}
	if _, err := fmt.Fprintf(s.w, "\n%s\n", s.screen.strong(heading)); err != nil {
		return err
	}
	f := findingsPrinter{s.w, s.screen, s.lang, s.folder, s.result.Words.Findings}
	return f.print("  ", s.result.Findings)
}
