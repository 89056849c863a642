package translation

// libraries is what the libraries that read YAML, JSON, XML and package URLs say most often, and other words that are not
// harmpath's own. What they say otherwise stays in English.
var libraries = map[string]string{
	// YAML: what is wrong
	"mapping values are not allowed in this context":               "ここに「キー: 値」は書けない",
	"mapping keys are not allowed in this context":                 "ここにキーは書けない",
	"block sequence entries are not allowed in this context":       "ここにリストの要素（-）は書けない",
	"found character that cannot start any token":                  "ここで使えない文字がある",
	"found a tab character that violates indentation":              "字下げにタブが使われている",
	"found a tab character where an indentation space is expected": "字下げにタブが使われている",
	"did not find expected key":                                    "キーがあるはずのところにない",
	"did not find expected '-' indicator":                          "リストの要素（-）があるはずのところにない",
	"did not find expected ',' or ']'":                             "コンマまたは ] があるはずのところにない",
	"did not find expected ',' or '}'":                             "コンマまたは } があるはずのところにない",
	"did not find expected node content":                           "値があるはずのところにない",
	"did not find expected alphabetic or numeric character":        "英数字があるはずのところにない",
	"did not find expected comment or line break":                  "コメントまたは改行があるはずのところにない",
	"did not find expected whitespace or line break":               "空白または改行があるはずのところにない",
	"did not find expected <document start>":                       "文書の始まりがあるはずのところにない",
	"did not find expected hexadecimal number":                     "十六進数があるはずのところにない",
	"could not find expected ':'":                                  "コロン（:）があるはずのところにない",
	"found unexpected end of stream":                               "ファイルが途中で終わっている",
	"found unexpected document indicator":                          "文書の区切りが途中にある",
	"found unknown escape character":                               "使えないエスケープがある",
	"found invalid Unicode character escape code":                  "使えないUnicodeエスケープがある",
	"found undefined tag handle":                                   "定義されていないタグがある",
	"control characters are not allowed":                           "制御文字は使えない",

	// YAML: where it began
	"while parsing a block mapping":     "マッピング",
	"while parsing a flow mapping":      "波括弧のマッピング",
	"while parsing a block collection":  "リスト",
	"while parsing a flow sequence":     "角括弧のリスト",
	"while parsing a block node":        "値",
	"while parsing a flow node":         "値",
	"while parsing a node":              "値",
	"while scanning a quoted scalar":    "引用符で囲んだ文字列",
	"while scanning a block scalar":     "複数行の文字列",
	"while scanning a plain scalar":     "文字列",
	"while scanning a simple key":       "キー",
	"while scanning an alias":           "エイリアス",
	"while scanning an anchor":          "アンカー",
	"while scanning a tag":              "タグ",
	"while scanning for the next token": "記述",

	// JSON: where a character is wrong
	"at start of value":                           "値の先頭",
	"after top-level value":                       "最初の値の後",
	"after object name (expecting ':')":           "キーの後（コロンがあるはずのところ）",
	"after object value (expecting ',' or '}')":   "値の後（コンマまたは } があるはずのところ）",
	"after array element (expecting ',' or ']')":  "要素の後（コンマまたは ] があるはずのところ）",
	"in string (expecting non-control character)": "文字列の中（制御文字はエスケープする）",
	"in number (expecting digit)":                 "数値の中（数字があるはずのところ）",
	"in string":                                   "文字列の中",
	"after string value":                          "文字列の後",
	"at start of string (expecting '\"')":         "文字列の先頭（二重引用符があるはずのところ）",
	"duplicate object member name":                "キーが重複している",

	// XML and CSV
	"unexpected EOF":                                 "ファイルが途中で終わっている",
	"expected element name after <":                  "< の後に要素名がない",
	"expected element name after </":                 "</ の後に要素名がない",
	"expected attribute name in element":             "要素の中に属性名がない",
	"attribute name without = in element":            "属性名の後に = がない",
	"unquoted or missing attribute value in element": "属性の値がないか、引用符で囲まれていない",
	"unescaped < inside quoted string":               "引用符の中に < がそのまま書かれている",
	"invalid UTF-8":                                  "UTF-8でない",
	"invalid XML name":                               "名前が正しくない",
	"bare \" in non-quoted-field":                    "引用符で囲まれていない欄に引用符がある",
	"extraneous or missing \" in quoted-field":       "引用符が余分か、足りない",
	"wrong number of fields":                         "欄の数が合わない",

	// package URLs
	"purl scheme is not \"pkg\"":   "pkg: で始まっていない",
	"purl is missing type or name": "型または名前がない",
	"purl is missing name":         "名前がない",
	"invalid type":                 "型が正しくない",
	"invalid qualifiers":           "修飾子が正しくない",
	"namespace is required":        "名前空間がない",

	// words of files and command lines that messages repeat
	"data": "データ", "attacker": "攻撃者", "initiator": "起因", "vulnerability": "脆弱性",
}
