"""Short strategy texts in bokmål, nynorsk and English, and in languages that are none of these."""

CASES: list[tuple[str, str]] = [
    (
        "nb",
        (
            "Kommunen vokser, og stadig flere eldre trenger hjelp hjemme. Vi skal gi innbyggerne trygge tjenester når "
            "de trenger dem. Derfor må vi bruke kompetansen vår bedre enn i dag. Ikke alle oppgaver løses best av oss "
            "alene."
        ),
    ),
    (
        "nb",
        (
            "Kundene våre forventer raske svar og ærlige priser. De siste årene har vi mistet avtaler fordi vi var "
            "for trege. Nå skal hver henvendelse få et svar samme dag."
        ),
    ),
    (
        "nb",
        (
            "Selskapet selger pumper til oppdrettsanlegg langs hele kysten. Etterspørselen øker, men leveringstiden "
            "er for lang. Vi vil derfor flytte mer av produksjonen hjem. Det gir oss kortere vei fra tegning til "
            "ferdig vare. Samtidig skal ingen gå på akkord med sikkerheten."
        ),
    ),
    (
        "nb",
        (
            "Skolene i byen har gode lærere, men for mange elever slutter før de er ferdige. Fraværet er høyest på de "
            "yrkesfaglige linjene. Hvert ungdomsskoletrinn skal følges tettere opp. Foreldrene må oppleve at noen ser "
            "barna deres."
        ),
    ),
    (
        "nb",
        (
            "Foreninga har tusen medlemmer og én ansatt. Medlemmene sier at de ikke vet hva kontingenten går til. Vi "
            "ønsker å vise fram arbeidet vårt hver uke. Da blir det også lettere å be folk om hjelp."
        ),
    ),
    (
        "nb",
        (
            "Havnen er porten til hele regionen. Skipene ligger for lenge til kai mens de venter på papirer. Vi skal "
            "bli den havnen der rederiene sparer mest tid. For å klare det må vi samarbeide nærmere med tollvesenet."
        ),
    ),
    (
        "nb",
        (
            "Banken er eid av dem som bor her. Overskuddet skal gå tilbake til bygdene vi kommer fra. Unge familier "
            "velger likevel ofte andre, fordi søknaden tar for lang tid. Nå gjør vi det enklere å låne til sin første "
            "bolig."
        ),
    ),
    (
        "nb",
        (
            "Sykehuset har god behandling, men pasientene venter for lenge på den første timen. Noen av dem blir "
            "dårligere mens de venter. Vi må prioritere de sykeste først og slutte å innkalle til kontroller ingen "
            "har nytte av."
        ),
    ),
    (
        "nb",
        (
            "Avfallet vårt er ikke søppel, men råvarer. I dag havner for mye plast i restavfallet. Husstandene sier "
            "at de gjerne sorterer hvis det er plass under vasken. Derfor begynner vi med det minste: et stativ til "
            "alle. Så måler vi hva som skjer med mengdene."
        ),
    ),
    (
        "nb",
        (
            "Vi lager programvare for regnskapskontorer. Kontorene er små og har ikke tid til å lære nye systemer. "
            "Hver ny funksjon skal kunne brukes uten kurs. Hvis noen må ringe oss for å forstå den, har vi ikke gjort "
            "jobben vår."
        ),
    ),
    (
        "nb",
        (
            "Biblioteket er et av få steder der alle kan komme gratis inn. Likevel er det mange som aldri har vært "
            "her. Vi vil åpne dørene tidligere og stenge dem senere. Flere arrangementer skal skje ute i bydelene."
        ),
    ),
    (
        "nn",
        (
            "Kommunen veks, og stadig fleire eldre treng hjelp heime. Vi skal gje innbyggjarane trygge tenester når "
            "dei treng dei. Difor må vi bruke kompetansen vår betre enn i dag. Ikkje alle oppgåver vert løyste best "
            "av oss åleine."
        ),
    ),
    (
        "nn",
        (
            "Kundane våre ventar raske svar og ærlege prisar. Dei siste åra har vi mista avtalar fordi vi var for "
            "seine. No skal kvar førespurnad få eit svar same dag."
        ),
    ),
    (
        "nn",
        (
            "Fjordbygda har fleire arbeidsplassar enn folk. Verksemdene leitar etter fagarbeidarar dei ikkje finn. Vi "
            "ønskjer at unge som har flytta ut, skal sjå at det finst jobbar her. Då må dei òg ha ein stad å bu."
        ),
    ),
    (
        "nn",
        (
            "Skulane i kommunen har gode lærarar, men for mange elevar sluttar før dei er ferdige. Fråværet er høgast "
            "på dei yrkesfaglege linjene. Kvart ungdomssteg skal følgjast tettare opp. Foreldra må oppleve at nokon "
            "ser borna deira."
        ),
    ),
    (
        "nn",
        (
            "Kraftlaget er eigd av dei som bur her. Overskotet skal gå tilbake til bygdene det kjem frå. Straumnettet "
            "er gammalt, og kvart år er det fleire brot om vinteren. Vi må byte ut dei svakaste linjene først."
        ),
    ),
    (
        "nn",
        (
            "Sjukehuset gjev god behandling, men pasientane ventar for lenge på den første timen. Nokre av dei vert "
            "dårlegare medan dei ventar. Vi må prioritere dei sjukaste først og slutte å kalle inn til kontrollar "
            "ingen har nytte av."
        ),
    ),
    (
        "nn",
        (
            "Avfallet vårt er ikkje søppel, men råvarer. I dag hamnar for mykje plast i restavfallet. Husstandane "
            "seier at dei gjerne sorterer om det er plass under vasken. Difor byrjar vi med det minste."
        ),
    ),
    (
        "nn",
        (
            "Vi lagar programvare for små regnskapskontor. Kontora har ikkje tid til å lære seg nye system. Kvar ny "
            "funksjon skal kunne brukast utan kurs. Viss nokon må ringje oss for å forstå han, har vi ikkje gjort "
            "jobben vår."
        ),
    ),
    (
        "nn",
        (
            "Ferjene er vegen vår til resten av landet. Når dei ikkje går, stoppar både skulebussen og "
            "fisketransporten. Vi vil at færre avgangar skal bli innstilte neste vinter. Mannskapet veit best kva som "
            "sviktar, og skal høyrast først."
        ),
    ),
    (
        "nn",
        (
            "Biblioteket er ein av få stader der alle kan kome gratis inn. Likevel er det mange som aldri har vore "
            "her. Vi vil opne dørene tidlegare og stengje dei seinare. Fleire tilskipingar skal skje ute i grendene."
        ),
    ),
    (
        "nn",
        (
            "Mjølkebruka i dalen er færre enn før, men dei produserer meir. Meieriet treng jamne leveransar gjennom "
            "heile året. Bøndene seier at dei ikkje torer å investere utan langsiktige avtalar. Det vil vi gjere noko "
            "med."
        ),
    ),
    (
        "en",
        (
            "The municipality is growing, and more elderly people need help at home. We want residents to feel safe "
            "when they depend on us. That means using our skills better than we do today. We cannot solve every task "
            "alone."
        ),
    ),
    (
        "en",
        (
            "Our customers expect fast answers and honest prices. In recent years we lost contracts because we were "
            "too slow. From now on every request gets a reply the same day."
        ),
    ),
    (
        "en",
        (
            "We sell pumps to fish farms along the whole coast. Demand is rising, but our delivery times are too "
            "long. We will therefore bring more of the production home. No one should ever trade safety for speed."
        ),
    ),
    (
        "en",
        (
            "Schools in the city have good teachers, yet too many pupils leave before they finish. Absence is highest "
            "in the vocational classes. Parents must feel that somebody sees their children."
        ),
    ),
    (
        "en",
        (
            "The port is the gateway to the region. Ships spend too long at the quay while they wait for papers. We "
            "aim to be the port where shipowners save the most time. To get there we have to work more closely with "
            "customs."
        ),
    ),
    (
        "en",
        (
            "This bank belongs to the people who live here. Its profits go back to the villages they came from. Young "
            "families often choose someone else, because our application takes too long. We are going to make a first "
            "home loan simple."
        ),
    ),
    (
        "en",
        (
            "The hospital offers good treatment, but patients wait too long for their first appointment. Some of them "
            "get worse while they wait. We must see the sickest first and stop calling people in for checks that help "
            "nobody."
        ),
    ),
    (
        "en",
        (
            "We make software for small accounting firms in Tromsø and Bodø. They have no time to learn new systems. "
            "Each new feature should work without a course. If someone has to call us to understand it, we have not "
            "done our job."
        ),
    ),
    (
        "en",
        (
            "What we collect is not rubbish but raw material. Too much plastic still ends up in the wrong bin. "
            "Households tell us they would sort more if there were room under the sink. So we start with the smallest "
            "thing: a rack for everyone. Then we measure what happens."
        ),
    ),
    (
        "en",
        (
            "The library is one of the few places that anyone can enter for free. Even so, many have never been "
            "inside. We would like to open earlier and close later. More events should take place out in the "
            "districts."
        ),
    ),
]

FOREIGN: list[tuple[str, str]] = [
    (
        "sv",
        (
            "Kommunen växer och allt fler äldre behöver hjälp i hemmet. Vi ska ge invånarna trygga tjänster när de "
            "behöver dem. Därför måste vi använda vår kompetens bättre än i dag. Alla uppgifter löses inte bäst av "
            "oss själva."
        ),
    ),
    (
        "sv",
        (
            "Våra kunder förväntar sig snabba svar och ärliga priser. Under de senaste åren har vi förlorat avtal "
            "eftersom vi var för långsamma. Nu ska varje fråga få ett svar samma dag. Det kräver att säljare och "
            "tekniker pratar med varandra. Vi börjar med de största kunderna."
        ),
    ),
    (
        "da",
        (
            "Kommunen vokser, og stadig flere ældre har brug for hjælp i hjemmet. Vi skal give borgerne trygge "
            "ydelser, når de har behov for dem. Derfor må vi udnytte vores viden bedre, end vi gør i dag. Ikke alle "
            "opgaver løses bedst af os alene."
        ),
    ),
    (
        "da",
        (
            "Vores kunder forventer hurtige svar og ærlige priser. De seneste år har vi mistet aftaler, fordi vi var "
            "for langsomme. Nu skal hver henvendelse have et svar samme dag. Det kræver, at sælgere og teknikere "
            "taler sammen. Vi begynder med de største kunder."
        ),
    ),
    (
        "de",
        (
            "Die Gemeinde wächst, und immer mehr ältere Menschen brauchen Hilfe zu Hause. Wir wollen den Einwohnern "
            "sichere Dienste bieten, wenn sie sie brauchen. Deshalb müssen wir unser Wissen besser nutzen als heute. "
            "Nicht alle Aufgaben lösen wir am besten allein."
        ),
    ),
    (
        "de",
        (
            "Unsere Kunden erwarten schnelle Antworten und ehrliche Preise. In den letzten Jahren haben wir Aufträge "
            "verloren, weil wir zu langsam waren. Jede Anfrage soll noch am selben Tag beantwortet werden. Dafür "
            "müssen Verkauf und Technik miteinander reden."
        ),
    ),
    (
        "fr",
        (
            "La commune grandit et de plus en plus de personnes âgées ont besoin d'aide à domicile. Nous voulons "
            "offrir aux habitants des services sûrs au moment où ils en ont besoin. Nous devons donc mieux utiliser "
            "nos compétences. Toutes les tâches ne sont pas mieux faites par nous seuls."
        ),
    ),
    (
        "fr",
        (
            "Nos clients attendent des réponses rapides et des prix honnêtes. Ces dernières années, nous avons perdu "
            "des contrats parce que nous étions trop lents. Chaque demande doit désormais recevoir une réponse le "
            "jour même. Il faut pour cela que les vendeurs et les techniciens se parlent."
        ),
    ),
    (
        "es",
        (
            "El municipio crece y cada vez más personas mayores necesitan ayuda en casa. Queremos ofrecer a los "
            "vecinos servicios seguros cuando los necesiten. Por eso tenemos que aprovechar mejor nuestras "
            "competencias que hoy."
        ),
    ),
    (
        "es",
        (
            "Nuestros clientes esperan respuestas rápidas y precios honestos. En los últimos años hemos perdido "
            "contratos porque éramos demasiado lentos. Ahora cada consulta debe recibir una respuesta el mismo "
            "día."
        ),
    ),
    (
        "nl",
        (
            "De gemeente groeit en steeds meer ouderen hebben thuis hulp nodig. Wij willen de inwoners veilige "
            "diensten bieden wanneer zij die nodig hebben. Daarom moeten we onze kennis beter gebruiken dan "
            "vandaag."
        ),
    ),
    (
        "nl",
        (
            "Onze klanten verwachten snelle antwoorden en eerlijke prijzen. De laatste jaren hebben we contracten "
            "verloren omdat we te traag waren. Nu moet elke vraag dezelfde dag een antwoord krijgen."
        ),
    ),
    (
        "fi",
        (
            "Kunta kasvaa, ja yhä useampi ikäihminen tarvitsee apua kotona. Haluamme tarjota asukkaille "
            "turvallisia palveluja silloin kun he niitä tarvitsevat. Siksi meidän on käytettävä osaamistamme "
            "paremmin kuin nyt."
        ),
    ),
    (
        "fi",
        (
            "Asiakkaamme odottavat nopeita vastauksia ja rehellisiä hintoja. Viime vuosina olemme menettäneet "
            "sopimuksia, koska olemme olleet liian hitaita. Nyt jokaiseen kysymykseen vastataan samana päivänä."
        ),
    ),
    (
        "sv",
        (
            "Vi säljer pumpar till fiskodlingar längs hela kusten. Efterfrågan ökar men leveranstiden är för "
            "lång. Därför vill vi flytta mer av produktionen hem. Ingen ska behöva kompromissa med säkerheten."
        ),
    ),
    (
        "da",
        (
            "Vi sælger pumper til fiskeopdræt langs hele kysten. Efterspørgslen stiger, men leveringstiden er for "
            "lang. Vi vil derfor flytte mere af produktionen hjem. Ingen skal gå på kompromis med sikkerheden."
        ),
    ),
    (
        "fr",
        (
            "Nous vendons des pompes aux fermes piscicoles tout le long de la côte. La demande augmente, mais nos "
            "délais de livraison sont trop longs. Nous allons donc ramener une plus grande partie de la "
            "production."
        ),
    ),
    (
        "de",
        (
            "Wir verkaufen Pumpen an Fischfarmen entlang der ganzen Küste. Die Nachfrage steigt, aber die "
            "Lieferzeit ist zu lang. Deshalb wollen wir mehr von der Produktion nach Hause holen."
        ),
    ),
    (
        "da",
        (
            "Afdelingen har i år fået mange nye opgaver, og borgerne venter længe på svar. Medarbejderne oplever "
            "at systemerne ikke taler sammen. Derfor skal vi skabe et enkelt overblik, så sagerne bliver "
            "afsluttet hurtigere."
        ),
    ),
    (
        "sv",
        (
            "Medborgarna väntar länge på svar. Handläggarna upplever att systemen inte pratar med varandra. Vi "
            "ska skapa en enkel överblick så att ärenden avslutas snabbare och fler får rätt stöd redan första "
            "gången."
        ),
    ),
    (
        "ru",
        (
            "Муниципалитет растет, и все больше пожилых людей нуждаются в помощи на дому. Мы хотим дать жителям "
            "надежные услуги."
        ),
    ),
    ("zh", "我们的客户期待快速的答复和诚实的价格。过去几年我们失去了合同,因为我们太慢了。现在每个请求都必须当天答复。"),
    (
        "da",
        (
            "Vi vil være den bedste arbejdsplads i regionen. Vores medarbejdere skal trives, og sygefraværet skal "
            "ned. Det kræver nærværende ledelse og en hverdag med tid til faglig udvikling."
        ),
    ),
    (
        "da",
        (
            "Foreningen mangler frivillige, og mange medlemmer ved ikke, hvad kontingentet går til. Vi ønsker at "
            "vise vores arbejde hver uge, så det bliver lettere at bede om hjælp."
        ),
    ),
    (
        "sv",
        (
            "Föreningen har tusen medlemmar och en anställd. Medlemmarna säger att de inte vet vad avgiften går "
            "till. Vi vill visa upp vårt arbete varje vecka."
        ),
    ),
    (
        "de",
        (
            "Der Verein hat tausend Mitglieder und einen Angestellten. Die Mitglieder sagen, dass sie nicht "
            "wissen, wofür der Beitrag verwendet wird."
        ),
    ),
    (
        "nl",
        (
            "De vereniging heeft duizend leden en één medewerker. De leden zeggen dat ze niet weten waar de "
            "contributie aan wordt besteed."
        ),
    ),
    (
        "fi",
        (
            "Yhdistyksellä on tuhat jäsentä ja yksi työntekijä. Jäsenet sanovat, etteivät he tiedä mihin "
            "jäsenmaksu menee. Haluamme näyttää työmme joka viikko."
        ),
    ),
    (
        "fr",
        (
            "L'association compte mille membres et un salarié. Les membres disent qu'ils ne savent pas à quoi "
            "sert la cotisation."
        ),
    ),
    (
        "es",
        ("La asociación tiene mil socios y un empleado. Los socios dicen que no saben en qué se gasta la cuota."),
    ),
    (
        "pl",
        (
            "Stowarzyszenie liczy tysiąc członków i jednego pracownika. Członkowie mówią, że nie wiedzą, na co "
            "idzie składka. Chcemy pokazywać naszą pracę co tydzień, aby łatwiej było prosić ludzi o pomoc."
        ),
    ),
    (
        "it",
        (
            "L'associazione conta mille soci e un dipendente. I soci dicono che non sanno dove va a finire la "
            "quota. Vogliamo mostrare il nostro lavoro ogni settimana, così diventa più facile chiedere aiuto."
        ),
    ),
]

HARD: list[tuple[str, str]] = [
    # Short, or full of names and numbers
    ("nb", "Kari Moen Ola Nordmann Per Hansen 2026 45 60 Tromsø Bodø Oslo Bergen AS Equinor DNB NAV SSB"),
    ("nb", "KR1: 45 % til 60 %"),
    ("nb", ""),
    ("nb", "Lansere app"),
    (
        "nb",
        (
            "HubSpot CRM NPS 45 60 Q3 2026 SLA ITIL ISO 27001 WCAG Salesforce Azure AWS Kubernetes Docker Python "
            "Java OKR KPI"
        ),
    ),
    ("nn", "Auke delen til 80 %"),
    ("en", "Launch the app"),
    ("nn", "Ikkje fleire klager"),
    (
        "en",
        (
            "Café Noir, Les Halles, El Camino, Van der Berg, Das Kapital, La Scala and Den Haag visit our Oslo "
            "office in May"
        ),
    ),
    (
        "nb",
        (
            "Die Zeit, Le Monde, El País og Der Spiegel skal skrive om oss, og kunder i Tyskland, Frankrike og "
            "Spania skal finne oss"
        ),
    ),
    ("nb", "Eier: Kari Moen, kundedirektør. Kilde: CRM. Frist: 30. april 2026. Mål: 45 % til 60 %."),
    ("nb", "Øke gjenkjøp fra 45 % til 60 %"),
    ("en", "Increase NPS from 30 to 45"),
    (
        "nn",
        (
            "Styret i Hå, Sandnes, Time, Klepp og Gjesdal vil samarbeide med Jæren Sparebank, Lyse og "
            "Felleskjøpet om straum og gjødsel"
        ),
    ),
]
