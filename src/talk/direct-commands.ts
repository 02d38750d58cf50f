import { wordsOf } from "./plain-words.ts";
import { type PrivacyWant, privacyWant } from "./privacy-wants.ts";

/** What can be asked of the bot in a few words on one's own direct line. */
export const DIRECT_COMMANDS = [
  "help",
  "stop",
  "start",
  "data",
  "status",
  "digest",
  "cases",
  "enhance",
  "greetings",
] as const;
type WrittenCommand = (typeof DIRECT_COMMANDS)[number];
export type DirectCommand = WrittenCommand | PrivacyWant;

/** How the commands are written, in every language, as {@link wordsOf} compares them. */
const WRITTEN: Readonly<Record<WrittenCommand, string>> = {
  help: "help · hilfe · ayuda · aide · ajuda · ヘルプ · 使い方 · ? · commands · befehle · comandos · commandes · コマンド · menu",
  stop: `stop · stopp · stoppen · unsubscribe · opt out · stop asking · never ask me · never ask me again · abmelden · nicht mehr fragen ·
    parar · alto · para · basta · baja · no preguntar · no me pregunten mas · arreter · arret · arretez · stop svp · ne plus demander ·
    pare · cancelar · nao perguntar · sair · 停止 · 中止 · やめて · ストップ · 配信停止`,
  start: `start · subscribe · opt in · starten · anmelden · empezar · iniciar · inicio · comenzar · demarrer · commencer · reprendre ·
    comecar · voltar · 開始 · 再開 · スタート`,
  data: `data · my data · mydata · meine daten · daten · mis datos · datos · mes donnees · donnees · meus dados · dados · 私のデータ ·
    マイデータ · データ`,
  status: "status · stand · estado · statut · etat · situacao · 状況 · ステータス",
  digest:
    "digest · summary · zusammenfassung · wochenbericht · resumen · resume · bilan · resumo · 要約 · ダイジェスト · まとめ",
  enhance:
    "enhance · verbessern · verbesserungen · mejoras · mejorar · ameliorer · ameliorations · melhorias · melhorar · 改善",
  greetings: "greetings · grusse · saludos · bonjours · cumprimentos · ご挨拶",
  cases: "cases · falle · casos · cas · dossiers · ケース · 案件",
};

const COMMANDS: ReadonlyMap<string, WrittenCommand> = new Map(
  DIRECT_COMMANDS.flatMap((command) => WRITTEN[command].split("·").map((phrase) => [keyOf(phrase), command] as const)),
);

/** How somebody asks to sit down with conversations, in every language; what they want more precisely may follow. */
const SITTING = `shadow · sit · sit down · sitting · hospitieren · dazusetzen · mithoren · sentarme · sentarse · escuchar · m asseoir · s asseoir ·
  ecouter · sentar · sentar me · ouvir · シャドー · 傾聴 · 同席`;
const SITTINGS: ReadonlySet<string> = new Set(SITTING.split("·").map(keyOf));
/** Most words in which that is asked for. */
const MOST_SITTING_WORDS = 3;

/** More letters than any command has. */
const LONGEST = 60;

function keyOf(text: string): string {
  return text.trim() === "?"
    ? "?"
    : wordsOf(text)
        .filter((word) => word !== "|")
        .join(" ");
}

/** What follows where a direct message asks to sit down with conversations, such as nothing or `live`; null where it asks for no such thing. */
export function directSitting(text: string): string | null {
  if (text.length > LONGEST) return null;
  const words = text.trim().replace(/^[/!]/u, "").split(/\s+/u);
  for (let count = Math.min(MOST_SITTING_WORDS, words.length); count > 0; count -= 1)
    if (SITTINGS.has(keyOf(words.slice(0, count).join(" ")))) return words.slice(count).join(" ");
  return null;
}

/** The command that a direct message is, with or without a slash, a mark or "please"; null where it is none. */
export function directCommand(text: string): DirectCommand | null {
  const want = privacyWant(text);
  if (want !== null || text.length > LONGEST) return want;
  return (
    COMMANDS.get(
      keyOf(
        text
          .trim()
          .replace(/^[/!]/u, "")
          .replace(/\s(?:please|bitte|por favor|svp)$/iu, ""),
      ),
    ) ?? null
  );
}
