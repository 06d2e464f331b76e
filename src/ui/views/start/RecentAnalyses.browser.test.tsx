import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { RecentAnalysis } from '../../../app/recent/recent-analysis.ts';
import { mount } from '../../mount.fixture.tsx';
import { stateOf, workbenchOf } from '../../workbench.fixture.ts';
import { RecentAnalyses } from './RecentAnalyses.tsx';

const ANALYSIS: RecentAnalysis = {
  id: 'x',
  names: ['<b>a.log</b>'],
  bytes: 1000,
  lines: 4519,
  sessions: 86,
  flagged: 1,
  savedAt: Date.UTC(2026, 10, 29, 12, 0, 1),
  search: '?history=5',
  hasDetector: true,
};

test('a recent analysis shows names and numbers; its settings, its detector and its deletion are at hand', async () => {
  const [openKeptDetector, forgetAnalysis, forgetAnalyses] = [vi.fn(), vi.fn(), vi.fn()];
  const state = stateOf({ phase: 'empty' }, { recent: [ANALYSIS, { ...ANALYSIS, id: 'y', hasDetector: false }] });
  mount(<RecentAnalyses />, workbenchOf(state, { openKeptDetector, forgetAnalysis, forgetAnalyses }));
  const list = page.getByRole('region', { name: 'Recent analyses' });
  await expect.element(list).toHaveTextContent(/<b>a.log<\/b>.*4,519 lines, 86 sessions, 1 finding\./);
  await expect.element(list.getByRole('link').first()).toHaveAttribute('href', '?history=5');
  expect(list.getByRole('button', { name: 'Open the detector of' }).elements()).toHaveLength(1);
  await list.getByRole('button', { name: 'Open the detector of' }).click();
  expect(openKeptDetector).toHaveBeenCalledExactlyOnceWith(ANALYSIS);
  await list.getByRole('button', { name: 'Delete <b>a.log</b>' }).first().click();
  expect(forgetAnalysis).toHaveBeenCalledExactlyOnceWith('x');
  await list.getByRole('button', { name: 'Delete all' }).click();
  expect(forgetAnalyses).toHaveBeenCalledOnce();
});

test('where the browser keeps nothing it says so', async () => {
  mount(<RecentAnalyses />, workbenchOf(stateOf({ phase: 'empty' }, { recent: 'not-kept' })));
  await expect.element(page.getByText('This browser keeps no list of recent analyses.')).toBeVisible();
});
