import type { Correction } from "./correction.ts";
import { BREAK, wordsOf } from "./plain-words.ts";

/** What somebody may want of what is kept about them, by their own words. */
export const PRIVACY_WANTS = ["forget", "unread", "read", "correct"] as const;
export type PrivacyWant = (typeof PRIVACY_WANTS)[number];

/** More letters than anybody takes for such a wish alone. */
const LONGEST = 140;

const KIND =
  "(?:please |pls |kindly |hi |hello |hey |bitte |hallo |por favor |hola |svp |sil vous plait |s il vous plait |bonjour |ola |oi )*";
const ALSO_KIND =
  "(?: please| pls| now| thanks| thank you| bitte| jetzt| danke| por favor| gracias| ya| svp| sil vous plait| s il vous plait| merci| obrigado| obrigada| agora)*";
const WISHING =
  "(?:(?:can|could|would|will) you (?:please )?|i (?:want|would like|d like|wish) (?:you )?(?:to )?(?:please )?|id like (?:you )?to |" +
  "(?:konnen|konnt|kannst|wurden) (?:sie|ihr|du) (?:bitte )?|ich (?:mochte|will) (?:bitte )?(?:dass )?|" +
  "(?:puede|pueden|podria|podrian|podeis|puedes) |(?:quiero|quisiera|deseo) (?:que )?|" +
  "(?:pouvez|pourriez) vous |je (?:veux|voudrais|souhaite) (?:que vous )?|(?:voce pode|voces podem|podem|pode|poderiam) |(?:quero|gostaria) (?:que )?)?";

const THINGS: Readonly<Record<"en" | "de" | "es" | "fr" | "pt", string>> = {
  en: "(?:data|info|information|account|profile|messages|conversations|chats|chat history|history|details|records|everything|personal data|personal information)",
  de: "(?:daten|personlichen daten|personenbezogenen daten|nachrichten|gesprache|konto|profil|informationen|infos|verlauf|chats)",
  es: "(?:datos|datos personales|informacion|mensajes|conversaciones|cuenta|perfil|historial)",
  fr: "(?:donnees|donnees personnelles|informations|infos|messages|conversations|compte|profil|historique)",
  pt: "(?:dados|dados pessoais|informacoes|mensagens|conversas|conta|perfil|historico)",
};

const FORGET: readonly string[] = [
  "forget(?: about)?(?: me| everything)?(?: about me| you know about me)?",
  `(?:delete|erase|remove|wipe|destroy|clear|purge) (?:me|(?:all )?(?:of )?(?:my|the) (?:personal )?${THINGS.en}|everything)(?: and (?:my )?${THINGS.en})?(?: (?:that )?(?:you |u )?(?:have|hold|keep|store|know|stored|kept))?(?: (?:about|on|of) me)?`,
  "(?:gdpr )?(?:right to be forgotten|right to erasure|data deletion|deletion request|erasure request|delete request)",
  "vergiss mich|vergessen sie mich|vergesst mich|mich vergessen|recht auf vergessenwerden|recht auf loschung|loschantrag",
  `(?:losch|losche|loscht|loschen sie|loeschen sie|losch bitte|losche bitte|loscht bitte|loschen sie bitte|loesch|loesche|loescht|entferne|entfernen sie) (?:bitte )?(?:mich|alles|(?:alle )?(?:meine|mein|meinen) ${THINGS.de}|alles (?:uber|ueber) mich|alles was (?:ihr|sie|du) (?:uber|ueber) mich (?:habt|haben|hast|wisst|wissen|weisst|speichert|speichern))`,
  `(?:alle )?(?:meine|mein|meinen) ${THINGS.de} (?:bitte )?(?:loschen|loeschen|entfernen|geloscht werden|geloescht werden)|alles (?:uber|ueber) mich (?:loschen|loeschen)`,
  "olvidame|olvidenme|olvidadme|olvideme|olvidate de mi|olvidarme|derecho al olvido|derecho de supresion",
  `(?:borra|borre|borren|borrad|borrar|elimina|elimine|eliminen|eliminad|eliminar|suprime|supriman|suprimir) (?:me|todo|(?:todos |todas |toda )?(?:mis|mi|los|la) ${THINGS.es}|todo lo (?:que )?(?:mio|sobre mi|(?:teneis|tienen|tienes|saben|sabeis) (?:de|sobre) mi))|borrenme|borrame|eliminenme|eliminame`,
  "oubliez moi|oublie moi|m oublier|oublier moi|oubliez tout(?: sur moi)?|droit a l oubli|droit a l effacement",
  `(?:supprimez|supprime|supprimer|effacez|efface|effacer) (?:moi|tout|(?:toutes )?(?:mes|mon|les) ${THINGS.fr}|tout (?:sur moi|ce que vous avez sur moi|ce que vous savez (?:de|sur) moi))|m effacer|me supprimer`,
  "esqueca me|esquecam me|me esqueca|me esquecam|esquece me|me esquece|me esquecer|direito ao esquecimento|direito de exclusao",
  `(?:apague|apaguem|apaga|apagar|exclua|excluam|excluir|delete|deletem|deletar|remova|removam|remover|elimine|eliminem|eliminar) (?:tudo|(?:todos |todas )?(?:os |as |a |o )?(?:meus|minhas|minha|meu) ${THINGS.pt}|tudo (?:sobre mim|que (?:voces )?(?:tem|sabem|guardam) (?:de|sobre) mim))`,
];

const UNREAD: readonly string[] = [
  "unread|dont read(?: it| mine| me| this| that| them| along)?|do not read(?: it| mine| me| this| that| them)?|no reading|stop reading(?: mine| me| along| my (?:messages|chats|conversations|words))?",
  "(?:dont|do not|never|stop|please dont) (?:read|reading|use|using|analyze|analyse|share|quote|learn from|keep reading) (?:any of |all )?(?:my|our|these|this) (?:messages|chats|conversations|conversation|chat|words|data|transcripts|texts)(?: to learn| for (?:training|learning|analysis|this|that))?",
  "(?:dont|do not|never) (?:quote|cite) me|nobody (?:may|should) read (?:my (?:messages|chats|conversations)|mine|this)|opt out of (?:reading|being read)",
  "nicht lesen|nicht mitlesen|bitte nicht lesen|(?:lest|lies|lesen sie)(?: bitte)? (?:mich |meine (?:nachrichten|gesprache|chats) |das |sie )?nicht(?: mit)?|meine (?:nachrichten|gesprache|chats|texte)(?: bitte)? nicht (?:lesen|mitlesen|verwenden|nutzen|auswerten)|nicht zitieren|(?:verwendet|nutzt|verwenden sie|nutzen sie)(?: bitte)? meine (?:nachrichten|gesprache|chats) nicht",
  "no leer|no leas|no lean|no leais|no me lean|no me leas|(?:no|dejen de|deja de|dejad de) (?:lean|leas|leais|leer|usen|uses|useis|usar|utilicen|utilizar) (?:mis|mi|estas|esta) (?:mensajes|conversaciones|conversacion|chats|chat|palabras|datos)|no me citen|no citar",
  "ne pas lire|ne lisez pas(?: (?:mes|nos) (?:messages|conversations|echanges|mots)| ca)?|ne lis pas (?:mes messages|mes conversations)|n utilisez pas (?:mes|nos) (?:messages|conversations|echanges|donnees)|ne me lisez pas|ne me citez pas|ne pas citer|arretez de lire(?: mes (?:messages|conversations))?",
  "nao ler|nao leia|nao leiam|nao me leiam|(?:nao|parem de|pare de) (?:leiam|leia|ler|usem|use|usar|utilizem|utilizar) (?:as |os )?(?:minhas|meus|minha|meu|essas|essa) (?:mensagens|conversas|conversa|chats|chat|palavras|dados)|nao me citem|nao citar",
];

const READ: readonly string[] = [
  "read|you (?:may|can) read(?: (?:it|mine|my (?:messages|chats|conversations)))?(?: again)?|read (?:my (?:messages|chats|conversations)|mine)(?: again)?",
  "lesen|(?:ihr|sie|du) (?:durft|darfst|durfen) (?:wieder )?(?:mitlesen|lesen|meine (?:nachrichten|gesprache) (?:wieder )?lesen)|wieder lesen",
  "leer|pueden leer(?: mis (?:mensajes|conversaciones))?|podeis leer(?: mis (?:mensajes|conversaciones))?|puedes leer(?: mis (?:mensajes|conversaciones))?",
  "lire|vous pouvez (?:me )?lire(?: mes (?:messages|conversations))?",
  "ler|podem ler(?: (?:as )?minhas (?:mensagens|conversas))?|pode ler(?: (?:as )?minhas (?:mensagens|conversas))?",
];

/** Written without blanks. */
const JAPANESE: Readonly<Record<Exclude<PrivacyWant, "correct">, RegExp>> = {
  forget:
    /^(?:私|わたし|僕|俺)?(?:の|に関する|についての)?(?:すべて|全て|全部)?(?:の)?(?:個人)?(?:データ|情報|記録|履歴|会話|メッセージ|アカウント|個人情報)(?:を|は)?(?:すべて|全て|全部)?(?:削除|消去|抹消|消し)(?:して|て)?(?:ください|下さい|ほしい(?:です)?|欲しい(?:です)?|もらえますか|いただけますか|お願いします)?$|^(?:私|わたし|僕|俺)?(?:のこと)?(?:を|は)?忘れて(?:ください|下さい|ほしい(?:です)?|欲しい(?:です)?)?$|^(?:データ|個人情報|情報)(?:の)?(?:削除|消去)(?:希望|依頼|をお願いします|お願いします)?$|^忘れられる権利$/u,
  unread:
    /^(?:私の|この|これらの)?(?:会話|メッセージ|チャット|やりとり|やり取り)?(?:を|は)?(?:読まないで|読むな|使わないで|利用しないで|引用しないで|読まないでほしい|使用しないで)(?:ください|下さい|ほしい(?:です)?|欲しい(?:です)?)?$/u,
  read: /^(?:私の)?(?:会話|メッセージ|チャット)?(?:を|は)?(?:また)?読んで(?:も)?(?:いい|よい|良い|かまいません|構いません)(?:です|よ|ですよ)?$/u,
};

function whole(phrases: readonly string[]): RegExp {
  return new RegExp(`^${KIND}${WISHING}${KIND}(?:${phrases.join("|")})${ALSO_KIND}$`, "u");
}

const WHOLE: Readonly<Record<Exclude<PrivacyWant, "correct">, RegExp>> = {
  forget: whole(FORGET),
  unread: whole(UNREAD),
  read: whole(READ),
};

const CORRECTING =
  "(?:correct|rectify|berichtige|berichtigen|korrigiere|korrigieren|corregir|corrige|corrija|corriger|corrigez|corrigir|rectifier|rectifiez|rectificar|retificar|訂正|修正)";
const OWN = "(?:my|the|bitte|meinen|meine|mein|mi|mon|ma|meu|minha|o|a|私の)";
const NAME = "(?:name|namen|nombre|nom|nome|名前|氏名)";
const EMAIL =
  "(?:e-?mail(?: ?-?(?:address|adresse))?|mail|correo(?: electrónico)?|courriel|adresse e-?mail|メール(?:アドレス)?)";
const TO = "(?:to|is|in|auf|zu|a|por|en|à|par|para|は|を)";
const DATA = "(?:data|daten|datos|données|dados|データ)";
const BLANK = "[ :：\u3000]";
const ASKED = `^(?:please |bitte |por favor |svp )?${CORRECTING}`;
/** Which fact, and perhaps what is right. */
const OF_FACT = new RegExp(
  `${ASKED}${BLANK}{1,3}(?:${OWN} ){0,2}(?:(${NAME})|(${EMAIL}))(?=$|${BLANK})${BLANK}{0,3}(?:${TO}${BLANK}{1,3})?(.{0,400})$`,
  "isu",
);
/** Nothing yet, or after a colon whatever it is: a sentence that only begins so may be about anything. */
const OF_ANYTHING = new RegExp(`${ASKED}(?: ${OWN}){0,2}(?: ?${DATA})?()()(?: ?[:：] ?(.{0,400}))?$`, "isu");
const JAPANESE_CORRECTION =
  /^(?:私の)?(?:(名前|氏名)|(メール(?:アドレス)?))(?:を|は)[ \u3000]?(.{1,200}?)[ \u3000]?(?:に|へ)(?:訂正|修正|直)(?:して)?(?:ください|下さい|お願いします)?$/u;
/** More letters than a correction takes. */
const LONGEST_CORRECTION = 500;

/** The correction that a message is; null where it is none. */
export function readCorrection(text: string): Correction | null {
  const said = text
    .trim()
    .replace(/^[/!]/u, "")
    .replace(/[\u00a0\u202f]/gu, " ");
  if (said.length > LONGEST_CORRECTION) return null;
  const found = OF_FACT.exec(said) ?? OF_ANYTHING.exec(said) ?? JAPANESE_CORRECTION.exec(said);
  if (!found) return null;
  const [, name, email, rest = ""] = found;
  return { field: name ? "name" : email ? "email" : "other", text: rest.trim().replace(/[.。]$/u, "") };
}

/** What the message wants of what is kept about its author, where that is all it says; null where it wants nothing of it. */
export function privacyWant(text: string): PrivacyWant | null {
  const said = text.trim().replace(/^[/!]/u, "");
  if (readCorrection(said) !== null) return "correct";
  if (said.length > LONGEST) return null;
  const spaced = wordsOf(said)
    .filter((word) => word !== BREAK)
    .join(" ");
  const joined = spaced.replaceAll(" ", "");
  const wants = ["forget", "unread", "read"] as const;
  return wants.find((want) => WHOLE[want].test(spaced) || JAPANESE[want].test(joined)) ?? null;
}
