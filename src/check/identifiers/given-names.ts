/**
 * Given names that many people in the United Kingdom have, old and young, from many languages. A name that is not here is
 * still found beside a title or a label; one that is here may be found beside less. Names that are words too are left out.
 */
const NAMES = `amanda heidi kirsten holly hollie jodie leanne lindsey lynne marcia maxine melanie melissa michaela nadine natalia nicole rosie roxanne sadie shannon tara
tessa toby wayne warren bella bertha bobby bob dan dave steve mike matt nick rick tony jimmy johnny kenny barrie glenn clifford cyril derrick desmond eamonn elliot garry
graeme howell ivor jeremiah jon jonathon josh lester lloyd luca luis mario marvin mathew maxwell mick morris nathaniel noreen patsy percy reg rodney ron ross roland rufus
sidney sydney silvia stewart sue ted terry tobias tommy ursula vince wallace wilf xavier yvette amrit anjali ankit arun ashok bhavna devi farhan farida gita hamid harish
imtiaz irfan ishaan jyoti mahesh manoj mumtaz nasir naveed nikhil omar parminder pooja prakash radha rohan rohit saeed saima sana sanjeev shreya sushila tahira umar uzma
vinod waqar yousef zahid zubair adaeze bukola chika ifeoma kelechi kemi nkechi segun temitope titilayo tunde wale yemi abebe haile tigist mwangi wanjiru otieno fatma ayse
andrzej bartosz dorota ewelina iwona jakub kamil lukasz maciej marek mateusz monika pawel rafal renata slawomir urszula wieslaw zbigniew bogdan cristina florin gheorghe
ioana ionut mihai radu vasile andreea lorna marjory mina nesta phyllida primrose rhona rona sheena senga una vivienne winston wyn zelda kayden logan mason riley jayden
freddie teddy theo reuben jude ezra elijah ellis harley evie maisie erin imogen darcey darcy aimee abby becky bethan carla cassandra chelsea clare cleo danny debbie dominic
dorian edgar elisabeth emilia ernie fay frankie gabriel gabriella genevieve gerard gwyn hal hannah hayley hope helga hettie horace hubert hugo humphrey ingrid irena irina
isobel jacqui janine jayne jeanette jen jerome jess joann jock jody karin karina kathy katrina kay kirstie kitty kristina lara laurence lena lenny lesley linda lionel liz
lizzie lottie lucia lucinda mandy marcel marianne marina marta martina maryanne maud millicent minnie mitchell moses muhammed nell nelson netty nikki olwen ophelia otto
pam pat patience philippa pip polly prudence quinn ramona randolph rebekah rhona rhys roderick rowena sacha sasha serena shaun shirin simone sonja stefan steph susanna
suzie tamara tanya thelma tiffany trudy verity vicky wilhelmina willow winnie yolande yuki akira kenji haruto sakura minh linh trang huong rosario carmen francisco javier
miguel pilar beatriz ines joao rui tiago helder thiago lucas matteo alessandro giuseppe luigi paolo silvio anneke joost maarten sven lena ingeborg bjorn astrid freja
aaliyah ewa piet jadwiga agnieszka malgorzata kwabena kofi adwoa nneka ifeanyi uche ngoc nguyen thi hung min soo jin hye priyanka nisha kavita meena lata savita harjit balwinder sukhdev kulwinder mandeep iqbal nasreen shazia rukhsana zahra hussain husain abdi abdirahman fadumo hodan amal yusra giles piers tarquin rosalind hester hettie agatha winnie elspeth morag hamish ewan euan fraser lachlan catriona mairi siôn ffion angharad eirlys gwyneth ieuan emrys dafydd ceri sian eluned padraig eoghan orla grainne maeve caoimhe aaron abbie abdul abdullah abena abigail abu adam adebayo adeola adrian aidan aisha ahmad ahmed akua alan albert alec alejandro
alex alexander alexandra alfie alfred ali alice alicia alison alistair aliyah allan amara amelia amina amir amit amy ana anand anas andrea
andrei andrew angela angus anil anita ann anna anne annie anthony anton antonio anwar aoife april archie arjun arthur asha ashley asif audrey ava
ayesha ayo babatunde barbara barry beatrice ben benjamin bernard beryl beth bethany betty bilal brenda brian bridget bronwen bruce callum cameron
carl carlos carol caroline carys catherine cathy cecil charles charlie charlotte chiara chidi chinedu chioma chloe chris christina christine christopher
ciara claire clara clive colin connor craig cynthia daisuke daniel danielle danuta daphne darren david dawn deborah declan deepa deirdre denis dennis derek
diana diane dilip dmitri dominic donald donna doreen doris dorothy douglas duncan dylan eddie edith edmund edna edward edwin eileen elaine eleanor elena
elizabeth ella ellen ellie elsie emeka emily emma emmanuel enid eric erin ernest esme esther ethan ethel eugene eva evan evelyn fatima fatimah fatoumata
farah felicity femi fergus finlay fiona florence folasade frances francis francesca frank fred freda frederick freya funmilayo gareth gary gavin gemma
geoffrey george georgia georgina gerald geraldine gertrude gillian giovanni giulia gladys glenys gloria gordon graham grahame grzegorz gurpreet gwen habib hamza
hannah hans harold harpreet harriet harrison harry harvey hassan hazel heather helen helena henry herbert hilda hiroshi howard hugh hussein ian ibrahim ida imran
imelda ines irene iris isaac isabel isabella isla ivan ivy jack jacob jacqueline jaspreet jake james jamie jan jane janet janice jasmine jason jean jeffrey
jennifer jenny jeremy jerzy jessica jill jim jing joan joanna joanne joe joel john jonathan jordan jose joseph josephine joshua joy joyce juan judith julia julian
julie june kamal kareem karen karl katarzyna kate katherine kathleen kathryn katie kayleigh keith kelly ken kenneth kerry kevin khadija khalid kieran kim kirsty
krzysztof kwame kyle lakshmi lars laura lauren lawrence layla leah lee leila leo leon leonard leslie lewis li liam lila lilian lily linda lisa lois lorraine louis louise
lucas lucy luke lydia lynn magdalena mabel mahmoud malcolm malik manjit marcin marcus margaret maria marian marie marion marjorie mark marlene martha martin mary maryam
matilda matthew maud maureen maurice mavis max megan mehmet mei michael michelle miguel mildred millie ming miriam mohamed mohammad mohammed moira molly mona monica
moses muhammad muriel mustafa myra nadia nancy naomi natalie natasha nathan neil neville ngozi nia niamh nicholas nicola nigel nina noah noel nora norma norman
nuala obinna olga olive oliver olivia olu oluwaseun oscar osman owen pablo pamela parveen patricia patrick paul paula pauline pavel pedro peggy penelope peter philip
phillip phoebe phyllis piotr poppy precious priya quentin rachel rahul raj rajesh ralph ramesh rashid ravi raymond rebecca reginald rhiannon rhys richard rita rob robert robin
roger roisin ronald rory rosa rosemary roy ruby rupert russell ruth ryan sabina sadia sahra said sally salma sam samantha samir samuel sandeep sandra sanjay sara sarah saul
sean sebastian shabnam shane sharon sheila shirley siobhan simon sinead sofia sonia sophia sophie stacey stanislaw stanley stella stephanie stephen steven stuart sunil sunita
susan suresh suzanne svetlana sylvia syed tahir tamika tariq tatiana tayo terence teresa theo theodore theresa thomas tim timothy tina tomasz tony tracey tracy trevor usha
valerie vanessa vera veronica victoria vijay vikram vincent viola violet vivian walter wei wendy wilfred william winifred winston xin yasmin yetunde yolanda yusuf yvonne zachary
zainab zara zeynep zoe zofia zsofia`;

const all = new Set(NAMES.split(/\s+/));

/** Whether a word is a given name that many people have, in whatever letters. */
export const isGivenName = (word: string): boolean => all.has(word.toLowerCase());
