/** Whom a migration is read for. */
export type MigrationReader = "sqlite" | "postgres";

/** A line that says who reads what follows it. */
const SECTION = /^-- (?:only (sqlite|postgres)|(both))\s*$/;
/** Comments and quoted texts stand as they are; a word is a name or a word of the language. */
const PART = /--.*|'(?:[^']|'')*'|"[^"]*"|\$\$[\s\S]*?\$\$|[A-Za-z_]\w*|[\s\S]/g;

function sectionsFor(text: string, reading: MigrationReader): string {
  let whose: string | undefined;
  const kept = text.split("\n").filter((line) => {
    const section = SECTION.exec(line);
    if (section !== null) whose = section[1];
    return section === null && (whose === undefined || whose === reading);
  });
  return kept.join("\n");
}

const WORDS: Readonly<Record<string, string>> = { INTEGER: "BIGINT", TEXT: 'TEXT COLLATE "C"', VIRTUAL: "STORED" };

/** In the words of Postgres: whole numbers of 64 bits, texts compared byte by byte, generated columns kept, no kinds of tables. */
function inPostgres(text: string): string {
  const translated = text.replace(PART, (part) => WORDS[part] ?? part);
  return translated.replace(
    /\)\s*(?:STRICT\s*,\s*WITHOUT ROWID|WITHOUT ROWID\s*,\s*STRICT|STRICT|WITHOUT ROWID)\s*;/g,
    ");",
  );
}

/**
 * A migration as one engine reads it. It is written in the words of SQLite; `-- only sqlite` and `-- only postgres`, a line each, begin
 * what one of them alone reads, until `-- both`. Column types are in capitals, and nothing else is.
 */
export function migrationText(text: string, reading: MigrationReader): string {
  const own = sectionsFor(text, reading);
  return reading === "sqlite" ? own : inPostgres(own);
}
