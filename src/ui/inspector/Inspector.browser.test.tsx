import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '../../app/commands.ts';
import type { LogKey } from '../../core/base/brand.ts';
import { type Finding, MAX_SURPRISE } from '../../core/detect/finding.ts';
import { mount } from '../mount.fixture.tsx';
import { scored, scoredState, workbenchOf } from '../workbench.fixture.ts';
import { rawLinesAround, sessionDetail } from './detail.fixture.ts';
import { Inspector } from './Inspector.tsx';
import { Sentence } from './Sentence.tsx';

const inspector = page.getByRole('complementary', { name: 'Inspector' });
const raw = inspector.getByRole('list', { name: 'Raw lines' });
const rawNumbers = () =>
  [...raw.element().querySelectorAll('[data-line]')].map((line) => line.getAttribute('data-line'));

function flagged(): Finding {
  const finding = scored().anomalies.findings[1];
  if (!finding) throw new Error('The fixture has too few findings.');
  return finding;
}

function mountInspector(over: Partial<Commands> = {}, session = flagged().session) {
  const workbench = workbenchOf(scoredState({ selected: session }), {
    inspect: () => Promise.resolve({ ...sessionDetail(flagged()), session }),
    rawLines: (request) => Promise.resolve({ ok: true, value: rawLinesAround(request) }),
    ...over,
  });
  mount(<Inspector />, workbench);
  return workbench;
}

test('the sentence, what was expected against what came, and the raw lines', async () => {
  mountInspector();
  await expect.element(inspector.getByText('At line 2345', { exact: false })).toBeVisible();
  const expected = inspector.getByRole('list', { name: 'Expected next' });
  const items = [...expected.element().querySelectorAll('li')].map((item) => item.textContent);
  expect(items).toEqual([
    'Received block <*> of size <*> from <*>71\u00a0%',
    'Verification succeeded for <*>22\u00a0%',
    'End of the session4.1\u00a0%',
    '<*>:Got exception while serving <*> to <*>:what came, rank 90.006\u00a0%',
  ]);
  await expect.element(raw).toBeVisible();
  const marked = raw.element().querySelector('[aria-current]');
  expect(marked?.getAttribute('data-line')).toBe(String(flagged().line));
  expect(marked?.textContent).toContain('Got exception while serving');
});

test('an event that training never saw has its nearest known template, with the tokens that differ', async () => {
  const finding = { ...flagged(), key: 11 as LogKey };
  mountInspector({ inspect: (session) => Promise.resolve({ ...sessionDetail(finding), session }) });
  const list = inspector.getByRole('list', { name: 'Tokens that differ' });
  await expect.element(list).toBeVisible();
  const rows = [...list.element().querySelectorAll('li')];
  expect(rows.map((row) => row.textContent)).toEqual([
    'expected Got→found writeBlock',
    'expected while serving to→found java.io.IOException: Connection reset by peer',
  ]);
  expect(rows[0]?.querySelector('del')?.textContent).toBe('Got');
  (inspector.getByRole('slider').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(list).not.toBeInTheDocument();
});

test('raw lines of this session only, or everything in between', async () => {
  mountInspector();
  await expect.element(raw).toBeVisible();
  await vi.waitFor(() => expect(rawNumbers().slice(19, 22)).toEqual(['2335', '2345', '2355']));
  await inspector.getByLabelText('this session only').click();
  await vi.waitFor(() => expect(rawNumbers().slice(19, 22)).toEqual(['2344', '2345', '2346']));
});

test('arrow keys step through the session, and the raw lines follow', async () => {
  mountInspector();
  const strip = inspector.getByRole('slider', { name: 'Event of this session' });
  await expect.element(strip).toHaveAttribute('aria-valuenow', '13');
  (strip.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  await expect.element(strip).toHaveAttribute('aria-valuenow', '14');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  await vi.waitFor(() => expect(raw.element().querySelector('[aria-current]')?.getAttribute('data-line')).toBe('2325'));
  await userEvent.keyboard('{End}');
  await expect.element(strip).toHaveAttribute('aria-valuenow', '24');
});

test('verdicts by button and by key: how far normal reaches, and a note', async () => {
  const mark = vi.fn();
  mountInspector({ mark });
  const { session, template, cause } = flagged();
  await inspector.getByLabelText('Note').fill('nightly m x');
  expect(mark).not.toHaveBeenCalled();
  await inspector.getByLabelText('Normal are').selectOptions('template');
  await inspector.getByRole('button', { name: 'Mark as normal' }).click();
  await userEvent.keyboard('x');
  expect(mark.mock.calls.map(([made]) => made)).toMatchObject([
    { session, verdict: 'normal', reach: 'template', note: 'nightly m x', signature: { cause, template } },
    { session, verdict: 'anomaly', reach: 'session', note: '' },
  ]);
});

test('lines made of markup or reordering characters are shown as text', async () => {
  mountInspector({
    rawLines: ({ line }) =>
      Promise.resolve({
        ok: true,
        value: [{ line, text: '<img src=x onerror=alert(1)> \u202Egnp\u0000', cut: true, inSession: true }],
      }),
  });
  await expect.element(raw.getByText('<img src=x onerror=alert(1)> [U+202E]gnp\u2400', { exact: false })).toBeVisible();
  expect(document.querySelector('img')).toBeNull();
});

test('a raw line, and the line of the finding, open the raw log there', async () => {
  const openViewer = vi.fn();
  mountInspector({ openViewer });
  await expect.element(raw).toBeVisible();
  raw.element().querySelector<HTMLElement>('[data-line="2355"]')?.click();
  await inspector.getByRole('button', { name: 'Open in raw log', exact: true }).click();
  const finding = { ...flagged(), reason: 'At line 2,345 it logged something else.' };
  mount(<Sentence finding={finding} />, workbenchOf(scoredState(), { openViewer }));
  await page.getByRole('button', { name: 'line 2,345' }).click();
  expect(openViewer.mock.calls).toEqual([[2355], [2345], [2345]]);
});

test('lines that cannot be read say why', async () => {
  const problem = { code: 'unreadable-file', message: 'a.log is gone.', advice: 'Open it again.' } as const;
  mountInspector({ rawLines: () => Promise.resolve({ ok: false, problem }) });
  await expect.element(inspector.getByRole('alert')).toHaveTextContent('a.log is gone. Open it again.');
});

test('a session that is not flagged shows its most surprising event', async () => {
  const detail = sessionDetail(flagged());
  const events = detail.events.map((event, index) => ({ ...event, surprise: index === 5 ? MAX_SURPRISE / 2 : 0.1 }));
  mountInspector({ inspect: (session) => Promise.resolve({ ...detail, session, events }) }, 'blk_usual');
  await expect.element(inspector.getByText('Nothing unusual in this session.', { exact: false })).toBeVisible();
  await expect.element(inspector.getByRole('slider')).toHaveAttribute('aria-valuenow', '6');
});

test('a session is loading before it is there, and may not be there at all', async () => {
  let answer: (detail: undefined) => void = () => undefined;
  mountInspector({ inspect: () => new Promise((resolve) => (answer = resolve)) });
  await expect.element(inspector.getByRole('status')).toHaveTextContent('Reading the session');
  answer(undefined);
  await expect.element(inspector.getByRole('alert')).toHaveTextContent('This session cannot be read.');
});

test('the sentence does not wait for what the workflow says', async () => {
  let answer: (diagnosis: string) => void = () => undefined;
  mountInspector({ diagnose: () => new Promise((resolve) => (answer = resolve)) });
  await expect.element(inspector.getByText('At line 2345', { exact: false })).toBeVisible();
  expect(inspector.getByText('was due', { exact: false }).elements()).toEqual([]);
  answer('After "Receiving block <*>", "Received block <*>" was due; it ended instead.');
  await expect.element(inspector.getByText('was due; it ended instead.', { exact: false })).toBeVisible();
});

test('copies the explanation as Markdown, by hand where the browser denies it', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  mountInspector();
  await expect.element(raw).toBeVisible();
  await inspector.getByRole('button', { name: 'Copy' }).click();
  await expect.element(inspector.getByText('Copied as Markdown.')).toBeVisible();
  expect(write.mock.calls[0]?.[0]).toContain('> 2345 081109');
  write.mockRejectedValue(new DOMException('denied', 'NotAllowedError'));
  await inspector.getByRole('button', { name: 'Copy' }).click();
  const byHand = inspector.getByLabelText('Explanation as Markdown');
  await expect.element(byHand).toBeVisible();
  const { value } = byHand.element() as HTMLTextAreaElement;
  expect(value).toContain('**Expected next**');
  expect(value).toContain('- false alarms per 1,000 sessions: 1\n');
  write.mockRestore();
});

test('can be closed', async () => {
  const select = vi.fn();
  mountInspector({ select });
  await inspector.getByRole('button', { name: 'Close inspector' }).click();
  expect(select).toHaveBeenCalledWith(undefined);
});

test('unusual times and values lead to their events', async () => {
  mountInspector();
  await expect.element(inspector.getByText('2 ms to 15 ms is usual.', { exact: false })).toBeVisible();
  await userEvent.click(inspector.getByRole('button', { name: 'Event 6' }));
  await expect
    .element(inspector.getByRole('slider', { name: 'Event of this session' }))
    .toHaveAttribute('aria-valuenow', '6');
});

test('the nearest normal session beside this one, its events and it one click away', async () => {
  const select = vi.fn();
  const key = (at: number) => at as LogKey;
  mountInspector({
    select,
    nearestNormal: () =>
      Promise.resolve({
        session: 'blk_<b>normal</b>',
        sessions: 66,
        distance: 4,
        steps: [
          ...[0, 1, 2].map((position) => ({ is: 'same', key: key(0), position }) as const),
          { is: 'extra', key: key(1), position: 3 },
          { is: 'missing', key: key(2), cameAt: 6 },
          { is: 'missing', key: key(3) },
          { is: 'missing', key: key(3) },
          { is: 'swapped', key: key(4), due: key(5), position: 4 },
          { is: 'swapped', key: key(5), due: key(4), position: 5 },
        ],
      }),
  });
  const table = inspector.getByRole('table', { name: 'Beside the nearest normal session' });
  await expect.element(table).toBeVisible();
  const words = [...table.element().querySelectorAll('tbody tr')].map(
    (row) => row.querySelector('b')?.textContent ?? '',
  );
  expect(words).toEqual(['', '', 'extra', 'came as event 7', 'missing, 2 times', 'swapped', 'swapped']);
  await expect.element(table.getByText('2 events alike')).toBeVisible();
  await expect
    .element(inspector.getByText('66 normal sessions are most like it, 4 steps apart', { exact: false }))
    .toBeVisible();
  await table.getByRole('button', { name: 'Event 4' }).click();
  await expect.element(inspector.getByRole('slider')).toHaveAttribute('aria-valuenow', '4');
  await inspector.getByRole('button', { name: 'Open blk_<b>normal</b>' }).click();
  expect(select).toHaveBeenCalledWith('blk_<b>normal</b>');
});

test('values of the line beside the usual ones', async () => {
  const place = { start: 0, end: 3 };
  mountInspector({
    lineValues: (line) =>
      Promise.resolve([
        { text: 'blk_1', isCut: false, wildcard: 0, place, compared: [] },
        {
          text: `<b>${line}</b>`,
          isCut: false,
          wildcard: 1,
          place: { start: 39, end: 42 },
          compared: [
            {
              kind: 'amount',
              wildcard: 1,
              nth: 0,
              count: 400,
              unit: 'ms',
              value: 90,
              min: 1,
              low: 2,
              high: 15,
              max: 40,
            },
            { kind: 'name', wildcard: 1, nth: 1, count: 400, seen: 3, usual: [{ word: 'root', count: 397 }] },
          ],
        },
      ]),
  });
  const list = inspector.getByRole('list', { name: 'Values of this line' });
  await expect.element(list).toHaveTextContent('<b>2345</b>');
  const texts = [...list.element().querySelectorAll('p')].map((text) => text.textContent.replaceAll('\u00a0', ' '));
  expect(texts).toEqual([
    'unusual 98 % of 400 lie from 2 ms to 15 ms, all from 1 ms to 40 ms',
    'seen 3 of 400 times; usual: "root"',
  ]);
  expect(list.element().textContent).not.toContain('blk_1');
  (inspector.getByRole('slider').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(list).toHaveTextContent('<b>2355</b>');
});

test('a session in the usual order has nothing beside it', async () => {
  const same = { session: 'blk_1', sessions: 3, distance: 0, steps: [] };
  mountInspector({ nearestNormal: () => Promise.resolve(same) });
  await expect.element(raw).toBeVisible();
  expect(inspector.getByRole('table').elements()).toEqual([]);
});

test('a session without them says nothing of times and values', async () => {
  mountInspector({ inspect: (session) => Promise.resolve({ ...sessionDetail(flagged()), session, oddEvents: [] }) });
  await expect.element(raw).toBeVisible();
  expect(inspector.getByText('Unusual times and values').elements()).toEqual([]);
});
