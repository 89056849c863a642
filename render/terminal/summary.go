package terminal

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/render/content"
	"github.com/harmpath/harmpath/render/content/phrasing"
	"github.com/harmpath/harmpath/render/words"
)

// Summary prints what an analysis found, in short, for the terminal.
type Summary struct {
	W      io.Writer
	Screen Screen
	Lang   models.Lang
	Result *models.Result
	Folder string // of the model, before the places of findings

	view *phrasing.View
}

// The words of the summary.
var (
	sayRecovery    = models.Text{JA: "回復困難性", EN: "recovery difficulty"}
	sayEconomic    = models.Text{JA: "経済的影響", EN: "economic impact"}
	sayCan         = models.Text{JA: "至り得る影響", EN: "what can come about"}
	sayDoesNot     = models.Text{JA: "至らない影響", EN: "what does not come about"}
	sayBy          = models.Text{JA: "誰により", EN: "through"}
	sayAttackers   = models.Text{JA: "攻撃者%d/%d種", EN: "%d of %d attackers"}
	sayEffort      = models.Text{JA: "最小人日", EN: "days at least"}
	sayStopped     = models.Text{JA: "依拠するもの", EN: "resting on"}
	sayNotExamined = models.Text{JA: "至る経路がモデルにない影響（未検討）", EN: "nothing in the model leads to it: not examined"}
	sayTogether    = models.Text{JA: "同時に成り立たなくなる%d件の記載", EN: "%d statements that have to fail together"}
	sayHarm        = models.Text{JA: "回復困難性", EN: "recovery"}
	sayMoney       = models.Text{JA: "経済的影響", EN: "economic"}
	sayMargin      = models.Text{JA: "余裕", EN: "margin"}
	sayDoFirst     = models.Text{JA: "先に講じるべき性質", EN: "to do first"}
	sayAskFirst    = models.Text{JA: "先に確認すべきこと", EN: "to ask first"}
	sayDecides     = models.Text{JA: "左右するもの", EN: "what it decides"}
	sayFleet       = models.Text{JA: "すべての設置先・利用者に一度に", EN: "in all units at once"}
	sayToward      = models.Text{JA: "影響", EN: "against"}
	sayThreats     = models.Text{JA: "脅威", EN: "threats"}
	sayOf          = models.Text{JA: "%d件中%d件に至り得る", EN: "%[2]d of %[1]d can come about"}
	sayAssumptions = models.Text{JA: "未確認事項", EN: "unknowns"}
	sayUnknown     = models.Text{JA: "%d件の性質を満たされないものとみなした。%d件の記載のない性質が、まとめてレベルまたは影響を左右する", EN: "%d properties are taken as not given; together, %d that are not stated decide a level or a consequence"}
	sayCoverage    = models.Text{JA: "攻撃の類型", EN: "not examined"}
	sayUncovered   = models.Text{JA: "%d種は、このシステムの機器の種類の一部について未対応である（harmpath coverage MODEL）", EN: "%d classes of attacks, for some kinds of components here: harmpath coverage MODEL"}
	sayViewpoints  = models.Text{JA: "対策のない観点", EN: "viewpoints without a measure"}
	sayFindings    = models.Text{JA: "指摘事項", EN: "findings"}
	sayNone        = models.Text{JA: "なし", EN: "none"}
	sayLimits      = models.Text{JA: "打ち切られた探索", EN: "searches that were cut"}
	sayAtLeast     = models.Text{JA: "%s以上", EN: "at least %s"}
	sayAtMost      = models.Text{JA: "%s以下", EN: "at most %s"}
	sayAbout       = models.Text{JA: "約%s", EN: "about %s"}
	sayBetween     = models.Text{JA: "、", EN: ", "}
)

// Print writes the whole summary.
func (s *Summary) Print() error {
	sys := &s.Result.System
	s.view = phrasing.New(s.Result, s.Lang)
	_, err := fmt.Fprintf(s.W, "%s (%s)\n", s.Screen.Strong(s.say(sys.Title)), sys.ID)
	for _, part := range []func() error{s.levels, s.reachable, s.doFirst, s.askFirst, s.fleet, s.kept, s.unexamined, s.counts, s.findings} {
		if err == nil {
			err = part()
		}
	}
	return err
}

func (s *Summary) say(t models.Text) string { return content.Clean(t.In(s.Lang)) }

func (s *Summary) join(list []string) string { return strings.Join(list, sayBetween.In(s.Lang)) }

// levels prints the two levels in the three readings.
func (s *Summary) levels() error {
	var rows [][]string
	for _, id := range models.ReadingIDs() {
		pair := s.Result.Levels.Published.In(id)
		recovery, economic := s.between(id, pair)
		row := []string{s.say(words.Reading(id)), recovery, economic}
		if !pair.Determined() {
			open := s.Screen.paint(s.say(models.NotDetermined()), red)
			row = append(row[:1], open, open)
		}
		rows = append(rows, row)
	}
	err := s.table([]string{"", s.say(sayRecovery), s.say(sayEconomic)}, rows)
	if published := &s.Result.Levels.Published.Assessed; err == nil && !published.Determined() {
		var missing []string
		for _, lack := range published.Missing {
			missing = append(missing, s.say(lack.Name()))
		}
		_, err = fmt.Fprintf(s.W, "\n%s\n", words.Fill(s.say(words.NotDeterminedNote), "missing", s.join(missing)))
	}
	return err
}

func (s *Summary) table(header []string, rows [][]string) error {
	if _, err := fmt.Fprintln(s.W); err != nil {
		return err
	}
	return PrintTable(s.W, s.Screen, header, rows)
}

// heat colours what stands on the lowest, middle and highest of three levels.
func (s *Summary) heat(level int, word string) string {
	return s.Screen.paint(word, []style{green, yellow, red}[level])
}

func (s *Summary) recovery(level models.Recovery) string {
	return s.heat(int(level), s.short(level.String(), words.Recovery(level)))
}

// short is how the summary calls a level: in English by the word of files, in Japanese as the framework does.
func (s *Summary) short(inFiles string, term models.Text) string {
	if s.Lang == models.English {
		return inFiles
	}
	return s.say(term)
}

func (s *Summary) economic(level models.EconomicLevel) string {
	word := s.short(level.Max.String(), words.Economic(level.Max))
	if level.Min != level.Max {
		word = s.short(level.Min.String(), words.Economic(level.Min)) + "–" + word
	}
	return s.heat(int(level.Max), word)
}

// reachable prints the consequences that can come about in the assessed reading.
func (s *Summary) reachable() error {
	var rows [][]string
	for i := range s.Result.Consequences {
		c := &s.Result.Consequences[i]
		if !c.Reachable.Assessed.Reachable {
			continue
		}
		rows = append(rows, []string{
			s.say(c.Name), s.recovery(c.Levels.Recovery.Level), s.economic(c.Levels.Economic), s.effort(c), s.margins(c.Effect), s.through(c),
		})
	}
	if len(rows) == 0 {
		return nil
	}
	return s.table([]string{s.say(sayCan), s.say(sayHarm), s.say(sayMoney), s.say(sayEffort), s.say(sayMargin), s.say(sayBy)}, rows)
}

// through says who can bring a consequence about: attackers by their number, other causes by their names.
func (s *Summary) through(c *models.Consequence) string {
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
		who := fmt.Sprintf(s.say(sayAttackers), attackers, len(s.Result.System.Attackers))
		out = append([]string{who + s.ability(c.Effect)}, out...)
	}
	return s.join(out)
}

// effort is the least effort of any attack, with what the figure promises.
func (s *Summary) effort(c *models.Consequence) string {
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

func (s *Summary) figure(f models.Figure) (string, float64) {
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

// uncovered counts the classes of attacks that are not modelled yet for some kind of component of the case.
func (s *Summary) uncovered() int {
	open := map[models.AttackClassID]bool{}
	for i := range s.Result.Coverage {
		if c := &s.Result.Coverage[i]; c.Answer == models.NotYetClass {
			open[c.Class] = true
		}
	}
	return len(open)
}

// counts prints what is told in a line each.
func (s *Summary) counts() error {
	reachable := 0
	for _, row := range s.Result.Threats {
		if row.Reachable.Assessed.Reachable {
			reachable++
		}
	}
	deciding := map[models.PropertyRef]bool{}
	for _, d := range s.Result.Deciding {
		for _, ref := range d.Unknown {
			deciding[ref] = true
		}
	}
	rows := [][]string{
		{s.say(sayThreats), fmt.Sprintf(s.say(sayOf), len(s.Result.Threats), reachable)},
		{s.say(sayAssumptions), fmt.Sprintf(s.say(sayUnknown), len(s.Result.Assumptions), len(deciding))},
	}
	if open := s.uncovered(); open > 0 {
		rows = append(rows, []string{s.say(sayCoverage), fmt.Sprintf(s.say(sayUncovered), open)})
	}
	if lacking := s.Result.Viewpoints.Lacking; len(lacking) > 0 {
		var names []string
		for _, id := range lacking {
			names = append(names, s.viewpoint(id))
		}
		rows = append(rows, []string{s.say(sayViewpoints), s.join(names)})
	}
	if n := len(s.Result.Limits); n > 0 {
		rows = append(rows, []string{s.say(sayLimits), strconv.Itoa(n)})
	}
	return s.table(nil, rows)
}

// findings prints the findings about the model, each with its place.
func (s *Summary) findings() error {
	heading := s.say(sayFindings)
	if len(s.Result.Findings) == 0 {
		heading += ": " + s.say(sayNone)
	}
	if _, err := fmt.Fprintf(s.W, "\n%s\n", s.Screen.Strong(heading)); err != nil {
		return err
	}
	f := FindingsPrinter{s.W, s.Screen, s.Lang, s.Folder, s.Result.Words.Findings}
	return f.Print("  ", s.Result.Findings)
}
