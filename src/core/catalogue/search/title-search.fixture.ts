import type { SearchableTitle } from './searchable-title.ts';

/** romaji | english | native | synonyms, separated by `;` | thousands of members */
const LINES = `
Shingeki no Kyojin | Attack on Titan | 進撃の巨人 | AoT; SnK | 4390
Shingeki no Kyojin Season 2 | Attack on Titan Season 2 | 進撃の巨人 Season2 | | 3040
Shingeki no Kyojin Season 3 | Attack on Titan Season 3 | 進撃の巨人 Season3 | | 2690
Shingeki no Kyojin: The Final Season | Attack on Titan: Final Season | 進撃の巨人 The Final Season | | 2310
Death Note | Death Note | デスノート | DN | 4330
Fullmetal Alchemist | Fullmetal Alchemist | 鋼の錬金術師 | Hagane no Renkinjutsushi; FMA | 1800
Fullmetal Alchemist: Brotherhood | Fullmetal Alchemist: Brotherhood | 鋼の錬金術師 FULLMETAL ALCHEMIST | FMA:B | 3710
Hunter x Hunter | | ハンター×ハンター | HxH | 700
Hunter x Hunter (2011) | Hunter x Hunter | ハンター×ハンター | | 3300
One Punch Man | One Punch Man | ワンパンマン | OPM | 3540
One Punch Man 2nd Season | One Punch Man Season 2 | ワンパンマン 第2期 | | 1890
One Piece | One Piece | ONE PIECE | OP | 2700
Naruto | Naruto | ナルト | | 3140
Naruto: Shippuuden | Naruto: Shippuden | ナルト 疾風伝 | | 2770
Naruto: Takigakure no Shitou | Naruto OVA | | | 90
Boku no Hero Academia | My Hero Academia | 僕のヒーローアカデミア | | 3300
Boku no Hero Academia 4th Season | My Hero Academia Season 4 | 僕のヒーローアカデミア | BNHA 4; MHA 4 | 1700
Kimetsu no Yaiba | Demon Slayer: Kimetsu no Yaiba | 鬼滅の刃 | | 3480
Jujutsu Kaisen | Jujutsu Kaisen | 呪術廻戦 | | 3070
Jujutsu Kaisen 2nd Season | Jujutsu Kaisen Season 2 | 呪術廻戦 懐玉・玉折／渋谷事変 | | 1430
Jujutsu Kaisen: Shimetsu Kaiyuu | Jujutsu Kaisen: The Culling Game | 呪術廻戦 死滅回游 | JJK3 | 300
Steins;Gate | Steins;Gate | STEINS;GATE | シュタゲ | 2830
Steins;Gate 0 | Steins;Gate 0 | シュタインズ・ゲート ゼロ | | 960
Code Geass: Hangyaku no Lelouch | Code Geass: Lelouch of the Rebellion | コードギアス 反逆のルルーシュ | | 2400
Bocchi the Rock! | Bocchi the Rock! | ぼっち・ざ・ろっく！ | | 810
Mob Psycho 100 | Mob Psycho 100 | モブサイコ100 | Mob Psycho Hyaku | 2340
Mob Psycho 100 II | Mob Psycho 100 II | モブサイコ100 II | | 1740
Mob Psycho 100 III | Mob Psycho 100 III | モブサイコ100 III | | 1000
Violet Evergarden | Violet Evergarden | ヴァイオレット・エヴァーガーデン | | 2000
Bakemonogatari | Bakemonogatari | 化物語 | | 1500
Monogatari Series: Second Season | Monogatari Series: Second Season | 〈物語〉シリーズ セカンドシーズン | | 720
Sen to Chihiro no Kamikakushi | Spirited Away | 千と千尋の神隠し | | 2040
Shinseiki Evangelion | Neon Genesis Evangelion | 新世紀エヴァンゲリオン | NGE | 2040
K-On! | K-ON! | けいおん! | Keion | 1130
86 | 86 Eighty-Six | 86―エイティシックス― | | 990
xxxHOLiC | xxxHOLiC | ×××HOLiC | | 350
.hack//Sign | | .hack//SIGN | | 190
Kimi no Na wa. | Your Name. | 君の名は。 | | 3050
Howl no Ugoku Shiro | Howl's Moving Castle | ハウルの動く城 | | 1500
Cowboy Bebop | Cowboy Bebop | カウボーイビバップ | | 2050
Sword Art Online | Sword Art Online | ソードアート・オンライン | SAO | 3320
Re:Zero kara Hajimeru Isekai Seikatsu | Re:ZERO -Starting Life in Another World- | Re:ゼロから始める異世界生活 | | 2500
Tokyo Ghoul | Tokyo Ghoul | 東京喰種 | Toukyou Guuru | 3000
Bleach | Bleach | ブリーチ | | 2200
Bleach: Sennen Kessen-hen | Bleach: Thousand-Year Blood War | BLEACH 千年血戦篇 | | 700
Dragon Ball Z | Dragon Ball Z | ドラゴンボールZ | DBZ | 1500
Haikyuu!! | Haikyu!! | ハイキュー!! | | 2190
Toradora! | Toradora! | とらドラ! | | 2000
Spy x Family | Spy x Family | SPY×FAMILY | スパイファミリー | 1910
Sousou no Frieren | Frieren: Beyond Journey's End | 葬送のフリーレン | | 1200
Chainsaw Man | Chainsaw Man | チェンソーマン | | 2000
Vinland Saga | Vinland Saga | ヴィンランド・サガ | | 1600
JoJo no Kimyou na Bouken (TV) | JoJo's Bizarre Adventure | ジョジョの奇妙な冒険 | | 1800
Ranma ½ | Ranma ½ | らんま½ | | 280
Koukaku Kidoutai | Ghost in the Shell | 攻殻機動隊 | | 650
Mahou Shoujo Madoka★Magica | Puella Magi Madoka Magica | 魔法少女まどか☆マギカ | | 1300
Ansatsu Kyoushitsu | Assassination Classroom | 暗殺教室 | | 2000
Ginga Eiyuu Densetsu | Legend of the Galactic Heroes | 銀河英雄伝説 | LotGH | 400
Samurai Champloo | Samurai Champloo | サムライチャンプルー | | 1200
Nanatsu no Taizai | The Seven Deadly Sins | 七つの大罪 | | 2000
One Outs | One Outs | ワンナウツ | | 250
Shirokuma Cafe | Polar Bear Café | しろくまカフェ | | 110
Dni Sakamoto | Sakamoto Days | | Дни Сакамото | 520
`;

function title(line: string): SearchableTitle {
	const [romaji = '', english = '', native = '', synonyms = '', thousands = ''] = line
		.split('|')
		.map((cell) => cell.trim());
	return {
		romaji,
		english: english || null,
		native: native || null,
		synonyms: synonyms
			.split(';')
			.map((name) => name.trim())
			.filter(Boolean),
		members: Number(thousands) * 1000,
	};
}

/** Sixty well-known titles with the kinds of names that catalogues have. */
export const FAMOUS: readonly SearchableTitle[] = LINES.trim().split('\n').map(title);
