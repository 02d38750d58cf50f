import { findLinks } from "../../src/chat/find-links.ts";
import type { OutboundMessage } from "../../src/messages.ts";
import type { DrawPicture, FindLink, Log } from "../../src/ports.ts";
import { LONGEST_ALT } from "./cards.ts";
import type { IsRole } from "./mentions.ts";
import { shortened } from "./pieces.ts";
import { type Rendered, render } from "./render.ts";

export interface DrawConfig {
  /** The words of a link to a conversation. */
  readonly linkText: string;
  readonly findLink: FindLink;
  readonly drawPicture: DrawPicture;
  readonly isRole: IsRole;
  readonly log: Log;
}

/** The file of a picture. */
export interface PictureFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it shows, in words. */
  readonly alt: string;
}

/** A message ready to be sent. */
export interface Drawn {
  readonly pieces: readonly Rendered[];
  /** Null where there is none, or none can be drawn. */
  readonly picture: PictureFile | null;
}

/** How a message may be drawn: what has parts as text where it may be no card. */
export interface Means {
  readonly inCards: boolean;
  readonly withPicture: boolean;
}

/** Draws a message with its links and its picture. */
export type DrawMessage = (message: OutboundMessage, means: Means) => Promise<Drawn>;

export function createDrawMessage({ linkText, findLink, drawPicture, isRole, log }: DrawConfig): DrawMessage {
  const fileOf = async (picture: NonNullable<OutboundMessage["picture"]>): Promise<PictureFile | null> => {
    try {
      const drawn = await drawPicture(picture);
      return drawn && { name: `${drawn.name}.png`, bytes: drawn.png, alt: shortened(picture.alt, LONGEST_ALT) };
    } catch (error) {
      log.warn("A picture could not be drawn; the words go without it", { error: String(error) });
      return null;
    }
  };

  return async (message, { inCards, withPicture }) => {
    const picture = message.picture && withPicture ? await fileOf(message.picture) : null;
    const links = await findLinks(message, findLink);
    return { pieces: render(message, { links, linkText, file: picture?.name ?? null, inCards, isRole }), picture };
  };
}
