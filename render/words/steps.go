package words

import "github.com/harmpath/harmpath/models"

// Step is a step of the risk management that a page of the document belongs to.
type Step int

// The steps, in their order.
const (
	Preparation Step = iota // 事前準備
	Evaluation              // リスク評価
	Response                // リスク対応
)

// Steps lists the steps in their order.
func Steps() []Step { return []Step{Preparation, Evaluation, Response} }

var steps = [...]models.Text{
	Preparation: text("事前準備", "Preparation"),
	Evaluation:  text("リスク評価", "Risk evaluation"),
	Response:    text("リスク対応", "Risk response"),
}

// Text names the step.
func (s Step) Text() models.Text { return steps[s] }

var stepHeads = [...]models.Text{
	Preparation: text("リスク評価、リスク対応に向けた事前準備", "Preparation for risk evaluation and risk response"),
	Evaluation:  text("リスク評価に係る内容", "Risk evaluation"),
	Response:    text("リスク対応に係る内容", "Risk response"),
}

// Head is the line above the pages of the step.
func (s Step) Head() models.Text { return stepHeads[s] }
