"""What the bank's specimen clippings say.

Sixteen plain reports, in our own words, of what the founding documents say.  No newspaper printed them: each
carries the name of a newspaper that does not exist.  Nobody is named and nobody is quoted.  Their sources say
for each report which part of which document it follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Sourced = Mapping[str, str]


@dataclass(frozen=True)
class Specimen:
    """One report and how it is set.  A label that is ``None`` is left to the machine."""

    id: str
    language: str
    title: str
    masthead: str
    date: str
    place: str
    """City printed at the start of the report; empty when the source names none."""
    paragraphs: tuple[str, ...]
    sources: tuple[Sourced, ...]
    kicker: str = ""
    strap: str = ""
    pull: str = ""
    """A line of the report set large between the columns."""
    picture: str = ""
    """Name of a drawing of :mod:`tests.specimens`."""
    caption: str = ""
    page: str = "1"
    columns: int = 3
    width: int = 1200
    title_en: str = ""
    themes: tuple[str, ...] | None = None
    occupations: tuple[str, ...] | None = None
    regions: tuple[str, ...] | None = None
    transcribed: bool = False


OWN_DATE = "2026-11-20"
"""Printed where the source gives the event no full date: the day on which the specimens were made."""


def _source(cite: str, note: str) -> Sourced:
    return {"cite": cite, "note": note}


ENGLISH = (
    Specimen(
        id="specimen-jaipur-convictions",
        language="en",
        title="From none to thirteen: Jaipur courts convict child traffickers",
        kicker="JUSTICE",
        strap="Better evidence, early counselling and video links made the difference",
        masthead="SPECIMEN TIMES",
        date=OWN_DATE,
        place="Jaipur",
        page="3",
        columns=3,
        width=1300,
        pull="13 convictions by 2022; none known before 2019",
        picture="court",
        caption="Cases of child trafficking now go to courts used to hearing children.",
        paragraphs=(
            "Until 2019 nobody was known to have been convicted in a Jaipur court, under the graver sections of the "
            "penal code, for bringing children to the city to work. By 2022 there were 13 convictions, although the "
            "courts stayed mostly shut in 2020 and 2021 because of the pandemic. The figures come from the handbook "
            "of Child Labour Free Jaipur, a programme tried out in chosen neighbourhoods since 2018.",
            "The partner organisations first read old case files to learn why cases failed. Evidence was seldom "
            "gathered well at the place of rescue, police reports had gaps, and much stood between a child and a "
            "clear statement in court.",
            "Police officers were then trained to record the scene, and received model formats for first information "
            "reports and charge sheets. One partner returns to the police stations every month to see whether the "
            "training is put to use.",
            "Children meet a counsellor soon after rescue, and a magistrate takes their first statement before they "
            "leave the city. Districts in Bihar are being helped to let them speak to the court by video later, "
            "which spares families a long journey and pressure from the accused.",
            "Judges and prosecutors also met to discuss what weakens a case. Child trafficking is now heard by the "
            "courts that deal with sexual offences against children.",
        ),
        sources=(_source("clfj-handbook", "Part 4, Prosecuting traffickers: why, what, how and impact"),),
        themes=("enforcement-prosecution", "trafficking", "good-practice"),
        regions=("IN-RJ/jaipur", "IN-BR"),
        occupations=(),
        transcribed=True,
    ),
    Specimen(
        id="specimen-cacl-webinar",
        language="en",
        title="Campaign plans an online home for knowledge on child labour",
        kicker="RESOURCE CENTRE",
        strap="Ten States take part in webinar; speakers ask for figures that can be checked",
        masthead="SPECIMEN TIMES",
        date="2020-10-14",
        place="New Delhi",
        page="5",
        columns=3,
        width=1200,
        picture="books",
        caption="A resource centre starts from a list of what already exists.",
        paragraphs=(
            "The National Advocacy Unit of the Campaign Against Child Labour held a webinar on Wednesday on how to "
            "build an online resource centre about child labour. It ran from 11 am to 1.30 pm, and 59 "
            "representatives of the campaign attended from ten States.",
            "They joined from Andhra Pradesh, Bihar, Delhi, Gujarat, Jharkhand, Karnataka, Madhya Pradesh, "
            "Maharashtra, Rajasthan and Uttar Pradesh. The two main sessions were led by the V.V. Giri National "
            "Labour Institute in Noida.",
            "According to the organisers, plans against child labour have often lacked data that can be verified. A "
            "resource centre at national and State level would collect data, good practice and success stories, so "
            "that the campaign can argue from evidence.",
            "The first session set out what such a centre needs: a survey of existing material, a bibliography with "
            "abstracts, a directory of organisations from the world down to the village, a digital periodical, and "
            "web pages that people with little knowledge of computers can use. Material is to be sorted by type, "
            "theme, occupation, place and time, and from A to Z.",
            "The second session turned to figures. The census in use was ten years old. A separate survey of child "
            "labour was called for, and so were small local studies and an information system run by each district.",
        ),
        sources=(
            _source(
                "cacl-webinar-2020", "Highlights, attendance and welcome; sessions on the resource centre and on data"
            ),
        ),
        themes=("data-research", "networking-capacity"),
        regions=("IN",),
        occupations=(),
    ),
    Specimen(
        id="specimen-pencil-launch",
        language="en",
        title="New portal takes complaints about children at work",
        kicker="ENFORCEMENT",
        strap="Nodal officer of the district has 48 hours to check a report",
        masthead="THE SPECIMEN HERALD",
        date="2017-09-26",
        place="New Delhi",
        page="1",
        columns=2,
        width=1000,
        paragraphs=(
            "A website on which anyone may report a child at work was opened on Tuesday. It is called PENCIL, short "
            "for Platform for Effective Enforcement for No Child Labour, and belongs to the Union Ministry of Labour "
            "and Employment.",
            "The portal has five parts. One receives complaints and one tracks children. Another is meant for the "
            "State governments, a fourth for the National Child Labour Project, and the last for convergence.",
            "A complaint goes to the nodal officer of the district, who is to find out within 48 hours whether it is "
            "genuine.",
            "Since 1 September 2016 the law bars children under 14 from all work, with two exceptions: help in a "
            "family enterprise after school, and work as a child artist. Adolescents between 14 and 18 may not be "
            "employed in the hazardous work that the law lists.",
            "New rules followed on 2 June this year. They limit how far a child may help the family, set conditions "
            "for child artists, such as no more than five hours a day, and lay down duties of rescue and "
            "rehabilitation. A fresh list of hazardous work was published on 30 August.",
        ),
        sources=(
            _source("cacl-webinar-2020", "Launch on 26 September 2017, session on data"),
            {
                "title": "PENCIL portal",
                "publisher": "Ministry of Labour and Employment",
                "url": "https://labour.gov.in/pencil-portal",
                "note": "Its parts; the check within 48 hours",
            },
            {
                "title": "Child Labour (Prohibition and Regulation) Amendment Act, 2016 (Act 35 of 2016)",
                "note": "In force from 1 September 2016; the two exceptions; hazardous work",
            },
            {
                "title": "Child Labour (Prohibition and Regulation) Amendment Rules, 2017, G.S.R. 543(E)",
                "note": "2 June 2017; help to the family, child artists, rescue and rehabilitation",
            },
            {"title": "Notification S.O. 2827(E), Gazette of India", "note": "30 August 2017; list of hazardous work"},
        ),
    ),
    Specimen(
        id="specimen-myanmar-workshop",
        language="en",
        title="Yangon workshop wants child labour data tied to existing systems",
        kicker="MYANMAR",
        strap="Small trials first, in townships where case managers already work",
        masthead="THE SPECIMEN HERALD",
        date="2018-11-08",
        place="Yangon",
        page="9",
        columns=3,
        width=1250,
        picture="map",
        caption="A national tier for analysis, township tiers for referral.",
        paragraphs=(
            "Ministries and their partners met in Yangon on Thursday to discuss how Myanmar could keep watch over "
            "children who work or may be sent to work. They had before them a study made for the International "
            "Labour Organization.",
            "A child labour monitoring system need not be built from nothing, the study finds. It is costly and "
            "complex to run one, and so it should be joined to systems that exist.",
            "Three were examined. The case management of the Department of Social Welfare is thought the best "
            "backbone for sending children to services: people interviewed for the study put it at 52 townships and "
            "110 case managers. The education system counts only those who attend school, and would miss many of "
            "the children most at risk. The labour force survey yields national figures but does not lead to a "
            "single child. Labour inspectors, who may enter workplaces, come closer.",
            "The participants asked for standard procedures on referral and on sharing data. General figures should "
            "be open to all partners, while personal details are passed on only where they are needed. They also "
            "proposed a national working group on child labour data.",
            "The ministries responsible for labour and for social welfare both showed strong interest in working "
            "together.",
        ),
        sources=(_source("ilo-clms-myanmar-2019", "Chapters 1, 4.1, 4.2 and 5, with the workshop of 8 November 2018"),),
        themes=("monitoring-tracking", "data-research"),
        regions=("MM",),
        occupations=(),
    ),
    Specimen(
        id="specimen-clm-phases",
        language="en",
        title="Regular visits keep a watch on places where children may work",
        kicker="EXPLAINED",
        strap="A manual describes child labour monitoring in four phases",
        masthead="SPECIMEN TIMES",
        date=OWN_DATE,
        place="Geneva",
        page="7",
        columns=2,
        width=1050,
        pull="The focus moved from the industry to the child",
        paragraphs=(
            "Child labour monitoring is a cycle of four phases, says a training manual of the International Labour "
            "Office. Monitors look in regularly wherever children may be working, see to it that those found reach "
            "a school or another service, and make sure that they stay there.",
            "In the preparatory phase the partners find out how large the problem is, review laws and services, and "
            "agree to act together. The second phase is for design: forms are tried out, the path of referral is "
            "settled and monitors are trained.",
            "Then the visits begin, to factories, farms, fishing vessels, small mines, markets, streets and bus "
            "stations. Employers and parents hear about hazards and the law. In the last phase each child is "
            "tracked, the data are verified, and what was learnt goes to those who enforce the laws and plan "
            "services.",
            "The method grew out of projects in garment factories in Bangladesh, in carpet, football and surgical "
            "instrument making in Pakistan, in fishing and footwear in Indonesia and the Philippines, and on "
            "Central American farms. Children taken out of one trade had been turning up in others, less visible and "
            "more dangerous. So the focus moved from the industry to the child, and from one sector to a whole area.",
        ),
        sources=(_source("ilo-clm-handouts", "Handout 1, sections 1, 2, 6, 7 and 8; Handout 2, the four phases"),),
        themes=("monitoring-tracking",),
        regions=("001",),
        occupations=(),
        transcribed=True,
    ),
    Specimen(
        id="specimen-ipec-lessons",
        language="en",
        title="Three years to turn lessons into tools",
        kicker="KNOWLEDGE",
        strap="How a project of 2005 meant to gather, sift and hand on what works",
        masthead="THE SPECIMEN HERALD",
        date=OWN_DATE,
        place="",
        page="11",
        columns=2,
        width=950,
        paragraphs=(
            "A project of the International Labour Organization set out in September 2005 to gather what had been "
            "learnt about ending the worst forms of child labour and to hand it on in a form that can be used. It "
            "was planned to run until September 2008.",
            "Its plan has three movements. Information is first brought in from projects in the field and from "
            "others. It is then compared, checked and packed. In the end it goes out to staff, partners and "
            "agencies, so that it changes what they do.",
            "The planners did not want knowledge for its own sake. Most partners live in developing countries and "
            "have little money or time for study, so efficiency and practical use come first.",
            "Many ways of sharing are named: translations, courses, coaching for groups that work on the same "
            "subject, advice among peers, networks, an electronic newsletter, online discussions led by a moderator, "
            "and web pages on each kind of child labour that specialists keep up to date themselves. Tools that "
            "exist already, such as rapid assessments, monitoring and tracer studies, are to be used again.",
        ),
        sources=(
            _source("ipec-knowledge-2005", "Project strategy, strategic components, immediate objectives and outputs"),
        ),
    ),
    Specimen(
        id="specimen-village-committees",
        language="en",
        title="Village committees in Bihar learn to keep children safe at home",
        kicker="PREVENTION",
        strap="Eight tools in three phases, and a dashboard that shows who is active",
        masthead="SPECIMEN TIMES",
        date=OWN_DATE,
        place="",
        page="4",
        columns=3,
        width=1350,
        picture="village",
        caption="Each committee maps the families that need support.",
        paragraphs=(
            "Villages in Bihar from which children were taken to workshops in Jaipur now build a first line of "
            "protection. Child protection committees, which government guidelines provide for, are being brought to "
            "life there with the help of trained volunteers.",
            "Elected leaders, health workers, head teachers, anganwadi workers, children and other residents sit on "
            "a committee. Families that trafficking has touched, and young survivors, have a place as well.",
            "The work goes through three phases with eight tools. At first the members picture a village in which "
            "children are safe, look for the roots of its problems and sort out who should be on the committee. In "
            "the second phase they map which children are vulnerable, help with applications for schemes, and open "
            "a register of migration. In the third they meet officials and ask for a share of the village plan and "
            "its budget.",
            "Results are entered on a digital dashboard against a list of criteria. Offices can see at a glance how "
            "well a scheme reaches people, and where a committee needs help.",
            "Young survivors also meet in groups of their own. With a special toolkit they learn about rights, "
            "schooling and stress, and support one another.",
        ),
        sources=(
            _source("clfj-handbook", "Part 1, Reducing vulnerabilities in source areas, with the chart of tools"),
        ),
        themes=("community-mobilisation", "child-participation"),
        regions=("IN-BR",),
        occupations=(),
    ),
    Specimen(
        id="specimen-producer-companies",
        language="en",
        title="Jaipur women run companies that employ no child",
        kicker="LIVELIHOODS",
        strap="Skills, shares and steady orders in place of piece rates",
        masthead="THE SPECIMEN HERALD",
        date=OWN_DATE,
        place="Jaipur",
        page="6",
        columns=3,
        width=1150,
        paragraphs=(
            "More than 1,250 women in Jaipur neighbourhoods have been helped to raise their income through self-help "
            "groups, government schemes and links to local markets, says the handbook of a programme against child "
            "labour in the city.",
            "Many men of these families earn a daily wage. The women stitch at home for very low piece rates. "
            "Middlemen bring the work and fix the price, and so children are often kept at home to add to the income.",
            "One partner organisation takes another path. It helps women to run producer companies in which they "
            "themselves hold shares. They work in a centre or at home, and a monitoring system makes sure that no "
            "child takes part. They learn the craft, how to lead a company, and how to sell at fairs, and are helped "
            "to enrol their children in school.",
            "It is not easy. Custom restricts how far women may move about, so families have to be won over. Orders "
            "must suit the skills at hand, a steady income for a few has to be weighed against work for many, and "
            "lockdowns cut demand.",
            "Local business leaders speak up for production without child labour and some buy from the women. State "
            "departments have been asked to offer marketing, training and small loans to such firms.",
        ),
        sources=(_source("clfj-handbook", "Part 3, Increasing child labour free production and adult livelihoods"),),
    ),
    Specimen(
        id="specimen-school-drive",
        language="en",
        title="Autorickshaws carry the call to school through Jaipur lanes",
        kicker="EDUCATION",
        strap="Two drives of fifteen days, and parents who audit their schools",
        masthead="SPECIMEN TIMES",
        date=OWN_DATE,
        place="Jaipur",
        page="2",
        columns=3,
        width=1200,
        pull="Children in school, not in work",
        picture="rickshaw",
        caption="Autorickshaws took advice on enrolment from lane to lane.",
        paragraphs=(
            "Autorickshaws with a jingle about going to school instead of to work have toured neighbourhoods of "
            "Jaipur. They brought advice on enrolment to the lanes during two drives of 15 days each, part of the "
            "Child Labour Free Jaipur programme.",
            "Many children in these areas had left school and worked at home with their families or in workshops "
            "nearby. The programme names three reasons: people had come to think of it as normal, families were "
            "short of money, and schools were poor or ill attended.",
            "School management committees have therefore been revived, and parents trained to serve on them. In a "
            "social audit, parents, children and teachers decide together which repairs and changes matter most, and "
            "put their case to education officials. Community centres give tuition after school, and workers go from "
            "door to door.",
            "Families are also helped to apply for pensions, health insurance, rations, artisan cards and loans at "
            "low interest. One-day camps are held for single schemes. Street plays, murals and posters spread the "
            "message, and a curriculum on child rights brings men and boys into the discussion as well.",
        ),
        sources=(_source("clfj-handbook", "Part 2, Uniting communities to build resilience in Jaipur"),),
        transcribed=True,
    ),
    Specimen(
        id="specimen-rescue-papers",
        language="en",
        title="Eight papers that follow a rescued child home",
        kicker="CARE",
        strap="Scanned in Jaipur, sent to Bihar: files open the way to compensation",
        masthead="THE SPECIMEN HERALD",
        date=OWN_DATE,
        place="Jaipur",
        page="8",
        columns=2,
        width=1000,
        picture="papers",
        caption="Each file is scanned before the journey.",
        paragraphs=(
            "A child who is rescued from a workshop and sent home without papers may get neither compensation nor a "
            "place in school. In Jaipur a digital file is meant to prevent this.",
            "Shelter homes gather eight kinds of document: police report, counselling report, medical report, "
            "release certificate, legal statement, bank account, identity card and individual care plan. They scan "
            "them and pass them to the Child Welfare Committee. When the child travels home, a pen drive with all "
            "scans goes to the Social Welfare Department of the home State.",
            "The Department for Child Rights has found that the system works. It has authorised it for the future "
            "and encourages other districts to do the same.",
            "Gaps remain. Now and then a shelter home arranges the journey itself and passes by the official way. "
            "Such children arrive without their documents, and the danger grows that they are trafficked again.",
            "Payments are slow as well. Rajasthan has begun to grant victim compensation to children trafficked for "
            "labour, which is rare in the country. Bihar pays from a relief fund of its Chief Minister. When money "
            "did not come, organisations turned to the National Commission for Protection of Child Rights, which "
            "issued directions to the districts.",
        ),
        sources=(_source("clfj-handbook", "Part 5, Strengthening care and protection for rescued children"),),
    ),
)

HINDI = (
    Specimen(
        id="specimen-hi-makan-malik",
        language="hi",
        title="मकान मालिकों की शपथ, बच्चों से काम कराने वालों को कमरा नहीं",
        title_en="Landlords pledge: no rooms for workshops that use children",
        kicker="जयपुर",
        strap="पुलिस और मोहल्ले के लोगों ने मिलकर समझाया",
        masthead="नमूना समाचार",
        date=OWN_DATE,
        place="जयपुर",
        page="3",
        columns=3,
        width=1250,
        picture="houses",
        caption="कारखाने अक्सर मकानों की ऊपरी मंजिलों पर छिपे रहते थे।",
        paragraphs=(
            "जयपुर के कुछ मोहल्लों में मकान मालिक अब लिखकर शपथ दे रहे हैं कि वे अपना कमरा ऐसे किसी कारखाने को किराए पर "
            "नहीं देंगे जिसमें बच्चों से काम लिया जाता है। यह पहल बाल श्रम मुक्त जयपुर कार्यक्रम की है, जो 2018 से चुने हुए "
            "इलाकों में चल रहा है।",
            "बच्चों की तस्करी करने वालों को जगह और सामान मोहल्ले से ही मिलता है। इसलिए कार्यक्रम ने मकान मालिकों पर खास "
            "ध्यान दिया। पुलिस के सामुदायिक संपर्क समूहों और इलाके के जाने-माने लोगों ने उन्हें बताया कि पुलिस की नजर इस पर "
            "है और ऐसे किराएदार रखने में कितना जोखिम है।",
            "यदि छापे के बाद पुलिस वह परिसर सील कर दे जहां बच्चे मिले थे, तो दूसरे मालिक भी सावधान हो जाते हैं।",
            "व्यापारियों, कारीगर संगठनों और निवासी कल्याण समितियों के असरदार लोगों को भी जोड़ा गया। गली में हुई सभाओं में "
            "लोगों ने बच्चों के शोषण को ठुकराने का वचन दिया। नुक्कड़ नाटक, दीवारों पर चित्र और पोस्टर भी बनाए गए। पुलिस और "
            "श्रम विभाग के अधिकारियों ने सैकड़ों पोस्टर बांटे और लगाए।",
        ),
        sources=(
            _source(
                "clfj-handbook", "Part 2, rejection of child labour and property owners; Part 4, sealing of workshops"
            ),
        ),
        themes=("community-mobilisation", "awareness-media"),
        regions=("IN-RJ/jaipur",),
        occupations=(),
        transcribed=True,
    ),
    Specimen(
        id="specimen-hi-webinar",
        language="hi",
        title="बाल श्रम पर ऑनलाइन संसाधन केंद्र बनाने की तैयारी",
        title_en="Plans for an online resource centre on child labour",
        kicker="वेबिनार",
        strap="दस राज्यों के 59 प्रतिनिधि जुड़े",
        masthead="दैनिक नमूना",
        date="2020-10-14",
        place="नई दिल्ली",
        page="5",
        columns=2,
        width=1050,
        paragraphs=(
            "बाल श्रम विरोधी अभियान की राष्ट्रीय पैरवी इकाई ने बुधवार को एक वेबिनार किया। विषय था कि बाल श्रम पर ऑनलाइन "
            "संसाधन केंद्र कैसे बने। इसमें दस राज्यों से अभियान के 59 प्रतिनिधि शामिल हुए।",
            "आयोजकों के अनुसार बाल श्रम मिटाने की योजना बनाते समय हर बार ऐसे आंकड़ों की कमी खलती है जिन्हें जांचा जा सके। "
            "केंद्र बनने से राज्य और देश के स्तर पर प्रमाण जुटेंगे और पैरवी मजबूत होगी।",
            "मुख्य सत्र नोएडा के वी.वी. गिरि राष्ट्रीय श्रम संस्थान ने लिए। पहले सत्र में बताया गया कि केंद्र में क्या-क्या हो: "
            "किताबों और लेखों की सूची, उनका सार, कानून और अदालती फैसले, संस्थाओं की निर्देशिका, डिजिटल पत्रिका और अखबारों की "
            "कतरनें। वेबसाइट ऐसी हो कि कंप्यूटर कम जानने वाला भी काम की बात आसानी से पा ले।",
            "दूसरे सत्र में कहा गया कि जनगणना के आंकड़े दस साल पुराने हैं। बाल श्रम पर अलग सर्वेक्षण की जरूरत बताई गई। "
            "जिला स्तर पर तुरंत सूचना देने वाली व्यवस्था और कार्यदल बनाने का सुझाव भी आया।",
        ),
        sources=(_source("cacl-webinar-2020", "Highlights and welcome; sessions on the resource centre and on data"),),
    ),
    Specimen(
        id="specimen-hi-ghar-wapasi",
        language="hi",
        title="घर लौटे बच्चों का साथ नहीं छोड़ते कार्यकर्ता",
        title_en="Field workers stay with the children who came home",
        kicker="पुनर्वास",
        strap="बिहार के २४ जिलों में हर बच्चे की जरूरत का आकलन",
        masthead="नमूना समाचार",
        date=OWN_DATE,
        place="",
        page="7",
        columns=3,
        width=1200,
        pull="लक्ष्य यह है कि बच्चा दोबारा तस्करी में न फंसे",
        paragraphs=(
            "काम से छुड़ाए गए बच्चे को केवल घर पहुंचा देना काफी नहीं है। जिन हालात ने उसे तस्कर तक पहुंचाया, वे वहीं रहते हैं। "
            "इसलिए बिहार के २४ जिलों में संस्थाओं के कार्यकर्ता लौटे हुए बच्चों के घर बार-बार जाते हैं।",
            "हर बच्चे की जरूरत का आकलन होता है। फिर उसे स्कूल या ब्रिज शिक्षा से जोड़ा जाता है, मुआवजे के लिए कागज तैयार होते "
            "हैं, परिवार को सरकारी योजनाओं और खेती या दूसरे रोजगार में मदद मिलती है। तस्कर के खिलाफ मुकदमे में भी परिवार को "
            "सहारा दिया जाता है।",
            "काम कठिन है। गांव दूर-दूर हैं और कहीं-कहीं स्कूल और अस्पताल कमजोर हैं। योजनाओं का लाभ देर से मिलता है। संस्थाएं "
            "हर महीने जिला बाल कल्याण समिति को हर बच्चे की प्रगति बताती हैं। एक मोबाइल ऐप भी शुरू हुआ है, जो कार्यकर्ता को याद "
            "दिलाता है कि अब किस बच्चे के लिए क्या करना है।",
            "सफलता का बड़ा पैमाना यह है कि कितने बच्चे फिर तस्करी के शिकार नहीं हुए। यह भी देखा जाता है कि छह से चौदह साल के "
            "कितने बच्चे स्कूल जा रहे हैं। आगे चलकर यह जिम्मा गांव की बाल संरक्षण समितियां उठाएं, यही आशा है।",
        ),
        sources=(_source("clfj-handbook", "Part 6, Reintegrating rescued children home and following up"),),
        themes=("rehabilitation-reintegration", "education"),
        regions=("IN-BR",),
        occupations=(),
    ),
    Specimen(
        id="specimen-hi-char-charan",
        language="hi",
        title="चार चरणों में होती है बाल श्रम की निगरानी",
        title_en="Child labour monitoring has four phases",
        kicker="जानिए",
        strap="पहचान, सेवा से जोड़ना, जांच और फिर लगातार खबर रखना",
        masthead="दैनिक नमूना",
        date=OWN_DATE,
        place="",
        page="2",
        columns=2,
        width=1000,
        paragraphs=(
            "जहां बच्चे काम करते हो सकते हैं, वहां बार-बार जाकर देखना बाल श्रम रोकने का असरदार तरीका है। अंतर्राष्ट्रीय श्रम "
            "कार्यालय की एक प्रशिक्षण पुस्तिका इसके चार चरण बताती है।",
            "पहला चरण तैयारी का है। इसमें समस्या का आकार, कानून और उपलब्ध सेवाएं समझी जाती हैं और साझेदार जुटाए जाते हैं। दूसरे "
            "चरण में फॉर्म बनते और परखे जाते हैं, तय होता है कि बच्चे को किस सेवा तक पहुंचाना है, और निगरानी दल को प्रशिक्षण "
            "मिलता है।",
            "तीसरे चरण में दल कारखानों, खेतों, बाजारों, सड़कों, बस अड्डों और बंदरगाहों पर जाते हैं। बच्चा मिले तो उसकी स्थिति "
            "आंकी जाती है और उसे स्कूल या दूसरी सेवा से जोड़ा जाता है। मालिक और माता-पिता को खतरों और कानून की जानकारी दी जाती "
            "है।",
            "चौथा चरण पीछे की खबर रखने का है। देखा जाता है कि बच्चा सचमुच पढ़ रहा है या नहीं। सूचना की सच्चाई परखी जाती है और "
            "कानून लागू करने वालों तथा योजना बनाने वालों तक पहुंचाई जाती है। निगरानी एक उद्योग की नहीं, पूरे इलाके की होनी "
            "चाहिए, क्योंकि बच्चे एक काम से हटकर दूसरे में जा सकते हैं।",
        ),
        sources=(_source("ilo-clm-handouts", "Handout 1, sections 1, 6, 7 and 8; Handout 2, the four phases"),),
    ),
    Specimen(
        id="specimen-hi-myanmar",
        language="hi",
        title="म्यांमार में बाल श्रम की निगरानी मौजूदा व्यवस्था से जोड़ने की सलाह",
        title_en="Myanmar advised to join child labour monitoring to existing systems",
        kicker="पड़ोस",
        strap="अध्ययन में 52 टाउनशिप और 110 केस प्रबंधकों का जिक्र",
        masthead="नमूना समाचार",
        date=OWN_DATE,
        place="यांगून",
        page="9",
        columns=3,
        width=1300,
        picture="map",
        caption="ऊपर आंकड़ों का विश्लेषण, नीचे टाउनशिप में मदद।",
        paragraphs=(
            "म्यांमार को बाल श्रम की निगरानी के लिए नई व्यवस्था शुरू से बनाने की जरूरत नहीं है। अंतर्राष्ट्रीय श्रम संगठन के लिए "
            "2019 में छपे एक अध्ययन ने सलाह दी कि इसे पहले से चल रही व्यवस्थाओं से जोड़ा जाए, क्योंकि अलग व्यवस्था महंगी और जटिल "
            "होती है।",
            "समाज कल्याण विभाग की केस प्रबंधन व्यवस्था को बच्चों तक मदद पहुंचाने का आधार माना गया। अध्ययन में बात करने वालों ने "
            "बताया कि यह 52 टाउनशिप में चल रही है और 110 केस प्रबंधक काम पर हैं। कुछ जगहों पर सेवाएं बहुत कम हैं, इसलिए बच्चे "
            "की पहचान के बाद भी मदद मिलना तय नहीं रहता।",
            "शिक्षा विभाग के आंकड़ों में वही बच्चे दिखते हैं जो स्कूल जाते हैं। श्रम बल सर्वेक्षण से देश की तस्वीर मिलती है, पर "
            "किसी एक बच्चे का पता नहीं चलता। श्रम निरीक्षक कार्यस्थल में जा सकते हैं, इसलिए उन्हें केस प्रबंधकों से जोड़ना जरूरी "
            "बताया गया।",
            "दो स्तर सुझाए गए हैं। टाउनशिप में आंकड़े जुटें और बच्चों को सेवा मिले, देश के स्तर पर आंकड़ों का विश्लेषण हो। निजी "
            "जानकारी गोपनीय रहे। शुरुआत छोटे प्रयोग से हो।",
        ),
        sources=(_source("ilo-clms-myanmar-2019", "Chapters 1, 4.1, 4.2 and 5"),),
        themes=("monitoring-tracking",),
        regions=("MM",),
        occupations=(),
    ),
    Specimen(
        id="specimen-hi-do-roop",
        language="hi",
        title="चूड़ी और कढ़ाई के काम में बचपन, जयपुर में बाल श्रम के दो रूप",
        title_en="Childhood spent on bangles and embroidery: two kinds of child labour in Jaipur",
        kicker="विशेष",
        strap="एक घर के भीतर, दूसरा बिहार से लाए गए बच्चों का",
        masthead="दैनिक नमूना",
        date=OWN_DATE,
        place="जयपुर",
        page="4",
        columns=3,
        width=1200,
        picture="bangles",
        caption="चूड़ियों की मांग अधिक थी और बाल श्रम आम बात।",
        paragraphs=(
            "जयपुर के कुछ मोहल्लों में चूड़ी बनाने और कढ़ाई के काम में बच्चे दो तरह से लगे मिले। बाल श्रम मुक्त जयपुर कार्यक्रम की "
            "पुस्तिका दोनों को अलग-अलग समझाती है।",
            "पहले वे बच्चे हैं जो जयपुर के ही हैं। वे स्कूल छोड़ देते हैं और घर पर परिवार के साथ काम करते हैं, ताकि आमदनी बढ़े। "
            "दूसरे वे हैं जिन्हें दूसरे राज्यों से, अधिकतर बिहार से, तस्करी करके लाया गया। इनमें ज्यादातर नौ से पंद्रह साल के लड़के "
            "हैं। उन्हें मकानों की ऊपरी मंजिलों पर छिपाकर रखा जाता है। उन्हें आंख, हड्डी और सांस की तकलीफ हो जाती है।",
            "पुस्तिका इसके कई कारण गिनाती है: कम मजदूरी, कमजोर सामाजिक सुरक्षा, कुछ इलाकों में खराब स्कूल, कानून लागू करने में ढील "
            "और यह सोच कि बच्चों का काम करना सामान्य है।",
            "इसलिए कार्यक्रम एक ही इलाके में कई दिशाओं से काम करता है। बिहार में रोकथाम, जयपुर में समुदाय को मजबूत करना, महिलाओं की "
            "कमाई, तस्करों पर मुकदमे, छुड़ाए गए बच्चों की देखभाल और घर वापसी के बाद साथ, ये उसके छह हिस्से हैं।",
        ),
        sources=(
            _source(
                "clfj-handbook", "Section 4, the two types of child labour in Jaipur and the six parts of the model"
            ),
        ),
    ),
)

SPECIMENS = ENGLISH + HINDI
