package words

import "github.com/harmpath/harmpath/models"

// Step is a step of the risk management that a page of the document belongs to.
type Step int

// The steps, in their order.
const (
	Preparation Step = iota // 事前準備
	Evaluation              // リスク評価
	Response                // リスク対応
	Annex                   // 付録: the evidence behind the steps
)

// Steps lists the steps of the risk management in their order. The annex is none of them.
func Steps() []Step { return []Step{Preparation, Evaluation, Response} }

var steps = [...]models.Text{
	Preparation: text("事前準備", "Preparation"),
	Evaluation:  text("リスク評価", "Risk evaluation"),
	Response:    text("リスク対応", "Risk response"),
	Annex:       text("付録", "Annex"),
}

// Text names the step.
func (s Step) Text() models.Text { return steps[s] }

var stepHeads = [...]models.Text{
	Preparation: text("リスク評価、リスク対応に向けた事前準備", "Preparation for risk evaluation and risk response"),
	Evaluation:  text("リスク評価に係る内容", "Risk evaluation"),
	Response:    text("リスク対応に係る内容", "Risk response"),
	Annex:       text("付録：評価及び対応の根拠", "Annex: the evidence"),
}

// Head is the line above the pages of the step.
func (s Step) Head() models.Text { return stepHeads[s] }

// AnnexNumber is the number of a section of the annex.
var AnnexNumber = text("付録{letter}", "Annex {letter}")
