package translation

// program is what the program itself says.
var program = map[string]string{
	"write one with `harmpath report MODEL MODEL -o FOLDER`":     "`harmpath report MODEL MODEL -o FOLDER` で作成してください",
	"the format is %q, and this version of harmpath reads %q":    "形式は %q だが、この版のharmpathで読めるのは %q である",
	"the collection holds no case":                               "ユースケースが一つもない",
	"keep the collection beside the folders of its cases, or %s": "各ユースケースのフォルダーと同じ場所に置いてください。または、%s",
	"%q leads out of the collection's folder":                    "%q はフォルダーの外を指している",
	"%q is no result":                                             "%q は分析結果でない",
	"leads out of the folder":                                     "はフォルダーの外を指している",
	"put the file itself there instead of a link":                 "リンクの代わりにファイルそのものを置いてください",
	"is a link that leads to itself":                              "は自身を指すリンクである",
	"put the file itself there":                                   "ファイルそのものを置いてください",
	"is no file":                                                  "はファイルでない",
	"put an ordinary file there":                                  "通常のファイルを置いてください",
	"more than %d bytes come from it":                             "入力が%dバイトを超えている",
	"write a file and name that":                                  "ファイルに書き出し、そのファイルを指定してください",
	"write a result with `harmpath analyze MODEL -o result.json`": "`harmpath analyze MODEL -o result.json` で分析結果を作成してください",
	"the value does not belong here":                              "この値はここに書けない",
}
