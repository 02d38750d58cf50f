import type { PageDesk } from "../../desk.ts";
import type { ChatKey } from "./chat.ts";

/** Where a customer's chat is served, and where its forms go: the seat of the local trial, or the customers' own door. */
export interface ChatSeat {
  /** Address of a conversation's page. */
  page(key: ChatKey): string;
  /** Address of the page of one that has not begun, to which the id is given that it would have. */
  fresh(key: ChatKey): string;
  /** Address that leads to whatever conversation is theirs. */
  own(key: ChatKey): string;
  /** Where a message is sent. */
  readonly message: string;
  /** Where everything else is sent. */
  readonly act: string;
  readonly feed: string;
  /** Where the brand in the header leads. */
  readonly home: string;
  /** Whether people come here who have no business at any other page. */
  readonly isPublic: boolean;
  /** The fields that say whose a form is and which conversation it is about. */
  fields(key: ChatKey): Readonly<Record<string, string>>;
}

/** The seat of the local trial: whose chat it is stands in the address, and whoever has the desk's key may take it. */
export function trialSeat({ path }: Pick<PageDesk, "path">): ChatSeat {
  const page = ({ me, chat }: ChatKey) =>
    path(`/customer?me=${encodeURIComponent(me)}&chat=${encodeURIComponent(chat)}`);
  return {
    page,
    fresh: page,
    own: ({ me }) => path(`/customer?me=${encodeURIComponent(me)}`),
    message: path("/customer/message"),
    act: path("/customer/act"),
    feed: path("/live"),
    home: path("/"),
    isPublic: false,
    fields: ({ me, chat }) => ({ me, chat }),
  };
}
