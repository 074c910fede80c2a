/** Themes of a picture: it is drawn in one, and stays so wherever it is shown. */
export type CardTheme = 'light' | 'dark';

/** Colours by their part, those of the page. */
export type CardTone =
	'ground' | 'raised' | 'line' | 'text' | 'quiet' | 'faint' | 'accent' | 'against';

/** A line of text; what does not fit its width is set smaller, then cut. */
export interface CardText {
	readonly kind: 'text';
	readonly text: string;
	readonly x: number;
	/** Baseline. */
	readonly y: number;
	/** Room to the right, in pixels. */
	readonly width: number;
	/** Sizes to try, the largest first. */
	readonly sizes: readonly [number, ...number[]];
	readonly weight: number;
	readonly tone: CardTone;
	/** Where it is set: it begins, or ends, at `x`. */
	readonly align?: 'start' | 'end';
}

export interface CardBlock {
	readonly kind: 'block';
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly radius?: number;
	readonly tone: CardTone;
}

/** Paths of a drawing on a ground of its own, placed and scaled as a whole. */
export interface CardDrawing {
	readonly kind: 'drawing';
	readonly x: number;
	readonly y: number;
	/** Size of the drawing's own coordinates, and what one of them is in pixels. */
	readonly width: number;
	readonly height: number;
	readonly scale: number;
	/** CSS colours. */
	readonly ground: string;
	readonly tone: string;
	readonly filled?: string | undefined;
	readonly stroked?: string | undefined;
	readonly strokeWidth?: number;
	readonly letters: string;
}

export type CardPart = CardText | CardBlock | CardDrawing;

/** A picture to share: everything that it shows, and where. Sizes are in pixels of the picture. */
export interface CardLayout {
	/** What it is, for who does not see it. */
	readonly title: string;
	readonly width: number;
	readonly height: number;
	readonly theme: CardTheme;
	readonly parts: readonly CardPart[];
}
