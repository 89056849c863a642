package review

import (
	"strings"
	"unicode/utf8"
)

// mixedWords are Japanese words that are written with more or with fewer of their characters in kana. Each row is one
// word.
func mixedWords() [][]string {
	return [][]string{
		{"漏えい", "漏洩"}, {"改ざん", "改竄"}, {"ぜい弱", "脆弱"}, {"隠ぺい", "隠蔽"}, {"遮へい", "遮蔽"}, {"しゃ断", "遮断"}, {"けん引", "牽引"},
		{"破たん", "破綻"}, {"閉そく", "閉塞"}, {"ねつ造", "捏造"}, {"ろ過", "濾過"}, {"はん用", "汎用"}, {"すき間", "隙間"}, {"子ども", "子供"},
	}
}

// verbalNouns are nouns made of two verbs, written with more or with fewer kana between. In running text the longer
// writing is a verb's and right beside the shorter noun (取り付け、点検する; 取付けの日): they are compared in names only.
func verbalNouns() [][]string {
	return [][]string{
		{"取り扱い", "取扱い"}, {"組み込み", "組込み"}, {"取り付け", "取付け"}, {"切り替え", "切替え"}, {"書き換え", "書換え"}, {"立ち上げ", "立上げ"},
		{"引き渡し", "引渡し"}, {"見積もり", "見積り"}, {"問い合わせ", "問合わせ", "問合せ"}, {"打ち合わせ", "打合わせ", "打合せ"}, {"申し込み", "申込み"},
		{"呼び出し", "呼出し"}, {"読み取り", "読取り"}, {"読み込み", "読込み"}, {"書き込み", "書込み"}, {"割り当て", "割当て"},
		{"組み合わせ", "組合わせ", "組合せ"}, {"繰り返し", "繰返し"}, {"取り消し", "取消し"}, {"貸し出し", "貸出し"}, {"取り外し", "取外し"},
		{"立ち入り", "立入り"}, {"受け入れ", "受入れ"}, {"取り替え", "取替え"}, {"引き継ぎ", "引継ぎ"}, {"持ち出し", "持出し"}, {"持ち込み", "持込み"},
	}
}

// mixed finds the words of mixedWords and verbalNouns by their first character.
type mixed map[rune][]mixedTerm

type mixedTerm struct {
	term
	inNames bool // compared in names only
}

func newMixed() mixed {
	out := mixed{}
	add := func(rows [][]string, inNames bool) {
		for _, row := range rows {
			for _, writing := range row {
				first, _ := utf8.DecodeRuneInString(writing)
				out[first] = append(out[first], mixedTerm{term{key: row[0], writing: writing, shown: writing}, inNames})
			}
		}
	}
	add(mixedWords(), false)
	add(verbalNouns(), true)
	return out
}

// at returns the word with which a text begins.
func (m mixed) at(text string, first rune, isName bool) (term, bool) {
	for _, t := range m[first] {
		if (isName || !t.inNames) && strings.HasPrefix(text, t.writing) {
			return t.term, true
		}
	}
	return term{}, false
}
