package words

import "github.com/harmpath/harmpath/models"

// Step is what a page of a document belongs to: a step of the risk management, or a chapter of a collection of cases.
type Step int

// The steps, in their order.
const (
	Preparation Step = iota // 事前準備
	Evaluation              // リスク評価
	Response                // リスク対応
	Annex                   // 付録: the evidence behind the steps

	Position   // 本文書の位置付けと構成: the chapters of a collection of cases begin here
	CaseBook   // ユースケース集
	Attachment // 添付
)

// Trail lists what a page of the step names at its head, in order, itself among them: the steps of the risk management,
// the annex alone, or the chapters of a collection.
func (s Step) Trail() []Step {
	switch s {
	case Annex:
		return []Step{Annex}
	case Position, CaseBook, Attachment:
		return []Step{Position, CaseBook, Attachment}
	}
	return []Step{Preparation, Evaluation, Response}
}

var stepNames = [...]string{
	Preparation: "preparation", Evaluation: "evaluation", Response: "response", Annex: "annex",
	Position: "position", CaseBook: "cases", Attachment: "attachment",
}

// Name is what files call the step.
func (s Step) Name() string { return stepNames[s] }

var steps = [...]models.Text{
	Preparation: text("事前準備", "Preparation"),
	Evaluation:  text("リスク評価", "Risk evaluation"),
	Response:    text("リスク対応", "Risk response"),
	Annex:       text("付録", "Annex"),
	Position:    text("位置付けと構成", "Position and structure"),
	CaseBook:    text("ユースケース集", "Use cases"),
	Attachment:  text("添付", "Annexes"),
}

// Text names the step.
func (s Step) Text() models.Text { return steps[s] }

var stepHeads = [...]models.Text{
	Preparation: text("リスク評価、リスク対応に向けた事前準備", "Preparation for risk evaluation and risk response"),
	Evaluation:  text("リスク評価に係る内容", "Risk evaluation"),
	Response:    text("リスク対応に係る内容", "Risk response"),
	Annex:       text("付録：評価及び対応の根拠", "Annex: the evidence"),
	Position:    text("本文書の位置付けと構成", "Position and structure of this document"),
	CaseBook:    text("ユースケース集", "Use cases"),
	Attachment:  text("添付資料", "Annexes"),
}

// Head is the line above the pages of the step.
func (s Step) Head() models.Text { return stepHeads[s] }

// AnnexNumber is the number of a section of the annex.
var AnnexNumber = text("付録{letter}", "Annex {letter}")
