package main

import "github.com/harmpath/harmpath/render/rendertest"

// update makes the tests write what they got where they would compare it.
var update = rendertest.Update
