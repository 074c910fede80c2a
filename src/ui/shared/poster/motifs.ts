/** The placeholder's coordinates: a poster of 2:3. */
export const POSTER_WIDTH = 200;
export const POSTER_HEIGHT = 300;

/** A quiet drawing for the lower half of a placeholder, as SVG path data. */
export interface Motif {
	readonly filled: string;
	readonly stroked: string;
	/** Width of the stroke in poster units. */
	readonly strokeWidth: number;
}

export type DrawMotif = (random: () => number) => Motif;

const n = (value: number): string => String(Math.round(value * 10) / 10);
const filled = (path: string): Motif => ({ filled: path, stroked: '', strokeWidth: 0 });
const stroked = (path: string, strokeWidth: number): Motif => ({
	filled: '',
	stroked: path,
	strokeWidth,
});
const between = (random: () => number, low: number, high: number): number =>
	low + random() * (high - low);

/** Two shapes of opposite turn leave a hole where they overlap (the non-zero fill rule). */
function circle(x: number, y: number, r: number, turn: 0 | 1 = 0): string {
	const half = (dx: number): string => `a${n(r)} ${n(r)} 0 1 ${turn} ${n(dx)} 0`;
	return `M${n(x - r)} ${n(y)}${half(2 * r)}${half(-2 * r)}Z`;
}

function polygon(points: readonly (readonly [number, number])[]): string {
	return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`;
}

/** A range of mountains. */
const ridges: DrawMotif = (random) => {
	const peak = between(random, 40, 160);
	const top = between(random, 150, 180);
	const shoulder = peak < 100 ? between(random, 140, 190) : between(random, 10, 60);
	return filled(
		polygon([
			[peak - 150, 300],
			[peak, top],
			[peak + 150, 300],
		]) +
			polygon([
				[shoulder - 80, 300],
				[shoulder, top + between(random, 45, 70)],
				[shoulder + 80, 300],
			]),
	);
};

/** Orbits around something below the edge. */
const rings: DrawMotif = (random) => {
	const x = random() < 0.5 ? between(random, 20, 60) : between(random, 140, 180);
	const y = between(random, 250, 280);
	const radii = [46, 76, 106, 136];
	const angle = between(random, 3.5, 5.9);
	const orbit = 106;
	return {
		filled: circle(x, y, 24) + circle(x + orbit * Math.cos(angle), y + orbit * Math.sin(angle), 9),
		stroked: radii.map((r) => circle(x, y, r)).join(''),
		strokeWidth: 2.5,
	};
};

/** A blind that is not quite closed. */
const slats: DrawMotif = (random) => {
	const bars = Array.from({ length: 8 }, (_, bar) => {
		const top = between(random, 150, 250);
		return `M${n(8 + bar * 24)} 300V${n(top)}h16V300Z`;
	});
	return filled(bars.join(''));
};

/** Two discs that meet; the lens between them is left open. */
const discs: DrawMotif = (random) => {
	const y = between(random, 205, 235);
	const tilt = between(random, -16, 16);
	return filled(circle(72, y + tilt, 58) + circle(128, y - tilt, 58, 1));
};

const waves: DrawMotif = (random) => {
	const start = between(random, -80, 0);
	const height = between(random, 9, 15);
	const rows = Array.from({ length: 5 }, (_, row) => {
		const y = 180 + row * 26;
		const arcs = Array.from({ length: 4 }, () => `q20 ${n(-2 * height)} 40 0t40 0`).join('');
		return `M${n(start - row * 13)} ${y}${arcs}`;
	});
	return stroked(rows.join(''), 5);
};

/** Lines of speed towards one point. */
const wedges: DrawMotif = (random) => {
	const x = between(random, 130, 215);
	const y = between(random, 150, 190);
	const rays = Array.from({ length: 7 }, (_, ray) => {
		const angle = 1.5 + ray * 0.27 + between(random, -0.04, 0.04);
		const half = between(random, 0.035, 0.075);
		const far = (a: number): [number, number] => [x + 330 * Math.cos(a), y + 330 * Math.sin(a)];
		return polygon([[x, y], far(angle - half), far(angle + half)]);
	});
	return filled(rays.join(''));
};

/** The bend of a running track. */
const lanes: DrawMotif = (random) => {
	const left = random() < 0.5;
	const radii = [40, 68, 96, 124, 152];
	return stroked(radii.map((r) => circle(left ? 0 : POSTER_WIDTH, 300, r)).join(''), 10);
};

const confetti: DrawMotif = (random) => {
	const dots: string[] = [];
	for (let row = 0; row < 5; row++) {
		for (let column = 0; column < 7; column++) {
			// Fewer and smaller towards the title.
			if (random() > 0.35 + row * 0.14) continue;
			dots.push(circle(16 + column * 28, 170 + row * 28, between(random, 3, 5 + row * 1.4)));
		}
	}
	return filled(dots.join(''));
};

/** A moon behind bands of haze. */
const moon: DrawMotif = (random) => {
	const x = between(random, 70, 135);
	const y = between(random, 205, 225);
	const r = between(random, 56, 68);
	const bands = [0.25, 0.5, 0.75].map((at) => {
		const bandY = y + r * at;
		const half = r * Math.sqrt(1 - at * at) + between(random, 14, 34);
		return `M${n(x - half)} ${n(bandY)}H${n(x + half)}`;
	});
	return { filled: circle(x, y, r), stroked: bands.join(''), strokeWidth: 4 };
};

/** Doorways within doorways. */
const arches: DrawMotif = (random) => {
	const x = between(random, 80, 120);
	const path = [18, 38, 58, 78].map((half) => {
		const spring = 292 - half * 1.05;
		return `M${n(x - half)} 304V${n(spring)}a${half} ${half} 0 0 1 ${half * 2} 0V304`;
	});
	return stroked(path.join(''), 7);
};

const levels: DrawMotif = (random) => {
	const path = Array.from({ length: 9 }, (_, bar) => {
		const half = between(random, 8, 52) * Math.sin(((bar + 1) / 10) * Math.PI) + 5;
		return `M${20 + bar * 20} ${n(228 - half)}V${n(228 + half)}`;
	});
	return stroked(path.join(''), 9);
};

/** Chevrons, as stencilled on machines. */
const plates: DrawMotif = (random) => {
	const tip = between(random, 85, 115);
	const rows = [168, 210, 252, 294].map((y) =>
		polygon([
			[-10, y + 44],
			[tip, y],
			[210, y + 44],
			[210, y + 66],
			[tip, y + 22],
			[-10, y + 66],
		]),
	);
	return filled(rows.join(''));
};

/** Two rolling hills, for whatever has no genre. */
const hills: DrawMotif = (random) => {
	const crest = between(random, 40, 150);
	return filled(
		circle(crest, 360, between(random, 130, 160)) + circle(crest < 100 ? 190 : 10, 350, 95),
	);
};

export const MOTIFS = {
	ridges,
	rings,
	slats,
	discs,
	waves,
	wedges,
	lanes,
	confetti,
	moon,
	arches,
	levels,
	plates,
	hills,
} as const satisfies Record<string, DrawMotif>;
