package resultfile

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"strings"
)

// resultFormats begins the name of the format of results in every version of harmpath.
const resultFormats = "harmpath/result/"

// IsResult tells whether a file says that it is a result, of this version of harmpath or another.
func IsResult(name string) bool {
	file, err := os.Open(name)
	if err != nil {
		return false
	}
	defer file.Close()
	head, err := io.ReadAll(io.LimitReader(file, headOfResult))
	return err == nil && SaysResult(head)
}

// headOfResult is within how many bytes from its beginning a result says that it is one.
const headOfResult = 4096

// SaysResult tells whether the beginning of a file says so.
func SaysResult(head []byte) bool {
	decoder := json.NewDecoder(bytes.NewReader(head[:min(len(head), headOfResult)]))
	for {
		key, err := decoder.Token()
		if err != nil {
			return false
		}
		if key == "format" {
			value, err := decoder.Token()
			text, _ := value.(string)
			return err == nil && strings.HasPrefix(text, resultFormats)
		}
	}
}

// largestStream is the size in bytes up to which a pipe or a device is read that holds no result.
const largestStream = 64 << 20

// LargestOf is the size in bytes up to which a file is read, by its beginning.
func LargestOf(head []byte) int {
	if SaysResult(head) {
		return MaxSize
	}
	return largestStream
}
