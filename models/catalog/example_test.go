package catalog_test

import (
	"fmt"
	"testing/fstest"

	"github.com/harmpath/harmpath/models"
	"github.com/harmpath/harmpath/models/catalog"
)

func ExampleLoad() {
	c, err := catalog.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, id := range c.ThreatsOf("home_controller") {
		fmt.Println(c.Threat(id).Name.In(models.English))
	}
	fmt.Println(c.IsA("camera", "device"))
	// Output:
	// Malware infection
	// Misuse
	// true
}

func ExampleExtend() {
	base, err := catalog.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	mine := fstest.MapFS{"kinds/drone.yaml": {Data: []byte(`
id: drone
parent: aplliance
name: {ja: ドローン, en: Drone}
means: {ja: 空を飛ぶ機器。, en: A device that flies.}
`)}}
	_, err = catalog.Extend(base, mine)
	fmt.Println(err)
	// Output:
	// kinds/drone.yaml:3:9: parent: there is no "aplliance" in kinds; did you mean appliance?
}

func ExampleHelp() {
	c, err := catalog.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, item := range catalog.List(c, "properties") {
		if item.ID == "unguessable" {
			fmt.Print(catalog.Help(c, item, models.English))
		}
	}
	// Output:
	// unguessable  Unguessable
	// protective properties
	//
	//    It cannot be found by guessing or trying.
	//
	// WHY IT MATTERS
	//    A guessable identifier or credential is as good as known.
	//
	// EXAMPLE
	//    Unique ids are long random numbers rather than serial ones.
	//
	// PROPERTY OF
	//    data
	//
	// RULES THAT ASK FOR IT
	//    guess-credential  Credential guessed
	//    guess-at-intermediary  Credential guessed on the way
	//
	// MEASURES THAT PROVIDE IT
	//    individual-credentials  Individual credentials
	//    random-identifiers  Random identifiers
	//
	// REQUIREMENTS OF STANDARDS, LAWS AND LABELS
	//    cra  Part I (2)(b)
	//    jc-star  S1.1-02
	//    en303645  5.1-1, 5.1-2, 5.4-4
	//    nist8259  8259A (1)
	//    iec62443  SR 1.5, SR 1.7
	//    cpsf  CPS.AC-1
	//
	// SINCE
	//    harmpath 0.1
}
