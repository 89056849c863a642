package main

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/knowledge"
	"github.com/harmpath/harmpath/cmd/harmpath/internal/process"
	"github.com/harmpath/harmpath/models"
)

// The topic on the result file tells of every key that it has, and of no other.
func TestTopicOnTheResultFile(t *testing.T) {
	page := harmpath(t, process.Fine, "help", "result-file")
	told := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^([a-z_]+) {2,}\S`).FindAllStringSubmatch(page, -1) {
		told[m[1]] = true
	}
	result := reflect.TypeFor[models.Result]()
	for i := range result.NumField() {
		key, _, _ := strings.Cut(result.Field(i).Tag.Get("json"), ",")
		if !told[key] {
			t.Errorf("the topic does not tell of %s", key)
		}
		delete(told, key)
	}
	for key := range told {
		t.Errorf("the topic tells of %s, which a result has not", key)
	}
	if !strings.Contains(page, models.ResultFormat) {
		t.Errorf("the topic does not name the format %s", models.ResultFormat)
	}
}

// What commands and topics point at can be explained.
func TestHelpLeadsSomewhere(t *testing.T) {
	p := &program{}
	p.commands = commands(p)
	texts := map[string]string{}
	for _, c := range p.commands {
		texts[c.Name] = c.Description
	}
	for _, topic := range knowledge.Topics() {
		texts[topic.ID] = topic.Help(models.English)
	}
	for where, text := range texts {
		for _, m := range regexp.MustCompile("harmpath help ([a-z][a-z-]*)").FindAllStringSubmatch(text, -1) {
			harmpath(t, process.Fine, "help", m[1])
			t.Logf("%s: help %s", where, m[1])
		}
	}
}

// Topics are printed as they are written, so that they are written for a usual terminal.
func TestTopicsAreNarrow(t *testing.T) {
	for _, topic := range knowledge.Topics() {
		for line := range strings.Lines(topic.Help(models.English)) {
			if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > 125 {
				t.Errorf("%s: a line of %d columns: %s", topic.ID, n, line)
			}
		}
	}
}
