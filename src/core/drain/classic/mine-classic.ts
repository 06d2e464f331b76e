import { WILDCARD } from '../../scan/tokens.ts';
import type { FrozenMiner, Pattern } from '../frozen-miner.ts';
import { TemplateMatcher } from '../match.ts';
import { DRAIN_DEFAULTS } from '../mine.ts';
import { TemplateList } from '../template-list.ts';
import { ClassicDrain, type ClassicDrainOptions } from './classic-drain.ts';
import type { TokenLines } from './token-lines.ts';

type Lines = Pick<TokenLines, 'sequences' | 'sequenceOfLine'>;
/** `maxClusters` is that of the zero-config miner where it is left out. */
type TreeSettings = Omit<ClassicDrainOptions, 'maxClusters'> & Partial<Pick<ClassicDrainOptions, 'maxClusters'>>;

export interface MinedClassic {
  /** Templates as published: a run of `<*>` is as long as in the lines. Each has one pattern, itself. */
  readonly miner: FrozenMiner;
  /** Shape [lines]; -1 for a line without a sequence. */
  readonly keyOfLine: Int32Array;
  /** Lines that the bound on clusters left to the template `<*>`. */
  readonly overflowLines: number;
}

/**
 * Gives each line the key of the known template it matches; the others are mined, in order, into additional templates with
 * keys after the known ones, by falling number of lines, then by text.
 *
 * A line's own key is that of the cluster it joined while mining, as published. A frozen miner looks for the template with
 * most constants instead, which can be another one where clusters overlap.
 */
export function extendClassic(
  known: FrozenMiner,
  { sequences, sequenceOfLine }: Lines,
  settings: TreeSettings,
): MinedClassic {
  const matcher = new TemplateMatcher(known);
  const keyOfSequence = Int32Array.from(sequences, (tokens) => matcher.match(tokens) ?? -1);
  const drain = new ClassicDrain({ maxClusters: DRAIN_DEFAULTS.maxClusters, ...settings });
  const clusterOfLine = sequenceOfLine.map((sequence) =>
    sequence < 0 || (keyOfSequence[sequence] as number) >= 0 ? -1 : drain.add(sequences[sequence] ?? []),
  );
  const list = new TemplateList(known.templates);
  const keyOfCluster = new Int32Array(drain.templates().length);
  const layer = byLines(drain.templates(), clusterOfLine).map(({ tokens, text, cluster }): Pattern => {
    const key = list.keyFor(tokens, text);
    keyOfCluster[cluster] = key;
    return { key, tokens };
  });

  let catchAll = known.catchAll;
  let overflowLines = 0;
  const keyOfLine = sequenceOfLine.map((sequence, line) => {
    if (sequence < 0) return -1;
    const key = keyOfSequence[sequence] as number;
    const cluster = clusterOfLine[line] as number;
    if (key >= 0 || cluster >= 0) return key >= 0 ? key : (keyOfCluster[cluster] as number);
    overflowLines++;
    catchAll = list.keyFor([WILDCARD], WILDCARD);
    return catchAll;
  });
  const miner = layer.length === 0 ? known : { templates: list.templates, layers: [...known.layers, layer], catchAll };
  return { miner, keyOfLine, overflowLines };
}

/** Clusters by falling number of lines, then by text. */
function byLines(clusters: readonly (readonly string[])[], clusterOfLine: Int32Array) {
  const linesOf = new Int32Array(clusters.length);
  for (const cluster of clusterOfLine) if (cluster >= 0) linesOf[cluster] = (linesOf[cluster] as number) + 1;
  return clusters
    .map((tokens, cluster) => ({ tokens, text: tokens.join(' '), cluster, lines: linesOf[cluster] as number }))
    .sort((a, b) => b.lines - a.lines || (a.text < b.text ? -1 : 1));
}
