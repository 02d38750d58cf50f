import { html } from "hono/html";
import type { Finding } from "../../../finding.ts";
import { hiddenFields } from "../form.ts";
import { type Markup, NOTHING } from "../markup.ts";
import { type SettingsFrame, settingsShell } from "./settings-shell.ts";

/** What is to be mended first stands first. */
const LEVELS: readonly Finding["level"][] = ["fault", "warning", "ok"];

function one({ words: { say } }: SettingsFrame, { check, level, found, remedy }: Finding): Markup {
  return html`<li class="card ${level}"><p><b>${say("doctor.level", { level })}</b> · <code>${check}</code></p>
<p lang="en">${found}</p>${remedy === null ? NOTHING : html`<p class="hint" lang="en">${remedy}</p>`}</li>`;
}

/** What `emptychair doctor` finds, on a page; nothing is looked at before that is asked for. */
export function doctorPage(frame: SettingsFrame, found: readonly Finding[] | null): Markup {
  const { desk, words } = frame;
  const { say } = words;
  const inOrder = LEVELS.flatMap((level) => (found ?? []).filter((finding) => finding.level === level));
  const count = (level: Finding["level"]) => inOrder.filter((finding) => finding.level === level).length;
  const summary = say("doctor.summary", { faults: count("fault"), warnings: count("warning") });
  const form = html`<form method="post" action="${desk.path("/settings/doctor")}">${hiddenFields(desk.ids)}<button class="primary">${say("doctor.run")}</button></form>`;
  return settingsShell(
    frame,
    html`<div class="narrow works"><p class="lead">${say("doctor.lead")}</p>${form}
${found === null ? NOTHING : html`<h2 role="status">${summary}</h2><ul class="findings works">${inOrder.map((finding) => one(frame, finding))}</ul>`}</div>`,
  );
}
