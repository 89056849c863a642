package strict

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"github.com/harmpath/harmpath/models"
)

// yamlTokens walks the nodes of a YAML document. The walk keeps its own stack and follows aliases as if their values
// stood there.
type yamlTokens struct {
	file  string
	root  *yaml.Node
	spent *usage
	stack []yamlFrame
	done  bool
}

// yamlFrame is a mapping or list that is being walked.
type yamlFrame struct {
	node    *yaml.Node
	next    int
	aliased bool // it was reached over an alias
}

// readYAML parses a file. What can be wrong here is the file's syntax or its size, so that nothing else is known.
func readYAML(file string, data []byte, spent *usage) (*yamlTokens, *models.Problem) {
	if n := nodesAtMost(data); n > spent.limits.YAMLNodes {
		return nil, tooMany(models.Place{File: file}, spent.limits.YAMLNodes)
	}
	loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithV4Defaults(),
		yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(spent.limits.Depth), loaderlimits.AliasNone())))
	if err != nil {
		panic("models/strict: " + err.Error())
	}
	var root, more yaml.Node
	if err := loader.Load(&root); errors.Is(err, io.EOF) {
		return &yamlTokens{file: file, done: true}, nil
	} else if err != nil {
		return nil, yamlProblem(file, data, err)
	}
	if err := loader.Load(&more); err == nil {
		return nil, &models.Problem{
			At:     models.Place{File: file, Line: more.Line, Column: more.Column},
			What:   models.Messagef("a second document begins here"),
			Remedy: models.Messagef("write one document a file, without ---"),
		}
	} else if !errors.Is(err, io.EOF) {
		return nil, yamlProblem(file, data, err)
	}
	return &yamlTokens{file: file, root: root.Content[0], spent: spent}, nil
}

// nodesAtMost bounds the number of nodes in a YAML text, up to a factor of two, without parsing: each one but the
// first follows an indicator or the start of a line. It keeps a text of nothing but indicators from filling the
// memory with nodes.
func nodesAtMost(data []byte) int {
	n := 1
	for _, indicator := range []string{"\n", ",", "[", "{", ": ", "- "} {
		n += bytes.Count(data, []byte(indicator))
	}
	return n
}

// next implements tokens.
func (y *yamlTokens) next() (token, *models.Problem) {
	if len(y.stack) == 0 {
		if y.done {
			return token{}, nil
		}
		y.done = true
		return y.enter(y.root, false)
	}
	top := &y.stack[len(y.stack)-1]
	if top.next < len(top.node.Content) {
		top.next++
		return y.enter(top.node.Content[top.next-1], top.aliased)
	}
	y.stack = y.stack[:len(y.stack)-1]
	end := token{kind: endList, line: top.node.Line, column: top.node.Column}
	if top.node.Kind == yaml.MappingNode {
		end.kind = endMapping
	}
	return end, nil
}

// enter turns a node into its token and, where it has content, stacks it.
func (y *yamlTokens) enter(n *yaml.Node, aliased bool) (token, *models.Problem) {
	tok := token{line: n.Line, column: n.Column}
	for n.Kind == yaml.AliasNode {
		n, aliased = n.Alias, true
	}
	if problem := y.spend(n, aliased, tok); problem != nil {
		return token{}, problem
	}
	if n.Style&yaml.TaggedStyle != 0 {
		tok.tag = n.Tag
	}
	if n.Kind == yaml.ScalarNode {
		tok.kind, tok.value = scalarKind(n.Tag), n.Value
		return tok, nil
	}
	y.stack = append(y.stack, yamlFrame{node: n, aliased: aliased})
	tok.kind, tok.size = beginList, len(n.Content)
	if n.Kind == yaml.MappingNode {
		tok.kind = beginMapping
	}
	return tok, nil
}

// spend counts a node and looks whether the limits still hold.
func (y *yamlTokens) spend(n *yaml.Node, aliased bool, at token) *models.Problem {
	limits := &y.spent.limits
	place := models.Place{File: y.file, Line: at.line, Column: at.column}
	y.spent.yamlNodes++
	if aliased {
		y.spent.expanded++
	}
	switch {
	case y.spent.yamlNodes > limits.YAMLNodes:
		return tooMany(place, limits.YAMLNodes)
	case y.spent.expanded > limits.Expanded:
		return &models.Problem{At: place, What: models.Messagef("aliases bring more than %d values and keys", limits.Expanded), Remedy: models.Messagef("write the values out")}
	case len(n.Value) > limits.Scalar:
		return tooLong(place, limits.Scalar)
	case n.Kind == yaml.ScalarNode:
		return nil
	case len(y.stack) >= limits.Depth:
		return tooDeep(place, limits.Depth)
	}
	if !aliased {
		return nil
	}
	for _, f := range y.stack {
		if f.node == n {
			return &models.Problem{At: place, What: models.Messagef("the alias %q stands inside its own anchor", n.Anchor), Remedy: models.Messagef("write the value out")}
		}
	}
	return nil
}

// scalarKind maps the tag that YAML resolved to a kind.
func scalarKind(tag string) kind {
	switch tag {
	case "!!int":
		return integer
	case "!!float":
		return decimal
	case "!!bool":
		return boolean
	case "!!null":
		return null
	case "!!timestamp":
		return date
	}
	return text
}

// yamlProblem turns an error of the YAML library into a problem at its line and column.
func yamlProblem(file string, data []byte, err error) *models.Problem {
	var failure *yaml.LoadError
	if !errors.As(err, &failure) {
		return &models.Problem{At: models.Place{File: file}, What: models.Messagef("this is no YAML: %s", models.MessageOf(err))}
	}
	at := models.Place{File: file, Line: failure.Mark.Line, Column: failure.Mark.Column}
	if strings.Contains(failure.Message, "exceeded max depth") {
		return &models.Problem{At: at, What: models.Foreign(failure.Message), Remedy: models.Messagef("nest less")}
	}
	if at.Line == 0 {
		at.Line, at.Column = firstControl(data)
	}
	what := models.Foreign(failure.Message)
	if failure.ContextMsg != "" && failure.ContextMark.Line > 0 && failure.ContextMark.Line != failure.Mark.Line {
		what = models.Messagef("%s %s that begins at line %d", what, models.Foreign(failure.ContextMsg), failure.ContextMark.Line)
	}
	return &models.Problem{At: at, What: models.Messagef("this is no YAML: %s", what), Remedy: syntaxRemedy(failure.Message)}
}

// syntaxRemedy says what most often lies behind a message of the YAML library.
func syntaxRemedy(message string) models.Message {
	for _, known := range [...]struct {
		message string
		remedy  models.Message
	}{
		{"mapping values are not allowed", models.Messagef("put text that contains \": \" in quotes")},
		{"cannot start any token", models.Messagef("indent with spaces, and put text that begins with @, ` or %% in quotes")},
		{"did not find expected key", models.Messagef("indent the keys of one mapping alike")},
		{"did not find expected '-' indicator", models.Messagef("indent the elements of one list alike")},
		{"did not find expected ',' or", models.Messagef("close the bracket")},
		{"unexpected end of stream", models.Messagef("close the quote")},
		{"unknown escape character", models.Messagef("write \\\\ for a backslash, or use single quotes")},
		{"unknown anchor", models.Messagef("set the anchor (&name) before its alias")},
		{"control characters", models.Messagef("remove it")},
	} {
		if strings.Contains(message, known.message) {
			return known.remedy
		}
	}
	return models.Message{}
}

// firstControl finds the first character that YAML does not allow.
func firstControl(data []byte) (line, column int) {
	line, column = 1, 1
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == '\n':
			line, column = line+1, 0
		case r < ' ' && r != '\t' && r != '\r', r == 0x7f, r == utf8.RuneError && size == 1, r == 0xfffe, r == 0xffff:
			return line, column
		}
		i, column = i+size, column+1
	}
	return 0, 0
}
