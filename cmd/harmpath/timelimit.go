package main

import (
	"context"

	"github.com/urfave/cli/v2"
)

// timeLimit is the name of the flag by which a command ends in time.
const timeLimit = "time-limit"

// timeLimitFlag is the flag of every command that computes.
func timeLimitFlag(usage string) cli.Flag {
	return &cli.DurationFlag{Name: timeLimit, Usage: usage + " after the time `D`, as in 30s", DefaultText: "none"}
}

// analysisShare is the share of the time limit that analyses may take, where what is known is to be told within it.
const analysisShare = 0.75

// inTime lets a command run within the time that its command line gives it.
func (p *program) inTime(action cli.ActionFunc) cli.ActionFunc {
	return func(c *cli.Context) error {
		limit := c.Duration(timeLimit)
		switch {
		case limit < 0:
			return misuse(c, "--time-limit wants a time above 0, as 30s", "")
		case limit == 0:
			return action(c)
		}
		return inTime(c.Context, limit, &p.disk.delivery, func(ctx context.Context) error {
			timed := *c
			timed.Context = ctx
			return action(&timed)
		})
	}
}
