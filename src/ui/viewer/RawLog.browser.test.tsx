import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '../../app/commands.ts';
import { INITIAL_STATE } from '../../app/initial-state.ts';
import type { State } from '../../app/state.ts';
import type { ViewLine } from '../../core/report/log-view.ts';
import { App } from '../App.tsx';
import { mount } from '../mount.fixture.tsx';
import { parsed, stateOf, workbenchOf } from '../workbench.fixture.ts';

const LINES = 50_000_000;
const OPEN = { ...INITIAL_STATE.viewer, isOpen: true };

const raw = page.getByRole('region', { name: 'Raw log' });
const grid = raw.getByRole('grid', { name: 'Lines' });
const shown = () =>
  [...grid.element().querySelectorAll('[data-line]')].map((row) => Number(row.getAttribute('data-line')));
const current = () => Number(grid.element().querySelector('[aria-current]')?.getAttribute('data-line'));
const selected = () =>
  [...grid.element().querySelectorAll('[aria-selected="true"]')].map((row) => Number(row.getAttribute('data-line')));

function lineOf(line: number): ViewLine {
  const severity = line % 2 === 0 ? 'error' : 'info';
  return {
    line,
    text: `line ${line} says \u202E${line % 3 === 0 ? 'Needle' : 'hay'}`,
    cut: false,
    severity,
    kind: 'head',
  };
}

/** A log of 50 million lines whose commands change the state as the program does. */
function mountApp(over: Partial<State> = {}, commands: Partial<Commands> = {}) {
  const { log, ...rest } = parsed();
  const file = { name: 'big.log', size: 6e9, firstLine: 0, lines: LINES };
  const state = stateOf(
    { phase: 'parsed', log: { ...log, lines: LINES, files: [file] }, ...rest },
    { viewer: OPEN, ...over },
  );
  const workbench = workbenchOf(state, {
    viewLines: vi.fn((lines: readonly number[]) => Promise.resolve({ ok: true as const, value: lines.map(lineOf) })),
    changeViewer: (viewer) => workbench.store.setState(({ viewer: before }) => ({ viewer: { ...before, ...viewer } })),
    openViewer: (line = 1) =>
      workbench.store.setState(({ viewer: before }) => ({ viewer: { ...before, isOpen: true, goTo: { line } } })),
    ...commands,
  });
  mount(<App />, workbench);
  return workbench;
}

async function typeInto(label: string, text: string) {
  await raw.getByLabelText(label).fill(text);
}

test('the key l and the button open and close the drawer', async () => {
  mountApp({ viewer: INITIAL_STATE.viewer });
  await expect.element(raw).not.toBeInTheDocument();
  await userEvent.keyboard('l');
  await expect.element(grid).toBeVisible();
  await expect.element(grid).toHaveFocus();
  await userEvent.keyboard('l');
  await expect.element(raw).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Raw log', exact: true }).click();
  await expect.element(grid).toBeVisible();
  await expect.element(page.getByText('Press l to close')).toBeVisible();
  await typeInto('Search raw log', '');
  await userEvent.keyboard('l');
  await expect.element(raw.getByLabelText('Search raw log')).toHaveValue('l');
  await raw.getByRole('button', { name: 'Close raw log' }).click();
  await expect.element(raw).not.toBeInTheDocument();
});

test('any of 50 million lines is reached by number, and by keys from there', async () => {
  const { store } = mountApp();
  await expect.element(grid).toHaveAttribute('aria-rowcount', String(LINES));
  await vi.waitFor(() => expect(shown()[0]).toBe(1));
  await typeInto('Go to line', '31,415,926');
  await userEvent.keyboard('{Enter}');
  await expect.element(grid.getByText('line 31415926 says', { exact: false })).toBeVisible();
  expect(current()).toBe(31_415_926);
  store.setState(({ viewer }) => ({ viewer: { ...viewer, goTo: { line: 40_000_001 } } }));
  await vi.waitFor(() => expect(current()).toBe(40_000_001));
  await expect.element(grid).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  await vi.waitFor(() => expect(current()).toBe(40_000_002));
  await userEvent.keyboard('{PageDown}');
  await vi.waitFor(() => expect(current()).toBeGreaterThan(40_000_006));
  await userEvent.keyboard('{End}');
  await expect.element(grid.getByText(`line ${LINES} says`, { exact: false })).toBeVisible();
  await userEvent.keyboard('{Home}');
  await expect.element(grid.getByText('line 1 says', { exact: false })).toBeVisible();
  expect(grid.element().querySelectorAll('[data-line]').length).toBeLessThan(60);
});

test('the scrollbar spans all lines, and a wheel moves by a few', async () => {
  mountApp();
  await vi.waitFor(() => expect(shown()[0]).toBe(1));
  const scroller = grid.element().parentElement?.parentElement as HTMLElement;
  expect(scroller.scrollHeight).toBeLessThan(17_895_697);
  scroller.scrollTop = scroller.scrollHeight / 2;
  await vi.waitFor(() => expect(Math.abs((shown()[0] ?? 0) - LINES / 2)).toBeLessThan(5000));
  const before = shown()[0] ?? 0;
  grid.element().dispatchEvent(new WheelEvent('wheel', { deltaY: 60, bubbles: true, cancelable: true }));
  await vi.waitFor(() => expect((shown()[0] ?? 0) - before).toBe(3));
  scroller.scrollTop = scroller.scrollHeight;
  await vi.waitFor(() => expect(shown().at(-1)).toBe(LINES));
});

test('one request at a time while it is scrolled, and rows without text meanwhile', async () => {
  const answers: (() => void)[] = [];
  const viewLines = vi.fn(
    (lines: readonly number[]) =>
      new Promise<{ ok: true; value: readonly ViewLine[] }>((resolve) =>
        answers.push(() => resolve({ ok: true, value: lines.map(lineOf) })),
      ),
  );
  mountApp({}, { viewLines });
  await vi.waitFor(() => expect(viewLines).toHaveBeenCalledOnce());
  const scroller = grid.element().parentElement?.parentElement as HTMLElement;
  for (let turn = 1; turn < 20; turn++) {
    scroller.scrollTop = turn * 100_000;
    await new Promise(requestAnimationFrame);
  }
  await vi.waitFor(() => expect(shown()[0]).toBeGreaterThan(11_800_000));
  expect(viewLines).toHaveBeenCalledOnce();
  expect(grid.element().textContent).not.toContain('says');
  answers.shift()?.();
  await vi.waitFor(() => expect(viewLines).toHaveBeenCalledTimes(2));
  expect(viewLines.mock.calls[1]?.[0]).toContain(shown()[0]);
});

test('a search tells how many lines match and steps through them', async () => {
  const search = vi.fn<Commands['search']>((_query, _session, onHits) => {
    onHits({ count: 2, lines: Int32Array.of(3, 6), done: 0.5 });
    return Promise.resolve({ ok: true, value: { count: 12_345, lines: Int32Array.of(3, 6, 9, 30_000_000), done: 1 } });
  });
  mountApp({}, { search });
  await typeInto('Search raw log', 'needle');
  await expect.element(raw.getByText('12,345 matches', { exact: false })).toBeVisible();
  expect(search.mock.calls.at(-1)?.[0]).toEqual({ text: 'needle', isPattern: false, matchCase: false });
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(raw.getByText('2 of 12,345 matches', { exact: false })).toBeVisible();
  await vi.waitFor(() => expect(current()).toBe(6));
  expect(grid.element().querySelector('[data-line="6"] mark')?.textContent).toBe('Needle');
  await userEvent.keyboard('{Shift>}{Enter}{Enter}{/Shift}');
  await expect.element(raw.getByText('4 of 12,345 matches', { exact: false })).toBeVisible();
  (grid.element() as HTMLElement).focus();
  await userEvent.keyboard('n');
  await vi.waitFor(() => expect(current()).toBe(3));
  await userEvent.keyboard('N');
  await vi.waitFor(() => expect(current()).toBe(30_000_000));
  await raw.getByLabelText('Pattern').click();
  await vi.waitFor(() => expect(search.mock.calls.at(-1)?.[0]).toMatchObject({ isPattern: true }));
});

test('an expression that cannot be searched for says why', async () => {
  const problem = { code: 'bad-pattern', message: '"(" cannot be searched for.', advice: 'Correct it.' } as const;
  mountApp({}, { search: () => Promise.resolve({ ok: false, problem }) });
  await typeInto('Search raw log', '(');
  await expect.element(raw.getByText('"(" cannot be searched for. Correct it.')).toBeVisible();
});

test('only the lines of the session, with what finds them', async () => {
  const search = vi.fn<Commands['search']>(() => Promise.resolve('cancelled'));
  const sessionLines = () => Promise.resolve(Int32Array.of(5, 6, 4_000_000));
  mountApp({ selected: 'blk_1' }, { sessionLines, search });
  await raw.getByLabelText('Only this session').click();
  await vi.waitFor(() => expect(shown()).toEqual([5, 6, 4_000_000]));
  await expect.element(grid).toHaveAttribute('aria-rowcount', '3');
  await typeInto('Search raw log', 'x');
  await vi.waitFor(() => expect(search.mock.calls.at(-1)?.[1]).toBe('blk_1'));
  await raw.getByLabelText('Only this session').click();
  await vi.waitFor(() => expect(shown()).toContain(7));
});

test('without a session there is nothing to narrow to', async () => {
  mountApp();
  await expect.element(raw.getByLabelText('Only this session')).toBeDisabled();
});

test('lines are selected by click and shift-click, and copied with their numbers', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  mountApp({ viewer: { ...OPEN, goTo: { line: 999 } } });
  await grid.getByText('line 998 says', { exact: false }).click();
  await grid.getByText('line 1000 says', { exact: false }).click({ modifiers: ['Shift'] });
  expect(selected()).toEqual([998, 999, 1000]);
  await raw.getByRole('button', { name: 'Copy with line numbers' }).click();
  await expect.element(raw.getByText('Copied 3 lines.')).toBeVisible();
  expect(write).toHaveBeenCalledWith(
    ' 998  line 998 says \u202Ehay\n 999  line 999 says \u202ENeedle\n1000  line 1000 says \u202Ehay\n',
  );
  write.mockRejectedValue(new Error('denied'));
  await raw.getByRole('button', { name: 'Copy with line numbers' }).click();
  await expect.element(raw.getByLabelText('Lines with numbers')).toHaveValue(write.mock.calls[0]?.[0]);
});

test('severity is told by more than colour, and what would reorder text is shown by name', async () => {
  mountApp();
  await expect.element(grid.getByText('line 3 says [U+202E]', { exact: false })).toBeVisible();
  const error = grid.element().querySelector('[data-line="2"]');
  expect(error?.getAttribute('data-severity')).toBe('error');
  expect(error?.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('error');
});

test('a cut line shows more on request', async () => {
  const viewLines = vi.fn((lines: readonly number[], limit = 8) =>
    Promise.resolve({
      ok: true as const,
      value: lines.map((line) => ({ ...lineOf(line), text: 'x'.repeat(Math.min(100, limit)), cut: limit < 100 })),
    }),
  );
  mountApp({}, { viewLines });
  await raw.getByRole('button', { name: 'Show more of line 2', exact: true }).click();
  await expect.element(grid.getByText('x'.repeat(100))).toBeVisible();
  expect(viewLines).toHaveBeenCalledWith([2], 65_536);
});

test('the drawer is made higher by keyboard', async () => {
  mountApp();
  const edge = raw.getByRole('separator');
  const before = Number(edge.element().getAttribute('aria-valuenow'));
  (edge.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(edge).toHaveAttribute('aria-valuenow', String(before + 24));
});

test('a file that cannot be read any more says so', async () => {
  const problem = { code: 'unreadable-file', message: 'big.log is gone.', advice: 'Open it again.' } as const;
  mountApp({}, { viewLines: () => Promise.resolve({ ok: false, problem }) });
  await expect.element(raw.getByRole('alert')).toHaveTextContent('big.log is gone. Open it again.');
});
