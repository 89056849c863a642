package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/harmpath/harmpath/cmd/harmpath/internal/commandline"
	"github.com/urfave/cli/v2"
)

// version is the version of harmpath that results and documents name.
const version = "0.1.0"

// release says what exactly is running.
type release struct {
	Name     string `json:"name"`
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"` // of the source, with + where it was changed since
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func versionCommand(p *program) commandline.Subcommand {
	return commandline.Subcommand{Command: &cli.Command{
		Name:   "version",
		Usage:  "say which version this is",
		Action: p.action((*invocation).tellVersion),
	}}
}

func (in *invocation) tellVersion() error {
	b := currentRelease()
	if in.json {
		return in.printJSON(b)
	}
	line := b.Name + " " + b.Version
	if b.Revision != "" {
		line += " (" + b.Revision + ")"
	}
	_, err := fmt.Fprintf(in.stdout, "%s %s %s\n", line, b.Go, b.Platform)
	return err
}

func currentRelease() release {
	b := release{Name: "harmpath", Version: version, Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	changed := false
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Revision = s.Value
		case "vcs.modified":
			changed = s.Value == "true"
		}
	}
	if changed && b.Revision != "" {
		b.Revision += "+"
	}
	return b
}
