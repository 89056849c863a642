package cvelist_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/cvelist"
	"github.com/harmpath/harmpath/models/modeltest"
)

// read reads a list as a file with any name.
func read(text string, limits load.SupplementLimits) ([]string, string) {
	document, problems := load.Open("f.txt", []byte(text), limits)
	if len(problems) > 0 {
		return nil, problems.Error()
	}
	bill, problems := load.Read(cvelist.Supplement, &document, limits)
	var got []string
	for _, s := range bill.Statements {
		got = append(got, fmt.Sprintf("%s %s %s (%s) at %d:%d", s.ID, s.Status, s.Of, s.Justification, s.At.Line, s.At.Column))
	}
	return got, append(problems, bill.Remarks...).Error()
}

func TestDecode(t *testing.T) {
	got, flaws := read("\ufeffStatus,cve , component,justification\r\naffected,CVE-1,pkg:generic/tls@1,\nnot_affected, CVE-2 ,tls@1,\"never, \"\"ever\"\"\"\nfixed,CVE-3,tls\n", load.SupplementLimits{})
	want := []string{
		"CVE-1 affected [pkg:generic/tls@1] () at 2:10",
		`CVE-2 not_affected [tls@1] (never, "ever") at 3:14`,
		"CVE-3 fixed [tls] () at 4:7",
	}
	if diff := cmp.Diff(want, got); diff != "" || flaws != "" {
		t.Errorf("statements (-want +got):\n%s%s", diff, flaws)
	}
}

// However a spreadsheet saves a list, it says the same.
func TestSpreadsheets(t *testing.T) {
	for name, text := range map[string]string{
		"semicolons": "CVE;Component;Status\r\nCVE-1;a,b;Fixed\r\n",
		"tabs":       "cve\tcomponent\tSTATUS\nCVE-1\ta,b\tfixed\n",
		"quotes":     "\"cve\",\"component\",\"status\"\n\"CVE-1\",\"a,b\",\"fixed\"\n",
		"blank":      "\n\ncve;component;status\n\n;;\nCVE-1;a,b;fixed\n;;\n",
		"named":      "sep=;\ncve;component;status\nCVE-1;a,b;fixed",
		"no end":     "status;component;cve\nfixed;a,b;CVE-1",
	} {
		for coding, coded := range map[string]string{"": text, "BOM": "\ufeff" + text, "UTF-16LE": wide(text, 0, 1, true), "UTF-16BE": wide(text, 1, 0, true), "UTF-16 unmarked": wide(text, 0, 1, false)} {
			document, problems := load.Open("f", []byte(coded), load.SupplementLimits{})
			if len(problems) > 0 || !cvelist.Supplement.Match(&document) {
				t.Errorf("%s in %s is not told: %v", name, coding, problems)
				continue
			}
			got, flaws := read(coded, load.SupplementLimits{})
			if len(got) != 1 || !strings.HasPrefix(got[0], "CVE-1 fixed [a,b]") || flaws != "" {
				t.Errorf("%s in %s: %q %s", name, coding, got, flaws)
			}
		}
	}
}

// wide is text in UTF-16, the low byte of each character at one place and the high byte at another.
func wide(text string, low, high int, marked bool) string {
	if marked {
		text = "\ufeff" + text
	}
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		pair := [2]byte{}
		pair[low], pair[high] = byte(unit), byte(unit>>8)
		out = append(out, pair[:]...)
	}
	return string(out)
}

func TestFlaws(t *testing.T) {
	for name, test := range map[string]struct {
		text, flaws string
		statements  int
	}{
		"empty":   {"", "f.txt: the file is empty; take one that says something", 0},
		"missing": {"cve,componen,status,status\n", "f.txt:1:1: the column component is missing; write the columns cve,component,status", 0},
		"columns": {"cve,component,statu,status,status\nCVE-1,a,x,fixed,affected\n", "f.txt:1:15: there is no column \"statu\", perhaps status; it is passed over\nf.txt:1:28: the column status stands twice; the first one counts", 1},
		"words":   {"cve,component,status\nCVE-1,,afected\nCVE-2\nCVE-3,a,afected\nCVE-4,a\n", "f.txt:2:7: the line has no component; it is passed over\nf.txt:3:1: the line has no component; it is passed over\nf.txt:4:9: unknown word \"afected\", perhaps affected; it counts as affected\nf.txt:5:1: nothing says how the vulnerability stands; it counts as affected", 2},
		"quotes":  {"cve,component,status\nCVE-1,\"a\"b,fixed\nCVE-2,a,fixed\n", "f.txt:2:9: this is no CSV: extraneous or missing \" in quoted-field; the line is passed over", 1},
		"open":    {"cve,component,status\nCVE-1,\"a,fixed\nCVE-2,a,fixed\n", "f.txt:2:1: this is no CSV: extraneous or missing \" in quoted-field; put a field with quotes or line breaks in quotes, and double the quotes in it", 0},
		"UTF-8":   {"cve,component,status\nCVE-1,\x82a,fixed\n", "f.txt:2:7: the file is not in UTF-8 from here on; it is read as Shift_JIS", 1},
		"many":    {"cve,component,status\nCVE-1,a,fixed\nCVE-2,b,fixed\nCVE-3,c,fixed\n", "f.txt:4:1: there are more than 2 statements on vulnerabilities; attach a smaller file", 0},
	} {
		t.Run(name, func(t *testing.T) {
			got, flaws := read(test.text, load.SupplementLimits{Statements: 2})
			if diff := cmp.Diff(test.flaws, flaws); diff != "" || len(got) != test.statements {
				t.Errorf("%d statements, flaws (-want +got):\n%s", len(got), diff)
			}
		})
	}
}

// No text makes reading panic, report without a place, or list or say what has no name.
func FuzzDecode(f *testing.F) {
	modeltest.FuzzSupplement(f, cvelist.Supplement, "f.csv", "cve,component,status\nCVE-1,a,fixed\n", "status;cve;component;justification\naffected;\"CVE\n-1\";a\n")
}
