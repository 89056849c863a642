package exchange

import (
	"math"
	"slices"
	"strconv"

	"github.com/harmpath/harmpath/models"
)

// A quantity is the value of an expression.
type quantity struct {
	x     float64
	timed bool // it depends on the mission time, which nobody says
	wrong bool // a problem was told
}

// evaluation is an expression, or a parameter (then e names it), that waits for its operands.
type evaluation struct {
	e        *element
	of       *definition // whose expression it is
	operands []*element
	values   []quantity
	stands   *definition // the parameter that it is
}

// expression computes an expression of a definition; deviates count by their mean.
func (p *psa) expression(e *element, of *definition) quantity {
	stack := []*evaluation{p.begin(e, of)}
	open := map[*definition]bool{}
	for {
		top := stack[len(stack)-1]
		if len(top.values) < len(top.operands) {
			next := p.begin(top.operands[len(top.values)], top.inside())
			if d := next.stands; d != nil {
				if q, known := p.values[d]; known || open[d] {
					if !known {
						p.tell(next.e, of.fact, models.Messagef("the parameter %q is defined by itself", d.name), models.Message{})
						q.wrong = true
					}
					top.values = append(top.values, q)
					continue
				}
				open[d] = true
			}
			stack = append(stack, next)
			continue
		}
		q := p.evaluate(top)
		if top.stands != nil {
			delete(open, top.stands)
			p.values[top.stands] = q
		}
		if stack = stack[:len(stack)-1]; len(stack) == 0 {
			return q
		}
		under := stack[len(stack)-1]
		under.values = append(under.values, q)
	}
}

// inside returns whose the operands are.
func (v *evaluation) inside() *definition {
	if v.stands != nil {
		return v.stands
	}
	return v.of
}

// begin takes an expression apart; pairs (case, bin) are two operands of what they stand in.
func (p *psa) begin(e *element, of *definition) *evaluation {
	v := &evaluation{e: e, of: of}
	if e.tag == "parameter" {
		if !p.named(e) {
			return v
		}
		d := p.scopes.resolve(parameterKind.space(), of.scope, e.attr["name"])
		switch {
		case d == nil:
			p.tell(e, of.fact, models.Messagef("the parameter %q is defined nowhere", e.attr["name"]), p.scopes.meant(e.attr["name"], parameterKind))
		case len(d.body) != 1:
			p.tell(d.at, d.fact, models.Messagef("the parameter has %d expressions", len(d.body)), models.Messagef("write one"))
		default:
			v.stands, v.operands = d, d.body
		}
		return v
	}
	pair := map[string]string{"switch": "case", "histogram": "bin"}[e.tag]
	for _, operand := range e.children {
		if operand.tag == pair {
			if len(operand.children) != 2 {
				p.tell(operand, of.fact, models.Messagef("<%s> has %d expressions", pair, len(operand.children)), models.Messagef("write two"))
			}
			v.operands = append(v.operands, operand.children...)
			continue
		}
		v.operands = append(v.operands, operand)
	}
	return v
}

// evaluate computes an expression from its operands.
func (p *psa) evaluate(v *evaluation) quantity {
	if v.stands != nil {
		return v.values[0]
	}
	out := quantity{}
	x := make([]float64, len(v.values))
	for i, q := range v.values {
		x[i] = q.x
		out.timed, out.wrong = out.timed || q.timed, out.wrong || q.wrong
	}
	wrong := func(what, remedy models.Message) quantity {
		p.tell(v.e, v.of.fact, what, remedy)
		return quantity{wrong: true}
	}
	switch v.e.tag {
	case "parameter":
		return quantity{wrong: true}
	case "system-mission-time":
		return quantity{x: p.options.MissionTime, timed: p.options.MissionTime == 0}
	case "pi":
		return quantity{x: math.Pi}
	case "float", "int":
		n, err := strconv.ParseFloat(v.e.attr["value"], 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			return wrong(models.Messagef("%q is no number", v.e.attr["value"]), models.Message{})
		}
		return quantity{x: n}
	case "bool":
		b, known := boolean(v.e.attr["value"])
		if !known {
			return wrong(models.Messagef("%q is no truth value", v.e.attr["value"]), models.Messagef("write true or false"))
		}
		return quantity{x: number(b)}
	}
	o, known := operationOf(v.e.tag)
	switch {
	case !known:
		return wrong(models.Messagef("the expression <%s> is not read", v.e.tag), models.Messagef(`write its value as <float value="…"/>`))
	case !o.takes(len(x)):
		return wrong(models.Messagef("<%s> has %d operands", v.e.tag, len(x)), models.Messagef("write %v", o.wanted()))
	}
	if !out.wrong && !out.timed {
		out.x = o.value(x)
	}
	return out
}

// boolean reads a truth value.
func boolean(word string) (value, known bool) {
	switch word {
	case "true", "1":
		return true, true
	case "false", "0":
		return false, true
	}
	return false, false
}

// number is 1 for true.
func number(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// probability computes the probability that an expression states.
func (p *psa) probability(e *element, of *definition) quantity {
	q := p.expression(e, of)
	if q.wrong || q.timed {
		return q
	}
	if q.x > 1 && q.x < 1+1e-12 {
		q.x = 1 // rounding
	}
	if !(q.x >= 0 && q.x <= 1) {
		p.tell(e, of.fact, models.Messagef("the probability %v is out of range", q.x), models.Messagef("write a number from 0 to 1"))
		q.wrong = true
	}
	return q
}

// operation is a function of expressions.
type operation struct {
	least, most int   // operands; most 0: any number
	or          []int // other numbers of operands
	value       func(x []float64) float64
}

func (o operation) takes(n int) bool {
	return n >= o.least && (o.most == 0 || n <= o.most) || slices.Contains(o.or, n)
}

func (o operation) wanted() models.Message {
	switch {
	case o.most == 0:
		return models.Messagef("%d or more", o.least)
	case len(o.or) == 0:
		return models.Foreign(strconv.Itoa(o.least))
	}
	wanted := models.Foreign(strconv.Itoa(o.least))
	for _, n := range slices.Backward(o.or) {
		wanted = models.Messagef("%d or %s", n, wanted)
	}
	return wanted
}

// operationOf returns the operation of a tag (stochastic layer of the standard).
func operationOf(tag string) (operation, bool) {
	if f, known := unary(tag); known {
		return operation{least: 1, most: 1, value: func(x []float64) float64 { return f(x[0]) }}, true
	}
	if f, known := binary(tag); known {
		return operation{least: 2, most: 2, value: func(x []float64) float64 { return f(x[0], x[1]) }}, true
	}
	if f, known := folded(tag); known {
		return operation{least: 1, value: func(x []float64) float64 {
			out := x[0]
			for _, y := range x[1:] {
				out = f(out, y)
			}
			return out
		}}, true
	}
	return special(tag)
}

func unary(tag string) (f func(float64) float64, known bool) {
	switch tag {
	case "neg":
		f = func(x float64) float64 { return -x }
	case "not":
		f = func(x float64) float64 { return number(x == 0) }
	case "abs":
		f = math.Abs
	case "acos":
		f = math.Acos
	case "asin":
		f = math.Asin
	case "atan":
		f = math.Atan
	case "cos":
		f = math.Cos
	case "cosh":
		f = math.Cosh
	case "exp":
		f = math.Exp
	case "log":
		f = math.Log
	case "log10":
		f = math.Log10
	case "sin":
		f = math.Sin
	case "sinh":
		f = math.Sinh
	case "tan":
		f = math.Tan
	case "tanh":
		f = math.Tanh
	case "sqrt":
		f = math.Sqrt
	case "ceil":
		f = math.Ceil
	case "floor":
		f = math.Floor
	}
	return f, f != nil
}

func binary(tag string) (f func(a, b float64) float64, known bool) {
	switch tag {
	case "pow":
		f = math.Pow
	case "mod":
		f = math.Mod
	case "eq":
		f = func(a, b float64) float64 { return number(a == b) }
	case "df":
		f = func(a, b float64) float64 { return number(a != b) }
	case "lt":
		f = func(a, b float64) float64 { return number(a < b) }
	case "gt":
		f = func(a, b float64) float64 { return number(a > b) }
	case "leq":
		f = func(a, b float64) float64 { return number(a <= b) }
	case "geq":
		f = func(a, b float64) float64 { return number(a >= b) }
	case "uniform-deviate":
		f = func(low, high float64) float64 { return (low + high) / 2 }
	case "normal-deviate":
		f = func(mean, _ float64) float64 { return mean }
	case "gamma-deviate":
		f = func(k, theta float64) float64 { return k * theta }
	case "beta-deviate":
		f = func(a, b float64) float64 { return a / (a + b) }
	}
	return f, f != nil
}

func folded(tag string) (f func(a, b float64) float64, known bool) {
	switch tag {
	case "add":
		f = func(a, b float64) float64 { return a + b }
	case "sub":
		f = func(a, b float64) float64 { return a - b }
	case "mul":
		f = func(a, b float64) float64 { return a * b }
	case "div":
		f = func(a, b float64) float64 { return a / b }
	case "min":
		f = math.Min
	case "max":
		f = math.Max
	case "and":
		f = func(a, b float64) float64 { return number(a != 0 && b != 0) }
	case "or":
		f = func(a, b float64) float64 { return number(a != 0 || b != 0) }
	}
	return f, f != nil
}

// special are the operations of a form of their own.
func special(tag string) (operation, bool) {
	switch tag {
	case "mean":
		return operation{least: 1, value: func(x []float64) float64 { return total(x) / float64(len(x)) }}, true
	case "ite":
		return operation{least: 3, most: 3, value: chosen}, true
	case "switch":
		return operation{least: 1, value: chosen}, true
	case "exponential":
		return operation{least: 2, most: 2, or: []int{4}, value: exponential}, true
	case "GLM":
		return operation{least: 4, most: 4, value: exponential}, true
	case "Weibull":
		return operation{least: 4, most: 4, value: weibull}, true
	case "periodic-test":
		return operation{least: 11, most: 11, or: []int{4, 5}, value: periodicTest}, true
	case "lognormal-deviate":
		return operation{least: 3, most: 3, or: []int{2}, value: lognormalMean}, true
	case "histogram":
		return operation{least: 3, value: histogramMean}, true
	}
	return operation{}, false
}

func total(x []float64) float64 {
	sum := 0.0
	for _, y := range x {
		sum += y
	}
	return sum
}

// chosen returns the value behind the first condition that holds, else the last value.
func chosen(x []float64) float64 {
	for len(x) > 2 {
		if x[0] != 0 {
			return x[1]
		}
		x = x[2:]
	}
	return x[len(x)-1]
}

// exponential is the law of a rate and a time, or the generalized linear model of a probability on demand, a failure
// rate, a repair rate and a time.
func exponential(x []float64) float64 {
	if len(x) == 2 {
		return -math.Expm1(-x[0] * x[1])
	}
	onDemand, failing, both, time := x[0], x[1], x[1]+x[2], x[3]
	if both == 0 {
		return onDemand
	}
	return onDemand*math.Exp(-both*time) - failing/both*math.Expm1(-both*time)
}

// weibull is the law of a scale, a shape, a shift in time and a time.
func weibull(x []float64) float64 {
	scale, shape, shift, time := x[0], x[1], x[2], x[3]
	if time <= shift {
		return 0
	}
	return -math.Expm1(-math.Pow((time-shift)/scale, shape))
}

// lognormalMean is the mean where it is given with an error factor and its level, or that of the logarithm's mean and
// deviation.
func lognormalMean(x []float64) float64 {
	if len(x) == 3 {
		return x[0]
	}
	return math.Exp(x[0] + x[1]*x[1]/2)
}

// histogramMean weighs the value of each interval with its width: the lower bound of the first, then upper bounds and
// values.
func histogramMean(x []float64) float64 {
	if len(x)%2 == 0 {
		return math.NaN()
	}
	low, sum := x[0], 0.0
	for i := 1; i < len(x); i += 2 {
		if !(x[i] > low) {
			return math.NaN()
		}
		sum += (x[i] - low) * x[i+1]
		low = x[i]
	}
	return sum / (low - x[0])
}
