import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../mount.fixture.tsx';
import { scoredState, workbenchOf } from '../workbench.fixture.ts';
import { Verdicts } from './Verdicts.tsx';

test('each detector says how rare the session is, those that flag it also why', async () => {
  const verdicts = [
    { detector: 'lstm', surprise: 0, isFlagged: false, sentence: undefined },
    { detector: 'markov', surprise: Math.log(1200), isFlagged: false, sentence: 'Not shown.' },
    { detector: 'counts', surprise: 30, isFlagged: true, sentence: 'It logged "<b>\u202E" 5 times.' },
  ] as const;
  mount(<Verdicts verdicts={verdicts} />, workbenchOf(scoredState()));
  const list = page.getByRole('list', { name: 'Detectors' });
  await expect.element(list).toBeVisible();
  expect([...list.element().querySelectorAll('li')].map((row) => row.textContent)).toEqual([
    'Key modelusual',
    'Step by step1 in 1,200',
    'Countsless than 1 in 1,000,000It logged "<b>[U+202E]" 5 times.',
  ]);
});

test('a detector that stands alone is said to', async () => {
  const verdicts = [
    { detector: 'lstm', surprise: 12, isFlagged: true, sentence: undefined },
    { detector: 'markov', surprise: 0, isFlagged: false, sentence: undefined },
    { detector: 'counts', surprise: 1, isFlagged: false, sentence: undefined },
  ] as const;
  mount(<Verdicts verdicts={verdicts} />, workbenchOf(scoredState()));
  await expect
    .element(page.getByText('Low confidence'))
    .toHaveTextContent(
      'Low confidence: only "Key model" finds this unusual; to "Step by step" and "Counts" it is usual.',
    );
});
