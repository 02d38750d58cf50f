import { type Span, spansOf } from "./spans.ts";

const listed = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(" ").split(" "));

const SURNAMES = listed(
  "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 齋藤 斉藤 清水 山崎 阿部 森 池田 橋本 山下 石川 中島 前田 藤田 後藤 小川",
  "岡田 村上 長谷川 近藤 石井 坂本 遠藤 藤井 青木 福田 三浦 西村 藤原 太田 松田 原田 岡本 中野 中川 小野 田村 竹内 金子 和田 中山 石田 上田 森田 柴田 酒井 原 横山 宮崎 宮本 内田",
  "高木 谷口 安藤 丸山 今井 大野 高田 河野 藤本 小島 武田 村田 上野 杉山 増田 平野 菅原 小山 久保 大塚 千葉 松井 岩崎 木下 松尾 野口 菊地 菊池 野村 新井 佐野 杉本 古川 市川 島田 桜井",
  "水野 高野 吉川 山内 西田 西川 飯田 菅 北村 五十嵐 安田 川口 平田 関 中田 久保田 服部 東 岩田 土屋 川崎 福島 本田 辻 樋口 秋山 田口 永井 山中 中西 吉村 川上 大橋 石原 松岡 馬場",
  "浜田 森本 矢野 浅野 松下 星野 大久保 吉岡 小池 野田 荒木 熊谷 松浦 大谷 内藤 黒田 尾崎 川村 永田 望月 堀 松村 田辺 荒井 菅野 平井 大島 西山 早川 小松 石橋 片山 上原 林",
);
const SINGLE = listed("林 森 原 東 西 南 北 関 堀 岡 島 谷 辻 菅 平 梶 柳 岸 星 泉 今 沢 榊 乾 轟");
const GIVEN_END =
  /(?:郎|子|美|介|太|夫|雄|男|恵|香|奈|菜|樹|斗|翔|輔|彦|代|江|織|乃|也|哉|一|二|三|司|史|志|人|真|実|紀|希|音|咲|花|里|理|絵|優|佳|穂|那|治|次|蔵|平|吾|造|朗|助|作|海|結|衣|莉|葵|蓮|悠|陽|大)$/u;
const NO_NAMES =
  /(?:様子|椅子|帽子|菓子|調子|息子|電子|弟子|男子|女子|障子|分子|原子|種子|端末|電話|携帯|写真|名前|住所|学校|仕事|会社|部屋|荷物|注文|機械|誕生日|友人|実家|口座|財布|時計|病気|本人|個人|他人|大人|友達|知人|主人|夫人|新人|商品|家|車|服|靴|鍵|声|話|方|者|員|用|物|品|意|要望|希望|分|一|人|件|前|後|時)$/u;
/** Names that end with a number, which else counts things. */
const OF_ONE = /^[健純賢浩幸真誠信正慎伸修光敬謙俊英陽洋宏孝弘良雄圭]一$/u;
const NO_SPELLED = /^(?:たく|みな|お.{1,4}|だんな|むすめ|むすこ|とう|かあ|にい|ねえ|じい|ばあ|どなた|ご.*)$/u;
const ROLE =
  /(?:運営|事務局|窓口|編集|管理者|管理人|客|皆|奥|神|王|貴方|何|誰|仕|模|同|多|異|有|各位|担当|店員|係員|業者|運転手|母|父|兄|姉|爺|婆|祖母|祖父|叔父|叔母|娘|息子|旦那|主人|社長|部長|課長|係長|店長|学生|生徒|患者|子供|赤|坊|孫|嫁|花屋|本屋|薬屋|会社|御社|企業|店舗|部署|責任者|配達員|弊社|御中|利用者|会員|関係者|医者|大家|隣|屋|外|姫|殿|彼|若|疲|苦労|馳走|互|陰|世話|先|世|人|達|員|者|手|長|店|社|師|士|部|課|係|会|組|団)$/u;
const ROLE_WIDE =
  /^(?:スタッフ|サポート|メーカー|ショップ|オペレーター|カスタマー|ユーザー|ドライバー|オーナー|マネージャー|リーダー|メンバー|エンジニア|デザイナー|バイト|パート|ママ|パパ|クライアント|センター|サービス|コール|ゲスト|ボット)+$/u;

const NAME = "(?:(?!〇)[\\p{sc=Han}々]{1,5}|[\\p{sc=Katakana}ー]{2,8})";
const HONOURED = new RegExp(
  `(?<![おご御\\p{sc=Han}々])(?:担当の?|受付の?|店長の?)?(${NAME})(?=\\s?(?:さん|様|さま|サマ|くん|ちゃん|先生|殿|氏(?!名)))`,
  "gu",
);
const ENDEARED = /(?<![おご御\p{sc=Han}々])(\p{sc=Han})(?=ちゃん|くん)/gu;
const OF_COMPANY =
  /(?:会社|商事|工業|製作所|病院|大学|商店)[\p{sc=Han}\p{sc=Katakana}ー]{0,10}の([\p{sc=Han}々]{2,3})(?=です)/gu;
const SPELLED = /(?:^|[\s。、の])([\p{sc=Hiragana}]{2,5})(?=さん|様|氏)/gu;
const KIN =
  "夫|妻|主人|旦那|家内|嫁|息子|娘|母|父|兄|弟|姉|妹|上司|部下|同僚|先輩|後輩|友人|友達|彼氏|彼女|婚約者|祖母|祖父|叔父|叔母|従兄弟|甥|姪|隣人|隣|大家|長男|次男|長女|次女|担当|担当者";
const RELATED = new RegExp(
  `(?:${KIN})(?:[（(][^（）()]{1,8}[）)])?(?:の|、|・|[（(])([\\p{sc=Han}々]{2,5}(?:[\\p{sc=Hiragana}\\p{sc=Katakana}ー]{1,4}?)?|[\\p{sc=Katakana}ー]{2,8})(?=さん|様|氏|くん|ちゃん|先生|[がはをにのともへ、。）)\\s]|です|から|$)`,
  "gu",
);
const INTRODUCED = new RegExp(
  `(${NAME}(?:[ 　]?[\\p{sc=Han}々\\p{sc=Hiragana}\\p{sc=Katakana}ー]{1,5}?)?)(?=と(?:申し|もうし|申す|いいます|言います|いう者))`,
  "gu",
);
const SAID = new RegExp(
  `(?:(?:名前|氏名|姓名|お名前|担当者?名)(?:は|[:：]\\s?)|私は|わたしは)(${NAME}(?:[ 　][\\p{sc=Han}々\\p{sc=Katakana}ー]{1,5})?)(?=です|と|、|。|で|\\n|$)`,
  "gu",
);
const OPENING = new RegExp(
  `(?:^|[\\n。、])\\s?(${NAME}(?:[ 　][\\p{sc=Han}々]{1,4})?)(?=です(?:が|けど|[。、!\\n]))`,
  "gu",
);
const SIGNED = new RegExp(
  `(?:(?:よろしく|宜しく)(?:お願い|おねがい|御願い)[^。\\n]{0,12}[。、!.]?|敬具|草々|早々|敬白|以上(?:です)?[。、]?|では[。、]?)[\\s　。]{0,4}(?!敬具|草々|早々)(${NAME}(?:[ 　]?[\\p{sc=Han}々\\p{sc=Hiragana}\\p{sc=Katakana}ー]{1,5})?)(?=(?:より|拝)?[\\s。]{0,3}(?:\\n|$))`,
  "gu",
);

const GIVEN_WIDE = listed(
  "マイケル ジョン メアリー トム アンナ ロバート デイビッド ジェームズ ピーター ポール マリア サラ エミリー エマ ジャック クリス ケン ナオミ リサ マイク スティーブ ジェーン ルイス カルロス ホセ アナ",
  "ルイーズ ピエール ソフィー ハンス アレックス ダニエル ケビン ジョージ ヘンリー チャールズ アリス ルーシー ケイト ベン サム マックス タロウ ハナコ ケンジ ヒロシ ユキ ユウコ アキラ サトシ ケイコ ヨウコ",
);

/** Whether it begins as family names do, or is a family name. */
function isSurname(word: string): boolean {
  return SINGLE.has(word) || [3, 2].some((length) => SURNAMES.has(word.slice(0, length)));
}

function isGivenName(word: string): boolean {
  if (OF_ONE.test(word)) return true;
  return word.length > 1 && word.length < 5 && GIVEN_END.test(word) && !NO_NAMES.test(word);
}

function isPerson(word: string): boolean {
  const plain = word.replace(/[\s　]/g, "");
  return isSurname(plain) || isGivenName(plain) || GIVEN_WIDE.has(plain);
}

function isHonoured(word: string): boolean {
  if (/^[\p{sc=Katakana}ー]/u.test(word)) return !ROLE_WIDE.test(word);
  if (SINGLE.has(word) || SURNAMES.has(word)) return true;
  return word.length > 1 && !ROLE.test(word);
}

/** Names of people in Japanese: with an honorific, by what they are to the writer, at introductions and at the end. */
export function japanesePeopleSpans(text: string): Span[] {
  if (!/[\p{sc=Han}\p{sc=Katakana}]/u.test(text)) return [];
  const found = [
    ...spansOf(text, HONOURED, isHonoured),
    ...spansOf(text, ENDEARED, (name) => !ROLE.test(name)),
    ...spansOf(text, SPELLED, (name) => !NO_SPELLED.test(name)),
    ...spansOf(text, OF_COMPANY, isSurname),
    ...spansOf(text, RELATED, isPerson),
    ...spansOf(text, INTRODUCED, (name) => !ROLE.test(name)),
    ...spansOf(text, SAID, isPerson),
    ...spansOf(text, OPENING, (name) => name.length > 1 && isSurname(name)),
    ...spansOf(text, SIGNED, isPerson),
  ];
  return found.sort((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt);
}
