/** Turns bytes into text, a chunk at a time. */
export interface Decoder {
  /** Throws where the decoder is strict and the bytes are not in its encoding. */
  decode(bytes: Uint8Array, isLast?: boolean): string;
}

/** What windows-1252 has at 0x80 to 0x9F; some versions of Node read it as Latin-1, which has control characters there. */
const C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** A decoder of the encoding, by any name that TextDecoder knows. */
export function createDecoder(encoding: string, isStrict = false): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: isStrict });
  const isWestern = decoder.encoding === "windows-1252";
  return {
    decode: (bytes, isLast = true) => {
      const text = decoder.decode(bytes, { stream: !isLast });
      return isWestern ? text.replace(/[\x80-\x9f]/g, (sign) => C1[sign.charCodeAt(0) - 0x80] ?? sign) : text;
    },
  };
}

/** Whether there is an encoding of that name. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== "replacement";
  } catch {
    return false;
  }
}
