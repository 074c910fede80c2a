/** What the map is drawn from; the server reads the same files, so their format lives in core. */
export {
	ATLAS_LENSES,
	MOST_POINTS,
	REGION_LEVELS,
	type AtlasData,
	type AtlasLayout,
	type AtlasLens,
	type AtlasRegion,
} from '#core/atlas/atlas-data.ts';
export { AtlasFileError } from '#core/atlas/atlas-file.ts';
export {
	LABEL_HEIGHT_PX,
	LABEL_OFFSET_PX,
	LABEL_WIDEST_PX,
	REGION_FONT_PX,
	labelBox,
	regionBox,
	type LabelBox,
} from '#core/atlas/label-box.ts';
export {
	NEIGHBOURS,
	neighboursOf,
	type AtlasNeighbours,
	type Neighbour,
	type NeighbourReason,
} from '#core/atlas/neighbours.ts';
export { neighbourPairs, type NeighbourPair } from '#core/atlas/neighbour-pairs.ts';
export { readAtlas } from '#core/atlas/read-atlas.ts';
export { readNeighbours } from '#core/atlas/read-neighbours.ts';
