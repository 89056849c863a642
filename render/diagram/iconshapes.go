package diagram

import "github.com/harmpath/harmpath/render/diagram/picture"

// strokesOf looks an icon up.
func strokesOf(icon Icon) []stroke {
	if strokes, ok := iconTable[icon]; ok {
		return strokes
	}
	return lines(picture.RoundRect(4, 4, 16, 16, 2))
}

// cloudOutline is a cloud in a square of 24.
var cloudOutline = picture.Path(nil).MoveTo(6.5, 18.5).
	CurveTo(3.6, 18.5, 2, 16.5, 2, 14.3).CurveTo(2, 12.2, 3.4, 10.6, 5.4, 10.2).
	CurveTo(5.6, 7, 8.2, 4.8, 11.2, 4.8).CurveTo(13.9, 4.8, 16, 6.4, 16.8, 8.8).
	CurveTo(19.8, 8.8, 22, 10.9, 22, 13.6).CurveTo(22, 16.4, 19.9, 18.5, 17.2, 18.5).Close()

// shieldOutline is a shield in a square of 24.
var shieldOutline = picture.Path(nil).MoveTo(12, 2.5).LineTo(20, 5.2).LineTo(20, 11).
	CurveTo(20, 16, 16.8, 19.8, 12, 21.5).CurveTo(7.2, 19.8, 4, 16, 4, 11).LineTo(4, 5.2).Close()

// documentOutline is a sheet with a folded corner in a square of 24.
var documentOutline = segments(xy{14.5, 2.5, 5, 2.5, 5, 21.5, 19, 21.5, 19, 7, 14.5, 2.5, 14.5, 7, 19, 7})

// drumOutline is a store of data in a square of 24.
var drumOutline = append(picture.Ellipse(12, 5.5, 7.5, 3),
	picture.Path(nil).MoveTo(4.5, 5.5).LineTo(4.5, 18.5).CurveTo(4.5, 20.2, 7.9, 21.5, 12, 21.5).
		CurveTo(16.1, 21.5, 19.5, 20.2, 19.5, 18.5).LineTo(19.5, 5.5).
		MoveTo(4.5, 12).CurveTo(4.5, 13.7, 7.9, 15, 12, 15).CurveTo(16.1, 15, 19.5, 13.7, 19.5, 12)...)

// flameOutline is a flame in the lower half of a square of 24.
var flameOutline = picture.Path(nil).MoveTo(12, 9).CurveTo(12.5, 11, 15.2, 12.2, 15.2, 15).
	CurveTo(15.2, 16.9, 13.8, 18.2, 12, 18.2).CurveTo(10.2, 18.2, 8.8, 16.9, 8.8, 15).CurveTo(8.8, 12.6, 11.6, 11.8, 12, 9).Close()

// iconTable holds every icon in a square of 24, drawn in lines of 1.6.
var iconTable = map[Icon][]stroke{
	IconPhone: dots(lines(picture.RoundRect(6.5, 2, 11, 20, 2.2), segments(xy{10.5, 4.6, 13.5, 4.6})), picture.Circle(12, 19, 0.5)),
	IconComputer: lines(picture.RoundRect(3, 4, 18, 12, 1.4),
		segments(xy{12, 16, 12, 19.5}, xy{8, 19.8, 16, 19.8})),
	IconCloud: lines(cloudOutline),
	IconServer: dots(lines(picture.RoundRect(3.5, 3, 17, 7.6, 1.4), picture.RoundRect(3.5, 13.4, 17, 7.6, 1.4),
		segments(xy{12, 6.8, 17, 6.8}, xy{12, 17.2, 17, 17.2})), picture.Circle(7, 6.8, 0.6), picture.Circle(7, 17.2, 0.6)),
	IconRouter: dots(lines(picture.RoundRect(2.5, 13, 19, 7, 1.6), segments(xy{6.5, 13, 5, 4}, xy{17.5, 13, 19, 4}),
		picture.Path(nil).MoveTo(9, 9.6).CurveTo(10.6, 8.2, 13.4, 8.2, 15, 9.6)),
		picture.Circle(6.5, 16.5, 0.6), picture.Circle(9.8, 16.5, 0.6)),
	IconInternet: lines(picture.Circle(12, 12, 9.5), picture.Ellipse(12, 12, 4.2, 9.5),
		segments(xy{2.5, 12, 21.5, 12}, xy{4, 7, 20, 7}, xy{4, 17, 20, 17})),
	IconNetwork: lines(picture.RoundRect(9, 2.5, 6, 5, 1), picture.RoundRect(2, 16.5, 6, 5, 1), picture.RoundRect(16, 16.5, 6, 5, 1),
		segments(xy{12, 7.5, 12, 12}, xy{5, 16.5, 5, 12, 19, 12, 19, 16.5})),
	IconController: dots(lines(picture.RoundRect(3, 3, 18, 18, 2), picture.Circle(12, 10, 3.6), segments(xy{12, 10, 14, 7.6}),
		segments(xy{6.5, 17.5, 10, 17.5})), picture.Circle(14, 17.5, 0.6), picture.Circle(17.4, 17.5, 0.6)),
	IconAppliance: lines(picture.RoundRect(4.5, 2.5, 15, 19, 1.6), segments(xy{4.5, 7.5, 19.5, 7.5}), picture.Circle(12, 14.3, 4),
		segments(xy{7.5, 5, 9.5, 5})),
	IconHeater: lines(picture.RoundRect(5, 2, 14, 19.6, 1.6), flameOutline, segments(xy{9, 5.2, 15, 5.2}), segments(xy{9, 21.6, 9, 23.4}, xy{15, 21.6, 15, 23.4})),
	IconSensor: dots(lines(
		picture.Path(nil).MoveTo(7.6, 16.4).CurveTo(5.2, 14, 5.2, 10, 7.6, 7.6).MoveTo(16.4, 16.4).CurveTo(18.8, 14, 18.8, 10, 16.4, 7.6),
		picture.Path(nil).MoveTo(4.6, 19.4).CurveTo(0.5, 15.3, 0.5, 8.7, 4.6, 4.6).MoveTo(19.4, 19.4).CurveTo(23.5, 15.3, 23.5, 8.7, 19.4, 4.6)),
		picture.Circle(12, 12, 2)),
	IconActuator: lines(picture.Polygon(picture.Point{X: 3, Y: 10}, picture.Point{X: 12, Y: 15}, picture.Point{X: 3, Y: 20}),
		picture.Polygon(picture.Point{X: 21, Y: 10}, picture.Point{X: 12, Y: 15}, picture.Point{X: 21, Y: 20}),
		segments(xy{12, 15, 12, 7}), picture.Path(nil).MoveTo(7, 7).CurveTo(7, 2.6, 17, 2.6, 17, 7).Close()),
	IconCamera: lines(picture.RoundRect(2.5, 6.5, 14, 11, 1.8), segments(xy{16.5, 10.5, 21.5, 7.5, 21.5, 16.5, 16.5, 13.5}), picture.Circle(9.5, 12, 3)),
	IconRobot: dots(lines(segments(xy{4, 21.5, 14, 21.5}, xy{9, 21.5, 9, 18}, xy{8, 15, 6.2, 8.4}, xy{8.6, 5.6, 15, 5.2}, xy{17.4, 6.6, 18.6, 10.5}),
		picture.Circle(9, 16.4, 1.8), picture.Circle(6.4, 6.2, 2), picture.Circle(17, 5, 1.8),
		segments(xy{16, 14, 16.6, 11.2, 20.4, 10.2, 22, 12.6}))),
	IconPLC: dots(lines(picture.RoundRect(2.5, 5, 19, 14, 1.2), segments(xy{8.5, 5, 8.5, 19}, xy{15, 5, 15, 19}),
		segments(xy{10.5, 16, 13, 16}, xy{17, 16, 19.5, 16})), picture.Circle(5.5, 8.5, 0.6), picture.Circle(5.5, 11.5, 0.6),
		picture.Circle(11.7, 8.5, 0.6), picture.Circle(18.2, 8.5, 0.6)),
	IconSafety: lines(picture.RoundRect(2.5, 2.5, 19, 19, 2), shieldOutline.Placed(4.8, 4.8, 0.6)),
	IconVehicle: lines(picture.Path(nil).MoveTo(2, 16.5).LineTo(2, 12.5).LineTo(5, 11.5).LineTo(7.5, 6.8).LineTo(15.5, 6.8).LineTo(18.6, 11.5).
		LineTo(22, 12.8).LineTo(22, 16.5).Close(), picture.Circle(7, 17, 2.2), picture.Circle(17, 17, 2.2), segments(xy{5, 11.5, 18.6, 11.5})),
	IconMachine: lines(segments(xy{2.5, 21, 2.5, 10, 8, 13.5, 8, 10, 13.5, 13.5, 13.5, 3, 17.5, 3, 18.5, 13, 21.5, 13, 21.5, 21, 2.5, 21}),
		segments(xy{6, 17.3, 8, 17.3}, xy{11, 17.3, 13, 17.3}, xy{16, 17.3, 18, 17.3})),
	IconPerson: lines(picture.Circle(12, 7, 4), picture.Path(nil).MoveTo(4, 21.5).CurveTo(4, 16.4, 7.5, 14, 12, 14).CurveTo(16.5, 14, 20, 16.4, 20, 21.5).Close()),
	IconOrganisation: lines(picture.Rect(3, 7.5, 9.5, 14), picture.Rect(12.5, 2.5, 8.5, 19),
		segments(xy{5.8, 11, 9.7, 11}, xy{5.8, 14.5, 9.7, 14.5}, xy{5.8, 18, 9.7, 18}, xy{15.2, 6, 18.3, 6}, xy{15.2, 9.5, 18.3, 9.5}, xy{15.2, 13, 18.3, 13}, xy{15.2, 16.5, 18.3, 16.5})),
	IconAttacker: dots(lines(picture.Path(nil).MoveTo(12, 2.5).CurveTo(16.6, 2.5, 18, 6, 18, 9.5).CurveTo(18, 12.2, 15.6, 14.5, 12, 14.5).
		CurveTo(8.4, 14.5, 6, 12.2, 6, 9.5).CurveTo(6, 6, 7.4, 2.5, 12, 2.5).Close(),
		picture.Path(nil).MoveTo(3.5, 21.5).CurveTo(3.5, 17.5, 6, 15.8, 8.4, 14.2).MoveTo(20.5, 21.5).CurveTo(20.5, 17.5, 18, 15.8, 15.6, 14.2).MoveTo(3.5, 21.5).LineTo(20.5, 21.5)),
		picture.Polygon(picture.Point{X: 7.6, Y: 8.4}, picture.Point{X: 11.2, Y: 9.6}, picture.Point{X: 9, Y: 10.6}),
		picture.Polygon(picture.Point{X: 16.4, Y: 8.4}, picture.Point{X: 12.8, Y: 9.6}, picture.Point{X: 15, Y: 10.6})),
	IconDocument: lines(documentOutline, segments(xy{8.2, 11, 15.8, 11}, xy{8.2, 14.3, 15.8, 14.3}, xy{8.2, 17.6, 13, 17.6})),
	IconData:     lines(drumOutline),
	IconKey: lines(picture.Circle(7.5, 12, 4.5), segments(xy{12, 12, 22, 12, 22, 15.5}, xy{18, 12, 18, 15}),
		picture.Circle(6.8, 12, 0.8)),
	IconMeasure:   lines(shieldOutline, segments(xy{8, 11.8, 11, 14.8, 16.2, 8.8})),
	IconSafeguard: lines(shieldOutline, segments(xy{12, 7, 12, 16}, xy{7.8, 11.4, 16.2, 11.4})),
	IconEffect: dots(lines(picture.Polygon(picture.Point{X: 12, Y: 3}, picture.Point{X: 22, Y: 20.5}, picture.Point{X: 2, Y: 20.5}),
		segments(xy{12, 9.5, 12, 14.4})), picture.Circle(12, 17.3, 0.6)),
	IconInjury: lines(picture.Circle(12, 12, 9.5), segments(xy{12, 7, 12, 17}, xy{7, 12, 17, 12})),
	IconCondition: lines(picture.Polygon(picture.Point{X: 12, Y: 2.5}, picture.Point{X: 21.5, Y: 12}, picture.Point{X: 12, Y: 21.5}, picture.Point{X: 2.5, Y: 12}),
		segments(xy{9, 12, 11.2, 14.2, 15.2, 9.8})),
	IconRule: lines(segments(xy{13.5, 2, 5, 13.5, 11, 13.5, 10, 22, 19, 9.8, 12.8, 9.8, 13.5, 2})),
	IconRadio: dots(lines(segments(xy{12, 9, 8, 21.5}, xy{12, 9, 16, 21.5}, xy{9.4, 17, 14.6, 17}),
		picture.Path(nil).MoveTo(7.4, 11).CurveTo(5.6, 8.6, 5.6, 5.6, 7.4, 3.2).MoveTo(16.6, 11).CurveTo(18.4, 8.6, 18.4, 5.6, 16.6, 3.2)),
		picture.Circle(12, 7, 1.4)),
	IconSoftware: lines(picture.RoundRect(2.5, 4, 19, 16, 1.6), segments(xy{2.5, 8.2, 21.5, 8.2}, xy{9, 11.4, 6.4, 14, 9, 16.6}, xy{15, 11.4, 17.6, 14, 15, 16.6})),
}
