package cvelist_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harmpath/harmpath/models/load"
	"github.com/harmpath/harmpath/models/load/cvelist"
	"github.com/harmpath/harmpath/models/strict"
)

func TestDecode(t *testing.T) {
	bill, problems := cvelist.Supplement.Decode("f.csv", []byte("\ufeffStatus,cve , component,justification\r\naffected,CVE-1,pkg:generic/tls@1,\nnot_affected, CVE-2 ,tls@1,\"never, \"\"ever\"\"\"\nfixed,CVE-3,tls\n"), load.SupplementLimits{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, s := range bill.Statements {
		got = append(got, fmt.Sprintf("%s %s %s (%s) at %s", s.ID, s.Status, s.Of, s.Justification, s.At))
	}
	want := []string{
		"CVE-1 affected [pkg:generic/tls@1] () at f.csv:2:10",
		`CVE-2 not_affected [tls@1] (never, "ever") at f.csv:3:14`,
		"CVE-3 fixed [tls] () at f.csv:4:7",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
}

func TestProblems(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"empty":   {"", "f.csv:1:1: the file is empty; write the columns cve,component,status"},
		"columns": {"cve,componen,status,status\n", "f.csv:1:5: there is no column \"componen\"; did you mean component?\nf.csv:1:21: the column status stands twice; remove one\nf.csv:1:1: the column component is missing; write the columns cve,component,status"},
		"words":   {"cve,component,status\nCVE-1,,afected\nCVE-2\n", "f.csv:2:7: the line has no component; write one\nf.csv:2:8: unknown word \"afected\"; did you mean affected?\nf.csv:3:1: the line has no component; write one\nf.csv:3:1: the line has no status; write one"},
		"quotes":  {"cve,component,status\nCVE-1,\"a\"b,fixed\n", "f.csv:2:9: this is no CSV: extraneous or missing \" in quoted-field; put a field with quotes or line breaks in quotes, and double the quotes in it"},
		"UTF-8":   {"cve,component,status\n\x82,a,fixed\n", "f.csv: the file is not in UTF-8; save it in UTF-8"},
		"size":    {"cve,component,status\nCVE-1,a,fixed\nCVE-1,a,fixed\nCVE-1,a,fixed\nCVE-1,a,fixed\n", "f.csv: the file is larger than 70 bytes; attach a smaller file"},
		"many":    {"cve,component,status\nCVE-1,a,fixed\nCVE-2,b,fixed\nCVE-3,c,fixed\n", "f.csv:4:1: there are more than 2 statements on vulnerabilities; attach a smaller file"},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := cvelist.Supplement.Decode("f.csv", []byte(test.text), load.SupplementLimits{Limits: strict.Limits{JSONSize: 70}, Statements: 2})
			if diff := cmp.Diff(test.want, problems.Error()); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

// No text makes reading panic or report without a place.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("cve,component,status\nCVE-1,a,fixed\n"))
	f.Add([]byte("status,cve,component,justification\naffected,\"CVE\n-1\",a\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		bill, problems := cvelist.Supplement.Decode("f.csv", data, load.SupplementLimits{Statements: 50})
		for _, p := range problems {
			if p.What == "" || p.At.File != "f.csv" {
				t.Fatalf("a problem without text or place: %#v", p)
			}
		}
		for _, s := range bill.Statements {
			if s.ID == "" || s.Status == "" || s.Of[0] == "" || s.At.Line == 0 {
				t.Fatalf("a statement that says nothing: %#v", s)
			}
		}
	})
}
