import { Argument, type Command } from "commander";
import type { WebhookAct, WebhooksOptions } from "../webhooks.ts";
import { demoOption, deskOption } from "./desk-option.ts";
import { example } from "./example.ts";
import { formatOption } from "./format-option.ts";

const ACTS: readonly WebhookAct[] = ["list", "log", "replay", "test"];

/** `webhooks`. */
export function addWebhooks(program: Command): void {
  const command = program
    .command("webhooks")
    .description("the programs that are told: which, what they were told, once more, and a test")
    .addArgument(new Argument("<what>").choices(ACTS))
    .argument("[ID...]", "of deliveries to replay, or of webhooks to test or to have the log of")
    .option("--failed", "only what could not be delivered, or not yet")
    .addOption(deskOption())
    .addOption(demoOption())
    .addOption(formatOption());
  example(
    command,
    "emptychair webhooks test crm",
    "emptychair webhooks log --failed",
    "emptychair webhooks replay 019a8b6c-5a5c-7d0e-8f00-000000000000",
  ).action(async (what: WebhookAct, ids: readonly string[], options: WebhooksOptions) =>
    (await import("../webhooks.ts")).webhooks(what, ids, options),
  );
}
