import type { Bot } from "../../src/bot.ts";
import { systemClock } from "../../src/clock.ts";
import { redact } from "../../src/interaction/redaction.ts";
import { type Format, writtenPages } from "../csv/write-rows.ts";
import { EXPORT_COLUMNS, type Exported, exportPages } from "../work/export-rows.ts";
import { type DeskChoice, loadDesk } from "./choose-desk.ts";
import { Failure } from "./failure.ts";
import { openBot } from "./open-bot.ts";
import { withStore } from "./open-store.ts";
import { print } from "./print.ts";
import { commander } from "./reader.ts";
import { type GivenSpan, type TimeSpan, timeSpan } from "./time-span.ts";

export interface ExportOptions extends GivenSpan, DeskChoice {
  readonly format: Format;
  readonly raw?: true;
  readonly admin?: string;
  readonly withRecovery?: true;
}

/** Who answers for giving words out as they were written; null where they are redacted. */
function adminOf({ raw, admin }: ExportOptions): string | null {
  const name = admin?.trim();
  if (raw && !name) {
    throw new Failure(
      ["--raw gives people's words out as they were written; say with --admin NAME who answers for it."],
      2,
    );
  }
  if (name && !raw)
    throw new Failure(["--admin goes with --raw; without it everything is redacted and nobody need answer."], 2);
  return name ?? null;
}

/** Has the audit log tell of it, before the first word goes out. Throws a sentence where it may not be. */
async function tellAuditLog(
  bot: Bot,
  what: Exported,
  { from, to, admin }: TimeSpan & { readonly admin: string | null },
) {
  const raw = admin === null ? {} : ({ isRaw: true } as const);
  const { refusal } = await bot.handle({
    ...{ kind: "words-exported", id: null, at: systemClock.now(), via: "command", what, ...raw },
    by: admin === null ? commander() : commander(admin),
    ...{ from: from === 0 ? null : from, to: to === Number.MAX_SAFE_INTEGER ? null : to },
  });
  if (refusal) throw new Failure([refusal.text]);
}

/** `emptychair export`: rows as CSV or JSON lines on standard output, a page at a time; may be run while the program runs. */
export async function exportRows(what: Exported, options: ExportOptions): Promise<void> {
  const config = loadDesk(options);
  const admin = adminOf(options);
  const span = timeSpan(options, config.desks[0].settings.desk.zone);
  await withStore(config, async (store) => {
    await tellAuditLog(await openBot(config, store), what, { ...span, admin });
    const [{ id: deskId, settings }] = config.desks;
    const { phoneCountry } = settings.desk;
    const cover = admin === null ? (text: string, names: readonly string[]) => redact(text, names, phoneCountry) : null;
    const pages = exportPages(what, {
      store: store.at(deskId),
      ...span,
      redact: cover,
      withRecovery: options.withRecovery ?? false,
    });
    await print(writtenPages(options.format, EXPORT_COLUMNS[what], pages));
  });
}
