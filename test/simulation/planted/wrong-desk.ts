import type { Plant } from "./plant.ts";

export const WRONG_DESK: readonly Omit<Plant, "kind">[] = [
  {
    name: "what is pressed happens at the first desk",
    file: "src/find-desk.ts",
    find: "const [keeper = named] = found;",
    replace: "const keeper = named;",
  },
  {
    name: "every desk's team is the first desk's",
    file: "src/bot.ts",
    find: "teamLanes: teamLanes() };",
    replace: "teamLanes: desks.first.teamLanes() };",
  },
  {
    name: "every desk keeps its rows with the first",
    file: "src/bot.ts",
    find: "store: readOnce(store.at(id)), ...given",
    replace: "store: readOnce(store.at(desks.first.id)), ...given",
  },
  {
    name: "every desk has the settings of the first",
    file: "src/bot.ts",
    find: "clock, settings, themes,",
    replace: "clock, settings: desks.first.settings, themes,",
  },
  {
    name: "who stops being asked is heard at one desk only",
    file: "src/bot.ts",
    find: "for (const other of others) await handleAt(heardAt(other, false, event), other);",
    replace: "",
  },
  {
    name: "what a post replaces is looked for at the first desk",
    file: "src/outbox/delivery.ts",
    find: 'await store.at(desk).get("post", post.message.replaces)',
    replace: 'await store.at(bot.desks.first.id).get("post", post.message.replaces)',
  },
];
