package rendertest

import "github.com/harmpath/harmpath/models"

// Lives is Case with the life of its data: what the heater measures is joined with the account, one risk lies at the event and one
// at the data.
func Lives() *models.Result {
	r := Case()
	r.System.Fields = []models.Field{
		{ID: "law", Name: text("個人情報保護法", "Privacy act"), Norms: []models.NormID{"purpose"}},
		{Origin: inferred(120), ID: "vendor_rules", Name: text("事業者の規約", "Rules of the vendor"), Purposes: []models.Purpose{{ID: "support", Name: text("保守", "support")}, {ID: "ads", Name: text("広告", "advertising")}}},
	}
	r.System.Data = []models.Data{
		{ID: "account", Name: text("アカウント情報", "Account information"), Sensitivity: "general", Fields: []models.FieldID{"law", "vendor_rules"}, Attributes: &models.DataAttributes{
			Categories: []models.CategoryID{"personal"}, Value: models.HighValue, Disclosure: []models.StakeholderID{"vendor"}, RightHolders: []models.StakeholderID{"resident"},
		}},
		{Origin: inferred(125), ID: "habits", Name: text("入浴の習慣", "Bathing habits"), Sensitivity: "general", Fields: []models.FieldID{"vendor_rules"}, Attributes: &models.DataAttributes{Value: models.LowValue}},
	}
	r.System.Events = []models.Event{
		{ID: "registering", Name: text("利用者の登録", "Registration of a user"), Nature: models.GenerateEvent, By: "resident", To: []models.DataID{"account"}, Announces: []models.PurposeID{"support"}},
		{Origin: inferred(131), ID: "profiling", Nature: models.ProcessEvent, By: "vendor", From: []models.DataID{"account"}, To: []models.DataID{"habits"}, Purposes: []models.PurposeID{"ads"}, Anonymises: models.True},
	}
	r.Words.Categories = []models.Category{{Entry: models.Entry{Name: text("個人情報", "Personal information")}, ID: "personal", Personal: true}}
	r.Words.Norms = []models.Norm{{Entry: models.Entry{Name: text("利用目的による制限", "Limitation of purposes")}, ID: "purpose"}}
	r.Words.DataRisks = []models.DataRiskKind{{
		Entry: models.Entry{Name: text("利用目的からの乖離", "Departure from purposes")}, ID: "departure", Norm: "purpose", Remedy: text("規約を改定する。", "Revise the agreement."),
	}}
	r.DataRisks = []models.DataRisk{
		{Risk: "departure", Type: models.EventSort, Subject: "profiling", Name: models.ProcessEvent.Name(), Field: "law", Others: []string{"ads"}, Text: text("利用目的からの乖離（広告）", "Departure from purposes (advertising)")},
		{Risk: "departure", Type: models.DataSort, Subject: "account", Name: text("アカウント情報", "Account information"), Field: "law", Others: []string{"habits"}, Text: text("習慣との照合", "Matched with habits")},
	}
	return r
}
