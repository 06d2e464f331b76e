import { formatCount, formatNumberOf } from '../base/format.ts';
import { branchOf } from './branch.ts';
import { type Departure, departureOf, dueText, MOST_NAMED } from './departure.ts';
import { nearestVariant } from './nearest-variant.ts';
import type { SessionPath } from './session-path.ts';
import type { TaskWorkflow } from './workflow.ts';

type TextOf = (key: number) => string;

/**
 * What a session departs from, in up to three sentences: how far its task got, what was due where it left the workflow, and how the
 * normal sessions most like it went on.
 *
 * @param keys of its events, in order
 * @param textOf template of a key
 * @returns undefined where it did what is usual
 */
export function diagnosisOf(
  task: TaskWorkflow,
  path: SessionPath,
  keys: ArrayLike<number>,
  textOf: TextOf,
): string | undefined {
  const departure = departureOf(path);
  if (departure === undefined) return undefined;
  const went = example(task, path, departure.left, keys, textOf);
  return [progress(task, path), departureSentence(task, departure, textOf), went]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

function progress({ sessions }: TaskWorkflow, { steps }: SessionPath): string {
  const done = steps.filter(({ is }) => is === 'step').length;
  const missing = steps.filter(({ is }) => is === 'missing').length;
  const extra = steps.length - done - missing;
  const beside = extra === 0 ? '' : ` and ${formatNumberOf(extra, 'event')} beside them`;
  const by = formatNumberOf(sessions, 'normal session');
  return `It took ${formatCount(done)} of the ${formatNumberOf(done + missing, 'step')} due on its way${beside}, by the workflow of ${by}.`;
}

/** What came where something else was due. */
function departureSentence({ tree }: TaskWorkflow, departure: Departure, textOf: TextOf): string {
  const { after, came } = departure;
  const branch = after === undefined ? undefined : branchOf(tree, after);
  const place = after === undefined ? 'At its beginning,' : `After "${textOf(after)}",`;
  const where = branch === undefined || branch === after ? place : `${place} in the branch of "${textOf(branch)}",`;
  const due = dueText(departure, textOf);
  const what = came === undefined ? 'it ended' : `"${textOf(came)}" came`;
  return due === undefined ? `${where} ${what} once more.` : `${where} ${what} where ${due} was due.`;
}

/** How the most similar normal sessions went on from there; nothing where they did the same, or are unlike it in more than half of its events. */
function example(
  { usual }: TaskWorkflow,
  { steps }: SessionPath,
  left: number,
  keys: ArrayLike<number>,
  textOf: TextOf,
): string | undefined {
  const position = steps.slice(0, left).filter(({ is }) => is !== 'missing').length;
  const nearest = nearestVariant(usual, keys, position);
  if (nearest === undefined) return undefined;
  const { variant, distance, goesOn } = nearest;
  if (distance === 0 || 2 * distance > keys.length) return undefined;
  const named = goesOn.slice(0, MOST_NAMED).map((key) => `"${textOf(key)}"`);
  const more = goesOn.length - named.length;
  const rest = more === 0 ? ' and ended' : ` and ${formatNumberOf(more, 'more event')}`;
  const went = named.length === 0 ? 'ended there' : `went on with ${named.join(', ')}${rest}`;
  const most = variant.count === 1 ? 'normal session' : `${formatCount(variant.count)} normal sessions`;
  return `The ${most} most like it, ${formatNumberOf(distance, 'event')} apart, ${went}.`;
}
