import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test, vi } from 'vitest';
import { someWeights } from '../bundle/detector.fixture.ts';
import { modelArchive } from '../bundle/model-archive.ts';
import { onnxModel } from '../bundle/onnx/onnx-model.ts';
import { activateBackend } from './backend.ts';

/** Where the packages are found that the examples import. */
const folder = mkdtempSync(resolve('node_modules/.examples-'));
const weights = someWeights({ symbols: 6, history: 4, units: 5, layers: 2 });
const SYMBOLS = ['Receiving <*>', 'Received <*>', 'Closing', 'BEGIN', 'END', 'UNKNOWN'];

afterAll(() => rmSync(folder, { recursive: true }));

test('both JavaScript examples of docs/file-formats.md run, and print the same', async () => {
  await activateBackend('cpu');
  writeFileSync(`${folder}/model.onnx`, onnxModel(weights, SYMBOLS));
  for (const [name, content] of Object.entries(unzipSync(modelArchive(weights, SYMBOLS)))) {
    writeFileSync(`${folder}/${name}`, content);
  }
  const documented = readFileSync('docs/file-formats.md', 'utf8').matchAll(/^```js\n(.*?)^```/gms);
  const printed: string[][] = [];
  for (const [, code = ''] of documented) printed.push(await printedBy(code, `${printed.length}.mjs`));
  expect(printed).toHaveLength(2);
  expect(printed[0]?.map((line) => /^0\.\d{3} .+$/.test(line))).toEqual([true, true, true]);
  expect(printed[1]).toEqual(printed[0]);
});

async function printedBy(code: string, name: string): Promise<string[]> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    const file = `${folder}/${name}`;
    writeFileSync(file, code.replaceAll("readFile('", `readFile('${folder}/`));
    await import(/* @vite-ignore */ file);
    return log.mock.calls.map((words) => words.join(' '));
  } finally {
    log.mockRestore();
  }
}
