import { before, isLabelled } from "./labels.ts";
import { isIpv4, isIpv6 } from "./numbers.ts";
import { numberSpans, type Span } from "./spans.ts";

const IPV4 = /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)/g;
const IPV6 = /(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}(?![\w:])/gi;
/** Addresses that every machine has, and those that stand in everybody's house. */
const EVERYONES =
  /^(?:127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|192\.168\.\d+\.\d+|0\.0\.0\.0|255\.255\.255\.\d+|::1?|0:0:0:0:0:0:0:[01])$/;
const ADDRESS = /(?:\bip\b|address|adresse|dirección|endereço|アドレス|host|server|ping)[^\n]{0,20}$/i;
const PROGRAM =
  /(?:version|versão|versión|\bver\b|\bv\.?\s?$|バージョン|release|firmware|ファームウェア|build|update|upgrade|driver|treiber|sdk|plugin|patch|aktualisierung|actualización|mise à jour|atualização|\bapp\b|application|aplicación|aplicativo|アプリ)[^\n]{0,30}$/i;

/** Versions have four numbers too: which it is the nearer word says. */
function isVersion(text: string, startsAt: number): boolean {
  const said = before(text, startsAt, 50);
  return isLabelled(text, startsAt) || (PROGRAM.test(said) && !ADDRESS.test(said));
}

/** Addresses of machines, but those that every machine or every house has; numbers of versions are none. */
export function networkSpans(text: string): Span[] {
  const isAddress = (is: (found: string) => boolean) => (found: string, startsAt: number) =>
    is(found) && !EVERYONES.test(found) && !isVersion(text, startsAt);
  const six = text.includes("::") || /[\da-f]:[\da-f]+:/i.test(text) ? numberSpans(text, IPV6, isAddress(isIpv6)) : [];
  return [...six, ...numberSpans(text, IPV4, isAddress(isIpv4))].sort((a, b) => a.startsAt - b.startsAt);
}
