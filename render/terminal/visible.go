package terminal

import (
	"crypto/rand"
	"fmt"
	"io"
	"math/big"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"github.com/harmpath/harmpath/render/content"
)

// visible shows what a text holds and nobody would see, as escapes such as \x1b and \u202e: control characters, bytes that
// are not UTF-8, and what changes the order in which a line is read. Line ends and tabs stay. JSON says the same
// before and after.
func visible(text string) string {
	shown, _, err := transform.String(&visibly{}, text)
	if err != nil {
		panic("harmpath: " + err.Error())
	}
	return shown
}

// VisibleLine is visible for what stands in one line: line ends and tabs are shown, too.
func VisibleLine(text string) string {
	return visible(strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(text))
}

// VisibleWriter sends text on as visible shows it. All that a person may read goes through it, so that no name, argument or
// file name moves a cursor, forges a line or speaks to a terminal. Of escape sequences only those pass that screen.paint
// made under the same seal. Close sends what is left of a text that ended within a character.
func VisibleWriter(to io.Writer, seal string) *transform.Writer {
	return transform.NewWriter(to, &visibly{seal: seal})
}

// NewSeal draws what marks the program's own escape sequences until they are sent. No text can know it.
func NewSeal() string {
	number, err := rand.Int(rand.Reader, big.NewInt(1<<30))
	if err != nil {
		panic("harmpath: " + err.Error())
	}
	return fmt.Sprint(1<<30 + number.Int64()) // ten digits, and a number that every table writer can read
}

// visibly is the transformation of visible and visibleWriter.
type visibly struct {
	seal string // of escape sequences that pass; empty: none does
	open bool   // one of them waits for its end
}

func (v *visibly) Reset() { v.open = false }

// longestOwn is more than the length in bytes of any escape sequence that screen.paint makes.
const longestOwn = 32

// longestEscape is more than how many bytes are sent for one character or escape sequence.
const longestEscape = 64

// endOwn ends what an escape sequence of screen.paint began.
const endOwn = "\x1b[0m"

// Transform implements transform.Transformer.
func (v *visibly) Transform(dst, src []byte, atEOF bool) (written, read int, err error) {
	for read < len(src) {
		if len(dst)-written < longestEscape {
			return written, read, transform.ErrShortDst
		}
		out, size, err := v.next(src[read:], len(dst)-written, atEOF)
		if err != nil {
			return written, read, err
		}
		written += copy(dst[written:], out)
		read += size
	}
	return written, read, nil
}

// next returns how the next piece of a text is sent, in so much room, and how many bytes of the text it is.
func (v *visibly) next(src []byte, room int, atEOF bool) (out []byte, size int, err error) {
	if size := plain(src[:min(len(src), room)]); size > 0 {
		return src[:size], size, nil
	}
	if src[0] == 0x1b && v.seal != "" {
		if out, size, own := v.own(src); own {
			return out, size, nil
		}
		if !atEOF && len(src) < longestOwn {
			return nil, 0, transform.ErrShortSrc
		}
	}
	if !atEOF && !utf8.FullRune(src) {
		return nil, 0, transform.ErrShortSrc
	}
	r, size := utf8.DecodeRune(src)
	switch {
	case r == utf8.RuneError && size == 1:
		return fmt.Appendf(nil, `\x%02x`, src[0]), size, nil
	case r < ' ':
		return fmt.Appendf(nil, `\x%02x`, r), size, nil
	case r > 0xffff && content.Forbidden(r):
		high, low := utf16.EncodeRune(r)
		return fmt.Appendf(nil, `\u%04x\u%04x`, high, low), size, nil
	case content.Forbidden(r), r == '\u2028', r == '\u2029':
		return fmt.Appendf(nil, `\u%04x`, r), size, nil
	}
	return src[:size], size, nil
}

// plain returns how many bytes of a text at its beginning are sent as they are without a second look: printable ASCII, line
// ends and tabs, and the characters from U+3000 to U+9FFF, of which Japanese mostly is.
func plain(src []byte) int {
	at := 0
	for at < len(src) {
		switch b := src[at]; {
		case b >= ' ' && b <= '~', b == '\n', b == '\t':
			at++
		case b >= 0xe3 && b <= 0xe9 && at+2 < len(src) && src[at+1]&0xc0 == 0x80 && src[at+2]&0xc0 == 0x80:
			at += 3
		default:
			return at
		}
	}
	return at
}

// own returns what is sent for an escape sequence that bears the seal, or for the end of one.
func (v *visibly) own(src []byte) (out []byte, size int, own bool) {
	text := string(src[:min(len(src), longestOwn)])
	if strings.HasPrefix(text, endOwn) && v.open {
		v.open = false
		return []byte(endOwn), len(endOwn), true
	}
	codes, _, ended := strings.Cut(text, "m")
	begin, sealed := strings.CutSuffix(codes, ";"+v.seal)
	if !ended || !sealed {
		return nil, 0, false
	}
	v.open = true
	return []byte(begin + "m"), len(codes) + 1, true
}
