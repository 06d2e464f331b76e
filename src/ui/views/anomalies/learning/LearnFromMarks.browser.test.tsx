import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Commands } from '../../../../app/commands.ts';
import { NO_LEARNING } from '../../../../app/initial-state.ts';
import type { Learning } from '../../../../app/state.ts';
import { finding, markOn } from '../../../../core/detect/marks/marks.fixture.ts';
import { mount } from '../../../mount.fixture.tsx';
import { scoredState, workbenchOf } from '../../../workbench.fixture.ts';
import { LearnFromMarks } from './LearnFromMarks.tsx';

const REPORT = {
  normal: 1,
  anomalous: 0,
  missing: 0,
  overruled: 0,
  flagged: { before: 6, after: 4 },
  falseAlarms: { before: 1, after: 0 },
  heldOut: 66,
  gone: [
    { session: 'blk_7', reason: 'It logged "close <*>" twice.', isMarked: false },
    { session: 'blk_8', reason: 'It ended early.', isMarked: true },
  ],
  appeared: [],
  stays: 0,
  warning: undefined,
};
const VERSIONS = {
  kept: [
    { number: 0, marked: 0 },
    { number: 1, marked: 3 },
  ],
  current: 1,
};

function mountLearning(learning: Learning, commands: Partial<Commands> = {}, marks = 2) {
  const made = Array.from({ length: marks }, (_, index) => markOn(finding(`blk_${index}`, 1, []), { time: index }));
  mount(<LearnFromMarks />, workbenchOf(scoredState({ marks: { marks: made, past: [] }, learning }), commands));
}

test('nothing is offered before the first mark', async () => {
  mountLearning(NO_LEARNING, {}, 0);
  await expect.element(page.getByText('Learning from marks')).not.toBeInTheDocument();
});

test('marks are learnt when it is asked for, and what runs can be cancelled', async () => {
  const learnMarks = vi.fn();
  mountLearning(NO_LEARNING, { learnMarks });
  await page.getByRole('button', { name: 'Learn from 2 marks' }).click();
  expect(learnMarks).toHaveBeenCalledOnce();
  const cancel = vi.fn();
  mountLearning({ ...NO_LEARNING, trial: { is: 'running', share: 0.25 } }, { cancel });
  await expect
    .element(page.getByRole('progressbar', { name: 'Learning from marks' }))
    .toHaveAttribute('aria-valuenow', '25');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(cancel).toHaveBeenCalledOnce();
});

test('what would change is told before it is accepted or discarded', async () => {
  const [acceptLearning, discardLearning, select] = [vi.fn(), vi.fn(), vi.fn()];
  mountLearning(
    { ...NO_LEARNING, trial: { is: 'made', report: REPORT, seconds: 1.25 } },
    { acceptLearning, discardLearning, select },
  );
  await expect.element(page.getByText('6 → 4')).toBeVisible();
  await expect.element(page.getByText('of 66 sessions of the training period')).toBeVisible();
  const gone = page.getByRole('list', { name: 'Flags gone' });
  await expect.element(gone.getByRole('listitem').first()).toHaveTextContent('blk_7 It logged "close <*>" twice.');
  await gone.getByRole('button', { name: 'blk_8' }).click();
  expect(select).toHaveBeenCalledWith('blk_8');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  expect([acceptLearning.mock.calls.length, discardLearning.mock.calls.length]).toEqual([1, 1]);
});

test('where thresholds come from a detector file nothing is said of false alarms here', async () => {
  const report = { ...REPORT, heldOut: 0 };
  mountLearning({ ...NO_LEARNING, trial: { is: 'made', report, seconds: 1.25 } });
  await expect.element(page.getByText('6 → 4')).toBeVisible();
  expect(page.getByText('False alarms').elements()).toEqual([]);
});

test('an earlier version is taken with one click', async () => {
  const rollBack = vi.fn();
  mountLearning({ trial: undefined, versions: VERSIONS }, { rollBack });
  const versions = page.getByRole('list', { name: 'Versions' });
  await expect
    .element(versions.getByRole('listitem').first())
    .toHaveTextContent('learnt from 3 marked sessions, in use');
  await versions.getByRole('button', { name: 'Use the trained model' }).click();
  expect(rollBack).toHaveBeenCalledWith(0);
});
