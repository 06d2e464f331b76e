import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { blockLog, type LogFile, linesOf, textFile } from './logs.ts';
import { expect, test } from './test.ts';

const good = blockLog('good.log', 1_000, 21);
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

function binary(name: string, buffer: Buffer): LogFile {
  return { name, mimeType: 'application/octet-stream', buffer };
}

const BAD: readonly (readonly [file: LogFile, sentence: string, advice: string])[] = [
  [textFile('empty.log', ''), 'empty.log is empty.', 'Choose a file that has log lines.'],
  [textFile('blank.log', '\n\n \n'), 'blank.log holds only blank lines.', 'Choose a file that has log lines.'],
  [
    textFile('one.log', 'one line only\n'),
    'one.log has one line, too few to learn what is usual.',
    'Drop a longer log',
  ],
  [
    binary('picture.log', PNG),
    'picture.log is not text but',
    'Choose a log file in plain text, or treat it as text anyway',
  ],
  [binary('short.log.gz', gzipSync(good.buffer).subarray(0, 900)), 'short.log.gz ends', ''],
  [binary('wide.log', Buffer.from('\uFEFFone\ntwo\n', 'utf16le')), 'wide.log has 2 lines', 'Drop a longer log'],
];

test('what cannot be analysed says why, and takes nothing off the screen', async ({ app }, info) => {
  const write = (name: string, bytes: Buffer | string): string => {
    writeFileSync(info.outputPath(name), bytes);
    return info.outputPath(name);
  };
  await app.open();

  await test.step('on the start page', async () => {
    for (const [file, sentence, advice] of BAD) {
      await app.choose(file);
      await expect(app.alert).toContainText(sentence);
      await expect(app.alert).toContainText(advice);
      await expect(app.body).toHaveAttribute('data-phase', 'failed');
    }
  });

  await test.step('a folder of logs is read in the order of its paths', async () => {
    const lines = linesOf(good);
    mkdirSync(info.outputPath('logs/later'), { recursive: true });
    write('logs/a.log', `${lines.slice(0, 500).join('\n')}\n`);
    write('logs/later/b.log', lines.slice(500).join('\n'));
    await app.drop(info.outputPath('logs'));
    await app.reaches('scored');
    await expect(app.alert).toBeHidden();
    await expect(app.page).toHaveTitle(/a\.log and 1 more/);
    await app.show('Data');
    await expect(app.title).toHaveText(/^1,000 lines/);
  });

  await test.step('over findings', async () => {
    const findings = await app.findings();
    expect(findings.length).toBeGreaterThan(0);
    for (const [file, sentence] of BAD) {
      await app.drop(write(file.name, file.buffer));
      await expect(app.alert).toContainText(sentence);
      await app.reaches('scored');
      await app.button('Dismiss').click();
    }
    mkdirSync(info.outputPath('folder'));
    await app.drop(info.outputPath('folder'));
    await expect(app.alert).toContainText('There is no file in what was dropped.');
    await app.reaches('scored');
    expect(await app.findings()).toEqual(findings);
    await expect(app.inspector.getByRole('list', { name: 'Raw lines' }).locator('[aria-current]')).toBeVisible();
  });
});

test('what looks like no text is read as text when a person says so', async ({ app }) => {
  const padded = Buffer.concat([good.buffer, Buffer.alloc(good.buffer.length)]);
  await app.open();
  await app.choose(binary('padded.log', padded));
  await expect(app.alert).toContainText('padded.log is not text but binary data.');
  await app.button('Treat as text anyway').click();
  await app.reaches('scored');
  await expect(app.alert).toBeHidden();
  await app.show('Data');
  await expect(app.title).toHaveText(/^1,001 lines/);
});

test('a log without times counts its lines', async ({ app }) => {
  const lines = linesOf(good).map((line) => line.slice(line.indexOf('dfs.')));
  await app.open();
  await app.analyse(textFile('timeless.log', lines.join('\n')));
  await app.show('Data');
  await expect(app.page.getByText('without times: lines count in the order they stand')).toBeVisible();
  await app.show('Sessions');
  await expect(app.title).toContainText('blk_<*>');
  expect((await app.findings()).length).toBeGreaterThan(0);
});

test('a log without identifiers is cut into sessions', async ({ app }) => {
  const steps = ['opened the door', 'turned the light on', 'read a page', 'turned the light off', 'closed the door'];
  const lines = Array.from({ length: 1_000 }, (_, at) => `INFO home: ${steps[at % steps.length]}`);
  lines[777] = 'ERROR home: the light is broken';
  await app.open();
  await app.analyse(textFile('plain.log', lines.join('\n')));
  await app.show('Sessions');
  await expect(app.page.getByText('No identifier groups enough lines into sessions')).toBeVisible();
  const findings = await app.findings();
  expect(findings.map(({ line, cause }) => ({ line, cause }))).toContainEqual({ line: 778, cause: 'new-template' });
});
