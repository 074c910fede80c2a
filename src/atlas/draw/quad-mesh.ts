import { Buffer, BufferUsage, Geometry, GlProgram, Mesh, Shader } from 'pixi.js';
import { quadIndices } from './quads.ts';
import type { ViewUniforms } from './view-uniforms.ts';

/** What one kind of quad is made of. */
export interface QuadKind {
	readonly name: string;
	/** Bytes of a vertex. */
	readonly stride: number;
	/** Where in a vertex each attribute of the shader stands. */
	readonly attributes: Readonly<
		Record<
			string,
			{ readonly format: 'float32x2' | 'float32x4' | 'unorm8x4'; readonly offset: number }
		>
	>;
	readonly vertex: string;
	readonly fragment: string;
}

/** Any number of quads of one kind, drawn in one call. */
export class QuadMesh {
	readonly mesh: Mesh<Geometry, Shader>;
	readonly #vertices: Buffer;
	readonly #indices: Buffer;

	constructor({ name, stride, attributes, vertex, fragment }: QuadKind, view: ViewUniforms) {
		this.#vertices = new Buffer({
			data: new Uint8Array(stride * 4),
			usage: BufferUsage.VERTEX | BufferUsage.COPY_DST,
			shrinkToFit: false,
		});
		this.#indices = new Buffer({
			data: new Uint32Array(6),
			usage: BufferUsage.INDEX | BufferUsage.COPY_DST,
			shrinkToFit: false,
		});
		const placed = Object.entries(attributes).map(([attribute, at]) => [
			attribute,
			{ ...at, buffer: this.#vertices, stride },
		]);
		const geometry = new Geometry({
			attributes: Object.fromEntries(placed),
			indexBuffer: this.#indices,
		});
		const glProgram = GlProgram.from({
			name,
			vertex,
			fragment,
			preferredFragmentPrecision: 'highp',
		});
		this.mesh = new Mesh({ geometry, shader: new Shader({ glProgram, resources: { view } }) });
		this.mesh.visible = false;
	}

	/** Draws these from now on, the first on top: `count` times four vertices. */
	protected upload(count: number, vertices: Uint8Array<ArrayBuffer>): void {
		this.mesh.visible = count > 0;
		if (count === 0) return;
		this.#vertices.data = vertices;
		this.#indices.data = quadIndices(count);
	}

	destroy(): void {
		const { geometry, shader } = this.mesh;
		this.mesh.destroy();
		geometry.destroy(true);
		shader?.destroy();
	}
}
