import { formatCount, formatNumberOf } from '../../core/base/format.ts';
import type { AlignedStep } from '../../core/explain/folded-steps.ts';
import type { NearestNormal } from '../../core/report/nearest-normal.ts';

/** `66 normal sessions are most like it, 3 steps apart: 2 events missing, 1 pair swapped.` */
export function nearestText({ sessions, distance, steps }: NearestNormal): string {
  const most = sessions === 1 ? 'One normal session is' : `${formatCount(sessions)} normal sessions are`;
  return `${most} most like it, ${formatNumberOf(distance, 'step')} apart: ${departuresText(steps)}.`;
}

function departuresText(steps: readonly AlignedStep[]): string {
  const of = (is: AlignedStep['is'], isMoved: boolean) =>
    steps.filter((step) => step.is === is && (step.cameAt !== undefined) === isMoved).length;
  const parts: readonly (readonly [count: number, what: string])[] = [
    [of('missing', false), 'missing'],
    [of('extra', false), 'extra'],
    [of('missing', true), 'at another place'],
  ];
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${formatNumberOf(count, 'event')} ${what}`);
  const pairs = of('swapped', false) / 2;
  return [...told, ...(pairs > 0 ? [`${formatNumberOf(pairs, 'pair')} swapped`] : [])].join(', ');
}

/** What stands beside a step that the other session has not, or has elsewhere. */
export function absenceText({ is, cameAt, times }: AlignedStep & { readonly times: number }): string {
  if (cameAt !== undefined) return is === 'extra' ? 'at another place' : `came as event ${formatCount(cameAt + 1)}`;
  const what = is === 'extra' ? 'extra' : 'missing';
  return times === 1 ? what : `${what}, ${formatCount(times)} times`;
}
