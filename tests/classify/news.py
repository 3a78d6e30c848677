"""Short texts like those a volunteer sends, with the labels that a careful reader would give.

They are written for this test: nobody in them is real, and nobody is named.  Some have nothing to do with the
bank's subject, and must stay without themes and occupations.  The labels were set down before the classifier
saw the texts; where a reader may well add another label, it stands in ``also``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class News:
    text: str
    title: str = ""
    themes: frozenset[str] = frozenset()
    occupations: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    date: str = ""
    also: frozenset[str] = frozenset()


def news(
    text: str,
    title: str = "",
    *,
    themes: str = "",
    occupations: str = "",
    regions: str = "",
    date: str = "",
    also: str = "",
) -> News:
    """Labels are separated by spaces."""
    about, work, where, maybe = (frozenset(words.split()) for words in (themes, occupations, regions, also))
    return News(text, title, about, work, where, date, maybe)


NEWS = (
    news(
        "JAIPUR, July 27, 2018: A team of the labour department and the police raided a bangle workshop in the"
        " walled city on Thursday night and rescued twelve boys from Bihar. The boys, who are between nine and"
        " fourteen, had worked fifteen hours a day. An FIR was registered against the owner. The children were"
        " produced before the Child Welfare Committee and sent to a shelter home.",
        "Twelve boys rescued from bangle workshop",
        themes="rescue enforcement-prosecution care-protection",
        occupations="bangle-making",
        regions="IN-RJ/jaipur IN-BR",
        date="2018-07-27",
    ),
    news(
        "गया, 12 जून 2019। बाल श्रम निषेध दिवस पर शहर में जागरूकता रैली निकाली गई। स्कूली बच्चों ने नुक्कड़ नाटक"
        " से लोगों को बताया कि बच्चों से काम कराना अपराध है।",
        themes="awareness-media",
        regions="IN-BR/gaya",
        date="2019-06-12",
    ),
    news(
        "ईंट भट्ठों पर काम कर रहे 14 बंधुआ मजदूरों को प्रशासन ने मुक्त कराया। इनमें पांच बच्चे हैं। मजदूर"
        " छत्तीसगढ़ के हैं और उन्हें पेशगी देकर हरियाणा के झज्जर जिले में लाया गया था। सभी को मुक्ति प्रमाण पत्र"
        " दिए गए।",
        "ईंट भट्ठे से बंधुआ मजदूर मुक्त",
        themes="bonded-labour rescue",
        occupations="brick-kiln",
        regions="IN-CG IN-HR/jhajjar",
        also="migration",
    ),
    news(
        "Koderma: A survey in villages around the abandoned mines found that hundreds of children still collect"
        " scrap mica instead of going to school. Many have never been to school, a volunteer said. The families"
        " sell the dhibra to local traders.",
        "Children in mica belt out of school, says survey",
        themes="education data-research",
        occupations="mica-mining",
        regions="IN-JH/koderma",
    ),
    news(
        "The High Court on Monday asked the State how many child labourers had been rescued in the last five"
        " years and how many employers were convicted. Hearing a public interest litigation, the division bench"
        " gave the labour department four weeks to reply.",
        "Court asks State for child labour figures",
        themes="case-law",
        also="rescue enforcement-prosecution data-research",
    ),
    news(
        "पटना। श्रम विभाग के धावा दल ने शहर के होटलों और मिठाई की दुकानों में छापेमारी कर चार बाल श्रमिकों को"
        " विमुक्त कराया। नियोजकों पर प्राथमिकी दर्ज की गई है। बच्चों को बाल कल्याण समिति के सामने पेश किया गया।",
        themes="rescue enforcement-prosecution care-protection",
        occupations="dhaba-hotel food-processing-bakery",
        regions="IN-BR/patna",
    ),
    news(
        "Trafficked children are often lured with the promise of good wages, police said after stopping a train"
        " at Gorakhpur. Eighteen minors from Bihar were on their way to factories in Ludhiana. Two traffickers"
        " were arrested and a case of human trafficking was registered.",
        "18 minors taken off train, two traffickers held",
        themes="trafficking enforcement-prosecution",
        regions="IN-UP/gorakhpur IN-BR IN-PB/ludhiana",
        also="rescue",
    ),
    news(
        "गुंटूर जिले के मिर्च और कपास के खेतों में बच्चे फिर काम पर लौट आए हैं। लॉकडाउन में स्कूल बंद होने के बाद"
        " कई परिवारों ने बच्चों को कपास बीज के खेतों में भेज दिया।",
        themes="crisis-covid",
        occupations="cottonseed",
        regions="IN-AP/guntur",
        also="education agriculture",
    ),
    news(
        "India on Tuesday ratified ILO Convention 138 on the minimum age and Convention 182 on the worst forms of"
        " child labour. India's step brings nearly all the world's children under the two conventions, the ILO"
        " said.",
        "India ratifies two conventions",
        themes="international-standards",
        regions="IN",
        also="worst-forms",
    ),
    news(
        "मुजफ्फरपुर के सकरा प्रखंड में पंचायत को बाल श्रम मुक्त घोषित किया गया। बाल संरक्षण समिति और ग्राम सभा ने"
        " मिलकर सभी बच्चों का विद्यालय में नामांकन कराया।",
        "पंचायत हुई बाल श्रम मुक्त",
        themes="community-mobilisation education good-practice",
        regions="IN-BR/muzaffarpur",
    ),
    news(
        "Firozabad's glass factories have sent the children out by the front door, but in the lanes behind they"
        " join bangles at home over small flames. Doctors speak of burns and lung disease.",
        themes="health-hazards",
        occupations="glass bangle-making",
        regions="IN-UP/firozabad",
        also="home-based-piece-work",
    ),
    news(
        "मंडी में आलू के भाव गिरने से किसान परेशान हैं। व्यापारियों ने बताया कि बाढ़ के कारण माल समय पर नहीं"
        " पहुंच सका। किसानों ने फसल का मुआवजा मांगा है।",
        "मंडी में आलू के भाव गिरे",
    ),
    news(
        "The finance department has allowed women employees to take child care leave in three spells a year. The"
        " new rule will help mothers in the labour ward and after, a union leader said.",
        "New rule on child care leave",
    ),
    news(
        "Police seized two quintals of ganja on the highway near Bhopal and arrested three men for drug"
        " trafficking. The accused were produced in court on 3 March 2021.",
        regions="IN-MP/bhopal",
    ),
    news(
        "सूरत में कपड़ा बाजार में आग लगने से लाखों का नुकसान हुआ। दमकल ने तीन घंटे में आग पर काबू पाया। कोई हताहत नहीं हुआ।",
    ),
    news(
        "Delhi Police and volunteers of an NGO freed nine girls from homes in South Delhi where a placement"
        " agency from Jharkhand had sent them as domestic help. None had been paid. The Child Welfare Committee"
        " has asked for back wages and for victim compensation.",
        "Nine girls freed from homes where they worked as maids",
        themes="rescue compensation-entitlements care-protection",
        occupations="domestic-work",
        regions="IN-DL/south-delhi IN-JH",
        also="trafficking gender-girl-child migration IN-DL",
    ),
    news(
        "Sivakasi: An explosion in a fireworks unit killed two workers on 5/5/2016. The inspector of factories"
        " said no adolescents were at work, but neighbours spoke of children making crackers at home.",
        "Blast in fireworks unit",
        themes="health-hazards",
        occupations="matches-fireworks",
        regions="IN-TN/virudhunagar",
        date="2016-05-05",
    ),
    news(
        "बच्चों को बहला फुसला कर दूसरे राज्यों में ले जाने वाले दो दलालों को रेल पुलिस ने कटिहार में पकड़ा। उनके"
        " साथ 16 बच्चे थे, जिन्हें दिल्ली की फैक्ट्री में काम पर लगाया जाना था। चाइल्डलाइन को सूचना दी गई।",
        "16 बच्चे तस्करी से बचाए गए",
        themes="trafficking care-protection",
        regions="IN-BR/katihar IN-DL",
        also="rescue enforcement-prosecution",
    ),
    news(
        "A two-day workshop for panchayat members began in Bilaspur on Wednesday, 9 October 2019. The trainers"
        " from the State resource centre of Chhattisgarh explained the child labour law and how to form a child"
        " protection committee.",
        themes="networking-capacity community-mobilisation law-policy",
        regions="IN-CG/bilaspur",
        date="2019-10-09",
    ),
    news(
        "Kal raat jaipur mein chudi karkhane se 8 bachchon ko mukt karaya gaya. Ye bachche Bihar ke hain. Police"
        " ne malik ko giraftar kiya hai aur FIR darj ki hai. Bachchon ko bal grih bheja gaya.",
        "Chudi karkhane se bachche mukt",
        themes="rescue enforcement-prosecution care-protection",
        occupations="bangle-making",
        regions="IN-RJ/jaipur IN-BR",
    ),
    news(
        "In tea gardens of Assam, girls leave school at twelve to pluck leaves or to mind the house. Girl child"
        " labour is rarely counted, activists in Dibrugarh say.",
        themes="gender-girl-child education",
        occupations="tea-plantation",
        regions="IN-AS/dibrugarh",
        also="data-research",
    ),
    news(
        "The Labour Party won the local election. Its leader thanked the voters at a rally and promised better"
        " schools.",
        "Labour Party wins",
    ),
    news(
        "मालेगांव के पावरलूम कारखानों में बच्चों से काम कराए जाने की शिकायत पर श्रम निरीक्षक ने 30 इकाइयों की"
        " जांच की। पेंसिल पोर्टल पर यह शिकायत मार्च में दर्ज हुई थी।",
        themes="monitoring-tracking enforcement-prosecution",
        occupations="handloom-powerloom",
        regions="IN-MH/nashik",
    ),
    news(
        "शुक्रवार, 27 जुलाई 2018\nरायगढ़। जिला बाल संरक्षण इकाई ने कोयला खदान के पास कबाड़ बीनते सात बच्चों को"
        " देखा। परिवार ओडिशा और छत्तीसगढ़ के हैं। बच्चों का स्कूल में नामांकन कराया जाएगा।",
        themes="care-protection education",
        occupations="rag-picking",
        regions="IN-CG/raigarh IN-OD",
        date="2018-07-27",
        also="coal-other-mining migration",
    ),
    news(
        "Children who were freed from carpet looms of Mirzapur and Bhadohi met in a children's parliament on"
        " Saturday and asked exporters to keep their supply chains clean. Former child labourers spoke of debt"
        " bondage.",
        themes="child-participation supply-chains-business bonded-labour",
        occupations="carpet-weaving",
        regions="IN-UP/mirzapur IN-UP/bhadohi",
        also="rescue",
    ),
    news(
        "नई दिल्ली, 3 अगस्त 2021। केंद्रीय मंत्री ने लोकसभा में बताया कि पिछले साल 58 हजार बच्चों का पुनर्वास"
        " किया गया और उन्हें स्कूलों में दाखिला दिलाया गया। राजस्थान में सबसे कम बच्चे थे।",
        themes="rehabilitation-reintegration education",
        regions="IN-RJ",
        date="2021-08-03",
        also="data-research IN-DL",
    ),
)

# Written after the vocabulary and never used to choose its words: what to expect of a text that nobody foresaw.
UNSEEN = (
    news(
        "HYDERABAD: As many as 23 children, most of them from Uttar Pradesh, were found working in plastic units"
        " in the old city during a drive that ended on Sunday. Officials said the units will be sealed and the"
        " owners booked. The kids will be sent home after their statements are recorded.",
        "23 kids found toiling in plastic units",
        themes="enforcement-prosecution rescue",
        occupations="plastic-foundry-chemical",
        regions="IN-TS/hyderabad IN-UP",
        also="rehabilitation-reintegration",
    ),
    news(
        "लखनऊ, 14 नवंबर 2017 : बाल दिवस पर जहां बच्चे उपहार पा रहे थे, वहीं चारबाग के पास कई मासूम ढाबों पर बर्तन"
        " मांजते और कूड़े के ढेर से प्लास्टिक बीनते दिखे। शिक्षा विभाग के अधिकारियों ने कहा कि ऐसे बच्चों का"
        " सर्वे कराया जाएगा।",
        "बाल दिवस पर भी काम करते रहे बच्चे",
        occupations="dhaba-hotel rag-picking",
        regions="IN-UP/lucknow",
        date="2017-11-14",
        also="education data-research",
    ),
    news(
        "The district administration of Virudhunagar has opened six new centres where children withdrawn from"
        " match units are taught for two years before they join a regular class. Each child gets a stipend and a"
        " meal.",
        "New centres for former child workers",
        themes="education rehabilitation-reintegration",
        occupations="matches-fireworks",
        regions="IN-TN/virudhunagar",
        also="rescue",
    ),
    news(
        "दरभंगा के तीन किशोर जो छह महीने से लापता थे, जयपुर की एक चूड़ी फैक्ट्री से मिले। पिता की शिकायत पर पुलिस"
        " ने दलाल के खिलाफ मानव तस्करी का मामला दर्ज किया है। किशोरों ने बताया कि उन्हें कमरे में बंद रखा जाता"
        " था।",
        themes="trafficking enforcement-prosecution",
        occupations="bangle-making",
        regions="IN-BR/darbhanga IN-RJ/jaipur",
        also="rescue bonded-labour",
    ),
    news(
        'Women of a savings group in Tonk now earn from block printing, and their sons are back in class. "We no'
        ' longer need the money the boys brought," said one of the members.',
        "Mothers earn, sons study",
        themes="poverty-livelihoods education",
        regions="IN-RJ/tonk",
        also="garment-textile",
    ),
    news(
        "The Parliamentary committee on labour wants the minimum age in all labour laws to be the same. In its"
        " report tabled in December 2023 it asked the ministry to count children at work and to revise the policy"
        " of 1987.",
        "Panel wants one minimum age",
        themes="law-policy",
        also="international-standards data-research",
    ),
    news(
        "Begusarai: Eight labourers, three of them minors, came home on Friday after four months in a brick kiln"
        " near Agra where the owner would not let them leave until an advance was paid off. The district"
        " magistrate handed them release certificates.",
        themes="bonded-labour rescue",
        occupations="brick-kiln",
        regions="IN-BR/begusarai IN-UP/agra",
        also="migration rehabilitation-reintegration",
    ),
    news(
        "मुंबई के धारावी में चमड़े के कारखानों में काम करने वाले 11 लड़के छुड़ाए गए। सभी बिहार के मधुबनी जिले के हैं।",
        "धारावी से 11 लड़के मुक्त",
        themes="rescue",
        occupations="footwear-leather",
        regions="IN-MH IN-BR/madhubani",
    ),
    news(
        "A fire broke out in a furniture godown in Noida on Tuesday. No one was hurt. The cause is being investigated.",
        regions="IN-UP/gautam-buddha-nagar",
    ),
    news(
        "बिहार में मैट्रिक परीक्षा के लिए पंजीयन 15 जुलाई 2022 तक होगा। बोर्ड ने कहा कि देर से आए आवेदन स्वीकार"
        " नहीं किए जाएंगे। गया और नवादा के केंद्र बदले गए हैं।",
        "मैट्रिक परीक्षा के लिए पंजीयन शुरू",
        regions="IN-BR/nawada",
        date="2022-07-15",
        also="IN-BR/gaya education",
    ),
    news(
        "The municipal corporation of Salem will repair forty roads before the monsoon. Work on the bus stand"
        " starts in June.",
        regions="IN-TN/salem",
    ),
    news(
        "Dibrugarh, March 5: Garden workers' children are hired for plucking in the peak months, a study by the"
        " state commission for protection of child rights says. It recommends creches and evening classes.",
        "Children plucking tea in peak season: study",
        themes="data-research",
        occupations="tea-plantation",
        regions="IN-AS/dibrugarh",
        also="education",
    ),
)

# The same again, after the words had been widened.
UNSEEN_AGAIN = (
    news(
        "Chikkaballapura: Three labour inspectors visited silk twisting units on Thursday and found nine girls"
        " between eleven and thirteen at the machines. Notices were issued to the employers. The girls, whose"
        " parents had taken loans from the unit owners, were taken to the children's home.",
        "Nine girls found in silk units",
        themes="enforcement-prosecution rescue care-protection",
        occupations="silk-sericulture",
        regions="IN-KA/chikkaballapura",
        also="bonded-labour gender-girl-child",
    ),
    news(
        "महाराष्ट्र के बीड जिले से हर साल हजारों परिवार गन्ना काटने पश्चिमी महाराष्ट्र और कर्नाटक जाते हैं। छह"
        " महीने तक उनके बच्चों की पढ़ाई रुक जाती है। एक संस्था ने गांव में छात्रावास खोला है ताकि बच्चे पीछे रहकर"
        " पढ़ सकें।",
        "गन्ना मजदूरों के बच्चों के लिए छात्रावास",
        themes="migration education",
        occupations="sugarcane",
        regions="IN-MH/beed IN-KA",
    ),
    news(
        "Kolkata: Police traced a fourteen-year-old who had gone missing from South 24 Parganas to a flat in"
        " Delhi, where a man had promised her work as a maid. He was arrested on charges of trafficking. She is"
        " with the child welfare committee.",
        themes="trafficking enforcement-prosecution care-protection",
        occupations="domestic-work",
        regions="IN-WB/kolkata IN-WB/south-24-parganas IN-DL",
        also="rescue gender-girl-child",
    ),
    news(
        "मुरादाबाद के पीतल कारीगरों की बस्ती में शनिवार को स्वास्थ्य शिविर लगा। डॉक्टरों ने बताया कि भट्ठियों के"
        " पास काम करने वाले किशोरों में खांसी और फेफड़ों की बीमारी आम है।",
        themes="health-hazards",
        occupations="brassware",
        regions="IN-UP/moradabad",
    ),
    news(
        "The state government told the assembly on 11 July 2023 that 3,120 children had been taken out of work in"
        " the last three years in Tamil Nadu and that 210 employers had been fined. Krishnagiri and Dharmapuri"
        " top the list.",
        themes="enforcement-prosecution",
        regions="IN-TN/krishnagiri IN-TN/dharmapuri",
        date="2023-07-11",
        also="rescue data-research",
    ),
    news(
        "पाकुड़ के पत्थर क्रशरों में काम करने वाले बच्चों पर एक अध्ययन जारी हुआ है। उसके मुताबिक हर तीसरे बच्चे ने कभी स्कूल का मुंह नहीं देखा।",
        themes="data-research education",
        occupations="stone-quarry",
        regions="IN-JH/pakur",
    ),
    news(
        "A circus that had come to Thane was searched on Tuesday after a complaint that children from Nepal were"
        " made to perform. Eleven children were handed to the child protection unit; the manager was booked.",
        "Circus searched, eleven children found",
        themes="enforcement-prosecution care-protection",
        occupations="circus-entertainment",
        regions="IN-MH/thane NP",
        also="rescue trafficking",
    ),
    news(
        "Bahut se bachche subah school jane ke bajay kabad chunte hain. Patna ki ek sanstha ne unke liye shaam ki"
        " kaksha shuru ki hai aur ab 40 bachche padhne aate hain.",
        themes="education",
        occupations="rag-picking",
        regions="IN-BR/patna",
    ),
    news(
        "Anand scored 82 and Sagar took four wickets as the home team won in Salem. The match was held up by rain"
        " for an hour.",
        "Home team wins",
        regions="IN-TN/salem",
    ),
    news(
        "धार वाले हथियार से हमला कर दो लोग फरार हो गए। पुलिस ने बताया कि घायल को अस्पताल में भर्ती कराया गया है"
        " और उसकी हालत सीधी खतरे से बाहर है।",
    ),
    news(
        "The Union Cabinet cleared a bill on 13 May 2015 that bans the employment of all children below fourteen"
        " but lets them help in family enterprises. Activists fear that the opening will hide child labour at"
        " home.",
        "Cabinet clears child labour bill",
        themes="law-policy",
        date="2015-05-13",
        also="home-based-piece-work",
    ),
    news(
        "हैदराबाद में पुरानी शहर की चूड़ी बनाने वाली कोठरियों से 200 बच्चे मुक्त कराए गए और विशेष रेलगाड़ी से गया और समस्तीपुर भेजे गए।",
        themes="rescue rehabilitation-reintegration",
        occupations="bangle-making",
        regions="IN-TS/hyderabad IN-BR/samastipur",
        also="IN-BR/gaya trafficking migration",
    ),
)

# And once more; nothing was changed after these.
FRESH = (
    news(
        "Kochi: Officers of the labour department inspected a fish peeling shed on the coast on Saturday and met"
        " four boys of thirteen at the tables. The contractor has been asked to pay their dues. The boys, all"
        " from Odisha, are staying at a hostel until their parents arrive.",
        "Boys of thirteen at work in peeling shed",
        themes="enforcement-prosecution compensation-entitlements",
        occupations="fishing",
        regions="IN-KL/ernakulam IN-OD",
        also="rescue migration",
    ),
    news(
        "अलीगढ़ में ताले की एक फैक्ट्री में करंट लगने से 15 साल के किशोर की जान चली गई। श्रम विभाग ने फैक्ट्री"
        " सील कर दी है और परिवार को मुआवजा दिलाने का भरोसा दिया है।",
        "ताला फैक्ट्री में किशोर की मौत",
        themes="enforcement-prosecution compensation-entitlements",
        occupations="lock-making",
        regions="IN-UP/aligarh",
        also="health-hazards",
    ),
    news(
        "Bonded families walked out of three stone quarries in Alwar last week. Volunteers say that their"
        " children broke stones beside them and had never sat in a classroom. The district collector has promised"
        " release certificates.",
        themes="bonded-labour rescue",
        occupations="stone-quarry",
        regions="IN-RJ/alwar",
        also="education",
    ),
    news(
        "रांची, 9 दिसंबर 2022: झारखंड की बेटियों को दिल्ली ले जाकर घरेलू काम पर लगाने वाली दो प्लेसमेंट एजेंसियों"
        " के खिलाफ पुलिस ने प्राथमिकी दर्ज की है।",
        themes="enforcement-prosecution",
        occupations="domestic-work",
        regions="IN-JH/ranchi IN-DL",
        date="2022-12-09",
        also="trafficking gender-girl-child",
    ),
    news(
        "After Cyclone Amphan the ponds turned salty and the schools stayed shut. In the Sundarbans more boys now"
        " leave for construction sites in Chennai, says a study by local teachers.",
        "After the storm, boys leave to work",
        themes="crisis-covid data-research",
        occupations="construction",
        regions="IN-WB IN-TN/chennai",
        also="education migration",
    ),
    news(
        "जिला बाल संरक्षण समिति की बैठक में तय हुआ कि हर पंचायत में पलायन रजिस्टर रखा जाएगा। मुखिया और आंगनबाड़ी"
        " सेविकाओं को प्रशिक्षण दिया जाएगा। बैठक नवादा समाहरणालय में हुई।",
        themes="community-mobilisation migration",
        regions="IN-BR/nawada",
        also="networking-capacity",
    ),
    news(
        "The Madras High Court has asked the State to report on the payment of compensation to children released"
        " from spinning mills in Dindigul and Tiruppur.",
        "Court seeks report on released children",
        themes="case-law compensation-entitlements rescue",
        occupations="garment-textile",
        regions="IN-TN/dindigul IN-TN/tiruppur",
    ),
    news(
        "बच्चों ने बाल संसद में प्रस्ताव पास किया कि गांव का कोई बच्चा बीड़ी नहीं बनाएगा। सागर जिले के इस गांव"
        " में दो साल पहले तक हर घर में बीड़ी बनती थी।",
        "बाल संसद का फैसला, अब बीड़ी नहीं",
        themes="child-participation",
        occupations="beedi-rolling",
        regions="IN-MP/sagar",
        also="home-based-piece-work community-mobilisation good-practice",
    ),
    news(
        "The water level of the Ganga at Patna crossed the danger mark on 20 August 2021. Boats were sent to Barh"
        " and people were moved to relief camps.",
        regions="IN-BR/patna",
        date="2021-08-20",
    ),
    news(
        "Union leaders of the labour front said the new wage code would hurt contract workers in Pune. They will"
        " meet the minister on Monday.",
        regions="IN-MH/pune",
    ),
    news(
        "सड़क दुर्घटना में दो की मौत। मंडी समिति के पास तेज रफ्तार ट्रक ने बाइक को टक्कर मार दी। घायल को बरेली रेफर किया गया।",
        regions="IN-UP/bareilly",
    ),
    news(
        "Exporters in Agra have signed a pledge that no child will stitch soles for them, and buyers from Europe"
        " will send auditors twice a year.",
        "Shoe exporters sign pledge",
        themes="supply-chains-business",
        occupations="footwear-leather",
        regions="IN-UP/agra",
        also="awareness-media",
    ),
)
