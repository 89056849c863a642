package translation

// asked is what analyses say of questions and of cases put together.
var asked = map[string]string{
	"%q is no id, and the folder of the case is named for it":                             "%q はIDとして使えず、ユースケースのフォルダー名にできない",
	"write a lower-case letter, then lower-case letters, digits, hyphens and underscores": "英小文字で始め、英小文字、数字、ハイフン及びアンダースコアで書いてください",
	"the case at %s has the id `%s`, too":                                                 "ID `%[2]s` は %[1]s のユースケースにも使われている",
	"give each case of a collection an id of its own":                                     "集めるユースケースごとに異なるIDを付けてください",
	"%d is no number of a case":                                                           "%d はユースケースの番号でない",
	"write 1 or more, or leave it out":                                                    "1以上の整数を書くか、削除してください",
	"the case at %s has the No. %d, too":                                                  "番号%[2]dは %[1]s のユースケースにも使われている",
	"give each case of a collection a No. of its own, or none":                            "集めるユースケースごとに異なる番号を付けるか、番号を削除してください",
	"there is no scheme %s":                                                               "規格・法令・制度 %s がない",
	"there is no effect %s":                                                               "影響 %s がない",
	"there is no stakeholder %s":                                                          "ステークホルダー %s がない",
	"a limit is 0 or more, not %s":                                                        "上限は0以上であり、%s にはできない",

	// paths
	"a profile is where an attack begins, not where it passes":    "攻撃者・起因は攻撃の始まりであり、通過点にはならない",
	"name it with --from, or leave it out there":                  "--from に書くか、ここからは削除してください",
	"there is no sort of place %s":                                "場所の種別 %s はない",
	"nothing in the model has this id":                            "このIDを持つものがモデルにない",
	"several elements have this id":                               "このIDを持つ要素が複数ある",
	"write %s:%s or %s:%s":                                        "%s:%s または %s:%s と書いてください",
	"the model has no component of the %s %s":                     "%s %s の機器がモデルにない",
	"an attack does not begin at an effect":                       "攻撃は影響からは始まらない",
	"name a profile, a component, a flow, a data item or a state": "攻撃者・起因、機器、データフロー、データまたは状態を指定してください",
	"the goal is missing":                                         "到達先の指定がない",
	"name an effect, a component, a flow, a data item or a state": "影響、機器、データフロー、データまたは状態を指定してください",
	"an attack does not end at a profile":                         "攻撃は攻撃者・起因では終わらない",
}
