package translation

// changing is what a change to a case that the command line asks for may be told.
var changing = map[string]string{
	"%q is not of the form type:id.field=value, e.g. dataflow:phone-cloud.authenticated=true":         "%q は dataflow:phone-cloud.authenticated=true のような 種別:ID.フィールド=値 の形でない",
	"%q names no field: write type:id.field=value, e.g. component:heater.flaw_free=true":              "%q にフィールドがない。component:heater.flaw_free=true のように 種別:ID.フィールド=値 の形で書いてください",
	"%q changes a %s, which cannot be changed so; %s":                                                 "%q の %s はこの方法では変えられない。%s",
	"there is no field or property %s of %s":                                                          "%[2]s にフィールドまたは性質 %[1]s はない",
	"%q is not a whole number":                                                                        "%q は整数でない",
	"no vulnerability of %s is known":                                                                 "%s に既知の脆弱性はない",
	"%q is not %s":                                                                                    "%q は %s でない",
	"%q is not true or false":                                                                         "%q は true でも false でもない",
	"%q is no id; write ids separated by commas, or %s":                                               "%q はIDとして使えない。IDをコンマで区切って書くか、%s と書いてください",
	"%q is no passage; write from:to, several separated by commas, or %s, or %s to say nothing of it": "%q は通過を表さない。from:to の形で、コンマで区切って書くか、%s、または記載しないときは %s と書いてください",
	"%q is none of %s":                                                                                "%q は %s のいずれでもない",
}
