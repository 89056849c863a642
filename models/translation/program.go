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

	// beside a result
	"interrupted": "中断された",
	"%s: no problems; %d components, %d flows, %d effects": "%s: 問題なし（機器%d台、データフロー%d件、影響%d件）",
	"%s is written; next: harmpath report %s -o out":       "%s を作成した。次は harmpath report %s -o out を実行してください",
	"%d files are written into %s":                         "%d個のファイルを %s に作成した",
	"%d files are written; begin with %s":                  "%d個のファイルを作成した。まず %s を開いてください",
	"there is no attack to draw":                           "描画する攻撃がない",
	"the drawing has its boxes in rows: %s":                "図の要素が行に並べて配置されている：%s",
	"figure %s %s":                                         "図 %s %s",
	"is not drawn: %s":                                     "は描画されていない：%s",
	"is drawn with its boxes in rows: %s":                  "は要素が行に並べて配置されている：%s",
	"is drawn more simply than it might be: %s":            "は簡略に描画されている：%s",
	"the list is cut after %d entries":                     "一覧は%d件で打ち切られている",
	"no component of the case has parts, packages or an SBOM; attach files with sbom: […] of a component": "部品、パッケージまたはSBOMを持つ機器がない。機器の sbom: […] でファイルを添付してください",

	// instead of one
	"%q is the result of %q, and not of %q": "%q は %[3]q ではなく %[2]q の分析結果である",
	"%s is a folder":                        "%s はフォルダーである",
	"%s is a file, and a folder of that name is wanted; move it away or choose another folder":                                        "%s はファイルだが、同じ名前のフォルダーが必要である。移動するか、ほかのフォルダーを指定してください",
	"%s is a folder, and a file of that name is to be written; move it away or choose another folder":                                 "%s はフォルダーだが、同じ名前のファイルを作成する。移動するか、ほかのフォルダーを指定してください",
	"%s is a link, and a folder of that name is to be written into; remove it or choose another folder":                               "%s はリンクだが、同じ名前のフォルダーに出力する。削除するか、ほかのフォルダーを指定してください",
	"the levels were not known after %s; give --time-limit more":                                                                      "%s の時間内にレベルが求まらなかった。--time-limit を長くしてください",
	"the time limit of %s ended the work, and nothing is written; give --time-limit more":                                             "制限時間 %s で処理が打ち切られ、何も出力されていない。--time-limit を長くしてください",
	"all is written, but figures are drawn more simply than they might be; run it again, on a machine with less to do, to draw these": "すべて出力したが、簡略に描画された図がある。描画し直すには、負荷の低いときにもう一度実行してください",
	"standard output is closed, or is the null device opened to read and write; open that to write only (> %s) or say --quiet":        "標準出力が閉じているか、読み書き用に開かれたヌルデバイスである。書込み専用で開く（> %s）か、--quiet を指定してください",

	// what was being done
	"write the attack graph": "攻撃グラフの出力",
	"write the result":       "分析結果の出力",
	"write the report":       "レポートの出力",
	"write the outputs":      "出力の作成",
	"read the result":        "分析結果の読込み",
	"ground the case":        "ユースケースへの規則の適用",
	"export":                 "エクスポート",
	"draw the attacks":       "攻撃の描画",
	"draw the attacks: the drawing is written, but its boxes stand in rows": "攻撃の描画：図は作成されたが、要素が行に並べて配置されている",
}
