/** Words and signs that say of a conversation that it is over, in the six languages; a desk may name others in their place. */
export const CLOSED_MARKS: readonly string[] = [
  ...["🔒", "🔐", "✅", "☑", "✔", "❎", "❌", "🏁", "📁", "🗄"],
  ...["closed", "close", "done", "solved", "resolved", "fixed", "archived", "completed", "complete", "finished"],
  ...["geschlossen", "erledigt", "gelöst", "geloest", "abgeschlossen", "beendet", "archiviert"],
  ...["cerrado", "cerrada", "resuelto", "resuelta", "solucionado", "solucionada", "terminado", "archivado"],
  ...["fermé", "fermée", "résolu", "résolue", "clos", "clôturé", "terminé", "archivé"],
  ...["fechado", "fechada", "resolvido", "resolvida", "concluído", "finalizado", "encerrado", "arquivado"],
  ...["解決済み", "解決済", "解決", "クローズ", "クローズ済み", "対応済み", "完了", "終了"],
];

/** What is compared: without case, accents, and the looks that letters and signs may be given. */
function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/** The words and signs of a name, in their order. */
function wordsOf(name: string): string[] {
  return folded(name).match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
}

/** Whether a mark stands at either end of the name, as a whole word. */
export function isClosedName(name: string, marks: readonly string[]): boolean {
  const words = wordsOf(name);
  const known = new Set(marks.map(folded));
  return [words[0], words.at(-1)].some((word) => word !== undefined && known.has(word));
}

/** The same of a name that nobody has seen change: it must be a number, as tickets have one, or nothing beside the mark. */
export function isClosedTicketName(name: string, marks: readonly string[]): boolean {
  return isClosedName(name, marks) && (wordsOf(name).length === 1 || /\p{N}/u.test(name));
}
