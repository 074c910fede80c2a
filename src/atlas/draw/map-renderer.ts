// Shaders' uniforms are set without making code of text: the site's rules for scripts forbid that.
import 'pixi.js/unsafe-eval';
import { Container, Ticker, WebGLRenderer } from 'pixi.js';
import type { Viewport } from '../camera/camera.ts';
import { MAP_COLOURS } from '../colour/palettes.ts';
import { DotMesh } from './dot-mesh.ts';
import { LineMesh } from './line-mesh.ts';
import { TerrainMesh } from './terrain-mesh.ts';
import { createViewUniforms, setView, type View } from './view-uniforms.ts';

/** The passes of the map, from the ground up: five calls a frame. */
export interface MapRenderer {
	readonly terrain: TerrainMesh;
	/** Between titles of a list: many, and drawn anew more seldom than the others. */
	readonly ties: LineMesh;
	readonly lines: LineMesh;
	readonly titles: DotMesh;
	readonly marks: DotMesh;
	draw(view: View): void;
	resize(viewport: Viewport, pixelRatio: number): void;
	destroy(): void;
}

/**
 * Draws on a canvas with WebGL 2.
 *
 * @returns null where the browser has none
 */
export async function createMapRenderer(
	canvas: HTMLCanvasElement,
	viewport: Viewport,
	pixelRatio: number,
): Promise<MapRenderer | null> {
	const context = canvas.getContext('webgl2', {
		alpha: false,
		antialias: false,
		depth: false,
		stencil: true,
		powerPreference: 'default',
	});
	if (context === null) return null;
	const renderer = new WebGLRenderer();
	await renderer.init({
		canvas,
		context,
		...viewport,
		resolution: pixelRatio,
		autoDensity: true,
		antialias: false,
		// Neither events nor accessibility of sprites: there are none.
		manageImports: false,
	});
	// It draws when told to; nothing runs while the map stands still.
	Ticker.system.stop();
	const view = createViewUniforms();
	const terrain = new TerrainMesh(view);
	const [ties, lines] = [new LineMesh(view), new LineMesh(view)];
	const [titles, marks] = [new DotMesh(view), new DotMesh(view)];
	const stage = new Container();
	for (const { mesh } of [terrain, ties, lines, titles, marks]) stage.addChild(mesh);
	return {
		terrain,
		ties,
		lines,
		titles,
		marks,
		draw(next) {
			setView(view, next);
			const [red, green, blue] = MAP_COLOURS[next.theme].ground.map((value) => value / 255);
			renderer.render({ container: stage, clearColor: [red ?? 0, green ?? 0, blue ?? 0, 1] });
		},
		resize({ width, height }, ratio) {
			renderer.resize(width, height, ratio);
		},
		destroy() {
			for (const pass of [terrain, ties, lines, titles, marks]) pass.destroy();
			stage.destroy();
			renderer.destroy({ removeView: false, releaseGlobalResources: true });
		},
	};
}
