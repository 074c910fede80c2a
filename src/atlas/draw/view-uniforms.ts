import { UniformGroup } from 'pixi.js';
import type { Camera, Viewport } from '../camera/camera.ts';
import { MAP_COLOURS, type MapTheme } from '../colour/palettes.ts';
import { radiusFactor } from '../points/point-radius.ts';

/** What all passes know of the view; shaders declare those that they use. */
export interface View {
	readonly camera: Camera;
	readonly viewport: Viewport;
	/** 0 = the local lens, 1 = the global one; between while one turns into the other. */
	readonly morph: number;
	readonly theme: MapTheme;
}

/** Scales between which the terrain fades: close by, points are all that there is to see. */
const TERRAIN_FULL = 700;
const TERRAIN_GONE = 6000;
const TERRAIN_LEAST = 0.3;

export function createViewUniforms() {
	return new UniformGroup({
		uCentre: { value: new Float32Array(2), type: 'vec2<f32>' },
		/** Clip space for one map unit, and for one CSS pixel. */
		uPerUnit: { value: new Float32Array(2), type: 'vec2<f32>' },
		uPerPixel: { value: new Float32Array(2), type: 'vec2<f32>' },
		uGround: { value: new Float32Array(3), type: 'vec3<f32>' },
		uInk: { value: new Float32Array(3), type: 'vec3<f32>' },
		uAccent: { value: new Float32Array(3), type: 'vec3<f32>' },
		uMorph: { value: 0, type: 'f32' },
		uRadius: { value: 1, type: 'f32' },
		/** 1 on a dark ground, on which light adds up; 0 on paper. */
		uGlow: { value: 0, type: 'f32' },
		uTerrain: { value: 1, type: 'f32' },
	});
}

export type ViewUniforms = ReturnType<typeof createViewUniforms>;

/** Takes a view over; the next draw uploads it. */
export function setView(group: ViewUniforms, { camera, viewport, morph, theme }: View): void {
	const { uniforms } = group;
	const { width, height } = viewport;
	uniforms.uCentre.set([camera.x, camera.y]);
	uniforms.uPerUnit.set([(2 * camera.scale) / width, (2 * camera.scale) / height]);
	uniforms.uPerPixel.set([2 / width, 2 / height]);
	const colours = MAP_COLOURS[theme];
	uniforms.uGround.set(colours.ground.map((value) => value / 255));
	uniforms.uInk.set(colours.ink.map((value) => value / 255));
	uniforms.uAccent.set(colours.accent.map((value) => value / 255));
	uniforms.uMorph = morph;
	uniforms.uRadius = radiusFactor(camera.scale);
	uniforms.uGlow = theme === 'dark' ? 1 : 0;
	const faded = Math.log(camera.scale / TERRAIN_FULL) / Math.log(TERRAIN_GONE / TERRAIN_FULL);
	uniforms.uTerrain = Math.max(TERRAIN_LEAST, Math.min(1, 1 - faded));
	group.update();
}
