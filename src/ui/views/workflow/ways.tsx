import { formatCount, formatDuration, formatShare } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import { namedText, type TemplateNames } from '../../../core/report/template-names.ts';
import type { PictureEdge, WorkflowPicture } from '../../../core/report/workflow-report.ts';
import { BEGIN, END, type NodeId } from '../../../core/workflow/graph-node.ts';
import { disagrees, type WayChance } from '../../../core/workflow/way-chances.ts';
import type { FigureTable } from '../../charts/figure-table.ts';
import type { Column } from '../../widgets/column.ts';
import { NamedTemplate } from '../../widgets/NamedTemplate.tsx';
import { TemplateText } from '../../widgets/TemplateText.tsx';

/** Of the nodes of a graph. */
export type Texts = ReadonlyMap<NodeId, string>;

export function textsOf(picture: WorkflowPicture | undefined): Texts {
  return new Map(picture?.nodes.map(({ id, text }) => [id, text]));
}

/** The same, each behind its name, for where both stand in one piece. */
export function namedTexts(picture: WorkflowPicture | undefined, { byKey }: TemplateNames): Texts {
  return new Map(picture?.nodes.map(({ id, text }) => [id, id >= 0 ? namedText(text, byKey.get(id)) : text]));
}

/** Stable, unique in its graph. */
export function wayId({ from, to }: { readonly from: NodeId; readonly to: NodeId }): string {
  return `${from}>${to}`;
}

/** What a node stands for, in a sentence. */
export function stepText(id: NodeId, texts: Texts): string {
  if (id === BEGIN) return 'beginning of the session';
  if (id === END) return 'end of the session';
  return visibleText(texts.get(id) ?? '');
}

const MARKS = { taken: 'taken', missing: 'left out', extra: 'taken' } as const;

/** A way in one sentence, as a screen reader says it. @param texts with names */
export function waySentence(edge: PictureEdge, texts: Texts): string {
  const { from, to, count, time, mark } = edge;
  const times = time === undefined ? '' : `, after ${formatDuration(time.median)} (95 %: ${formatDuration(time.p95)})`;
  const chance = edge.chance && disagrees(edge.chance) ? `; ${chanceText(edge.chance)}` : '';
  const path = mark === undefined ? '' : `; ${MARKS[mark]} by the session`;
  return `From “${stepText(from, texts)}” to “${stepText(to, texts)}”: ${formatCount(count)} times${times}${chance}${path}`;
}

/** What sessions and key model say of a way, of all that may come there. */
export function chanceText(chance: WayChance): string {
  const both = `taken ${formatShare(chance.counted)} of the time in the sessions, ${formatShare(chance.expected)} by the key model`;
  return disagrees(chance) ? `${both}: they disagree strongly` : both;
}

/** A step of a list, with its name apart. */
function stepCell(id: NodeId, texts: Texts) {
  return id >= 0 ? (
    <NamedTemplate logKey={id} text={texts.get(id) ?? ''} />
  ) : (
    <TemplateText text={stepText(id, texts)} />
  );
}

/** The ways of a graph, with the texts of its nodes. */
export function wayColumns(texts: Texts): readonly Column<PictureEdge>[] {
  const step = (id: NodeId) => stepCell(id, texts);
  return [
    {
      id: 'from',
      title: 'After',
      width: 'minmax(0, 1fr)',
      cell: ({ from }) => step(from),
      sortBy: ({ from }) => stepText(from, texts),
    },
    {
      id: 'to',
      title: 'Comes',
      width: 'minmax(0, 1fr)',
      cell: ({ to }) => step(to),
      sortBy: ({ to }) => stepText(to, texts),
    },
    {
      id: 'count',
      title: 'Times',
      width: '4.5rem',
      align: 'end',
      cell: ({ count }) => formatCount(count),
      sortBy: ({ count }) => count,
    },
    {
      id: 'counted',
      title: 'In sessions',
      width: '5.25rem',
      align: 'end',
      showFrom: 900,
      cell: ({ chance }) => (chance ? formatShare(chance.counted) : ''),
      sortBy: ({ chance }) => chance?.counted ?? -1,
    },
    {
      id: 'expected',
      title: 'Key model',
      width: '7rem',
      align: 'end',
      showFrom: 560,
      cell: ({ chance }) => chance && `${disagrees(chance) ? 'disagrees: ' : ''}${formatShare(chance.expected)}`,
      sortBy: ({ chance }) => chance?.expected ?? -1,
    },
    {
      id: 'median',
      title: 'Median',
      width: '5.25rem',
      align: 'end',
      showFrom: 560,
      cell: ({ time }) => formatDuration(time?.median ?? Number.NaN),
      sortBy: ({ time }) => time?.median ?? -1,
    },
    {
      id: 'p95',
      title: '95 % within',
      width: '5.75rem',
      align: 'end',
      showFrom: 640,
      cell: ({ time }) => formatDuration(time?.p95 ?? Number.NaN),
      sortBy: ({ time }) => time?.p95 ?? -1,
    },
  ];
}

/** The same ways as the data of a figure. @param texts with names */
export function wayTable(edges: readonly PictureEdge[], texts: Texts): FigureTable {
  return {
    columns: [
      { title: 'After', kind: 'text' },
      { title: 'Comes', kind: 'text' },
      { title: 'Times', kind: 'number', format: formatCount },
      { title: 'Share of sessions', kind: 'number', format: formatShare },
      { title: 'After the step, in sessions', kind: 'number', format: formatShare },
      { title: 'After the step, key model', kind: 'number', format: formatShare },
      { title: 'Median, ms', kind: 'number', format: formatDuration },
      { title: '95 %, ms', kind: 'number', format: formatDuration },
      { title: 'Path', kind: 'text' },
    ],
    rows: edges.map(({ from, to, count, share, chance, time, mark }) => [
      stepText(from, texts),
      stepText(to, texts),
      count,
      share,
      chance?.counted ?? Number.NaN,
      chance?.expected ?? Number.NaN,
      time?.median ?? Number.NaN,
      time?.p95 ?? Number.NaN,
      mark === undefined ? '' : MARKS[mark],
    ]),
  };
}
