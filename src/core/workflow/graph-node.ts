/** Nodes that stand for no key. */
export const BEGIN = -1;
export const END = -2;
/** All steps that are not shown. */
export const FOLDED = -3;

/** A node of a graph: a key, or one of the numbers above. */
export type NodeId = number;

/** How a session's path goes over a part of the graph. */
export type PathMark = 'taken' | 'missing' | 'extra';
