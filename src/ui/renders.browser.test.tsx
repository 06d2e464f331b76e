import { type ComponentType, Profiler } from 'react';
import { flushSync } from 'react-dom';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { INITIAL_STATE } from '../app/initial-state.ts';
import { someEpochs } from './model.fixture.ts';
import { mount } from './mount.fixture.tsx';
import { LogView } from './views/data/LogView.tsx';
import { SessionsView } from './views/sessions/SessionsView.tsx';
import { TemplatesView } from './views/templates/TemplatesView.tsx';
import { TrainingView } from './views/training/TrainingView.tsx';
import { parsed, stateOf, training, workbenchOf } from './workbench.fixture.ts';

const PARSED = parsed();
const ofPass = (pass: number) => ({
  phase: 'training' as const,
  ...PARSED,
  ...training({ epochs: someEpochs(pass) }),
});

/** Mounted while a model trains; `change` tells how often something of the view was rendered for other state. */
async function mountInTraining(View: ComponentType, chart: string) {
  const rendered = vi.fn();
  const workbench = workbenchOf(stateOf(ofPass(5), { view: 'templates' }));
  mount(
    <Profiler id="view" onRender={rendered}>
      <View />
    </Profiler>,
    workbench,
  );
  const drawing = page.getByRole('figure', { name: chart, exact: true }).getByRole('application');
  await expect.element(drawing).toBeVisible();
  await expect
    .poll(() => page.getByRole('application').elements().length)
    .toBe(page.getByRole('figure').elements().length);
  const change = (over: object) => {
    rendered.mockClear();
    flushSync(() => workbench.store.setState({ ...workbench.store.getState(), ...over }));
    return rendered.mock.calls.length;
  };
  return { change, drawing };
}

test.each([
  ['Data', LogView, 'Lines over time'],
  ['Templates', TemplatesView, 'Templates by count'],
  ['Sessions', SessionsView, 'Session starts'],
] as const)('%s renders nothing when a pass of the model ends', async (_, View, chart) => {
  const { change } = await mountInTraining(View, chart);
  expect(change({ analysis: ofPass(6) })).toBe(0);
  expect(change({ analysis: ofPass(6), network: 'locked' })).toBe(0);
  expect(change({ analysis: INITIAL_STATE.analysis })).toBeGreaterThan(0);
});

test('passes that come one upon the other are drawn together', async () => {
  const { drawing, change } = await mountInTraining(TrainingView, 'Training loss');
  const path = () => drawing.element().querySelector('.recharts-line-curve')?.getAttribute('d') ?? '';
  const before = path();
  for (let pass = 6; pass <= 10; pass++) expect(change({ analysis: ofPass(pass) })).toBeGreaterThan(0);
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('epoch 10');
  expect(path()).toBe(before);
  await expect.poll(path).not.toBe(before);
});
