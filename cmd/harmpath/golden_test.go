package main

import "flag"

// update makes the tests write what they got where they would compare it.
var update = flag.Bool("update", false, "write expected outputs anew")
