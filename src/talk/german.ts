import type { Vocabulary } from "./vocabulary.ts";

/** What German-speaking people say to a support desk when it has helped, or has not. */
export const GERMAN: Vocabulary = {
  thanks: `
    danke · dank · dankee · vielen dank · besten dank · herzlichen dank · tausend dank · lieben dank · dankeschon · danke schon · danke sehr · dankesehr · dank dir ·
    dank euch · danke dir · danke euch · danke ihnen · danke dass · dank dass · bedanke mich · ich bedanke mich · merci vielmals · merci · herzlich · dankbar ·
    verbindlichsten dank · thx · dankbarkeit`,
  courtesy: `
    ok · okay · okee · oke · jo · joa · jup · jep · ja · jaa · jawohl · gut · prima · super · toll · klasse · spitze · perfekt · top · topp · genial · wunderbar ·
    hervorragend · ausgezeichnet · fantastisch · grossartig · mega · geil · nice · stark · sauber · cool · fein · schon · schone sache · einwandfrei · tip top · tiptop ·
    spitzenmassig · sehr gut · ganz toll · alles klar · alles gut · passt · passt schon · passt so · passt alles · alles bestens · bestens · in ordnung · geht klar ·
    verstanden · verstehe · hab verstanden · habe verstanden · notiert · wird gemacht · mach ich · mache ich · gerne · gern · gern geschehen · bitte gern ·
    kein problem · keine ursache · kein ding · kein stress · keine eile · macht nichts · kein thema · nicht notig · nein danke · ne danke · nee danke · nichts weiter ·
    das wars · das war es · das war alles · das wars schon · mehr nicht · das reicht · reicht mir · das hilft · hilft mir · das hilft mir · hat geholfen ·
    das hat geholfen · sehr geholfen · weitergeholfen · geholfen · hat mir geholfen · hat mir sehr geholfen · weiss bescheid · jetzt weiss ich bescheid · bescheid ·
    keine weiteren fragen · keine fragen mehr · keine fragen · keine frage mehr · keine weitere frage · tschuss · tschuessi · tschues · tschussi · tschau · ciao · bye ·
    servus · pfiat di · ade · adieu · bis dann · bis bald · bis denne · bis zum nachsten mal · auf wiedersehen · auf wiederhoren · wiedersehen · schonen tag ·
    einen schonen tag · schonen tag noch · schones wochenende · ein schones wochenende · schonen abend · schonen feierabend · feierabend · gute nacht ·
    guten abend noch · gute zeit · gute woche · schone woche · schone feiertage · frohe weihnachten · frohes neues · guten rutsch · alles gute · alles liebe ·
    freundlichen grussen · ebenso · gleichfalls · ihnen auch · dir auch · euch auch · wunsche · wunsche ihnen · wunsche euch · wunsche noch · haha · hehe · lol · puh ·
    uff · ah · aha · ach · ach so · achso · oh · hm · na · na dann · hurra · juhu · jippie · yeah · yay · endlich · gott sei dank · zum gluck · glucklich · zufrieden ·
    bin zufrieden · erleichtert · freut mich · freue mich · ich freue mich · das freut mich · sehr nett · nett · nett von · lieb · lieb von · lieb von euch ·
    freundlich · sehr freundlich · ihr seid die besten · ihr seid super · ihr seid spitze · ihr seid toll · ihr seid klasse · du bist die beste · du bist der beste ·
    du bist super · die besten · sie sind super · ihr rockt · ehrenmann · ehrenfrau · ehre · held · heldin · retter · lebensretter · tag gerettet · gerettet ·
    schnelle hilfe · schnelle antwort · rasche hilfe · rasche antwort · schnelle ruckmeldung · gute arbeit · weiter so · macht weiter so · dann melde ich mich ·
    melde mich wenn · ich melde mich · melde mich · melde mich bei bedarf · werde ich ausprobieren · probiere ich aus · ich probiere es · ich probiere das ·
    probier ich · werde es probieren · teste ich · ich teste · schaue ich mir an · schau ich mir an · ich warte ab · sorry fur · entschuldigung fur · mein fehler ·
    war mein fehler · lag an mir · hab ich ubersehen · stimmt · genau · richtig · klar · logisch · na klar · einverstanden · abgemacht · guten appetit`,
  solved: `
    lauft · lauft wieder · lauft jetzt · es lauft · es lauft wieder · jetzt lauft · jetzt lauft es · jetzt lauft alles · lauft alles · lauft alles wieder · alles lauft ·
    alles lauft wieder · lauft super · funktioniert · es funktioniert · funktioniert wieder · funktioniert jetzt · es funktioniert wieder · es funktioniert jetzt ·
    jetzt funktioniert · jetzt funktioniert es · jetzt funktioniert alles · funktioniert alles · alles funktioniert · funktioniert einwandfrei · funktioniert super ·
    hat funktioniert · das hat funktioniert · funktioniert hat · geht · es geht · geht wieder · geht jetzt · es geht wieder · es geht jetzt · jetzt geht es ·
    jetzt gehts · jetzt geht · gehts · geht nun · geht alles · geht alles wieder · alles geht · klappt · es klappt · klappt jetzt · klappt wieder · jetzt klappt es ·
    jetzt klappt · jetzt klappts · klappts · hat geklappt · es hat geklappt · das hat geklappt · hats geklappt · geklappt · klappt alles · klappt super · gelost ·
    ist gelost · problem gelost · hat sich gelost · geloest · erledigt · hat sich erledigt · ist erledigt · alles erledigt · behoben · ist behoben · wurde behoben ·
    problem behoben · fehler behoben · fehler ist weg · problem ist weg · ist weg · ist jetzt weg · weg ist · repariert · gefunden · hab es gefunden · habs gefunden ·
    ich habs · hab ich · habe ich erhalten · ist angekommen · ist da · angekommen · eben angekommen · angekommen ist · erhalten · hab es bekommen · habe es bekommen ·
    bekommen · geschafft · hat geschafft · geht doch · wieder da · wieder online · alles wieder · wieder alles · alles wieder gut · wieder gut · wieder normal ·
    wie vorher · wie gewohnt · wie neu · bin drin · bin wieder drin · komme rein · komme wieder rein · kann mich wieder anmelden · kann mich einloggen ·
    kein problem mehr · keine probleme mehr · keine probleme · kein fehler mehr · keine fehler mehr · keinen fehler mehr · keine stornierung mehr · keine storung mehr ·
    keine schwierigkeiten mehr · nicht mehr kaputt · sturzt nicht mehr ab · hangt nicht mehr · kommt nicht mehr · tritt nicht mehr auf · fehlt nichts ·
    fehlt nichts mehr · nichts mehr · ohne probleme · ohne fehler · problemlos · reibungslos · frage beantwortet · frage ist beantwortet · meine frage beantwortet ·
    damit ist meine frage beantwortet · beantwortet · geklart · ist geklart · hat sich geklart · alles geklart · hat sich alles geklart · kann geschlossen werden ·
    konnen schliessen · ticket schliessen · ticket kann zu · ticket kann · das ticket schliessen · sie konnen das ticket schliessen · konnen sie das ticket schliessen ·
    bitte schliessen · bitte ticket schliessen · bitte das ticket schliessen · konnt ihr zumachen · konnt ihr schliessen · konnt das ticket schliessen · kann zu ·
    fehler kommt nicht mehr · sind da · ist da jetzt · sind angekommen · war nur der cache · war nur · war mein fehler · mein fehler · lag an mir · lag am · lag nur ·
    hab den fehler gefunden · habe den fehler gefunden · selbst gefunden · selber gefunden · selbst gelost · selber gelost · hab selbst · hat sich von selbst ·
    hat sich von allein · vertippt · hatte mich vertippt · ich hatte · feststelltaste · kein bedarf mehr · brauche ich nicht mehr · brauch ich nicht mehr ·
    nicht mehr notig · hinfallig · fertig · alles fertig · bin durch · bin wieder da · ladt wieder · ladt jetzt · offnet jetzt · startet wieder · ist gekommen · kam an ·
    kam heute · ist drauf · ist drin · komme jetzt rein · kann jetzt · kann wieder · konnte mich · sehe es jetzt · seh es jetzt · sehe ich jetzt`,
  filler: `
    der · das · den · dem · des · ein · eine · einen · einem · einer · eines · ich · du · er · sie · es · wir · ihr · ihnen · ihre · ihren · ihrem · ihres · dir · dich ·
    mir · mich · euch · eure · euer · euren · uns · unser · mein · meine · meinen · meiner · fur · u · mit · von · vom · zu · zum · zur · im · in · am · an · auf · bei ·
    so · sehr · ganz · echt · wirklich · richtig gut · noch · noch einmal · nochmal · nochmals · nun · jetzt · heute · morgen · gestern · auch · mal · aber danke ·
    schnell · schnelle · schnellen · rasche · raschen · prompte · prompten · tolle · tollen · nette · netten · gute · guten · super hilfe · kompetente · kompetenten ·
    freundliche · freundlichen · unkomplizierte · unkomplizierten · hilfreich · unterstutzung · support · service · team · geduld · muhe · zeit · antwort · antworten ·
    ruckmeldung · info · infos · information · informationen · tipp · tipps · erklarung · losung · arbeit · einsatz · bemuhungen · ist · bin · bist · sind · seid ·
    waren · hat · habe · haben · hab · habt · hast · wird · werde · kann · alle · alles · allen · allerseits · zusammen · leute · liebes · lieber · liebe · tag · tage ·
    wochenende · abend · woche · vormittag · nachmittag · wie · als · wenn · weil · da · denn · damit · dafur · daruber · davon · hier · doch · eben · gerade · grad ·
    halt · einfach · schon mal · erstmal · vorerst · soweit · somit · also · und zwar · bitte sehr · bitteschon · hey · hi · hallo zusammen · moin zusammen · nichts ·
    sich · selbst · erwartet · wollte · gemacht · um · gekummert · kummern · kuemmern · mehr · genau das · minute · minuten · stunde · stunden · uhr · von herzen ·
    herzen · aus · dass · vor · nach · durch · uber · paar · kleinen · kleine · eurem · deine · deinen · deiner · dein · die · war · ihre hilfe · deine hilfe ·
    eure hilfe · die hilfe · der hilfe · schnelle hilfe · schnellen hilfe · tolle hilfe · gute hilfe · fur die hilfe · grosse hilfe · nette hilfe · nur · montag ·
    dienstag · mittwoch · donnerstag · freitag · samstag · sonntag · dann bis · bis montag · bis freitag dann · buchhaltung · meiner seite · von meiner seite ·
    schliessen · cache`,
  ask: `
    konnen sie · konnt ihr · konntet ihr · konnten sie · konntest du · kannst du · kann ich · kann man · konnte ich · konnte man · konnte jemand · kann jemand ·
    kann das · wurden sie · wurdet ihr · durfte ich · darf ich · ware es moglich · ist es moglich · ist das moglich · ist das normal · ist das so · gibt es · gibts ·
    gibt es schon · haben sie · habt ihr · hast du · hat jemand · sind sie · seid ihr · bist du · soll ich · sollte ich · muss ich · mussen wir · brauche ich ·
    werde ich · wird das · wird mein · wo ist · wo finde · woher · wohin · wozu · weswegen · wie kann · wie lange · wie geht · wie gehts · wie mache · wie viel ·
    wieviel · wie oft · wie bekomme · wie komme · wie soll · wie ist · wie sieht · wie steht · wie stelle · wie hoch · wie finde · wie andere · was ist · was mache ·
    was soll · was kostet · was muss · was bedeutet · was heisst · was passiert · was kann · was nun · was jetzt · was denn · wessen · und was · und wo · und wann ·
    und wie · und die · und der · und mein · und meine · und dann · bitte um · bitten · ich bitte · mit der bitte · melden sie sich · meldet euch · melde dich ·
    rufen sie · ruft mich · ruf mich · schreiben sie mir · schickt mir · schicken sie · schick mir · senden sie · sendet mir · sagen sie · sagt mir · sag mir ·
    sagt bescheid · sag bescheid · gebt mir · geben sie mir · geben sie bescheid · gebt bescheid · gib bescheid · helfen sie · helft mir · hilf mir · hilfe bitte ·
    brauche hilfe · ich brauche · wir brauchen · benotige · ich benotige · wir benotigen · ich mochte · wir mochten · mochte gerne · mochte noch · mochte wissen ·
    wusste gern · wurde gern · wurde gerne · hatte gern · hatte gerne · hatte noch · ich hatte noch · hatte da noch · habe noch · hab noch · ich habe noch ·
    ich hab noch · noch eine frage · noch ne frage · noch eine · noch was · noch etwas · eine frage · ne frage · kurze frage · eine kurze frage · andere frage ·
    weitere frage · ruckfrage · nachfrage · frage mich · ich frage mich · will wissen · ich will · ich wollte fragen · wollte fragen · wollte noch fragen · wollte noch ·
    wollte nachfragen · wollte wissen · wollte nur wissen · wollte mal fragen · weiss nicht · ich weiss nicht · weiss jemand · keine ahnung · verstehe nicht ·
    verstehe ich nicht · versteh nicht · versteh ich nicht · nicht verstanden · verstehe das nicht · unklar · nicht klar · unsicher · bin unsicher · nicht sicher ·
    komme nicht weiter · komme nicht · komm nicht · komm nicht weiter · komme ich nicht · nicht weiter · hange fest · stecke fest · moment mal · einen moment ·
    warten sie · wartet · warte mal · ich warte · wir warten · warte noch · warte immer · wartezeit bis · halt stop · leider nicht · leider nein · doch nicht ·
    noch nicht · noch nichts · noch kein · noch keine · noch keinen · noch offen · noch immer · nicht ganz · nicht so ganz · nicht wirklich · stimmt nicht ·
    das stimmt nicht · nicht richtig · ist falsch · jemand da · jemand hier · ist jemand · ist da jemand · ist da wer · noch da · seid ihr noch · hallo ist · dringend ·
    eilig · eilt · sofort · schnellstmoglich · so schnell wie moglich · asap · bis morgen · bis heute · bis freitag · bis montag · bis wann · ab wann · seit wann ·
    nochmal prufen · nochmal schauen · nochmals prufen · erneut prufen · uberprufen · nachsehen · nachschauen · nachgucken · kundigen · kundigung · stornieren ·
    storniert mir · widerruf · widerrufen · loscht · zurucksetzen · freischalten · zusenden · zuschicken · weiterleiten · ruckruf · zuruckrufen · anrufen ·
    ruckerstattung · erstattung · geld zuruck · erstatten · umtauschen · reklamieren · reklamation · beschwerde · beschweren · vorgesetzten · mit jemandem sprechen ·
    einem menschen · echten menschen · richtigen menschen · ansprechpartner · anbei · im anhang · angehangt · screenshot · hier ist · hier die · hier der · hier mein ·
    meine nummer · meine adresse · kundennummer · bestellnummer · ticketnummer · rechnungsnummer · ruckmeldung bis · freue mich auf ruckmeldung · freue mich auf ihre ·
    auf antwort · um antwort · um ruckmeldung · um info · um klarung · nebenbei · vergessen zu fragen · neues problem · anderes problem · weiteres problem ·
    ein anderes · was anderes · etwas anderes · neue frage · neues thema · aktueller stand · neuigkeiten · gibts neuigkeiten · was neues · schon was · geht das auch ·
    ^bitte · bitte prufen · bitte schauen · bitte senden · bitte schicken · bitte melden · bitte nochmal · bitte noch · bitte noch mal · bitte nochmals · bitte helfen ·
    bitte andern · bitte loschen · bitte mal · bitte rufen · bitte antworten · bitte sagen · bitte geben · bitte erneut · bitte wieder · bitte stornieren ·
    bitte kundigen · bitte nicht schliessen · prufen bitte · schauen bitte · nochmal bitte · melden bitte · ^wann · ^wo · ^wer · ^wen · ^wem · ^warum · ^wieso ·
    ^weshalb · ^welche · ^welcher · ^welches · ^welchen · ^warten · ^brauche · ^hilfe · ^frage · ^fragen · ^moment · ^stop · ^stopp · ^warte · ^update · ^leider ·
    ^vergessen · brauche noch · brauche die · brauche eine · brauche einen · ist da noch jemand · ist hier jemand · ist noch jemand · ist jemand da · noch jemand da ·
    jemand zu hause · kann mir jemand · kann mir wer · wer kann · wer ist · wo bleibt · wo sind · wo kann · wo finde ich · wann kommt · wann ist · wann kann ·
    wann wird · warum ist · wie lange noch · warte seit · warte auf · wartet noch · leider immer · leider noch · leider wieder · leider kein · leider keine ·
    leider funktioniert · leider geht · leider klappt · mochte ich · noch eine bitte · eine bitte · hatte ich noch · ausserdem brauche · ausserdem ist · ausserdem habe ·
    und ausserdem · und noch · ubrigens ist · ubrigens habe · nochmal nachsehen · noch mal prufen · noch mal schauen · noch mal nachschauen · noch mal ansehen ·
    nochmal ansehen · nochmal anschauen · nochmal versuchen · nochmal schicken · nochmal senden · erneut senden · was soll ich · was mache ich · was muss ich ·
    nur noch eine · nur eine frage · nur kurz · aber noch · aber eine · aber wo · aber wie · aber wann · aber was · aber warum · offen lassen · nicht schliessen ·
    noch nicht schliessen`,
  trouble: `
    immer noch · nach wie vor · weiterhin · wieder nicht · geht nicht · gehts nicht · geht immer noch nicht · geht noch nicht · geht nicht mehr · geht es nicht ·
    geht wieder nicht · funktioniert nicht · funktioniert immer noch nicht · funktioniert noch nicht · funktioniert nicht mehr · funktioniert es nicht ·
    funktioniert wieder nicht · funktioniert leider · funzt nicht · klappt nicht · klappt immer noch nicht · klappt noch nicht · klappt leider · klappt es nicht ·
    lauft nicht · lauft immer noch nicht · lauft es nicht · lauft nix · geht nix · geht gar nix · geht gar nichts · geht nichts · tut nicht · tut sich nichts · tut nix ·
    hilft nicht · hilft mir nicht · hat nicht · hat nichts · hat nicht geholfen · nicht geholfen · hat nicht funktioniert · nicht funktioniert · hat nicht geklappt ·
    nicht geklappt · bringt nichts · bringt nix · nichts gebracht · nichts passiert · passiert nichts · kein erfolg · ohne erfolg · erfolglos · wieder kaputt ·
    sturzt ab · sturzt wieder ab · sturzt immer · sturzt · hangt · hangt sich auf · friert ein · eingefroren · ladt nicht · ladt nur · ladt ewig · lasst sich nicht ·
    lasst mich nicht · offnet nicht · offnet sich nicht · startet nicht · startet nur · reagiert nicht · erscheint nicht · erscheint eine · zeigt nicht · zeigt mir ·
    zeigt immer · wird nicht · wurde nicht · werde nicht · kann nicht · kann mich nicht · kann ich nicht · kann immer noch · konnte nicht · finde nicht ·
    finde ich nicht · finde keine · finde keinen · sehe nicht · sehe ich nicht · sehe keine · sehe keinen · bekomme nicht · bekomme keine · bekomme keinen ·
    bekomme kein · bekomme immer · bekomme wieder · bekomm · kriege · krieg · kein zugriff · keinen zugriff · kein zugang · keinen zugang · keine antwort · keine mail ·
    keine email · keine rechnung · keine ruckmeldung · keine reaktion · kein ton · kein bild · kein internet · kein geld · keinerlei · fehlt noch · fehlt immer ·
    fehlt mir · nicht da · nicht angekommen · nicht erhalten · nicht bekommen · nicht mehr · nicht moglich · ausgesperrt · doppelt abgebucht · abgebucht ·
    zu viel berechnet · falsch berechnet · wieder da der · wieder da die · wieder das gleiche · wieder dasselbe · wieder der · wieder die · wieder ein · wieder eine ·
    wieder weg · schon wieder · das gleiche · das gleiche problem · dasselbe · derselbe · dieselbe · gleiches problem · gleicher fehler · selbes problem ·
    selber fehler · die gleiche · der gleiche · taucht wieder · tritt wieder · trat wieder · passiert wieder · passiert immer · kommt immer · kommt wieder · kommt eine ·
    kommt der · kommt die · kommt nur · schlimmer · noch schlimmer · ist leer · jetzt kommt · jetzt geht gar · jetzt habe ich · seit dem · gehackt · betrug · betrogen ·
    unverschamt · bleibt hangen · nirgendwo · fehlt die · fehlt der · fehlt das · fehlen noch · ist kaputt · immer kaputt · ist weg und · bekomme ich · bekomme einen ·
    bekomme eine · bekomme die · erhalte ich · erhalte eine · erhalte keine · erhalte einen · gleiche fehlermeldung · erneut der · erneut die · erneut ein ·
    doppelt bezahlt · doppelt berechnet · doppelt gebucht · und nichts · gar nichts · nichts mehr da · keine ahnung warum · stimmt was nicht · stimmt etwas nicht ·
    stimmt die · da stimmt · seit gestern · seit heute morgen · jetzt ist der · jetzt ist die · jetzt ist das · warte seit · ging bis gestern · ging gestern noch ·
    hat gestern noch`,
  fault: `
    fehler · fehlermeldung · problem · probleme · storung · bug · rechnung · zahlung · bestellung · paket · lieferung · passwort · konto · abo · lizenz · mail · email ·
    kaputt · defekt · absturz · absturze · abgesturzt · fehlt · fehlen · keiner · niemand · gesperrt · blockiert · abgelehnt · abgelaufen · verschwunden · leer ·
    offline · ausfall · spinnt · streikt · bleibt · nirgends · falsche · falscher · falschen · falsches · kein · keine · keinen · nicht · nix · erscheint · bekomme ·
    erhalte · doppelt · seitdem · gleiche · erneut`,
  opinion: `
    liebe die · finde die · finde das · finde den · finde es · finde ich · gefallt · gefallt mir · gefallen · mag · ich mag · hasse · enttauscht · enttauschend ·
    enttauschung · frustrierend · frustriert · nervt · nervig · nervend · genervt · argerlich · schlecht · schlechte · schlechter · schlechtes · schlechten ·
    schlechteste · miserabel · furchtbar · schrecklich · grauenhaft · mies · mieser · katastrophe · katastrophal · frechheit · witz · lacherlich · peinlich ·
    unverschamtheit · zumutung · unmoglich · unfreundlich · unhoflich · unprofessionell · professionell · kompetent · inkompetent · hoflich · langsam · lahm · trage ·
    umstandlich · kompliziert · unubersichtlich · ubersichtlich · verwirrend · einfach zu · intuitiv · teuer · zu teuer · preis · preise · preiswert · gunstig ·
    geld wert · wert · zu lange · zu lang · zu langsam · zu kompliziert · zu viel · zu viele · zu oft · ewig · gedauert · dauert · dauerte · hat gedauert · wochen ·
    monate · tagelang · stundenlang · wochenlang · meiner meinung · ich finde · ich denke · meine meinung · ehrlich gesagt · insgesamt · im grossen und ganzen ·
    grundsatzlich · eigentlich · der support · euer support · der service · euer service · die app · eure app · das produkt · euer produkt · das neue · die neue ·
    das design · design · layout · oberflache · bedienung · funktionen · qualitat · erfahrung · empfehlen · empfehle · weiterempfehlen · empfehlung · konkurrenz ·
    wettbewerb · anbieter · wechsle · wechseln · nie wieder · jedes mal · jedesmal · immer wieder · immer super · immer · noch nie · selten · ausbaufahig ·
    verbesserungswurdig · verbesserung · luft nach oben · geht so · na ja · naja · durchschnittlich · mittelmassig · okay aber · schade · hoffe · hoffentlich ·
    wunschen · wunschte · wurde mir wunschen · erwarte · ware schon · ware besser · konnte besser · besser als · schlechter als · besser · am besten · super support ·
    super service · toller service · toller support · guter service · guter support · bester service · bester support · lob · grosses lob · kompliment · ein lob ·
    begeistert · uberrascht · positiv uberrascht · beeindruckt · sehr zufrieden · unzufrieden · zufriedener · kunde seit · seit jahren · vertrauen · zuverlassig ·
    unzuverlassig · verlasslich · der bot · die bots · chatbot · mitarbeiter · mitarbeiterin · kollege · kollegin · berater · beraterin · kollegin war · kollege war ·
    bescheid gesagt · keiner hat bescheid · kaputt und keiner · beste support · beste support den · je hatte · den ich je · die ich je · na toll · hat ja nur ·
    nur drei wochen · drei wochen · kompetente beratung · beratung · schwach · schwache · leistung · schwache leistung · verstandnis · mir mehr · mehr erwartet ·
    coole software · software · graus · ein graus · albtraum · alptraum · immerhin · bald · mitgedacht · mit geduld · geduldig · geduldige · geduldiger · unkompliziert ·
    souveran · applaus · hut ab · respekt · stark gemacht · wow · fruher · fruher war · war besser · war fruher · eher · ziemlich · recht · durchwachsen · dürftig ·
    durftig · mau · maul · lasch · katastrophaler · grottig · grottenschlecht · unterirdisch · bodenlos · unter aller · abzocke · wucher · nie mehr · einmal und ·
    hervorragender · exzellent · exzellenter · vorbildlich · erstklassig · erste sahne · weltklasse · ausgereift · unausgereift · stabil · instabil · flussig · ruckelt ·
    hasslich · altbacken · modern · praktisch · unpraktisch · hilfsbereit · hilfsbereite · hilfsbereiter · abgefertigt · abgewimmelt · hingehalten · textbausteine ·
    standardantwort · standardantworten · schlimm · traurig · tja · seufz · pff · boah · krass · irre · wahnsinn · verstandnis gewunscht · mir mehr verstandnis ·
    mehr verstandnis · gewunscht`,
  hail: `
    hallo · hallo hallo · halloo · hallochen · moin · servus zusammen · guten tag · guten morgen · guten abend · gruezi · gruss gott · huhu · hey du · tach`,
  denial: `
    nicht gut · kein · ohne · nein · ne · nee · noe · no · nope · falsch`,
  because: `
    weil · da · denn · fur · wegen · aber · von mir · dank · aufgrund · obwohl`,
  turn: `
    aber · jedoch · allerdings · nur`,
  closing: `
    mfg · lg · vg · liebe grusse · viele grusse · beste grusse · schone grusse · grusse · gruss · mit freundlichen grussen · freundliche grusse · herzliche grusse ·
    hochachtungsvoll`,
  past: `
    letzten monat · letzte woche · letztes jahr · letztes mal · fruher · damals · vor einem jahr · vor monaten · vor wochen · anfangs · am anfang · zuerst · zunachst ·
    im vergangenen`,
  and: `
    und · und jetzt · dann · bis`,
};
