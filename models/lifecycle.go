package models

// Field is a range within which certain norms are shared (場: 特定の規範を共有する範囲): a law, a contract, the rules of an
// organisation. Fields, the attributes of data and events are the third layer of METI's framework: how data keep their
// trustworthiness while they pass between parties (データマネジメント).
type Field struct {
	Origin
	ID       FieldID   `json:"id"`
	Name     Text      `json:"name"`
	Norms    []NormID  `json:"norms,omitempty"`    // the norms that hold in it: entries of the catalog
	Purposes []Purpose `json:"purposes,omitempty"` // what its rules know data to be used for
}

// Purpose is something that data are used for.
type Purpose struct {
	ID   PurposeID `json:"id"`
	Name Text      `json:"name"`
}

// DataAttributes are the properties that data have at one stage of their life (属性: データが有する性質). Where they are kept
// (媒体・保存先) follows from the components that store them.
type DataAttributes struct {
	Categories   []CategoryID    `json:"categories,omitempty"`    // カテゴリ: entries of the catalog
	Value        DataValue       `json:"value,omitempty"`         // 価値
	Disclosure   []StakeholderID `json:"disclosure,omitempty"`    // 開示範囲: the parties that may see them
	RightHolders []StakeholderID `json:"right_holders,omitempty"` // データ権利者
	Keys         []DataID        `json:"keys,omitempty"`          // identifiers in them by which they can be matched with other data
}

// DataValue is how much data are worth.
type DataValue string

// The values of data in rising order.
const (
	LowValue      DataValue = "low"
	MediumValue   DataValue = "medium"    // 中程度
	HighValue     DataValue = "high"      // 高い
	VeryHighValue DataValue = "very_high" // 非常に高い
)

// Values lists the values of data in rising order.
func (DataValue) Values() []string {
	return []string{string(LowValue), string(MediumValue), string(HighValue), string(VeryHighValue)}
}

// Event makes data or changes their attributes (イベント: データの属性を生成・変化させる処理).
type Event struct {
	Origin
	ID         EventID       `json:"id"`
	Name       Text          `json:"name,omitzero"` // what is done; default its nature
	Nature     EventNature   `json:"nature"`
	By         StakeholderID `json:"by,omitempty"`         // who does it
	From       []DataID      `json:"from,omitempty"`       // the data that it works on
	To         []DataID      `json:"to,omitempty"`         // the data that come of it
	Announces  []PurposeID   `json:"announces,omitempty"`  // purposes of use presented to those whom the data are about, where data begin
	Purposes   []PurposeID   `json:"purposes,omitempty"`   // what it is done for
	Anonymises Truth         `json:"anonymises,omitempty"` // nobody can be identified any more in what comes of it
}

// EventNature is the sort of an event.
type EventNature string

// The natures of events, in the order of a life.
const (
	GenerateEvent EventNature = "generate" // 生成・取得
	ProcessEvent  EventNature = "process"  // 加工・利用
	TransferEvent EventNature = "transfer" // 移転・提供
	KeepEvent     EventNature = "keep"     // 保管
	DisposeEvent  EventNature = "dispose"  // 廃棄
)

// Values lists the natures of events.
func (EventNature) Values() []string {
	return []string{string(GenerateEvent), string(ProcessEvent), string(TransferEvent), string(KeepEvent), string(DisposeEvent)}
}

// natureNames are what events of a nature are called, as in the framework.
var natureNames = map[EventNature]Text{
	GenerateEvent: {JA: "生成・取得", EN: "Generation and acquisition"},
	ProcessEvent:  {JA: "加工・利用", EN: "Processing and use"},
	TransferEvent: {JA: "移転・提供", EN: "Transfer and provision"},
	KeepEvent:     {JA: "保管", EN: "Storage"},
	DisposeEvent:  {JA: "廃棄", EN: "Disposal"},
}

// Name is what events of the nature are called.
func (n EventNature) Name() Text { return natureNames[n] }

// Called is the name of the event, or else that of its nature.
func (e *Event) Called() Text {
	if !e.Name.Empty() {
		return e.Name
	}
	return e.Nature.Name()
}

// Category is a category of data (カテゴリ).
type Category struct {
	Entry
	ID       CategoryID `json:"id"`
	Personal bool       `json:"personal,omitempty"` // it is information about an identifiable person
}

// Norm is a norm that holds within fields.
type Norm struct {
	Entry
	ID NormID `json:"id"`
}

// DataRiskKind is a rule about the attributes of data: where a norm holds and its test finds something, there is a risk.
type DataRiskKind struct {
	Entry
	ID         DataRiskID   `json:"id"`
	Norm       NormID       `json:"norm"`       // where it holds
	Categories []CategoryID `json:"categories"` // of the data at risk
	With       []CategoryID `json:"with,omitempty"`
	Test       DataTest     `json:"test"`
	Tells      Text         `json:"tells"`  // the risk in a phrase; {1}, {2}, … are its subjects
	Remedy     Text         `json:"remedy"` // what to do
}

// DataTest is what a rule about data looks for.
type DataTest string

// The tests. The subjects of a risk, in their order, stand behind each.
const (
	PurposeNotPresented DataTest = "purpose_not_presented" // an event uses data for a purpose that was not presented where they began: event, purposes
	Matchable           DataTest = "matchable"             // a party can match data with others of the categories `with`: data, the others, parties, components
	LeavesField         DataTest = "leaves_field"          // an event brings data out of the norm's field: event, data, field
	RightHolderLost     DataTest = "right_holder_lost"     // what comes of an event no longer names a right holder of what it came from: event, data, right holders
	NotAnonymised       DataTest = "not_anonymised"        // an event's result counts as no personal information although nothing says that it anonymises: event, data
)

// Values lists the tests.
func (DataTest) Values() []string {
	return []string{string(PurposeNotPresented), string(Matchable), string(LeavesField), string(RightHolderLost), string(NotAnonymised)}
}

// DataRisk is a risk in the life of data: where a rule of the catalog found something.
type DataRisk struct {
	Risk    DataRiskID `json:"risk"`
	Type    Sort       `json:"type"`    // what it lies at: an event or a data item
	Subject string     `json:"subject"` // its id
	Name    Text       `json:"name"`    // what people call that
	Field   FieldID    `json:"field"`   // the field whose norm it touches
	Others  []string   `json:"others"`  // the ids of the further subjects, see DataTest
	Text    Text       `json:"text"`    // the risk in a phrase
	At      Place      `json:"at,omitzero"`
}
