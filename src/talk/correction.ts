/** What somebody says is wrong about them, and what is right. */
export interface Correction {
  readonly field: "name" | "email" | "other";
  readonly text: string;
}

const EMAIL = /^[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[^\s@<>.]{2,63}$/u;

/** Whether it says what is right, and an e-mail address is one. */
export function isCorrection({ field, text }: Correction): boolean {
  return field === "email" ? EMAIL.test(text.trim()) : text.trim() !== "";
}
