import { Buffer, BufferImageSource, BufferUsage, Geometry, GlProgram, Mesh, Shader } from 'pixi.js';
import type { AtlasLens } from '../atlas-data.ts';
import { FIELD_EXTENT, FIELD_SIDE } from '../terrain/density-field.ts';
import type { ViewUniforms } from './view-uniforms.ts';

const VERTEX = `#version 300 es
in vec2 aCorner;
uniform vec2 uCentre;
uniform vec2 uPerUnit;
out vec2 vAt;
void main() {
	vAt = aCorner * 0.5 + 0.5;
	vec2 place = aCorner * ${(FIELD_EXTENT / 2).toFixed(3)};
	gl_Position = vec4((place - uCentre) * uPerUnit, 0.0, 1.0);
}`;

/** Heights are roots of densities; every step up is one tint more, with a fine line at its foot. */
const FRAGMENT = `#version 300 es
in vec2 vAt;
uniform sampler2D uLocalField;
uniform sampler2D uGlobalField;
uniform sampler2D uTaste;
uniform vec3 uGround;
uniform vec3 uInk;
uniform vec3 uAccent;
uniform float uMorph;
uniform float uTerrain;
uniform float uGlow;
uniform float uHasTaste;
out vec4 result;

float line(float value, float width) {
	float distance = abs(fract(value - 0.5) - 0.5) / max(fwidth(value), 1e-5);
	return 1.0 - smoothstep(width - 0.5, width + 0.7, distance);
}

void main() {
	vec4 field = mix(texture(uLocalField, vAt), texture(uGlobalField, vAt), uMorph);
	float height = field.a * 7.0 - 0.6;
	float step = floor(height) + smoothstep(0.4, 0.6, fract(height));
	float land = smoothstep(-0.15, 0.35, height);
	float tint = land * (0.045 + 0.028 * max(0.0, step)) * mix(1.15, 1.0, uGlow);
	vec3 colour = mix(uGround, field.rgb, tint * uTerrain);
	float contour = line(height, 0.5) * smoothstep(-0.3, 0.2, height);
	colour = mix(colour, mix(field.rgb, uInk, 0.35), contour * 0.13 * uTerrain * uTerrain);
	if (uHasTaste > 0.5) {
		float taste = texture(uTaste, vAt).a;
		float inside = smoothstep(0.3, 0.36, taste);
		float border = 1.0 - smoothstep(0.8, 1.9, abs(taste - 0.33) / max(fwidth(taste), 1e-5));
		colour = mix(colour, uAccent, inside * 0.07);
		colour = mix(colour, uAccent, border * 0.75);
	}
	result = vec4(colour, 1.0);
}`;

/** Draws how densely the map is settled, tinted like what lives there, and where a taste is at home. */
export class TerrainMesh {
	readonly mesh: Mesh<Geometry, Shader>;
	readonly #fields: Readonly<Record<AtlasLens | 'taste', BufferImageSource>>;
	readonly #taste: { uniforms: { uHasTaste: number }; update(): void };

	constructor(view: ViewUniforms) {
		this.#fields = { local: emptyField(), global: emptyField(), taste: emptyField() };
		const corners = new Buffer({
			data: new Float32Array([-1, -1, 1, -1, 1, 1, -1, 1]),
			usage: BufferUsage.VERTEX,
		});
		const geometry = new Geometry({
			attributes: { aCorner: { buffer: corners, format: 'float32x2', stride: 8, offset: 0 } },
			indexBuffer: new Uint32Array([0, 1, 2, 0, 2, 3]),
		});
		const shader = new Shader({
			glProgram: GlProgram.from({
				name: 'atlas-terrain',
				vertex: VERTEX,
				fragment: FRAGMENT,
				preferredFragmentPrecision: 'highp',
			}),
			resources: {
				view,
				taste: { uHasTaste: { value: 0, type: 'f32' } },
				uLocalField: this.#fields.local,
				uGlobalField: this.#fields.global,
				uTaste: this.#fields.taste,
			},
		});
		this.#taste = shader.resources.taste;
		this.mesh = new Mesh({ geometry, shader });
	}

	show(lens: AtlasLens, field: Uint8Array): void {
		fill(this.#fields[lens], field);
	}

	/** The land of a taste; null where there is none to show. */
	showTaste(field: Uint8Array | null): void {
		this.#taste.uniforms.uHasTaste = field === null ? 0 : 1;
		this.#taste.update();
		if (field !== null) fill(this.#fields.taste, field);
	}

	destroy(): void {
		const { geometry, shader } = this.mesh;
		this.mesh.destroy();
		geometry.destroy(true);
		shader?.destroy();
		for (const field of Object.values(this.#fields)) field.destroy();
	}
}

function emptyField(): BufferImageSource {
	return new BufferImageSource({
		resource: new Uint8Array(FIELD_SIDE * FIELD_SIDE * 4),
		width: FIELD_SIDE,
		height: FIELD_SIDE,
		format: 'rgba8unorm',
		// Colours are no light here: they stay what they are where the land is thin.
		alphaMode: 'no-premultiply-alpha',
		scaleMode: 'linear',
		addressMode: 'clamp-to-edge',
	});
}

function fill(source: BufferImageSource, field: Uint8Array): void {
	// The source was made with an array of this very kind and size.
	(source.resource as Uint8Array).set(field);
	source.update();
}
