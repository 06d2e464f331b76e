import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ResumeOffer } from '../app/state.ts';
import { mount } from './mount.fixture.tsx';
import { ResumeOffers } from './ResumeOffers.tsx';
import { parsed, stateOf, training, workbenchOf } from './workbench.fixture.ts';

const SAVED = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const offer = (over: Partial<ResumeOffer> = {}): ResumeOffer => ({
  run: 'r1',
  names: ['app.log'],
  epoch: 12,
  savedAt: SAVED,
  atHand: false,
  ofOpenLog: false,
  ...over,
});
const emptyWith = (...offers: readonly ResumeOffer[]) => stateOf({ phase: 'empty' }, { offers });

test('an interrupted run asks for its file, and goes on with it', async () => {
  const resume = vi.fn();
  mount(<ResumeOffers />, workbenchOf(emptyWith(offer()), { resume }));
  await expect.element(page.getByText('Resume training of app.log (epoch 12)?')).toBeVisible();
  await expect.element(page.getByText('2026-01-02 03:04:05 UTC', { exact: false })).toBeVisible();
  const file = new File(['x'], 'app.log');
  await page.getByLabelText('Resume', { exact: true }).upload(file);
  expect(resume).toHaveBeenCalledWith('r1', [expect.objectContaining({ name: 'app.log' })]);
});

test('where the log is at hand, one click resumes, another deletes', async () => {
  const [resume, forgetRun] = [vi.fn(), vi.fn()];
  mount(<ResumeOffers />, workbenchOf(emptyWith(offer({ atHand: true })), { resume, forgetRun }));
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  expect(resume).toHaveBeenCalledWith('r1');
  expect(forgetRun).toHaveBeenCalledWith('r1');
});

test('with a log open only its own runs are offered', async () => {
  const offers = [offer({ run: 'other', names: ['other.log'] }), offer({ ofOpenLog: true, atHand: true })];
  mount(<ResumeOffers ofOpenLog />, workbenchOf(stateOf({ phase: 'parsed', ...parsed() }, { offers })));
  await expect.element(page.getByText('Resume training of app.log (epoch 12)?')).toBeVisible();
  expect(page.getByText('other.log', { exact: false }).elements()).toHaveLength(0);
});

test('while something runs nothing is offered', () => {
  const offers = [offer({ ofOpenLog: true, atHand: true })];
  const busy = stateOf({ phase: 'training', ...parsed(), ...training() }, { offers });
  mount(<ResumeOffers ofOpenLog />, workbenchOf(busy));
  expect(page.getByText('Resume training of', { exact: false }).elements()).toHaveLength(0);
});
