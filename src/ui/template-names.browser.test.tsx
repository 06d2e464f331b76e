import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { State } from '../app/state.ts';
import type { LogKey } from '../core/base/brand.ts';
import { rawLinesAround, sessionDetail } from './inspector/detail.fixture.ts';
import { Inspector } from './inspector/Inspector.tsx';
import { mount } from './mount.fixture.tsx';
import { AnomaliesView } from './views/anomalies/AnomaliesView.tsx';
import { CompareView } from './views/compare/CompareView.tsx';
import { WorkflowView } from './views/workflow/WorkflowView.tsx';
import { workflowPicture, workflowReport } from './views/workflow/workflow.fixture.ts';
import { scored, scoredState, workbenchOf } from './workbench.fixture.ts';

const SERVING = '<*>:Got exception while serving <*> to <*>:';
const DELETING = 'Deleting block <*> file <*>';

/** Templates are called as given, by their texts; the first is what the graph of the fixture begins with. */
function namedState(over: Partial<State> = {}): State {
  const state = scoredState(over);
  if (!('templates' in state.analysis)) throw new Error('There are no templates');
  const names = new Map([
    [SERVING, 'Serving failed'],
    [DELETING, 'Cleaned up'],
    ['Receiving block <*> src: <*> dest: <*>', 'Block comes'],
  ]);
  const templates = state.analysis.templates.map((row) => ({ ...row, name: names.get(row.text) }));
  return { ...state, analysis: { ...state.analysis, templates } };
}

/** Flagged for {@link SERVING}, by the key that the fixtures give it. */
function flagged() {
  const finding = scored().anomalies.findings[1];
  if (!finding) throw new Error('The fixture has too few findings.');
  return { ...finding, key: 9 as LogKey };
}

test('the inspector calls templates as a person does: in its sentences, in the session and beside what was expected', async () => {
  const finding = flagged();
  const state = namedState({ selected: finding.session });
  if (state.analysis.phase !== 'scored') throw new Error('Nothing is scored');
  const anomalies = { ...state.analysis.anomalies, findings: [finding] };
  const workbench = workbenchOf(
    { ...state, analysis: { ...state.analysis, anomalies } },
    {
      inspect: () => Promise.resolve(sessionDetail(finding)),
      rawLines: (request) => Promise.resolve({ ok: true, value: rawLinesAround(request) }),
      diagnose: () => Promise.resolve(`After "${DELETING}", the end was due.`),
    },
  );
  mount(<Inspector />, workbench);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect.element(inspector.getByText(`logged Serving failed ${SERVING}`, { exact: false })).toBeVisible();
  await expect.element(inspector.getByLabelText('In the workflow')).toHaveTextContent(`Cleaned up ${DELETING}`);
  await expect
    .element(inspector.getByRole('slider', { name: 'Event of this session' }))
    .toHaveAttribute('aria-valuetext', expect.stringContaining(`Serving failed (${SERVING})`));
  await expect.element(inspector.getByLabelText('Template of this event')).toHaveTextContent('Serving failed');
  await expect
    .element(inspector.getByRole('list', { name: 'Detectors' }))
    .toHaveTextContent(`"Cleaned up" (${DELETING}) 5 times`);
});

test('a list of findings calls what was expected by its name', async () => {
  const state = namedState({ view: 'anomalies' });
  if (state.analysis.phase !== 'scored') throw new Error('Nothing is scored');
  const templates = state.analysis.templates.map((row) => (row.key === 3 ? { ...row, name: 'Arrived' } : row));
  mount(<AnomaliesView />, workbenchOf({ ...state, analysis: { ...state.analysis, templates } }));
  await expect.element(page.getByText(/^expected Arrived \(Received block/).first()).toBeVisible();
});

test('the graph of a workflow, its ways and its table have the names', async () => {
  mount(
    <WorkflowView />,
    workbenchOf(namedState(), {
      workflow: async () => workflowReport(),
      workflowPicture: async () => workflowPicture(),
    }),
  );
  const figure = page.getByRole('figure', { name: 'Workflow' });
  const way = figure.getByRole('button', { name: /^From “Block comes \(Accepted <\*> from <\*>\)” to/ });
  await expect.element(way).toBeInTheDocument();
  const ways = page.getByRole('table', { name: 'Ways' });
  await expect.element(ways.getByText('Block comes').first()).toBeVisible();
});

test('a comparison finds names by the texts of templates', async () => {
  const side = { name: 'a.log', lines: 10, sessions: 100, by: 'blk_<*>' };
  const counted = { part: 10, whole: 100 };
  const row = { change: 'more', baseline: counted, log: counted, q: 0.01, effect: 1, sure: true } as const;
  const what = { key: 77 as LogKey };
  const state = namedState();
  mount(
    <CompareView />,
    workbenchOf(
      { ...state, baseline: { summary: side, isOpenLog: false } },
      {
        comparison: async () => ({
          ok: true,
          value: {
            baseline: side,
            log: side,
            alike: 1,
            rows: [{ is: 'template', what, texts: [DELETING], ...row }],
            tested: { templates: 1, edges: 0, steps: 0 },
          },
        }),
      },
    ),
  );
  await expect.element(page.getByRole('table', { name: 'Changes' })).toHaveTextContent(`Cleaned up ${DELETING}`);
});
