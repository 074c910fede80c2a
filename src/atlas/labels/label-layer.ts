import type { Camera, Viewport } from '../camera/camera.ts';

/** A text on the map. */
export interface MapLabel {
	/** Tells it from all others; stays with it from view to view. */
	readonly key: string;
	readonly text: string;
	readonly lang?: string | undefined;
	/** Place on the map. */
	readonly x: number;
	readonly y: number;
	/** From the place down to the middle of the text, px. */
	readonly offsetPx: number;
	/** Wider is cut off; none where it may be as wide as it is. */
	readonly widestPx?: number | undefined;
	/** Class of the element: what it is set like. */
	readonly look: string;
}

interface Shown {
	readonly element: HTMLElement;
	label: MapLabel;
	scale: number;
}

/**
 * Labels as elements of the page: crisp at every density, in the page's own font. A pan moves them all by one
 * transform; only what comes and goes, and a change of scale, touches single ones.
 */
export class LabelLayer {
	readonly #layer: HTMLElement;
	readonly #shown = new Map<string, Shown>();

	/** @param host gets the layer; what it holds is told by other means as well, so voices pass it over */
	constructor(host: HTMLElement) {
		this.#layer = host.ownerDocument.createElement('div');
		this.#layer.className = 'map-labels';
		this.#layer.setAttribute('aria-hidden', 'true');
		host.append(this.#layer);
	}

	update({ x, y, scale }: Camera, viewport: Viewport, labels: readonly MapLabel[]): void {
		const left = viewport.width / 2 - x * scale;
		const top = viewport.height / 2 + y * scale;
		this.#layer.style.transform = `translate(${left}px, ${top}px)`;
		const wanted = new Set(labels.map(({ key }) => key));
		for (const [key, { element }] of this.#shown) {
			if (wanted.has(key)) continue;
			element.remove();
			this.#shown.delete(key);
		}
		for (const label of labels) {
			const shown = this.#shown.get(label.key) ?? this.#add(label);
			if (shown.label !== label) dress(shown, label);
			if (shown.scale !== scale) place(shown, scale);
		}
	}

	destroy(): void {
		this.#layer.remove();
		this.#shown.clear();
	}

	#add(label: MapLabel): Shown {
		const element = this.#layer.ownerDocument.createElement('span');
		const shown: Shown = { element, label, scale: NaN };
		dress(shown, label);
		this.#layer.append(element);
		this.#shown.set(label.key, shown);
		return shown;
	}
}

function dress(shown: Shown, label: MapLabel): void {
	const { element } = shown;
	shown.label = label;
	// Placed anew, wherever it was.
	shown.scale = NaN;
	element.className = `map-label ${label.look}`;
	element.dataset.key = label.key;
	if (element.textContent !== label.text) element.textContent = label.text;
	if (label.lang === undefined) element.removeAttribute('lang');
	else element.lang = label.lang;
	element.style.maxWidth = label.widestPx === undefined ? '' : `${label.widestPx}px`;
}

function place(shown: Shown, scale: number): void {
	shown.scale = scale;
	const { x, y, offsetPx } = shown.label;
	shown.element.style.transform = `translate(${x * scale}px, ${-y * scale + offsetPx}px) translate(-50%, -50%)`;
}
