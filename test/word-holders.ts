/** Files outside the product's core that reach rows with words other than by the bot's own reading, each with its reason. */
export const WORD_HOLDERS: Readonly<Record<string, string>> = {
  "adapters/main.ts": "puts the program together and gives everybody rows without words",
  "adapters/compose.ts": "puts together what is decided with, for whoever decides",
  "adapters/find-link.ts": "asks where a conversation takes place",
  "adapters/homes.ts": "asks for the space of a platform's home",
  "adapters/chart/draw-picture.ts": "draws figures of a digest that was posted",
  "adapters/webhooks/chat.ts": "asks for the last delivery, which was said to a program",
  "adapters/cli/checks/check-database.ts": "counts what is late, and verifies the audit log",
  "adapters/cli/checks/sample-messages.ts": "makes samples of its own",
  "adapters/cli/export.ts": "streams rows after the line that tells of it",
  "adapters/cli/import.ts": "asks which answers are there already",
  "adapters/cli/webhooks.ts": "lists deliveries, by when and how they ended",
  "adapters/web/survey-page.ts": "the customer's own answer, by the link that was sent to them",
  "adapters/web/pages/customer/chat.ts": "the customer's own chat",
  "adapters/web/api/interactions.ts": "sees that what a program wrote was kept, and gives back no more than that",
  "adapters/slack/draw-app-home.ts": "the customer's own conversations and answers",
  "src/chat/asked-overview.ts": "the customer's own receipt",
};
