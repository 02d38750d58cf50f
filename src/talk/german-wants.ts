import type { Vocabulary } from "./vocabulary.ts";

/** What German-speaking people say to a support desk when they want something, complain or judge. */
export const GERMAN_WANTS: Vocabulary = {
  ask: `
    konnen sie · konnt ihr · konntet ihr · konnten sie · konntest du · kannst du · kann ich · kann man · konnte ich · konnte man · konnte jemand ·
    kann jemand · kann das · wurden sie · wurdet ihr · durfte ich · darf ich · ware es moglich · ist es moglich · ist das moglich · ist das normal ·
    ist das so · gibt es · gibts · gibt es schon · haben sie · habt ihr · hast du · hat jemand · sind sie · seid ihr · bist du · soll ich ·
    sollte ich · muss ich · mussen wir · brauche ich · werde ich · wird das · wird mein · wo ist · wo finde · woher · wohin · wozu · weswegen ·
    wie kann · wie lange · wie geht · wie gehts · wie mache · wie viel · wieviel · wie oft · wie bekomme · wie komme · wie soll · wie ist ·
    wie sieht · wie steht · wie stelle · wie hoch · wie finde · wie andere · was ist · was mache · was soll · was kostet · was muss · was bedeutet ·
    was heisst · was passiert · was kann · was nun · was jetzt · was denn · wessen · und was · und wo · und wann · und wie · und die · und der ·
    und mein · und meine · und dann · bitte um · bitten · ich bitte · mit der bitte · melden sie sich · meldet euch · melde dich · rufen sie ·
    ruft mich · ruf mich · schreiben sie mir · schickt mir · schicken sie · schick mir · senden sie · sendet mir · sagen sie · sagt mir · sag mir ·
    sagt bescheid · sag bescheid · gebt mir · geben sie mir · geben sie bescheid · gebt bescheid · gib bescheid · helfen sie · helft mir · hilf mir ·
    hilfe bitte · brauche hilfe · ich brauche · wir brauchen · benotige · ich benotige · wir benotigen · ich mochte · wir mochten · mochte gerne ·
    mochte noch · mochte wissen · wusste gern · wurde gern · wurde gerne · hatte gern · hatte gerne · hatte noch · ich hatte noch · hatte da noch ·
    habe noch · hab noch · ich habe noch · ich hab noch · noch eine frage · noch ne frage · noch eine · noch was · noch etwas · eine frage ·
    ne frage · kurze frage · eine kurze frage · andere frage · weitere frage · ruckfrage · nachfrage · frage mich · ich frage mich · will wissen ·
    ich will · ich wollte fragen · wollte fragen · wollte noch fragen · wollte noch · wollte nachfragen · wollte wissen · wollte nur wissen ·
    wollte mal fragen · weiss nicht · ich weiss nicht · weiss jemand · keine ahnung · verstehe nicht · verstehe ich nicht · versteh nicht ·
    versteh ich nicht · nicht verstanden · verstehe das nicht · unklar · nicht klar · unsicher · bin unsicher · nicht sicher · komme nicht weiter ·
    komme nicht · komm nicht · komm nicht weiter · komme ich nicht · nicht weiter · hange fest · stecke fest · moment mal · einen moment ·
    warten sie · wartet · warte mal · ich warte · wir warten · warte noch · warte immer · wartezeit bis · halt stop · leider nicht · leider nein ·
    doch nicht · noch nicht · noch nichts · noch kein · noch keine · noch keinen · noch offen · noch immer · nicht ganz · nicht so ganz ·
    nicht wirklich · stimmt nicht · das stimmt nicht · nicht richtig · ist falsch · jemand da · jemand hier · ist jemand · ist da jemand ·
    ist da wer · noch da · seid ihr noch · hallo ist · dringend · eilig · eilt · sofort · schnellstmoglich · so schnell wie moglich · asap ·
    bis morgen · bis heute · bis freitag · bis montag · bis wann · ab wann · seit wann · nochmal prufen · nochmal schauen · nochmals prufen ·
    erneut prufen · uberprufen · nachsehen · nachschauen · nachgucken · kundigen · kundigung · stornieren · storniert mir · widerruf · widerrufen ·
    loscht · zurucksetzen · freischalten · zusenden · zuschicken · weiterleiten · ruckruf · zuruckrufen · anrufen · ruckerstattung · erstattung ·
    geld zuruck · erstatten · umtauschen · reklamieren · reklamation · beschwerde · beschweren · vorgesetzten · mit jemandem sprechen ·
    einem menschen · echten menschen · richtigen menschen · ansprechpartner · anbei · im anhang · angehangt · screenshot · hier ist · hier die ·
    hier der · hier mein · meine nummer · meine adresse · kundennummer · bestellnummer · ticketnummer · rechnungsnummer · ruckmeldung bis ·
    freue mich auf ruckmeldung · freue mich auf ihre · auf antwort · um antwort · um ruckmeldung · um info · um klarung · nebenbei ·
    vergessen zu fragen · neues problem · anderes problem · weiteres problem · ein anderes · was anderes · etwas anderes · neue frage · neues thema ·
    aktueller stand · neuigkeiten · gibts neuigkeiten · was neues · schon was · geht das auch · ^bitte · bitte prufen · bitte schauen ·
    bitte senden · bitte schicken · bitte melden · bitte nochmal · bitte noch · bitte noch mal · bitte nochmals · bitte helfen · bitte andern ·
    bitte loschen · bitte mal · bitte rufen · bitte antworten · bitte sagen · bitte geben · bitte erneut · bitte wieder · bitte stornieren ·
    bitte kundigen · bitte nicht schliessen · prufen bitte · schauen bitte · nochmal bitte · melden bitte · ^wann · ^wo · ^wer · ^wen · ^wem ·
    ^warum · ^wieso · ^weshalb · ^welche · ^welcher · ^welches · ^welchen · ^warten · ^brauche · ^hilfe · ^frage · ^fragen · ^moment · ^stop ·
    ^stopp · ^warte · ^update · ^leider · ^vergessen · brauche noch · brauche die · brauche eine · brauche einen · ist da noch jemand ·
    ist hier jemand · ist noch jemand · ist jemand da · noch jemand da · jemand zu hause · kann mir jemand · kann mir wer · wer kann · wer ist ·
    wo bleibt · wo sind · wo kann · wo finde ich · wann kommt · wann ist · wann kann · wann wird · warum ist · wie lange noch · warte seit ·
    warte auf · wartet noch · leider immer · leider noch · leider wieder · leider kein · leider keine · leider funktioniert · leider geht ·
    leider klappt · mochte ich · noch eine bitte · eine bitte · hatte ich noch · ausserdem brauche · ausserdem ist · ausserdem habe · und ausserdem ·
    und noch · ubrigens ist · ubrigens habe · nochmal nachsehen · noch mal prufen · noch mal schauen · noch mal nachschauen · noch mal ansehen ·
    nochmal ansehen · nochmal anschauen · nochmal versuchen · nochmal schicken · nochmal senden · erneut senden · was soll ich · was mache ich ·
    was muss ich · nur noch eine · nur eine frage · nur kurz · aber noch · aber eine · aber wo · aber wie · aber wann · aber was · aber warum ·
    offen lassen · nicht schliessen · noch nicht schliessen · sekunde · sekunde bitte · sekunde noch · eine sekunde · sek · mom · momentchen ·
    augenblick · einen augenblick · minute bitte · kurz noch · bin gleich wieder da · push · schubs · hochschieb · ware schon wenn · ware nett wenn ·
    ware lieb wenn · ware toll wenn · ware super wenn · ware gut wenn · ware das sehr lieb · ware das · ware hilfreich wenn · wenn sich jemand ·
    wenn sich das · wenn mich jemand · wenn mir jemand · wenn jemand · wenn ihr mir · wenn sie mir · falls jemand · konnte sich jemand ·
    konnte sich das · konnte sich mal · jemand ansehen · jemand anschauen · jemand kummern · jemand melden · muss sich jemand · sollte sich jemand ·
    wir bitten · wir bitten um · wir bitten sie · bitte ich · bitte ich um · erbitte · erbitten · ersuche · ersuchen · ersuchen um ·
    waren ihnen dankbar · ware ihnen dankbar · ware dankbar · waren dankbar · dankbar wenn · dankbar fur eine ruckmeldung · erwarten ihre ·
    erwarte ihre · erwarte eine · erwarten eine · harren · ich bestehe · fordere · fordern sie · ich fordere · wir fordern · verlange ·
    ich verlange · anwalt · verbraucherzentrale · was ist mit · und was ist mit · wie weit · wie schauts · wie schaut · wie stehts ·
    gibts was neues · hatte ich gern · hatte ich gerne · mahnung · frist · fristsetzung · korrigieren sie · korrigiert bitte · andern sie ·
    stellen sie · richten sie · prufen sie · schauen sie · kummern sie · kummert euch · klaren sie · klart das · erklaren sie · erklart mir ·
    erklar mir · verbinden sie · leiten sie · nennen sie · teilen sie · lassen sie · bestatigen sie · bestatigung dass · um bestatigung · holt ·
    holt das · nehmt · nehmen sie · schaltet · schalten sie · buchen sie · erstatten sie · uberweisen sie · uberweist · gebt mir mein · oder nicht ·
    oder doch nicht · ja oder nein · oder wie · oder was`,
  trouble: `
    immer noch · nach wie vor · weiterhin · wieder nicht · geht nicht · gehts nicht · geht immer noch nicht · geht noch nicht · geht nicht mehr ·
    geht es nicht · geht wieder nicht · funktioniert nicht · funktioniert immer noch nicht · funktioniert noch nicht · funktioniert nicht mehr ·
    funktioniert es nicht · funktioniert wieder nicht · funktioniert leider · funzt nicht · klappt nicht · klappt immer noch nicht ·
    klappt noch nicht · klappt leider · klappt es nicht · lauft nicht · lauft immer noch nicht · lauft es nicht · lauft nix · geht nix ·
    geht gar nix · geht gar nichts · geht nichts · tut nicht · tut sich nichts · tut nix · hilft nicht · hilft mir nicht · hat nicht · hat nichts ·
    hat nicht geholfen · nicht geholfen · hat nicht funktioniert · nicht funktioniert · hat nicht geklappt · nicht geklappt · bringt nichts ·
    bringt nix · nichts gebracht · nichts passiert · passiert nichts · kein erfolg · ohne erfolg · erfolglos · wieder kaputt · sturzt ab ·
    sturzt wieder ab · sturzt immer · sturzt · hangt · hangt sich auf · friert ein · eingefroren · ladt nicht · ladt nur · ladt ewig ·
    lasst sich nicht · lasst mich nicht · offnet nicht · offnet sich nicht · startet nicht · startet nur · reagiert nicht · erscheint nicht ·
    erscheint eine · zeigt nicht · zeigt mir · zeigt immer · wird nicht · wurde nicht · werde nicht · kann nicht · kann mich nicht · kann ich nicht ·
    kann immer noch · konnte nicht · finde nicht · finde ich nicht · finde keine · finde keinen · sehe nicht · sehe ich nicht · sehe keine ·
    sehe keinen · bekomme nicht · bekomme keine · bekomme keinen · bekomme kein · bekomme immer · bekomme wieder · bekomm · kriege · krieg ·
    kein zugriff · keinen zugriff · kein zugang · keinen zugang · keine antwort · keine mail · keine email · keine rechnung · keine ruckmeldung ·
    keine reaktion · kein ton · kein bild · kein internet · kein geld · keinerlei · fehlt noch · fehlt immer · fehlt mir · nicht da ·
    nicht angekommen · nicht erhalten · nicht bekommen · nicht mehr · nicht moglich · ausgesperrt · doppelt abgebucht · abgebucht ·
    zu viel berechnet · falsch berechnet · wieder da der · wieder da die · wieder das gleiche · wieder dasselbe · wieder der · wieder die ·
    wieder ein · wieder eine · wieder weg · schon wieder · das gleiche · das gleiche problem · dasselbe · derselbe · dieselbe · gleiches problem ·
    gleicher fehler · selbes problem · selber fehler · die gleiche · der gleiche · taucht wieder · tritt wieder · trat wieder · passiert wieder ·
    passiert immer · kommt immer · kommt wieder · kommt eine · kommt der · kommt die · kommt nur · schlimmer · noch schlimmer · ist leer ·
    jetzt kommt · jetzt geht gar · jetzt habe ich · seit dem · gehackt · betrug · betrogen · unverschamt · bleibt hangen · nirgendwo · fehlt die ·
    fehlt der · fehlt das · fehlen noch · ist kaputt · immer kaputt · ist weg und · bekomme ich · bekomme einen · bekomme eine · bekomme die ·
    erhalte ich · erhalte eine · erhalte keine · erhalte einen · gleiche fehlermeldung · erneut der · erneut die · erneut ein · doppelt bezahlt ·
    doppelt berechnet · doppelt gebucht · und nichts · gar nichts · nichts mehr da · keine ahnung warum · stimmt was nicht · stimmt etwas nicht ·
    stimmt die · da stimmt · seit gestern · seit heute morgen · jetzt ist der · jetzt ist die · jetzt ist das · warte seit · ging bis gestern ·
    ging gestern noch · hat gestern noch · immernoch · ladt immernoch · nicht einverstanden · bin nicht einverstanden · nicht wie besprochen ·
    stimmen nicht · betrag stimmt nicht · stimmt der · mussten es · mussten 90 · sein nicht · zu hoch · zu viel abgebucht · wir sind aber ·
    sind aber nur · nur funf · obwohl wir · zu wenig · war leer · kam leer · leer angekommen · beschadigt · kaputt angekommen · kaputt gegangen ·
    ging kaputt · geht aus · geht immer aus · geht nicht an · schaltet sich aus · schaltet sich ab · blinkt · flackert · wird heiss · dreht sich ·
    dreht sich endlos · endlos · im kreis · drehe mich · tot · mausetot · schwarzer bildschirm · bleibt schwarz · bleibt leer · bleibt weiss ·
    bleibt dunkel · bleibt stehen · lauft ins leere · fuhrt ins leere · fuhrt nirgendwohin · offen ist noch · noch offen · steht noch aus ·
    steht aus · unbeantwortet · nicht beantwortet · nicht eingegangen · nicht gekommen · nie gekommen · kam nie · kam nicht · kommt nicht an ·
    kommt nicht · finde den knopf nicht · finde das nicht · zum dritten mal · zum zweiten mal · das dritte mal · das zweite mal · wollte sich ·
    wollten sich · wollte mich · sollte sich · sollten sich · versprochen · wurde versprochen · hat versprochen · hiess es · niemand hat ·
    niemand ruft · keiner ruft · keiner meldet · niemand meldet · hat sich nicht gemeldet · nie gemeldet · nicht gemeldet · nichts gehort ·
    nie gehort · kein anruf · kein ruckruf · kein signal · kein empfang · kein strom · ignoriert · wurde ignoriert · geschlossen obwohl ·
    einfach geschlossen · zu fruh geschlossen · vorschnell · rausgeworfen · fliege raus · wirft mich · schmeisst mich · springt · ruckelt · blockt ·
    verweigert · verweigert mir · ausgegraut · grau hinterlegt · nicht anklickbar · nicht auswahlbar · nicht verfugbar · nicht sichtbar ·
    nicht zu finden · nicht auffindbar · nicht drin im · werden 8 · berechnet · werden berechnet · wird berechnet · wird mir berechnet · ist weg ·
    ist verschwunden · sind verschwunden · sind weg · alles weg · verlangt · will von mir · will wieder · fragt nach · fragt immer · passt nicht ·
    passen nicht · fehlen die · nur eine von · nur zwei von · nur die halfte · zu fruh gefreut · wie gehabt · wie zuvor`,
  fault: `
    fehler · fehlermeldung · problem · probleme · storung · bug · kaputt · defekt · absturz · absturze · abgesturzt · fehlt · fehlen · keiner ·
    niemand · gesperrt · blockiert · abgelehnt · abgelaufen · verschwunden · leer · offline · ausfall · spinnt · streikt · bleibt · nirgends ·
    falsche · falscher · falschen · falsches · kein · keine · keinen · nicht · nix · erscheint · bekomme · erhalte · doppelt · seitdem · gleiche ·
    erneut · storungen · abbruche · abbruch · aussetzer · fehlfunktion · fehlermeldungen · schwierigkeiten · warnung · warnmeldung · panne · pannen ·
    unterbrechung · unterbrechungen · hanger`,
  opinion: `
    liebe die · finde das · gefallt · gefallt mir · gefallen · mag · ich mag · hasse · enttauscht · enttauschend · enttauschung · frustrierend ·
    frustriert · nervt · nervig · nervend · genervt · argerlich · schlecht · schlechte · schlechter · schlechtes · schlechten · schlechteste ·
    miserabel · furchtbar · schrecklich · grauenhaft · mies · mieser · katastrophe · katastrophal · frechheit · witz · lacherlich · peinlich ·
    unverschamtheit · zumutung · unmoglich · unfreundlich · unhoflich · unprofessionell · professionell · kompetent · inkompetent · hoflich ·
    langsam · lahm · trage · umstandlich · kompliziert · unubersichtlich · ubersichtlich · verwirrend · einfach zu · intuitiv · teuer · zu teuer ·
    preiswert · gunstig · geld wert · wert · zu lange · zu lang · zu langsam · zu kompliziert · zu viel · zu viele · zu oft · ewig · gedauert ·
    dauert · dauerte · hat gedauert · tagelang · stundenlang · wochenlang · meiner meinung · ich denke · meine meinung · ehrlich gesagt · insgesamt ·
    im grossen und ganzen · grundsatzlich · der support · euer support · der service · euer service · die app · eure app · das produkt ·
    euer produkt · das design · design · layout · oberflache · bedienung · funktionen · qualitat · erfahrung · empfehlen · empfehle ·
    weiterempfehlen · empfehlung · konkurrenz · wettbewerb · anbieter · wechsle · wechseln · nie wieder · jedes mal · jedesmal · immer wieder ·
    immer super · noch nie · selten · ausbaufahig · verbesserungswurdig · verbesserung · luft nach oben · geht so · na ja · naja · durchschnittlich ·
    mittelmassig · okay aber · schade · wunschen · wunschte · wurde mir wunschen · ware schon · ware besser · konnte besser · besser als ·
    schlechter als · besser · am besten · super support · super service · toller service · toller support · guter service · guter support ·
    bester service · bester support · lob · grosses lob · kompliment · ein lob · begeistert · uberrascht · positiv uberrascht · beeindruckt ·
    sehr zufrieden · unzufrieden · zufriedener · kunde seit · seit jahren · vertrauen · zuverlassig · unzuverlassig · verlasslich · der bot ·
    die bots · chatbot · mitarbeiter · mitarbeiterin · kollege · kollegin · berater · beraterin · kollegin war · kollege war · bescheid gesagt ·
    keiner hat bescheid · kaputt und keiner · beste support · beste support den · je hatte · den ich je · die ich je · na toll · hat ja nur ·
    nur drei wochen · kompetente beratung · beratung · schwach · schwache · leistung · schwache leistung · verstandnis · mir mehr · mehr erwartet ·
    coole software · software · graus · ein graus · albtraum · alptraum · immerhin · mitgedacht · mit geduld · geduldig · geduldige · geduldiger ·
    unkompliziert · souveran · applaus · hut ab · respekt · stark gemacht · wow · fruher war · war besser · war fruher · eher · ziemlich ·
    durchwachsen · dürftig · durftig · mau · maul · lasch · katastrophaler · grottig · grottenschlecht · unterirdisch · bodenlos · unter aller ·
    abzocke · wucher · nie mehr · einmal und · hervorragender · exzellent · exzellenter · vorbildlich · erstklassig · erste sahne · weltklasse ·
    ausgereift · unausgereift · stabil · instabil · flussig · ruckelt · hasslich · altbacken · modern · praktisch · unpraktisch · hilfsbereit ·
    hilfsbereite · hilfsbereiter · abgefertigt · abgewimmelt · hingehalten · textbausteine · standardantwort · standardantworten · schlimm ·
    traurig · tja · seufz · pff · boah · krass · irre · wahnsinn · verstandnis gewunscht · mir mehr verstandnis · mehr verstandnis · gewunscht ·
    der preis · die preise · preislich · preis leistung · wochen gewartet · drei wochen gewartet · ewig gewartet · hat wochen · immer nett ·
    immer freundlich · immer gut · immer hilfsbereit · find ich gut · finde ich gut · finde ich toll · finde ich super · finde ich schlecht ·
    finde das gut · finde den support · finde die app · finde es gut · finde es schade · finde es schlecht · voll ok der · hammer geil · zu klein ·
    viel zu klein · zu gross · viel zu gross · zu laut · zu hell · zu dunkel · zu schwer · zu voll · zu viele mails · zu viele unterpunkte ·
    gut erklart · nicht gut erklart · schlecht erklart · ubersetzt · schlecht ubersetzt · amateurhaft · laienhaft · stumperhaft · dilettantisch ·
    professionalitat · freundlichkeit · hoflichkeit · herzlich behandelt · behandelt · behandelt worden · wurde ich schon lange · vergnugen ·
    ein vergnugen · ein echtes vergnugen · freude zu · traum · ein traum · traumhaft · gedicht · ein gedicht · sahne · sauladen · saftladen ·
    schweinerei · sauerei · verein · halsabschneider · gauner · verbrecher · diebe · lugner · clowns · zirkus · kindergarten · folter · foltern ·
    zah · elegant · pfiffig · clever · durchdacht · gut gemacht · richtig gut · super gemacht · toll gemacht · schlecht gemacht · lieblos ·
    liebevoll · bemuht · sehr bemuht · stets bemuht · zuvorkommend · aufmerksam · fachkundig · kundenfreundlich · kundenorientiert ·
    kundenunfreundlich · benutzerfreundlich · nutzerfreundlich · altmodisch · zeitgemass · aufgeraumt · uberladen · holprig · zickig · zickt ·
    nicht schlecht · gar nicht schlecht · nicht ubel · nicht so toll · nicht so gut · nicht der hit · nichts besonderes · nix besonderes ·
    nix dolles · ok der laden · hat mich ja nur · gekostet · das wochenende gekostet · bleibe kunde · bleib kunde · bin kunde · kauf ich nie ·
    kaufe ich nie · nie wieder bei · empfehl ich · empfehle euch · weiterempfohlen · verbessert · verschlechtert · abgenommen · nachgelassen ·
    hat nachgelassen · lasst nach · kundenservice ist · lasst zu wunschen · zu wunschen ubrig · ausbaubar · ganz okay · ganz ok · kein highlight ·
    highlight · hatte man auch · hatte man gleich · hatte man · man merkt · bemuhen sich · geben sich muhe · gebt euch muhe ·
    kann ich nicht beurteilen · nicht beurteilen · schwer zu sagen · zu fruh um · empfehle nie · empfehle nichts · empfehle niemandem ·
    niemand den ich kenne · kenne niemanden · kenne keinen · in meinem umfeld · bekanntenkreis · umfrage · umfragen · fragebogen · standig umfragen ·
    frueher war · war mal besser · wortreich · zu viel gerede · viel gerede · lange gedauert · hat lange gedauert · ganz schon lange ·
    so freundlich · so nett · schon lange nicht mehr · abwarts · bergab`,
  matter: `
    rechnung · zahlung · bestellung · paket · lieferung · passwort · konto · abo · lizenz · mail · email · beleg · belege · rechnungen ·
    bestellungen · konten · platz · platze · lizenzen · rabatt · vertrag · angebot · sendungsnummer · zugang · drucker · handy · laptop ·
    bildschirm · link · datei · dateien · export · betrag · gutschrift · gutschein · guthaben · entschadigung · zugangsdaten · karton · router`,
  topic: `
    produkt · app · software · programm · tool · anleitung · handbuch · doku · dokumentation · suche · dunkelmodus · menu · oberflache · design ·
    layout · funktion · funktionen · webseite · website · seite · bot · chatbot · roboter · mitarbeiter · mitarbeiterin · kollege · kollegin ·
    berater · beraterin · der junge mann · die junge dame · dame · herr · techniker · laden · firma · videos · schulungsvideos · schulung ·
    warteschleife · warteschleifenmusik · wartemusik · hotline · preise · newsletter · version · bedienung · personal · kundenservice ·
    kundendienst · kundenbetreuung · betreuung · qualitat`,
};
