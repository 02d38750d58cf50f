import type { Vocabulary } from "./vocabulary.ts";

/** What German-speaking people say to a support desk that has helped them, and the words between. */
export const GERMAN: Vocabulary = {
  thanks: `
    danke · dank · dankee · vielen dank · besten dank · herzlichen dank · tausend dank · lieben dank · dankeschon · danke schon · danke sehr ·
    dankesehr · dank dir · dank euch · danke dir · danke euch · danke ihnen · danke dass · dank dass · bedanke mich · ich bedanke mich ·
    merci vielmals · merci · herzlich · dankbar · verbindlichsten dank · thx · dankbarkeit · bedanken uns · bedanken uns fur · wir bedanken uns ·
    wir danken · wir danken ihnen · danken ihnen · danken · dankend · vergelts gott · vergelt s gott · vergelt gott · haben sie dank ·
    haben sie vielen dank · haben sie vielen lieben dank · habt dank · hab dank · hab vielen dank · habt vielen dank · merci vielmol · mercy ·
    tausend mal danke · 1000 dank · dankschon · dangge · dankeschoen · dangeschon · dankbarst · sei bedankt · seid bedankt · thanks · dange ·
    dankää · thx euch · dickes danke · dickes dankeschon · riesen dank · riesendank · grossen dank · ganz lieben dank · schonen dank ·
    aufrichtigen dank · innigen dank`,
  courtesy: `
    ok · okay · okee · oke · jo · joa · jup · jep · ja · jaa · jawohl · gut · prima · super · toll · klasse · spitze · perfekt · top · topp ·
    genial · wunderbar · hervorragend · ausgezeichnet · fantastisch · grossartig · mega · geil · nice · stark · sauber · cool · fein · schon ·
    schone sache · einwandfrei · tip top · tiptop · spitzenmassig · sehr gut · ganz toll · alles klar · alles gut · passt · passt schon · passt so ·
    passt alles · alles bestens · bestens · in ordnung · geht klar · verstanden · verstehe · hab verstanden · habe verstanden · notiert ·
    wird gemacht · mach ich · mache ich · gerne · gern · gern geschehen · bitte gern · kein problem · keine ursache · kein ding · kein stress ·
    keine eile · macht nichts · kein thema · nicht notig · nein danke · ne danke · nee danke · nichts weiter · das wars · das war es ·
    das war alles · das wars schon · mehr nicht · das reicht · reicht mir · das hilft · hilft mir · das hilft mir · hat geholfen · das hat geholfen ·
    sehr geholfen · weitergeholfen · geholfen · hat mir geholfen · hat mir sehr geholfen · weiss bescheid · jetzt weiss ich bescheid · bescheid ·
    keine weiteren fragen · keine fragen mehr · keine fragen · keine frage mehr · keine weitere frage · tschuss · tschuessi · tschues · tschussi ·
    tschau · ciao · bye · servus · pfiat di · ade · adieu · bis dann · bis bald · bis denne · bis zum nachsten mal · auf wiedersehen ·
    auf wiederhoren · wiedersehen · schonen tag · einen schonen tag · schonen tag noch · schones wochenende · ein schones wochenende ·
    schonen abend · schonen feierabend · feierabend · gute nacht · guten abend noch · gute zeit · gute woche · schone woche · schone feiertage ·
    frohe weihnachten · frohes neues · guten rutsch · alles gute · alles liebe · freundlichen grussen · ebenso · gleichfalls · ihnen auch ·
    dir auch · euch auch · wunsche · wunsche ihnen · wunsche euch · wunsche noch · haha · hehe · lol · puh · uff · ah · aha · ach · ach so · achso ·
    oh · hm · na · na dann · hurra · juhu · jippie · yeah · yay · endlich · gott sei dank · zum gluck · glucklich · zufrieden · bin zufrieden ·
    erleichtert · freut mich · freue mich · ich freue mich · das freut mich · sehr nett · nett · nett von · lieb · lieb von · lieb von euch ·
    freundlich · sehr freundlich · ihr seid die besten · ihr seid super · ihr seid spitze · ihr seid toll · ihr seid klasse · du bist die beste ·
    du bist der beste · du bist super · die besten · sie sind super · ihr rockt · ehrenmann · ehrenfrau · ehre · held · heldin · retter ·
    lebensretter · tag gerettet · gerettet · schnelle hilfe · schnelle antwort · rasche hilfe · rasche antwort · schnelle ruckmeldung · gute arbeit ·
    weiter so · macht weiter so · dann melde ich mich · melde mich wenn · ich melde mich · melde mich · melde mich bei bedarf ·
    werde ich ausprobieren · probiere ich aus · ich probiere es · ich probiere das · probier ich · werde es probieren · teste ich · ich teste ·
    schaue ich mir an · schau ich mir an · ich warte ab · stimmt · genau · richtig · klar · logisch · na klar · einverstanden · abgemacht ·
    guten appetit · supi · suppi · suuper · supa · dufte · knorke · bombe · bombig · hammer · krass gut · nice nice · ok danke · okidoki · okidok ·
    oki · okey · jou · jepp · jap · japp · yep · yes · ja ja · isso · jo passt · passt mir · passt uns · das passt · geht in ordnung ·
    geht fur mich · ist ok · ist okay · ist in ordnung · ist gut · ist jetzt gut · jetzt ist gut · jetzt ist alles gut · isch guet · isch guet so ·
    guet · alles guet · isch ok · basst · basst scho · passt scho · eh klar · griass di · pfiat eich · pfuat di · pfiat · pfiadi · pfia · pfueti ·
    baba · uf wiederluege · ade merci · adieu zusammen · tschoe · tschö · ciao ciao · tschaui · tschussle · mach et jut · machs gut · macht es gut ·
    machts gut · mach es gut · bis die tage · bis neulich · bis spater · gehabt euch wohl · gehaben sie sich wohl · bleiben sie gesund ·
    bleibt gesund · schone grusse noch · liebe grusse · angenehmen tag · einen angenehmen tag · angenehmes wochenende · wunschen einen ·
    wunschen ihnen · wir wunschen · und wunschen · ich wunsche · erholsames wochenende · frohe ostern · frohes fest · schone weihnachten ·
    guten start · guten start in die woche · von mir aus wars das · das wars von mir · das wars dann · wars das · wars · das war s ·
    mehr brauche ich nicht · mehr brauch ich nicht · sonst nichts · sonst nix · sonst alles gut · sonst passt alles · nix weiter · nein alles gut ·
    nein das war alles · nein das wars · nee passt · ne passt · ne alles gut · nee alles gut · vom tisch · ware dann vom tisch · abgeschlossen ·
    ist abgeschlossen · ist fur uns abgeschlossen · fur uns abgeschlossen · fur uns erledigt · abgehakt · ist durch · ad acta · zu den akten ·
    angelegenheit · zur kenntnis genommen · zur kenntnis · vermerkt · ist notiert · ist vermerkt · hab ich notiert · habe ich notiert · bestatigt ·
    bestatige · hiermit bestatige ich · wir bestatigen · ihr seid super nett · ihr seid echt nett · ihr seid die wucht · ihr seid engel · engel ·
    schatz · schatze · goldstuck · goldstucke · perle · lob an · ein hoch auf · gott segne · gesegneten · falls nochmal was ist ·
    falls noch was ist · falls noch was sein sollte · falls was ist · falls es wieder auftritt · falls es nochmal auftritt · falls wieder ·
    falls nochmal · wenn nochmal was ist · wenn noch was ist · wenn was ist · wenn wieder was ist · wenn es nochmal vorkommt · sollte es wieder ·
    sollte nochmal · sollte noch was sein · bei bedarf melde · bei fragen melde ich mich · melde ich mich · melden wir uns · wir melden uns ·
    dann melden wir uns · sag ich bescheid · dann sag ich bescheid · gebe ich bescheid · werde berichten · ich berichte ·
    halte euch auf dem laufenden · probier ich mal · probier ich gleich · probiere es gleich · versuche ich · ich versuche es · versuch ich mal ·
    schau ich gleich · mach ich gleich · mache ich gleich · gebe ich weiter · leite ich weiter · werde ich weitergeben · alles easy · easy ·
    macht doch nix · macht nix · nicht schlimm · halb so wild · halb so schlimm · schwamm druber · vergessen wir es · hat sich schon · wie schon ·
    wie nett · wie lieb · wie toll · das ist lieb · das ist nett · das ist sehr nett · sehr lieb · ist ja super · ist ja toll · na also · na bitte ·
    na endlich · siehe da · welch freude · was fur eine freude · was fur eine erleichterung · erleichterung · uff geschafft · stein vom herzen ·
    mir fallt ein stein vom herzen · bin erleichtert · bin so froh · bin froh · froh · freu mich · freut uns · wir freuen uns · freude ·
    ist gut jetzt · ebenfalls · dann bis zum nachsten mal · danke ebenfalls`,
  solved: `
    lauft · lauft wieder · lauft jetzt · es lauft · es lauft wieder · jetzt lauft · jetzt lauft es · jetzt lauft alles · lauft alles ·
    lauft alles wieder · alles lauft · alles lauft wieder · lauft super · funktioniert · es funktioniert · funktioniert wieder · funktioniert jetzt ·
    es funktioniert wieder · es funktioniert jetzt · jetzt funktioniert · jetzt funktioniert es · jetzt funktioniert alles · funktioniert alles ·
    alles funktioniert · funktioniert einwandfrei · funktioniert super · hat funktioniert · das hat funktioniert · funktioniert hat · geht ·
    es geht · geht wieder · geht jetzt · es geht wieder · es geht jetzt · jetzt geht es · jetzt gehts · jetzt geht · gehts · geht nun · geht alles ·
    geht alles wieder · alles geht · klappt · es klappt · klappt jetzt · klappt wieder · jetzt klappt es · jetzt klappt · jetzt klappts · klappts ·
    hat geklappt · es hat geklappt · das hat geklappt · hats geklappt · geklappt · klappt alles · klappt super · gelost · ist gelost ·
    problem gelost · hat sich gelost · geloest · erledigt · hat sich erledigt · ist erledigt · alles erledigt · behoben · ist behoben ·
    wurde behoben · problem behoben · fehler behoben · fehler ist weg · problem ist weg · repariert · gefunden · hab es gefunden · habs gefunden ·
    ich habs · hab ich · habe ich erhalten · ist angekommen · ist da · angekommen · eben angekommen · angekommen ist · erhalten · hab es bekommen ·
    habe es bekommen · bekommen · geschafft · hat geschafft · geht doch · wieder da · wieder online · alles wieder · wieder alles ·
    alles wieder gut · wieder gut · wieder normal · wie vorher · wie gewohnt · wie neu · bin drin · bin wieder drin · komme rein ·
    komme wieder rein · kann mich wieder anmelden · kann mich einloggen · kein problem mehr · keine probleme mehr · keine probleme ·
    kein fehler mehr · keine fehler mehr · keinen fehler mehr · keine stornierung mehr · keine storung mehr · keine schwierigkeiten mehr ·
    nicht mehr kaputt · sturzt nicht mehr ab · hangt nicht mehr · kommt nicht mehr · tritt nicht mehr auf · fehlt nichts · fehlt nichts mehr ·
    ohne probleme · ohne fehler · problemlos · reibungslos · frage beantwortet · frage ist beantwortet · meine frage beantwortet ·
    damit ist meine frage beantwortet · beantwortet · geklart · ist geklart · hat sich geklart · alles geklart · hat sich alles geklart ·
    kann geschlossen werden · konnen schliessen · ticket schliessen · ticket kann zu · ticket kann · das ticket schliessen ·
    sie konnen das ticket schliessen · konnen sie das ticket schliessen · bitte schliessen · bitte ticket schliessen · bitte das ticket schliessen ·
    konnt ihr zumachen · konnt ihr schliessen · konnt das ticket schliessen · kann zu · fehler kommt nicht mehr · sind da · ist da jetzt ·
    sind angekommen · war nur der cache · war nur · war mein fehler · mein fehler · lag an mir · lag am · lag nur · hab den fehler gefunden ·
    habe den fehler gefunden · selbst gefunden · selber gefunden · selbst gelost · selber gelost · hab selbst · hat sich von selbst ·
    hat sich von allein · vertippt · hatte mich vertippt · ich hatte · feststelltaste · kein bedarf mehr · brauche ich nicht mehr ·
    brauch ich nicht mehr · nicht mehr notig · hinfallig · alles fertig · bin durch · bin wieder da · ladt wieder · ladt jetzt · offnet jetzt ·
    startet wieder · ist gekommen · kam an · kam heute · ist drauf · ist drin · komme jetzt rein · kann jetzt · kann wieder · konnte mich ·
    sehe es jetzt · seh es jetzt · sehe ich jetzt · wieder da ist · ist wieder da · sind wieder da · bild ist wieder · ton ist wieder ·
    internet ist wieder · ist wieder online · alles wieder ok · alles wieder okay · wieder ok · wieder okay · wieder in ordnung · wieder alles ok ·
    wieder heil · wieder ganz · klingelt wieder · druckt wieder · scannt wieder · synchronisiert wieder · spielt wieder · leuchtet wieder ·
    offnet wieder · offnet sich wieder · verbindet wieder · verbunden · wieder verbunden · reagiert wieder · sendet wieder · empfangt wieder ·
    zeigt wieder · piept wieder · tut wieder · tuts wieder · tut es wieder · tuts · geht wida · laft wieder · laft · funkt · funkt wieder ·
    funktionierts · jetzt funktionierts · es funktionierts · lauft rund · lauft wie geschmiert · schnurrt · lauft stabil · lauft einwandfrei ·
    freigeschaltet · ist freigeschaltet · sind freigeschaltet · entsperrt · ist entsperrt · aktiviert · ist aktiviert · eingerichtet ·
    ist eingerichtet · hinterlegt · korrigiert · ist korrigiert · angepasst · umgestellt · ausgetauscht · zugestellt · wurde zugestellt ·
    eingetroffen · ist eingetroffen · sind eingetroffen · gutgeschrieben · wurde gutgeschrieben · geld ist da · geld ist drauf · geld ist auf ·
    geld ist zuruck · rechnung ist da · paket ist da · pakete sind da · mail ist da · beide da · beide sind da · alles da · ist alles da · alle da ·
    vollstandig · komplett · alles dran · heruntergeladen · installiert · ist installiert · update hat geholfen · neustart hat geholfen ·
    neustart hats gebracht · neustart hat · nach dem neustart · nach neustart · seit dem neustart · seit neustart · stecker war ·
    stecker war nicht drin · war nicht eingesteckt · nicht eingesteckt · war ausgesteckt · war ausgeschaltet · kabel war · war locker · war lose ·
    war stummgeschaltet · war auf stumm · haken war falsch · haken war · hab grad gesehen · hab gerade gesehen · falsch gesetzt ·
    falsch geschrieben · falsch eingegeben · falsch getippt · falsch abgelegt · tippfehler · zahlendreher · im spam · im spamordner · spamordner ·
    war im spam · lag im spam · lag an meinem · lag an meiner · lag an unserer · lag an unserem · lag bei mir · lag bei uns · war unser · war meine ·
    war mein · war bei mir · unsere firewall · meine firewall · mein wlan · mein router · mein browser · mein virenscanner · erweiterung war ·
    die erweiterung · addon · adblocker · werbeblocker · cache geleert · hat sich gelegt · hat sich geregelt · hat sich eingerenkt · von selbst ·
    wie von zauberhand · taucht nicht mehr auf · tritt nicht mehr · kommt nicht mehr vor · nicht mehr aufgetreten · nicht wieder aufgetreten ·
    nicht mehr vorgekommen · nie wieder aufgetreten · seitdem ruhe · seitdem keine · ruhe ist · seitdem lauft · ging dann · ging jetzt · ging doch ·
    hat gut geklappt · gerettet · wieder zum laufen · zum laufen gebracht · zum laufen bekommen · hinbekommen · hingekriegt · hab es hinbekommen ·
    habs hinbekommen · habs hingekriegt · hab ich hinbekommen · rausgefunden · herausgefunden · habs geschafft · komm wieder rein · komm rein ·
    kann wieder arbeiten · kann weiterarbeiten · konnen wieder arbeiten · kann schliessen · konnen das schliessen · schliesst das · ticket zu ·
    ticket schliesst · bitte zumachen · macht zu · darf zu · darf geschlossen werden · konnt schliessen · gern schliessen · gerne schliessen ·
    gerne zumachen · fehler weg · fehlermeldung ist weg · meldung ist weg · storung ist weg · warnung ist weg · bug ist weg · fehler ist jetzt weg ·
    problem ist jetzt weg · ich mich wieder einloggen · mich wieder einloggen · mich wieder anmelden · wieder einloggen · wieder anmelden ·
    wieder zugreifen · wieder arbeiten · wieder drucken · wieder senden · wieder bezahlen · kann ich wieder · kann ich mich wieder · eingegangen ·
    sind eingegangen · ist eingegangen · noch da · alle noch da · alles noch da · ausgedruckt · gebucht · abgeholt · stimmt jetzt · passt jetzt ·
    stimmt alles · wieder auf dem konto · zuruckbekommen · ist zuruck`,
  filler: `
    der · das · den · dem · des · ein · eine · einen · einem · einer · eines · ich · du · er · sie · es · wir · ihr · ihnen · ihre · ihren · ihrem ·
    ihres · dir · dich · mir · mich · euch · eure · euer · euren · uns · unser · mein · meine · meinen · meiner · fur · u · mit · von · vom · zu ·
    zum · zur · im · in · am · an · auf · bei · so · sehr · ganz · echt · wirklich · richtig gut · noch · noch einmal · nochmal · nochmals · nun ·
    jetzt · heute · morgen · gestern · auch · mal · aber danke · schnell · schnelle · schnellen · rasche · raschen · prompte · prompten · tolle ·
    tollen · nette · netten · gute · guten · super hilfe · kompetente · kompetenten · freundliche · freundlichen · unkomplizierte · unkomplizierten ·
    hilfreich · unterstutzung · support · service · team · geduld · muhe · zeit · antwort · antworten · ruckmeldung · info · infos · information ·
    informationen · tipp · tipps · erklarung · losung · arbeit · einsatz · bemuhungen · ist · bin · bist · sind · seid · waren · hat · habe · haben ·
    hab · habt · hast · wird · werde · kann · alle · alles · allen · allerseits · zusammen · leute · liebes · lieber · liebe · tag · tage ·
    wochenende · abend · woche · vormittag · nachmittag · wie · als · wenn · weil · da · denn · damit · dafur · daruber · davon · hier · doch ·
    eben · gerade · grad · halt · einfach · schon mal · erstmal · vorerst · soweit · somit · also · und zwar · bitte sehr · bitteschon · hey · hi ·
    hallo zusammen · moin zusammen · nichts · sich · selbst · erwartet · wollte · gemacht · um · gekummert · kummern · kuemmern · mehr · genau das ·
    minute · minuten · stunde · stunden · uhr · von herzen · herzen · aus · dass · vor · nach · durch · uber · paar · kleinen · kleine · eurem ·
    deine · deinen · deiner · dein · die · war · ihre hilfe · deine hilfe · eure hilfe · die hilfe · der hilfe · schnelle hilfe · schnellen hilfe ·
    tolle hilfe · gute hilfe · fur die hilfe · grosse hilfe · nette hilfe · nur · montag · dienstag · mittwoch · donnerstag · freitag · samstag ·
    sonntag · dann bis · bis montag · bis freitag dann · buchhaltung · meiner seite · von meiner seite · schliessen · cache · danke fur hilfe ·
    fur hilfe`,
  sorry: `
    sorry fur · entschuldigung fur · mein fehler · war mein fehler · lag an mir · hab ich ubersehen · sorry · entschuldigung · entschuldigt ·
    entschuldigen sie die · entschuldigen sie · verzeihung · tut mir leid · sry · nix fur ungut · nichts fur ungut · ups · hoppla · peinlich sorry ·
    bin ich blod · ich idiot · ich depp · ich dussel · asche auf mein haupt · mea culpa · fehlalarm · mein versehen · war ich selber ·
    war ich selbst · bitte um entschuldigung · bitte um verzeihung · schande uber mich`,
  hail: `
    hallo · hallo hallo · halloo · hallochen · moin · servus zusammen · guten tag · guten morgen · guten abend · gruezi · gruss gott · huhu ·
    hey du · tach`,
  turn: `
    aber · jedoch · allerdings · nur`,
  and: `
    und · und jetzt · dann · bis`,
  closing: `
    mfg · lg · vg · liebe grusse · viele grusse · beste grusse · schone grusse · grusse · gruss · mit freundlichen grussen · freundliche grusse ·
    herzliche grusse · hochachtungsvoll`,
  denial: `
    nicht gut · kein · ohne · nein · ne · nee · noe · no · nope · falsch`,
  because: `
    weil · da · denn · fur · wegen · aber · von mir · dank · aufgrund · obwohl`,
  past: `
    letzten monat · letzte woche · letztes jahr · letztes mal · fruher · damals · vor einem jahr · vor monaten · vor wochen · anfangs · am anfang ·
    zuerst · zunachst · im vergangenen`,
};
