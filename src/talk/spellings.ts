/** How words are written in haste or in dialect, by how they are compared. */
export const SPELLINGS: ReadonlyMap<string, string> = new Map(
  `ned nicht|net nicht|nich nicht|nid nicht|nit nicht|ni nicht|nimmer nicht mehr|nd nicht|nochma nochmal|iwie irgendwie|funzt funktioniert|funzn funktioniert|funktionirt funktioniert|funktoniert funktioniert|is ist|gehd geht|gez jetzt|jz jetzt|jtz jetzt|vllt vielleicht|bidde bitte|pls please|plz please|plse please
|naum nao|ñ nao|n nao|num nao|tbm tambem|tb tambem|q que|k que|ke que|xq porque|pq porque|porq porque|x por|d de|toy estoy|tan estan|aki aqui|msm mesmo|hj hoje|cmg comigo|qdo quando|qnd quando|qd quando|vcs voces|vc voce|oq que|td tudo|tds todos|mto muito|mt muito|mta muita|eh e
|tjs toujours|tjrs toujours|tjr toujours|pk pourquoi|pq pourquoi|pcq parce que|bcp beaucoup|svp svp|jsuis je suis|jai j ai|cest c est|ca ca|sa ca|marche marche|marchent marche|fonctionnent fonctionne|pa pas|ms mais|qd quand|qqn quelqu un|rdv rendez vous
|dosent doesnt|doesn doesnt|dont dont|wont wont|cant cant|carnt cant|wrk work|wrks works|werks works|wrking working|workin working|gettin getting|stil still|stll still|brokn broken|borken broken|u you|ur your|r are|y why|thier their|teh the|recieved received|recived received|recieve receive|wat what|wht what|pics pictures|rn now|gonna going to|wanna want to|gotta got to|cud could|wud would|shud should|probs problems|prob problem|prolly probably|thru through|tmrw tomorrow|tmr tomorrow|2day today|2morrow tomorrow`
    .split("|")
    .map((line) => line.trim().split(" "))
    .map(([written = "", ...meant]) => [written, meant.join(" ")] as const)
    .filter(([written, meant]) => written !== meant),
);

/** What words that several languages have mean in one of them, by its code: `mais` turns in French and adds in Portuguese. */
export const MEANINGS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  fr: new Map([["mais", "toutefois"]]),
};

/** Words that people mistype and that decide what is meant. */
const KEYS =
  `thanks thank please broken working still waiting invoice problem question another answer doesnt cannot missing refund account error again
danke vielen bitte immer funktioniert klappt warte frage rechnung fehler problem wieder kaputt leider
gracias muchas funciona todavia sigue factura pregunta problema perfecto
merci toujours fonctionne marche probleme question facture encore parfait
obrigado obrigada valeu funciona funcionou ainda continua problema consegui beleza`
    .split(/\s+/)
    .filter((word, index, all) => all.indexOf(word) === index);

/** Fewer letters are too easily another word. */
const SHORTEST = 5;

/** Whether two different words of about the same length differ by one letter, left out, added, changed or swapped with its neighbour. */
export function isSlip(written: string, meant: string): boolean {
  if (written[0] !== meant[0] || Math.abs(written.length - meant.length) > 1) return false;
  let from = 0;
  while (from < written.length && written[from] === meant[from]) from += 1;
  let end = 0;
  while (end < Math.min(written.length, meant.length) - from && written.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const [here, there] = [written.slice(from, written.length - end), meant.slice(from, meant.length - end)];
  if (here.length <= 1 && there.length <= 1) return true;
  return here.length === 2 && there.length === 2 && here[0] === there[1] && here[1] === there[0];
}

/** The word that was meant by one that is no known word; itself where none is near. */
export function mended(word: string): string {
  if (word.length < SHORTEST) return word;
  return KEYS.find((key) => isSlip(word, key)) ?? word;
}
