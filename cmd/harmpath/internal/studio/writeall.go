package studio

import (
	"runtime"
	"slices"

	"github.com/harmpath/harmpath/render"
)

// mostAtOnce is how many outputs are written at the same time at most: each may hold the pixels of a page.
const mostAtOnce = 2

// WriteAll lets outputs write their files, several at the same time, those that wait for no drawings first. What was made
// comes in the order of the outputs; of several failures the first in that order is told.
func WriteAll(outputs []render.Output, write func(render.Output) ([]render.File, error)) ([]render.Made, error) {
	order := make([]int, len(outputs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case outputs[a].Draws == outputs[b].Draws:
			return 0
		case outputs[b].Draws:
			return -1
		}
		return 1
	})
	made, failures := make([]render.Made, len(outputs)), make([]error, len(outputs))
	places := make(chan struct{}, min(mostAtOnce, runtime.GOMAXPROCS(0)))
	var all render.Together
	for _, i := range order {
		places <- struct{}{}
		all.Go(func() {
			defer func() { <-places }()
			made[i].Output = outputs[i]
			made[i].Files, failures[i] = write(outputs[i])
		})
	}
	all.Wait()
	for _, err := range failures {
		if err != nil {
			return nil, err
		}
	}
	return made, nil
}
