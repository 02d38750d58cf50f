import type { Plant } from "./plant.ts";

export const LEASE_IGNORED: readonly Omit<Plant, "kind">[] = [
  {
    name: "anybody moves a post",
    file: "src/outbox/settle-post.ts",
    find: "return isHeldBy(post, owner) || (isFree(post, at) && post.version === version);",
    replace: "return true || isHeldBy(post, owner) || (isFree(post, at) && post.version === version);",
  },
  {
    name: "a post that has moved is moved as it stood",
    file: "src/outbox/settle-post.ts",
    find: "(isFree(post, at) && post.version === version)",
    replace: "isFree(post, at)",
  },
  {
    name: "whatever is held is free, to those who look for work and to those who decide",
    file: "src/outbox/lease.ts",
    find: "leaseUntil === null || leaseUntil <= now",
    replace: "leaseUntil === null || leaseUntil <= now || true",
    further: [
      {
        file: "adapters/database/memory.ts",
        find: "Number(dueAt) <= now && Number(leaseUntil ?? 0) <= now",
        replace: "Number(dueAt) <= now",
      },
    ],
  },
  {
    name: "what was held by whoever is gone stays held",
    file: "src/outbox/lease.ts",
    find: "leaseUntil === null || leaseUntil <= now",
    replace: "leaseUntil === null || leaseUntil > now",
  },
  {
    name: "what is refused to a dispatcher is sent all the same",
    file: "src/outbox/delivery.ts",
    find: 'const until = await hold(head, "sending");',
    replace: 'const until = (await hold(head, "sending")) ?? clock.now() + leaseMs;',
  },
];
