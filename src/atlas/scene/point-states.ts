/** How a title stands on the map: drawn, left out by the legend and drawn as dust, or not there at all. */
export const POINT_STATES = { dust: 0, shown: 1, absent: 2 } as const;
