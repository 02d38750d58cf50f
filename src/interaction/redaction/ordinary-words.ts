const listed = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(" ").split(" "));

/** Words for parts that people play, which also stand in the names of accounts; folded. */
export const ROLES = listed(
  "agent agents support team hello contact mail email kontakt contacto contato help desk helpdesk service customer customers client clients user admin bot shop store sales",
  "test demo guest staff manager info office company group member people person someone nobody everybody",
  "kunde kunden kundin kundenservice kundendienst mitarbeiter mitarbeiterin agentin berater beraterin verkauf",
  "cliente clientes soporte equipo servicio atencion agente usuario equipe suporte servico atendimento atendente usuario",
  "equipe service client clients conseiller conseillere vendeur",
);

/** The months that are also names; folded. */
export const MONTHS = listed(
  "april may june august mars mai avril juin mayo abril junio julio maio junho julho agosto juni juli",
);

/** German nouns, which are written with a capital wherever they stand, and adjectives that may be; folded. */
export const GERMAN_NOUNS = listed(
  "weiss schwarz rot roth grun blau braun gross klein lang kurz stark schnell jung alt neu ernst frank heil kraft engel",
  "wolf fuchs vogel hahn hase lamm ochs konig kaiser herzog graf furst richter schneider muller fischer koch becker backer",
  "schmied schmidt wagner zimmermann bauer jager schafer forster winter sommer herbst fruhling berg stein bach feld wald busch baum blume",
  "kern kuhn klug freund fromm gut lieb sauer sturm nagel hammer keller kruger maurer meister topfer weber ziegler beck brand",
  "mark rose linde linden birke apfel korn kaufmann kramer schulze vogt hoffmann sonntag freitag montag abend morgen nacht tag",
);

/** Words of six languages that are names as well, and are taken for names only where the sentence says so; folded. */
export const ORDINARY: ReadonlySet<string> = new Set([
  ...ROLES,
  ...MONTHS,
  ...GERMAN_NOUNS,
  ...listed(
    "hope will mark rose grant faith grace joy art bill bob jack rob sue pat dean drew chase dawn eve iris ivy lily daisy violet",
    "ruby pearl amber jade gene guy hunter mason miles norm penny ray rich rusty sandy sky sunny summer autumn victor wade ward",
    "young king price cook baker smith carter cooper taylor walker turner miller potter brown white green black gray grey long",
    "short small little strong wise sharp rush love day knight page park parks stone wood woods hill hills field fields brook",
    "brooks banks bank bush case church close cross fox lamb bird swan finch hawk drake frost snow storm winters gold silver",
    "bell ball ford lane street west north east south major pope abbot bishop noble good best moody savage swift speed bright",
    "light power powers hand head foot bone chance sterling singer sawyer archer porter marshall parson steel temple wall",
    "walls waters wells wright yard york birch sample reed reid cole coal holly hazel olive ginger honey angel charity",
    "constance patience prudence melody harmony crystal destiny genesis heaven trinity clay colt cliff dale earl flint forest",
    "gale glen heath jay max mac nick peg robin roman sterling tom tony trip tucker van ace bud buck chip chuck dick don duke",
    "harry jean jimmy josh kit lance les lou nan otto pierce queen rock rod rusk sage sonny stew teddy tiger trace wren skip",
    "star stark stern still stiles stout strange sweet tall thorn trap tripp true vale vine vines webb weir wilde worth",
    "an al do di in im am so la le li lo no on or jo may my",
    "pena rosa luz sol dolores mercedes pilar consuelo esperanza paz blanca blanco rojo rubio moreno delgado bravo leal cruz",
    "flores rios torres castillo campo campos iglesia iglesias guerra caballero rey reyes reina marin mayor crespo calvo ramos vega",
    "prado fuente fuentes cuesta costa montes sierra cordero leon lobo toro vaca herrero zapatero pastor molina rico franco",
    "cortes gallego linda alma clara gloria victoria angeles salvador santos bueno buena bonito seco parra espino nieves perla",
    "alegria viento vientos arroyo pozo manzano naranjo robles amor mar cielo estrella aurora bella marina celeste remedios soledad encarnacion concepcion domingo casas casa pinto",
    "petit petite grand blanc noir brun roux legrand marguerite violette pierre claire aime aimee desire berger boucher meunier",
    "boulanger marchand charpentier roi leroy fontaine riviere montagne bois foret moulin clement constant prudent parfait bonnet",
    "mercier chevalier roche bon bref maire gros gras leger juste noel ange belle bonne fleur lune merle perle reine soleil",
    "pereira oliveira nogueira leite coelho carneiro cordeiro leao machado rocha ribeiro serra monteiro barros branco preto",
    "vermelho vitoria graca dores lua neves salgado bento reis feliz ramo pinheiro figueira lago ponte porto praia",
  ),
]);

/** Japanese words of one or two letters that are names as well. */
export const ORDINARY_JAPANESE = listed(
  "光 愛 希望 桜 花 空 海 春 夏 秋 冬 金 石 田 山 川 橋 泉 星 月 雪 谷 本 上 中 下 林 森 原 東 西 南 北 見本 担当 大地 未来 幸 心 優 明 誠 翼 蓮 葵 楓 緑 千 朝日 日向 平和 青木 黒 白 高 小 大 町 村 井 港 岡 島 東京 大阪 京都 福岡 広島 長崎 宮崎 福島 千葉 石川 山口",
);
