const listed = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(" ").split(" "));

/** What people are to one another, in five languages; folded. */
export const RELATIONS = listed(
  "husband wife son daughter mother mom mum father dad brother sister boss manager supervisor colleague coworker teammate partner girlfriend boyfriend",
  "fiance fiancee friend neighbour neighbor assistant aunt uncle cousin grandmother grandma grandfather grandpa nephew niece roommate flatmate landlord",
  "law stepmother stepfather godmother godfather doctor accountant lawyer secretary ex spouse kid child stepson stepdaughter worker",
  "mann frau sohn tochter mutter vater bruder schwester chef chefin kollege kollegen kollegin freund freundin partnerin nachbar nachbarn nachbarin tante",
  "onkel oma opa cousine verlobter verlobte lebensgefahrte lebensgefahrtin ehemann ehefrau mitbewohner mitbewohnerin vorgesetzter vorgesetzte neffe nichte",
  "mama papa schwager schwagerin assistent assistentin enkel enkelin vermieter vermieterin schwiegermutter schwiegervater kind",
  "marido esposo esposa mujer hijo hija madre padre hermano hermana jefe jefa companero companera colega amigo amiga novio novia pareja vecino vecina tio",
  "tia primo prima abuelo abuela suegro suegra socio socia sobrino sobrina cunado cunada",
  "mari femme epouse epoux fils fille mere pere maman frere soeur cheffe patron patronne collegue ami amie copain copine compagnon compagne conjoint",
  "conjointe voisin voisine oncle neveu niece associe associee responsable",
  "mulher filho filha mae pai irmao irma chefe namorado namorada noivo noiva vizinho vizinha avo sogro sogra cunhado cunhada sobrinho sobrinha parceiro",
  "parceira gerente patrao patroa",
);

/** Words for whose somebody is; folded. */
export const OWN = listed(
  "my our his her their your mein meine meinem meinen meiner meines unser unsere unserem unseren unserer sein seine ihr ihre ihrem ihren ihrer dein deine euer eure eurem eurer",
  "mi mis nuestro nuestra vuestro vuestra su sus tu mon ma mes notre votre vos ton ta tes son sa ses leur meu minha meus minhas nosso nossa seu sua dele dela",
);

/** Parts that people of a company play, before a name; folded. */
export const POSTS = listed(
  "agent agents customer client technician driver courier employee rep representative advisor operator user mitarbeiter mitarbeiterin fahrer fahrerin",
  "techniker technikerin kunde kundin agente tecnico tecnica repartidor repartidora empleado empleada cliente conseiller conseillere livreur livreuse",
  "technicien technicienne vendeur vendeuse atendente entregador entregadora motorista analista vendedor vendedora consultor consultora",
);

/** Those of them who are persons whatever capital follows: a client or a driver may be a program's. */
export const PERSONS = listed(
  "technician receptionist tecnico tecnica repartidor repartidora empleado empleada conseiller conseillere livreur livreuse technicien",
  "technicienne vendeur vendeuse atendente entregador entregadora motorista vendedor vendedora",
);

/** What may stand between such a word and the name; folded. */
export const SEEMINGLY = listed("named called namens nomme nommee appele appelee llamado llamada chamado chamada o a");

/** Greetings, each with the words of which one must stand before it; folded. */
export const GREETINGS: ReadonlyMap<string, string> = new Map([
  ..."hi hello hey heya dear hallo hallochen moin servus liebe lieber bonjour salut bonsoir coucou cher chere hola querido querida estimado estimada ola oi caro cara prezado prezada"
    .split(" ")
    .map((word): [string, string] => [word, ""]),
  ["thanks", ""],
  ["morning", "good"],
  ["afternoon", "good"],
  ["evening", "good"],
  ["you", "thank"],
  ["geehrter", "sehr"],
  ["geehrte", "sehr"],
  ["tag", "guten"],
  ["morgen", "guten"],
  ["abend", "guten"],
  ["dias", "buenos"],
  ["tardes", "buenas"],
  ["noches", "buenas"],
  ["dia", "bom"],
  ["tarde", "boa"],
  ["noite", "boa"],
]);

/** The last words of what stands before a signature, on the same line or the one before; folded. */
export const CLOSINGS = listed(
  "regards sincerely faithfully rgds grussen grusse gruss grusse mfg lg vg saludos saludo atentamente cordialmente abrazo cordialement salutations amicalement",
  "atenciosamente att abs cordiales cordiais cumprimentos distinguees cdlt cdt slds sds xoxo abracos abraco saudacoes signed gezeichnet gez fdo herzlichst hochachtungsvoll",
);

/** The same for words that only on the line before are surely such. */
export const LOOSE_CLOSINGS = listed(
  "best cheers thanks thank thx you love wishes truly yours danke dank euer eure dein deine gracias beso besos merci vous journee bises ja obrigado obrigada",
  "grato grata beijos advance voraus antemano avance",
);

/** A word before a name that somebody tells of themselves, with the words before it of which one must stand there. */
export interface SelfNaming {
  readonly after: readonly string[];
  readonly trust: "sure" | "likely";
  /** Whether it counts only as a label with a colon. */
  readonly isLabel?: true;
}

const sure = (...after: readonly string[]): SelfNaming => ({ after, trust: "sure" });
const likely = (...after: readonly string[]): SelfNaming => ({ after, trust: "likely" });
const label: SelfNaming = { after: [], trust: "sure", isLabel: true };

/** Introductions by their last word; folded. */
export const INTRODUCTIONS: ReadonlyMap<string, readonly SelfNaming[]> = new Map([
  ["is", [sure("name"), likely("this", "it", "here")]],
  ["s", [sure("name"), likely("it")]],
  ["am", [likely("i")]],
  ["m", [likely("i")]],
  ["me", [likely("call")]],
  ["name", [label]],
  ["named", [likely()]],
  ["heisse", [sure("ich")]],
  ["heisst", [sure("er", "sie", "der", "die")]],
  ["ist", [sure("name"), likely("hier", "das")]],
  ["bin", [likely("ich")]],
  ["spricht", [sure("hier")]],
  ["namens", [sure()]],
  ["appelle", [sure("m", "s")]],
  ["est", [sure("nom"), likely("c")]],
  ["suis", [likely("je")]],
  ["nom", [label]],
  ["llamo", [sure("me")]],
  ["llama", [sure("se")]],
  ["es", [sure("nombre"), likely("este", "esta")]],
  ["habla", [sure("al", "le")]],
  ["soy", [likely()]],
  ["nombre", [label]],
  ["e", [sure("nome", "aqui", "fala"), likely("este", "esta")]],
  ["chamo", [sure("me")]],
  ["chama", [sure("se")]],
  ["sou", [likely()]],
  ["nome", [label]],
  ["with", [likely("spoke", "talked", "speak", "chatted", "dealt")]],
  ["to", [likely("spoke", "talked", "speak")]],
  ["mit", [likely("sprach", "habe", "gesprach")]],
  ["con", [likely("hable", "hablado", "hablo")]],
  ["com", [likely("falei", "falado", "conversei")]],
  ["avec", [likely("parle", "discute")]],
]);
