package main

import (
	"embed"
	"io/fs"
	"strings"
)

// topic is a text of help that belongs to no command and no entry of the catalog.
type topic struct {
	name  string // e.g. exit-codes
	title string // its first line
	text  string
}

//go:embed topics
var topicTexts embed.FS

// topics lists the topics by name. Each is one file of the folder of that name.
func topics() []topic {
	entries, err := fs.ReadDir(topicTexts, "topics")
	if err != nil {
		panic("harmpath: " + err.Error())
	}
	var out []topic
	for _, e := range entries {
		text, err := fs.ReadFile(topicTexts, "topics/"+e.Name())
		if err != nil {
			panic("harmpath: " + err.Error())
		}
		title, _, _ := strings.Cut(string(text), "\n")
		out = append(out, topic{strings.TrimSuffix(e.Name(), ".txt"), title, string(text)})
	}
	return out
}
