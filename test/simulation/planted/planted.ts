import { ACKNOWLEDGED_TOO_EARLY } from "./acknowledged-too-early.ts";
import { CARD_NOT_AS_THE_CASE } from "./card-not-as-the-case.ts";
import { CASE_NOT_OPENED_OR_CLOSED } from "./case-not-opened-or-closed.ts";
import { COOLDOWN_IGNORED } from "./cooldown-ignored.ts";
import { DEDUPE_FORGOTTEN } from "./dedupe-forgotten.ts";
import { DIGEST_TWICE_NEVER_OR_WRONG } from "./digest-twice-never-or-wrong.ts";
import { DOUBLE } from "./double.ts";
import { DROP } from "./drop.ts";
import { EDIT_LOST } from "./edit-lost.ts";
import { FORGOTTEN_WITHDRAWAL } from "./forgotten-withdrawal.ts";
import { LEASE_IGNORED } from "./lease-ignored.ts";
import { LOST_UPDATE } from "./lost-update.ts";
import { OFF_BY_AN_HOUR } from "./off-by-an-hour.ts";
import { OPT_OUT_IGNORED } from "./opt-out-ignored.ts";
import { PAUSE_IGNORED } from "./pause-ignored.ts";
import { KINDS, type Kind, type Plant } from "./plant.ts";
import { QUIET_HOURS_IGNORED } from "./quiet-hours-ignored.ts";
import { REORDER } from "./reorder.ts";
import { RETRY_GIVEN_UP } from "./retry-given-up.ts";
import { STALE } from "./stale.ts";
import { TIME_MISSED } from "./time-missed.ts";
import { WORDS_SHOWN_TO_OTHERS } from "./words-shown-to-others.ts";
import { WRONG_DESK } from "./wrong-desk.ts";
import { WRONG_FATE } from "./wrong-fate.ts";
import { WRONG_LANE } from "./wrong-lane.ts";

const BY_KIND: Readonly<Record<Kind, readonly Omit<Plant, "kind">[]>> = {
  drop: DROP,
  double: DOUBLE,
  reorder: REORDER,
  stale: STALE,
  "off by an hour": OFF_BY_AN_HOUR,
  "wrong desk": WRONG_DESK,
  "wrong lane": WRONG_LANE,
  "lease ignored": LEASE_IGNORED,
  "lost update": LOST_UPDATE,
  "acknowledged too early": ACKNOWLEDGED_TOO_EARLY,
  "forgotten withdrawal": FORGOTTEN_WITHDRAWAL,
  "wrong fate": WRONG_FATE,
  "quiet hours ignored": QUIET_HOURS_IGNORED,
  "cooldown ignored": COOLDOWN_IGNORED,
  "opt-out ignored": OPT_OUT_IGNORED,
  "dedupe forgotten": DEDUPE_FORGOTTEN,
  "digest twice, never or wrong": DIGEST_TWICE_NEVER_OR_WRONG,
  "case not opened or closed": CASE_NOT_OPENED_OR_CLOSED,
  "card not as the case": CARD_NOT_AS_THE_CASE,
  "edit lost": EDIT_LOST,
  "retry given up": RETRY_GIVEN_UP,
  "pause ignored": PAUSE_IGNORED,
  "time missed": TIME_MISSED,
  "words shown to others": WORDS_SHOWN_TO_OTHERS,
};

/** Every planted fault, kind by kind. */
export const PLANTED: readonly Plant[] = KINDS.flatMap((kind) => BY_KIND[kind].map((plant) => ({ ...plant, kind })));
