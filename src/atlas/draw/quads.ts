/** Corners of a quad are told apart by the number of the vertex: four vertices each, two triangles. */
export const QUAD_CORNERS = `
const vec2 CORNERS[4] = vec2[4](vec2(-1.0, -1.0), vec2(1.0, -1.0), vec2(1.0, 1.0), vec2(-1.0, 1.0));
`;

/**
 * Indices of `count` quads, the last drawn first: points are ordered by importance, and what is drawn last lies on top.
 * Instances would need a fraction of the memory, but are ten times slower where no GPU helps.
 */
export function quadIndices(count: number): Uint32Array {
	const indices = new Uint32Array(count * 6);
	for (let at = 0; at < count; at++) {
		const first = (count - 1 - at) * 4;
		indices.set([first, first + 1, first + 2, first, first + 2, first + 3], at * 6);
	}
	return indices;
}
