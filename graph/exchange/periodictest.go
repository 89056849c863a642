package exchange

import "math"

// mostTests bounds how many tests are followed one by one; long before, nothing changes any more.
const mostTests = 10_000_000

// periodicTest returns the chance that a component that is tested periodically is not available at a time, by the
// phases of the standard: before the first test, during tests and between them. Its operands are those of the
// standard; of four, a repair takes no time; of five, a test does not.
func periodicTest(x []float64) float64 {
	switch len(x) {
	case 4:
		return repairedAtOnce(x[0], x[1], x[2], x[3])
	case 5:
		return tested{failing: x[0], failingInTest: x[0], repairing: x[1], every: x[2], first: x[3], usable: true, found: 1}.unavailable(x[4])
	}
	return tested{failing: x[0], failingInTest: x[1], repairing: x[2], every: x[3], first: x[4], spoiled: x[5], length: x[6],
		usable: x[7] != 0, found: x[8], badly: x[9]}.unavailable(x[10])
}

// repairedAtOnce knows only the time since the last test; at a test's own date, that since the one before.
func repairedAtOnce(failing, every, first, time float64) float64 {
	if !(every > 0) {
		return math.NaN()
	}
	if time <= first {
		return -math.Expm1(-failing * time)
	}
	since := math.Mod(time-first, every)
	if since == 0 {
		since = every
	}
	return -math.Expm1(-failing * since)
}

// tested is a component that is tested periodically. Rates are by hour, times in hours.
type tested struct {
	failing, failingInTest float64 // rates of failure
	repairing              float64 // rate of repair once a test found a failure
	every, first, length   float64 // between tests, before the first, of a test
	spoiled                float64 // chance that the beginning of a test makes it fail
	usable                 bool    // during a test
	found                  float64 // chance that a test finds a failure
	badly                  float64 // chance that it is badly restarted after a repair
}

// state is the chance that a component works, has failed without anybody knowing, or is being repaired.
type state struct{ works, failed, repair float64 }

// unavailable returns the chance that the component does not work at a time, or is under a test that keeps it from
// working.
func (t tested) unavailable(time float64) float64 {
	if !(t.every > 0) || t.length < 0 || t.length > t.every {
		return math.NaN()
	}
	if time <= t.first {
		return -math.Expm1(-t.failing * time)
	}
	survives := math.Exp(-t.failing * t.first)
	s := state{works: survives, failed: 1 - survives}
	tests := math.Floor((time - t.first) / t.every)
	since := time - t.first - tests*t.every
	for n := 0.0; n < tests; n++ {
		next := t.runs(t.test(s, t.length), t.every-t.length)
		if next == s {
			break
		}
		if s = next; n > mostTests {
			return math.NaN()
		}
	}
	if since > t.length || t.length == 0 {
		return 1 - t.runs(t.test(s, t.length), since-t.length).works
	}
	after := t.test(s, since)
	if !t.usable {
		after.works -= s.works * (1 - t.spoiled) * math.Exp(-t.failingInTest*since)
	}
	return 1 - after.works
}

// test goes through a test of some length; what is being repaired is not tested.
func (t tested) test(s state, length float64) state {
	holds := s.works * (1 - t.spoiled) * math.Exp(-t.failingInTest*length)
	down := s.failed + s.works - holds
	repaired, again, still := t.repairs(length)
	return state{works: holds + s.repair*repaired, failed: (1-t.found)*down + s.repair*again, repair: t.found*down + s.repair*still}
}

// runs goes through some time between tests.
func (t tested) runs(s state, time float64) state {
	holds := math.Exp(-t.failing * time)
	repaired, again, still := t.repairs(time)
	return state{works: s.works*holds + s.repair*repaired, failed: s.failed + s.works*(1-holds) + s.repair*again, repair: s.repair * still}
}

// repairs returns the chances that what was being repaired works after some time, has failed since (or was restarted
// badly), or is being repaired still.
func (t tested) repairs(time float64) (works, failed, still float64) {
	still = math.Exp(-t.repairing * time)
	if t.repairing == t.failing {
		works = t.repairing * time * still
	} else {
		works = t.repairing / (t.repairing - t.failing) * (math.Exp(-t.failing*time) - still)
	}
	works *= 1 - t.badly
	return works, 1 - works - still, still
}
