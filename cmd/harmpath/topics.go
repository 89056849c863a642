package main

import (
	"embed"
	"io/fs"
	"strings"

	"github.com/harmpath/harmpath/models"
)

//go:embed topics
var topicTexts embed.FS

// topics lists the texts of help that belong to no command and no entry of the catalog, by name. Each is one file of
// the folder of that name, whose first line says what it is about.
func topics() []subject {
	files, err := fs.ReadDir(topicTexts, "topics")
	if err != nil {
		panic("harmpath: " + err.Error())
	}
	var out []subject
	for _, f := range files {
		text, err := fs.ReadFile(topicTexts, "topics/"+f.Name())
		if err != nil {
			panic("harmpath: " + err.Error())
		}
		title, _, _ := strings.Cut(string(text), "\n")
		out = append(out, subject{
			id: strings.TrimSuffix(f.Name(), ".txt"), name: models.Plain(title),
			help: func(models.Lang) string { return strings.TrimSpace(string(text)) }, set: true,
		})
	}
	return out
}
