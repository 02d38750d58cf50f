function wordSet(...texts: string[]): ReadonlySet<string> {
  return new Set(texts.join(" ").split(/\s+/u));
}

/** Words that stand around a score without making it a sentence about something else. */
export const AROUND = wordSet(
  `a an i id d it its is s my the you guys answer score rating rate rated vote give giving gave say saying would be would about around maybe probably guess think feel
   solid strong straight clear definitely easily easy full perfect like at least i'm im going with for this one points point pts pt somewhere roughly approx between
   and or to from me us please thanks thank so just only out of on scale sorry mean meant well hm ok okay then now lets let big fat huge honest weak generous
   kinda sorta course obviously obv absolutely totally overall honestly suppose low high light firm humble
   exactly ca put down something unfortunately sadly`,
  `ich du wurde wurd sage sagen sag gebe geb geben vergebe eine einen ein ne ner nen n die der das meine note bewertung punkt punkte punkten pkt von aus auf mir uns
   vielleicht etwa circa ca wohl glatte klare klar volle solide starke gute knappe zwischen und oder bis danke bitte mal so nur euch ihnen dafur naturlich wir
   wohlwollende gnadige grosszugige schwache satte fette dicke ehrliche verdiente locker logisch selbstverstandlich definitiv sicher ungefahr schatze denke halt eben
   auf jeden fall ganz einfach leider irgendwas irgendwo gibts sagenhafte runde stolze maximal mindestens`,
  `yo le les te doy daria dare diria digo digamos pongo pondria pondre seria es una un unos mi nota puntuacion calificacion voto punto puntos pto ptos quiza quizas tal
   vez como de sobre del al rotundo rotunda claro clarisimo seguro entre y o u a para parte ustedes vosotros gracias nomas facil obvio obviamente generoso flojo merecido
   sin duda dudarlo supuesto creo yo pues bueno algo lamentablemente desgraciadamente redondo raspado fijo mio mia`,
  `je j dirais dis donne donnerais mets mettrais mettrai donnerai ce c serait est la le une un ma note sur environ peut etre plutot disons solide bon petit gros entre et
   ou a pour moi voila part de ma merci vous allez bien sur genereux faible honnete evidemment sans hesiter hesitation doute clairement beau joli facile allez pile pres
   peu quoi franc merite quelque chose malheureusement bah ben alors eh`,
  `eu dou daria diria digo digamos dei ponho e seria minha meu nota avaliacao ponto pontos uns umas talvez acho que em por volta cerca da minha entre ou e a de um uma pra
   para voces vcs mim parte entao obrigado obrigada ai com certeza sem duvida claro facil generoso merecido redondo fraco belo obvio ne isso bem infelizmente algo`,
  "点 満 中 で す か な ね く ら い ぐ 約 だ と 思 う 私 は の 評 価 数 お 願 し ま た く だ さ ん を つ け あ げ も 間 や ぶ 多 よ つ ー 個 人 的 に 当 然 勿 論 ち ろ 甘 め 辛 余 裕 文 句 ど っ ち ず わ 迷",
);

/** Words that call out, or weigh, before a score is said: `wow ok 9`. */
export const LEADING = wordSet(
  "wow oh ah uh um hmm yeah yep yes well ok okay alright right fine great thanks thx whoa gosh ha haha lol safe tbh sure ill",
  "huch oh ah ach na ja tja also puh boah uff okay gut joa hui krass danke oha",
  "uy ay ah bueno pues ok vale jaja bah guau anda venga gracias a ver mira",
  "ah oh ben bah ouah euh allez bon ok tiens merci eh oui hein",
  "eita nossa ah bom ok uau opa ta puxa valeu olha poxa beleza obrigado obrigada",
  "え あ わ お っ う ん へ ー",
);

/** Words of denominators: what follows them is what a score is out of. */
export const OUT_OF = wordSet("outta of von de sur sobre em aus over 点 中 out");

/** Words that say that a number is given. */
export const GIVING = wordSet(
  "give gave giving rate rates rated rating score scoring scored grade graded mark marks award awarding award vote deserve deserves earn earns say assign",
  "gebe geb geben vergebe vergeben vergibt gibt note bewertung bewerte bewerten sage sagen verdient verdienen verteile erteile stimme benote",
  `doy damos pongo ponemos pondria pondriamos daria dare damos puntuacion calificacion nota valoro valoramos puntuo puntuamos califico calificamos otorgo otorgamos
   asigno asignamos merece merecen digamos diria voto llevan lleva`,
  `mets mettons mettrais mettrai donne donnons donnerais donnerai note notons evalue evaluons attribue attribuons accorde accordons merite meritez dirais disons vote`,
  `dou damos daria dei ponho nota avalio avaliamos atribuo atribui atribuimos merece merecem diria digamos pontuo pontuamos voto leva levam`,
  "評 価 数",
);

/** Words with which a sentence goes on after a score, where no mark parts them. */
export const GOING_ON = wordSet(
  "still meh bof joa naja ni sigue siguen immer noch toujours encore ainda continua mais mas geht pour pela pelo sin ohne without",
  `because cause cuz bc bcs coz since as for but the your you this that it they we i my no not nobody noone never everything everyone all always very really super
   great good nice best excellent awesome amazing worst terrible bad horrible poor thanks thank thx ty love hate only just though although would could and with u ur
   service support was is has does works needs takes loses sucks rocks lacks says makes keeps helps deserves guys yes its bless always perhaps unless considering
   despite if when after too bcoz due ppl except minus-one`,
  `weil da denn fur wegen aber das die der den ihr euer eure sie es ich wir mein nicht nichts niemand nie keiner kein keine alles immer sehr super gut guter gute toll
   tolle top spitze schlecht schlechter danke vielen trotzdem obwohl nur eine einfach und mit wer service support hat war ist wenn seit nach zu`,
  `porque xq pq por pues ya pero el la los las su sus me no nada nadie nunca siempre todo muy buen buena excelente gracias pesimo mal aunque falta faltan solo y con
   tardaron tarda es un una servicio atencion mis nos les os son sois todos muchas despues antes si cuando desde x tienen`,
  `parce pcq parceque car vu mais le la les l votre vous vos nos des c ce il ils je personne rien jamais toujours tout tous tres super bon bonne excellent merci nul
   trop service et avec meme malgre pas sans dans depuis plus moins dommage des si quand apres grace`,
  `pois mas o os as seu sua nao nada ninguem sempre tudo todos muito bom boa otimo otima excelente obrigado obrigada pessimo embora top faltou falta demorou servico
   atendimento e com so voces vcs nos depois demais parabens se quando desde tem foi`,
  "神 対 誰 と 早 遅 ただ 最 助 あ 良 親 丁 値 も 本 解 ま な 何 サ 全 感 素 大 使 す",
);

/** What numbers count, and words that say that something is counted. */
export const COUNTED = wordSet(
  `more other others another different new open extra additional further last separate missing minute minutes min mins second seconds sec secs hour hours hr hrs day
   days week weeks month months year years am pm oclock o'clock times people persons person men women children users seats licence licences license licenses gb mb kb
   dollar dollars euro euros eur usd percent kg km items item things thing pieces pcs question questions st nd rd th star x`,
  `minuten stunde stunden std tag tage tagen woche wochen monat monate monaten jahr jahre jahren uhr mal euro prozent weitere weiterer andere anderen neue neuen offene
   leute personen nutzer benutzer kunden mitarbeiter kollegen gerate rechner laptops handys artikel stuck pakete teile teilen dateien seiten zeilen fragen dinge sachen
   probleme fehler mails nachrichten konten accounts tickets anfragen karten termine versuche anrufe updates links bilder fotos platze schritte projekte eintrage felder
   zugange codes kartons kisten zimmer lizenzen von meiner unserer der-drei monitore drucker bildschirme positionen posten personen kinder frage sekunden rechnung
   bestellung paket lizenz platz jahrigen`,
  `mas-otros otros otras otro otra nuevos nuevas minuto hora dia semana mes ano anos personas gente veces vez pregunta cosa`,
  `autres autre nouveaux nouvelles minute heure h jour semaine mois an ans personnes gens fois question chose eur`,
  `outros outras outro outra novos novas minutos minutinhos hora horas dia dias semana mes meses ano anos pessoas vezes vez pergunta coisa reais real`,
  "が を",
);

/** Words before a part of what is counted: `2 of 3 invoices`. */
export const PART_OF = wordSet("of de von des der dos das del sur aus d");
/** Words after them that begin the whole: `of the`, `de mis`. */
export const WHOLE = wordSet(
  "the my our your them us these those den meinen unseren diesen euren los las mis nuestros esos estos os as meus nossos nossas minhas mes nos ces vos",
);

/** What makes a number a place, a moment or the name of a thing. */
export const PLACES = wordSet(
  `at step floor line order invoice room version by number no nr page ticket row column box seat item chapter level phase error code until till before after
   schritt zeile bestellung rechnung stock etage seite punkt nummer um bis ab gegen vor nach paso linea pedido factura piso pagina caja numero las los etape ligne
   commande facture page numero carton vers a a-las passo linha pedido fatura andar pagina caixa numero as`,
);

const ARTICLES: ReadonlySet<string> = wordSet("eine einen ein ne ner nen un una uma une");
/** Articles that are something else in another language. */
const LOCAL_ARTICLES: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordSet("a an"),
  pt: wordSet("um"),
};

/** Whether a word is an article in the language, or in any. */
export function isArticle(word: string, locale: string): boolean {
  return ARTICLES.has(word) || (LOCAL_ARTICLES[locale.slice(0, 2)]?.has(word) ?? false);
}
export const UNITS = wordSet("points point pts pt punkte punkten punkt pkt puntos punto pto ptos pontos ponto 点");
export const JAPANESE_UNIT = "点";
/** Words of the full marks that a score is out of. */
export const FULL = wordSet("満 中");
/** Between a number and a half: `three and a half`. */
export const HALF_LINKS = wordSet("and a y et e und");
