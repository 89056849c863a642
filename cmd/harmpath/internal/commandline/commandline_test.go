package commandline

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
	"pgregory.net/rapid"
)

// tried is an application with the shapes that a command line can have: flags of the program, a command with flags
// that take a value and flags that do not, and a command with commands below it.
func tried(got *map[string]string, args *[]string) *cli.App {
	record := func(c *cli.Context) error {
		found := map[string]string{"command": c.Command.Name}
		for _, name := range c.FlagNames() {
			found[name] = c.String(name)
			if c.Bool(name) {
				found[name] = "true"
			}
		}
		*got, *args = found, c.Args().Slice()
		return nil
	}
	flags := func() []cli.Flag {
		return []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}},
			&cli.StringFlag{Name: "lang"},
			&cli.BoolFlag{Name: "force", Aliases: []string{"f"}},
		}
	}
	return &cli.App{
		Name: "tried", HideHelp: true, HideHelpCommand: true, Writer: io.Discard, ExitErrHandler: func(*cli.Context, error) {},
		Flags: []cli.Flag{&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}}, &cli.BoolFlag{Name: "help", Aliases: []string{"h"}}},
		Commands: []*cli.Command{
			{Name: "report", HideHelp: true, HideHelpCommand: true, Flags: flags(), Action: record},
			{Name: "store", HideHelp: true, HideHelpCommand: true, Subcommands: []*cli.Command{
				{Name: "push", HideHelp: true, HideHelpCommand: true, Flags: flags(), Action: record},
			}},
		},
	}
}

func read(app *cli.App, words []string) ([]string, error) {
	line := NewCommandLine(app)
	for _, word := range words {
		if err := line.Take(word); err != nil {
			return nil, err
		}
	}
	return line.Arranged(app.Name), line.Finish()
}

func TestCommandLine(t *testing.T) {
	for _, test := range []struct{ line, want, wrong string }{
		{line: "report m", want: "tried report -- m"},
		{line: "report m -o out", want: "tried report -o out -- m"},
		{line: "report -o out m", want: "tried report -o out -- m"},
		{line: "report m --output=out --force n", want: "tried report --output=out --force -- m n"},
		{line: "report m -o --force", want: "tried report -o --force -- m"},
		{line: "-q report m", want: "tried -q report -- m"},
		{line: "report m -q", want: "tried -q report -- m"},
		{line: "report -", want: "tried report -- -"},
		{line: "report -- -o out", want: "tried report -- -o out"},
		{line: "store push a --lang ja -q", want: "tried -q store push --lang ja -- a"},
		{line: "report report", want: "tried report -- report"},
		{line: "report m -o", wrong: "harmpath report: the flag `-o` wants a value"},
		{line: "report m --ouput x", wrong: "did you mean --output?"},
		{line: "-o out report m", wrong: "there is no flag `-o`"},
		{line: "store", wrong: "harmpath store: a command is missing"},
		{line: "store report", wrong: "harmpath store: there is no command `report`"},
		{line: "", wrong: "a command is missing"},
	} {
		t.Run(test.line, func(t *testing.T) {
			got, err := read(tried(nil, nil), strings.Fields(test.line))
			switch {
			case test.wrong != "":
				if err == nil || !strings.Contains(err.Error(), test.wrong) {
					t.Errorf("got %v, want %q", err, test.wrong)
				}
			case err != nil:
				t.Error(err)
			case strings.Join(got, " ") != test.want:
				t.Errorf("got  %s\nwant %s", strings.Join(got, " "), test.want)
			}
		})
	}
}

// Wherever flags stand behind the command, the program sees the same flags and arguments.
func TestFlagsMayStandAnywhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-z.=/]{1,5}`)
		arguments := rapid.SliceOfN(word, 0, 4).Draw(t, "arguments")
		var groups [][]string
		want := map[string]string{}
		if rapid.Bool().Draw(t, "force") {
			groups = append(groups, []string{rapid.SampledFrom([]string{"-f", "--force", "-force", "--f"}).Draw(t, "as")})
			want["force"], want["f"] = "true", "true"
		}
		if rapid.Bool().Draw(t, "output") {
			// A value may look like a flag, a command or an argument.
			value := rapid.SampledFrom([]string{"out", "-", "--force", "report", "a b", "--"}).Draw(t, "value")
			group := []string{rapid.SampledFrom([]string{"-o", "--output"}).Draw(t, "as"), value}
			if rapid.Bool().Draw(t, "joined") {
				group = []string{group[0] + "=" + value}
			}
			groups = append(groups, group)
			want["output"], want["o"] = value, value
		}
		for _, a := range arguments {
			at := rapid.IntRange(0, len(groups)).Draw(t, "at")
			groups = slices.Insert(groups, at, []string{a})
		}
		var placed []string // arguments as they stand in the line
		for _, g := range groups {
			if len(g) == 1 && !strings.HasPrefix(g[0], "-") {
				placed = append(placed, g[0])
			}
		}
		command := rapid.SampledFrom([]string{"report", "store push"}).Draw(t, "command")
		path := strings.Fields(command)
		words := append(slices.Clone(path), slices.Concat(groups...)...)

		var got map[string]string
		var args []string
		app := tried(&got, &args)
		arranged, err := read(app, words)
		if err != nil {
			t.Fatalf("%q: %v", words, err)
		}
		if err := app.Run(arranged); err != nil {
			t.Fatalf("%q: %v", arranged, err)
		}
		want["command"] = path[len(path)-1]
		if !slices.Equal(args, placed) && len(args)+len(placed) > 0 {
			t.Fatalf("%q: arguments %q, want %q", words, args, placed)
		}
		for name, value := range want {
			if got[name] != value {
				t.Fatalf("%q: %s is %q, want %q", words, name, got[name], value)
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%q: got %v, want %v", words, got, want)
		}
	})
}

// No command line makes the program panic or hang before a command begins.
func FuzzCommandLine(f *testing.F) {
	f.Add("report m -o out")
	f.Add("store push --lang=ja -- -x")
	f.Add("--help")
	f.Fuzz(func(t *testing.T, words string) {
		var got map[string]string
		var args []string
		app := tried(&got, &args)
		arranged, err := read(app, strings.Split(words, " "))
		if err == nil {
			_ = app.Run(arranged)
		}
	})
}
