package knowledge

import (
	"embed"
	"io/fs"
	"strings"

	"github.com/harmpath/harmpath/models"
)

//go:embed topics
var topicTexts embed.FS

// Topics lists the texts of help that belong to no command and no entry of the catalog, by name. Each is one file of
// the folder of that name, whose first line says what it is about.
func Topics() []subject {
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
			ID: strings.TrimSuffix(f.Name(), ".txt"), Name: models.Plain(title),
			Help: func(models.Lang) string { return strings.TrimSpace(string(text)) }, Set: true,
		})
	}
	return out
}
