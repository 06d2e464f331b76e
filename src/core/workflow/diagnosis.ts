import { formatCount, formatNumberOf } from '../base/format.ts';
import { branchOf } from './branch.ts';
import { nearestVariant } from './nearest-variant.ts';
import type { SessionPath } from './session-path.ts';
import type { TaskWorkflow } from './workflow.ts';

/** Keys that are named one by one. */
const MOST_NAMED = 3;

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
  if (path.left === undefined) return undefined;
  return [progress(task, path), departure(task, path, path.left, textOf), example(task, path, path.left, keys, textOf)]
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
function departure({ tree }: TaskWorkflow, { steps, due, mayEnd }: SessionPath, left: number, textOf: TextOf): string {
  const before = steps[left - 1];
  const branch = before && branchOf(tree, before.key);
  const after = before === undefined ? 'At its beginning,' : `After "${textOf(before.key)}",`;
  const where =
    branch === undefined || branch === before?.key ? after : `${after} in the branch of "${textOf(branch)}",`;
  const came = steps.slice(left).find(({ is }) => is !== 'missing');
  const keys = due.filter((key) => key !== came?.key);
  const expected = [...keys.map((key) => `"${textOf(key)}"`), ...(mayEnd && came !== undefined ? ['the end'] : [])];
  const what = came === undefined ? 'it ended' : `"${textOf(came.key)}" came`;
  return expected.length === 0
    ? `${where} ${what} once more.`
    : `${where} ${anyOf(expected)} was due; ${what} instead.`;
}

/** How the most similar normal sessions went on from there. */
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
  const named = goesOn.slice(0, MOST_NAMED).map((key) => `"${textOf(key)}"`);
  const more = goesOn.length - named.length;
  const rest = more === 0 ? ' and ended' : ` and ${formatNumberOf(more, 'more event')}`;
  const went = named.length === 0 ? 'ended there' : `went on with ${named.join(', ')}${rest}`;
  return `The normal sessions most like it (${formatCount(variant.count)}, ${formatNumberOf(distance, 'event')} apart) ${went}.`;
}

function anyOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  const others = names.length - shown.length;
  if (others > 0) return `${shown.join(', ')} or ${formatNumberOf(others, 'other')}`;
  return shown.length === 1 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}
