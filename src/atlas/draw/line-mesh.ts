import type { Rgb } from '../colour/oklch.ts';
import { QuadMesh, type QuadKind } from './quad-mesh.ts';
import { QUAD_CORNERS } from './quads.ts';
import type { ViewUniforms } from './view-uniforms.ts';

/** A line between two titles. */
export interface MapLine {
	readonly from: LineEnd;
	readonly to: LineEnd;
	readonly colour: Rgb;
	/** 0–1 at both ends. */
	readonly alpha: readonly [number, number];
	/** CSS pixels, 8 at most. */
	readonly width: number;
	/** None: it is drawn as it is in every view. */
	readonly fade?: LineFade;
}

/** How much of a line is left, by view. */
export interface LineFade {
	/** What is left of its opacity through each lens, 0–1. */
	readonly local: number;
	readonly global: number;
	/** Whole from this scale on, and gone at half of it. */
	readonly fromScale: number;
}

/** A place through both lenses. */
export interface LineEnd {
	readonly local: readonly [number, number];
	readonly global: readonly [number, number];
}

const STRIDE = 44;
const WIDEST = 8;
/** Scales are stored as parts of so many doublings. */
const DOUBLINGS = 16;

const VERTEX = `#version 300 es
in vec4 aLocal;
in vec4 aGlobal;
in vec4 aColour;
in vec4 aLook;
in vec4 aFade;
uniform vec2 uCentre;
uniform vec2 uPerUnit;
uniform vec2 uPerPixel;
uniform float uMorph;
out float vAcross;
out vec4 vColour;
flat out float vHalf;
${QUAD_CORNERS}
void main() {
	vec4 ends = mix(aLocal, aGlobal, uMorph);
	vec2 corner = CORNERS[gl_VertexID & 3];
	vec2 from = (ends.xy - uCentre) * uPerUnit / uPerPixel;
	vec2 to = (ends.zw - uCentre) * uPerUnit / uPerPixel;
	vec2 along = to - from;
	vec2 direction = along / max(length(along), 1e-6);
	vHalf = aLook.x * ${WIDEST.toFixed(1)} * 0.5;
	vAcross = corner.y * (vHalf + 1.0);
	vec2 place = mix(from, to, corner.x * 0.5 + 0.5) + vec2(-direction.y, direction.x) * vAcross;
	float doublings = log2(uPerUnit.x / uPerPixel.x);
	float left = mix(aFade.x, aFade.y, uMorph) * clamp(doublings + 1.0 - aFade.z * ${DOUBLINGS.toFixed(1)}, 0.0, 1.0);
	vColour = vec4(aColour.rgb, left * mix(aLook.y, aLook.z, corner.x * 0.5 + 0.5));
	// What is invisible has no area.
	gl_Position = left > 0.0 ? vec4(place * uPerPixel, 0.0, 1.0) : vec4(0.0);
}`;

const FRAGMENT = `#version 300 es
in float vAcross;
in vec4 vColour;
flat in float vHalf;
out vec4 result;
void main() {
	float cover = 1.0 - smoothstep(vHalf - 0.5, vHalf + 0.8, abs(vAcross));
	result = vec4(vColour.rgb, 1.0) * vColour.a * cover * min(1.0, vHalf * 2.0);
}`;

const LINES: QuadKind = {
	name: 'atlas-lines',
	stride: STRIDE,
	attributes: {
		aLocal: { format: 'float32x4', offset: 0 },
		aGlobal: { format: 'float32x4', offset: 16 },
		aColour: { format: 'unorm8x4', offset: 32 },
		aLook: { format: 'unorm8x4', offset: 36 },
		aFade: { format: 'unorm8x4', offset: 40 },
	},
	vertex: VERTEX,
	fragment: FRAGMENT,
};

const WHOLE: LineFade = { local: 1, global: 1, fromScale: 1 };

/** Draws lines of any width, all in one call. */
export class LineMesh extends QuadMesh {
	constructor(view: ViewUniforms) {
		super(LINES, view);
	}

	/** Draws these from now on, the first on top. */
	show(lines: readonly MapLine[]): void {
		const bytes = new ArrayBuffer(lines.length * 4 * STRIDE);
		const [floats, looks] = [new Float32Array(bytes), new Uint8Array(bytes)];
		lines.forEach(({ from, to, colour, alpha, width, fade = WHOLE }, line) => {
			const doublings = Math.log2(fade.fromScale) / DOUBLINGS;
			for (let corner = 0; corner < 4; corner++) {
				const vertex = (line * 4 + corner) * STRIDE;
				floats.set([...from.local, ...to.local, ...from.global, ...to.global], vertex / 4);
				looks.set([...colour, 255], vertex + 32);
				const size = Math.min(255, Math.round((width / WIDEST) * 255));
				looks.set([size, alpha[0] * 255, alpha[1] * 255], vertex + 36);
				looks.set([fade.local * 255, fade.global * 255, doublings * 255], vertex + 40);
			}
		});
		this.upload(lines.length, looks);
	}
}
