package rendertest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
)

// Unzip reads the files of a ZIP archive, and asks that they are sorted and carry one time.
func Unzip(t testing.TB, body []byte) map[string][]byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	files, last := map[string][]byte{}, ""
	for _, f := range archive.File {
		if f.Name <= last || f.Modified.Year() != 1980 {
			t.Errorf("%s stands after %s, of %s", f.Name, last, f.Modified)
		}
		last = f.Name
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// SoundPackage asks of a package of Office Open XML what a program asks that opens it: each part has a type, relations
// lead to parts, what parts refer to are their relations, XML is well-formed, and the elements of WordprocessingML,
// PresentationML and DrawingML that harmpath writes hold only what the schema allows, in its order.
func SoundPackage(t testing.TB, name string, body []byte) map[string][]byte {
	t.Helper()
	files := Unzip(t, body)
	for part, content := range files {
		if ext := path.Ext(part); ext != ".xml" && ext != ".rels" && ext != ".svg" {
			continue
		}
		if strings.HasSuffix(part, ".svg") {
			wellFormed(t, name+" "+part, content)
			continue
		}
		related := relations(t, name, part, files)
		soundPart(t, name+" "+part, content, related)
	}
	typed(t, name, files)
	return files
}

func wellFormed(t testing.TB, name string, content []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// typed asks that each part has a content type of its own or by its extension.
func typed(t testing.TB, name string, files map[string][]byte) {
	t.Helper()
	var types struct {
		Defaults []struct {
			Extension string `xml:"Extension,attr"`
		} `xml:"Default"`
		Overrides []struct {
			PartName string `xml:"PartName,attr"`
		} `xml:"Override"`
	}
	if err := xml.Unmarshal(files["[Content_Types].xml"], &types); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	known := map[string]bool{"[Content_Types].xml": true}
	for _, o := range types.Overrides {
		part := strings.TrimPrefix(o.PartName, "/")
		if _, there := files[part]; !there {
			t.Errorf("%s: a type is given to %s, which is missing", name, part)
		}
		known[part] = true
	}
	for part := range files {
		ext := strings.TrimPrefix(path.Ext(part), ".")
		for _, d := range types.Defaults {
			known[part] = known[part] || d.Extension == ext && ext != "xml"
		}
		if !known[part] {
			t.Errorf("%s: %s has no content type", name, part)
		}
	}
}

// relations reads the ids of the relations of a part and asks that they lead to parts.
func relations(t testing.TB, name, part string, files map[string][]byte) map[string]bool {
	t.Helper()
	folder, file := path.Split(part)
	var list struct {
		Relations []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	body, there := files[folder+"_rels/"+file+".rels"]
	if !there {
		return nil
	}
	if err := xml.Unmarshal(body, &list); err != nil {
		t.Fatalf("%s %s: %v", name, part, err)
	}
	ids := map[string]bool{}
	for _, r := range list.Relations {
		target := r.Target
		if !path.IsAbs(target) {
			target = path.Join("/", folder, target)
		}
		if _, there := files[strings.TrimPrefix(target, "/")]; !there && r.Mode != "External" {
			t.Errorf("%s: %s is related to %s, which is missing", name, part, r.Target)
		}
		if ids[r.ID] {
			t.Errorf("%s: %s has two relations %s", name, part, r.ID)
		}
		ids[r.ID] = true
	}
	return ids
}

const relationsNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// prefixes are the names under which orders knows the namespaces.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://schemas.openxmlformats.org/presentationml/2006/main":             "p",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               "pic",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
}

// soundPart walks a part and compares the children of each element with its order.
func soundPart(t testing.TB, name string, content []byte, related map[string]bool) {
	t.Helper()
	type open struct {
		name string
		at   int // place in the order of the last child
	}
	var stack []open
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			for _, a := range e.Attr {
				if a.Name.Space == relationsNamespace && !related[a.Value] {
					t.Errorf("%s: %s refers to the relation %s, which is missing", name, e.Name.Local, a.Value)
				}
			}
			child := prefixes[e.Name.Space] + ":" + e.Name.Local
			if len(stack) > 0 {
				parent := &stack[len(stack)-1]
				if order, known := orders[parent.name]; known {
					at := slices.Index(strings.Fields(order), child)
					if at < 0 || at < parent.at {
						t.Errorf("%s: %s stands out of order in %s (%s)", name, child, parent.name, order)
					}
					parent.at = at
				}
			}
			stack = append(stack, open{name: child})
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	}
}

// orders are the children of elements in the order of the schemas of ECMA-376 (part 1, annex A), as far as harmpath
// writes them. An element that is not here holds its children in any order.
var orders = map[string]string{
	"w:document":      "w:body",
	"w:pPr":           "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:numPr w:pBdr w:shd w:tabs w:snapToGrid w:spacing w:ind w:jc w:outlineLvl w:rPr w:sectPr",
	"w:rPr":           "w:rStyle w:rFonts w:b w:bCs w:color w:kern w:sz w:szCs w:bdr w:shd w:lang",
	"w:numPr":         "w:ilvl w:numId",
	"w:tbl":           "w:tblPr w:tblGrid w:tr",
	"w:tblPr":         "w:tblStyle w:tblW w:tblInd w:tblBorders w:tblLayout w:tblCellMar w:tblLook",
	"w:tr":            "w:trPr w:tc",
	"w:tcPr":          "w:tcW w:vMerge w:tcBorders w:shd w:vAlign",
	"w:tc":            "w:tcPr w:p",
	"w:tcBorders":     "w:top w:left w:bottom w:right",
	"w:sectPr":        "w:headerReference w:footerReference w:type w:pgSz w:pgMar w:titlePg",
	"w:style":         "w:name w:basedOn w:next w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:pPr w:rPr w:tblPr w:tblStylePr",
	"w:styles":        "w:docDefaults w:style",
	"w:numbering":     "w:abstractNum w:num",
	"w:lvl":           "w:start w:numFmt w:lvlText w:lvlJc w:pPr w:rPr",
	"w:settings":      "w:zoom w:defaultTabStop w:evenAndOddHeaders w:characterSpacingControl w:compat w:themeFontLang w:clrSchemeMapping w:decimalSymbol w:listSeparator",
	"w:font":          "w:altName w:panose1 w:charset w:family w:pitch",
	"w:sdt":           "w:sdtPr w:sdtContent",
	"wp:inline":       "wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic",
	"pic:pic":         "pic:nvPicPr pic:blipFill pic:spPr",
	"pic:blipFill":    "a:blip a:stretch",
	"pic:spPr":        "a:xfrm a:prstGeom",
	"p:sld":           "p:cSld p:clrMapOvr",
	"p:sldLayout":     "p:cSld p:clrMapOvr",
	"p:sldMaster":     "p:cSld p:clrMap p:sldLayoutIdLst p:txStyles",
	"p:cSld":          "p:bg p:spTree",
	"p:presentation":  "p:sldMasterIdLst p:sldIdLst p:sldSz p:notesSz",
	"p:sp":            "p:nvSpPr p:spPr p:txBody",
	"p:nvSpPr":        "p:cNvPr p:cNvSpPr p:nvPr",
	"p:pic":           "p:nvPicPr p:blipFill p:spPr",
	"p:blipFill":      "a:blip a:stretch",
	"p:spPr":          "a:xfrm a:prstGeom a:noFill a:solidFill a:ln",
	"p:graphicFrame":  "p:nvGraphicFramePr p:xfrm a:graphic",
	"p:txBody":        "a:bodyPr a:lstStyle a:p",
	"a:xfrm":          "a:off a:ext a:chOff a:chExt",
	"p:xfrm":          "a:off a:ext",
	"a:tbl":           "a:tblPr a:tblGrid a:tr",
	"a:tc":            "a:txBody a:tcPr",
	"a:txBody":        "a:bodyPr a:lstStyle a:p",
	"a:tcPr":          "a:lnL a:lnR a:lnT a:lnB a:noFill a:solidFill",
	"a:p":             "a:pPr a:r a:fld a:endParaRPr",
	"a:pPr":           "a:lnSpc a:spcBef a:spcAft a:buFont a:buNone a:buChar",
	"a:r":             "a:rPr a:t",
	"a:rPr":           "a:solidFill a:latin a:ea a:cs",
	"a:theme":         "a:themeElements",
	"a:themeElements": "a:clrScheme a:fontScheme a:fmtScheme",
}

// OfficeText is the text of a part: its paragraphs, one a line.
func OfficeText(t *testing.T, part []byte) string {
	t.Helper()
	var out strings.Builder
	d := xml.NewDecoder(bytes.NewReader(part))
	said := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			said = e.Name.Local == "t"
		case xml.EndElement:
			said = false
			if e.Name.Local == "p" {
				out.WriteByte('\n')
			}
		case xml.CharData:
			if said {
				out.Write(e)
			}
		}
	}
}
