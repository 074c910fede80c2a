import type { Rgb } from '../colour/oklch.ts';
import { QuadMesh, type QuadKind } from './quad-mesh.ts';
import { QUAD_CORNERS } from './quads.ts';
import type { ViewUniforms } from './view-uniforms.ts';

/** How a dot looks: a title, or what marks one. The order is the shader's. */
export const DOT_KINDS = ['title', 'glow', 'ring', 'selected', 'recommended'] as const;
export type DotKind = (typeof DOT_KINDS)[number];

export interface Dot {
	/** Place through both lenses. */
	readonly local: readonly [number, number];
	readonly global: readonly [number, number];
	readonly colour: Rgb;
	/** 0–1. */
	readonly alpha: number;
	/** CSS pixels at the reference scale. */
	readonly radius: number;
	readonly kind: DotKind;
}

/** Two places, a colour, a look: bytes of a vertex. */
const STRIDE = 24;
/** Radii are stored as parts of this. */
const LARGEST_RADIUS = 8;

const VERTEX = `#version 300 es
in vec2 aLocal;
in vec2 aGlobal;
in vec4 aColour;
in vec4 aLook;
uniform vec2 uCentre;
uniform vec2 uPerUnit;
uniform vec2 uPerPixel;
uniform float uMorph;
uniform float uRadius;
uniform float uGlow;
out vec2 vAt;
out vec4 vColour;
flat out float vRadius;
flat out int vKind;
${QUAD_CORNERS}
void main() {
	vKind = int(aLook.y * 255.0 + 0.5);
	vRadius = aLook.x * ${LARGEST_RADIUS.toFixed(1)} * uRadius;
	float reach = vRadius * (1.0 + 1.6 * uGlow) + 1.0;
	if (vKind == 1) reach = vRadius * 3.0 + 14.0;
	if (vKind >= 2) reach = vRadius + 14.0;
	// What is invisible is no larger than nothing.
	if (aColour.a == 0.0) reach = 0.0;
	vAt = CORNERS[gl_VertexID & 3] * reach;
	vColour = aColour;
	vec2 place = mix(aLocal, aGlobal, uMorph);
	gl_Position = vec4((place - uCentre) * uPerUnit + vAt * uPerPixel, 0.0, 1.0);
}`;

const FRAGMENT = `#version 300 es
in vec2 vAt;
in vec4 vColour;
flat in float vRadius;
flat in int vKind;
uniform vec3 uGround;
uniform vec3 uInk;
uniform vec3 uAccent;
uniform float uGlow;
uniform float uRadius;
out vec4 result;

float disc(float distance, float radius) {
	// Smaller than a pixel it is fainter, not gone.
	float covered = min(1.0, radius * radius * 1.6);
	return covered * (1.0 - smoothstep(radius - 0.7, radius + 0.7, distance));
}

float band(float distance, float radius, float width) {
	return 1.0 - smoothstep(width * 0.5, width * 0.5 + 1.0, abs(distance - radius));
}

void main() {
	float distance = length(vAt);
	float alpha = vColour.a;
	vec3 colour = vColour.rgb;
	if (vKind == 0) {
		float cover = disc(distance, vRadius) * alpha;
		// A hem in the colour of the ground keeps large neighbours apart.
		float hem = smoothstep(vRadius - 1.5, vRadius - 0.3, distance) * smoothstep(3.0, 5.0, vRadius);
		colour = mix(colour, uGround, 0.65 * hem);
		float away = distance / max(vRadius, 1.0);
		float halo = uGlow * 0.2 * exp(-1.1 * away * away) * alpha;
		// Light that is added covers nothing.
		result = vec4(colour * cover + vColour.rgb * halo, cover);
	} else if (vKind == 1) {
		// From farther off than the reference everything about it is smaller.
		float far = min(1.0, uRadius * uRadius);
		// Its opacity is that of the halo: of many, whose halos lie on each other, each is fainter. Close by they part.
		alpha = min(1.0, alpha * (uRadius < 1.0 ? far : uRadius));
		float away = distance / (vRadius + 4.0 * far);
		float halo = exp(-1.2 * away * away) * alpha;
		float core = disc(distance, vRadius + 0.8 * far) * 0.95;
		float rim = band(distance, vRadius + 1.6 * far, far) * 0.95;
		vec3 light = colour * halo * mix(0.3, 0.75, uGlow);
		result = vec4(light * (1.0 - core) + mix(colour, uInk, rim * 0.35) * max(core, rim * 0.8),
			max(max(core, rim * 0.8), halo * mix(0.3, 0.0, uGlow)));
	} else if (vKind == 2) {
		float ring = band(distance, vRadius + 3.5, 1.4) * alpha;
		result = vec4(colour * ring, ring);
	} else if (vKind == 3) {
		float ring = band(distance, vRadius + 5.0, 2.0);
		float gap = 1.0 - smoothstep(vRadius + 4.0, vRadius + 5.0, distance);
		float under = (1.0 - smoothstep(vRadius + 8.0, vRadius + 9.5, distance)) * 0.55;
		float core = disc(distance, vRadius);
		vec3 mixed = mix(mix(uGround, uAccent, ring), colour, core * gap);
		result = vec4(mixed, 1.0) * max(max(ring, core), under) * alpha;
	} else {
		float ring = band(distance, vRadius + 4.0, 1.8) * alpha;
		float halo = uGlow * 0.35 * exp(-0.02 * distance * distance) * alpha;
		result = vec4(uAccent * ring + uAccent * halo, ring);
	}
}`;

const DOTS: QuadKind = {
	name: 'atlas-dots',
	stride: STRIDE,
	attributes: {
		aLocal: { format: 'float32x2', offset: 0 },
		aGlobal: { format: 'float32x2', offset: 8 },
		aColour: { format: 'unorm8x4', offset: 16 },
		aLook: { format: 'unorm8x4', offset: 20 },
	},
	vertex: VERTEX,
	fragment: FRAGMENT,
};

/** Draws dots, all in one call. */
export class DotMesh extends QuadMesh {
	constructor(view: ViewUniforms) {
		super(DOTS, view);
	}

	/** Draws these from now on, the first on top. */
	show(dots: readonly Dot[]): void {
		const bytes = new ArrayBuffer(dots.length * 4 * STRIDE);
		const [floats, looks] = [new Float32Array(bytes), new Uint8Array(bytes)];
		dots.forEach(({ local, global, colour, alpha, radius, kind }, dot) => {
			for (let corner = 0; corner < 4; corner++) {
				const vertex = (dot * 4 + corner) * STRIDE;
				floats.set([...local, ...global], vertex / 4);
				looks.set([...colour, Math.round(alpha * 255)], vertex + 16);
				const size = Math.round((radius / LARGEST_RADIUS) * 255);
				looks.set([Math.min(255, size), DOT_KINDS.indexOf(kind)], vertex + 20);
			}
		});
		this.upload(dots.length, looks);
	}
}
