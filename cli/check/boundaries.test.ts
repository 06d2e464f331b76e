import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkBoundaries } from './boundaries.ts';

const repository = join(import.meta.dirname, '..', '..');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deeplog-boundaries-'));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  plant('tsconfig.json', '{}');
  plant('src/core/base/a.ts', 'export const a = 1;');
});

afterEach(() => rmSync(root, { recursive: true }));

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const check = () => checkBoundaries(root, join(repository, '.dependency-cruiser.cjs'));

test('what the table allows passes', () => {
  plant('src/core/scan/b.ts', "import { a } from '../base/a.ts';\nexport const b = a;");
  plant('src/ingest/c.ts', "import { b } from '../core/scan/b.ts';\nexport const c = b;");
  plant('src/ui/d.tsx', "import { useState } from 'react';\nexport const d = useState;");
  expect(check().faults).toEqual([]);
});

const FORBIDDEN: readonly [rule: string, path: string, text: string][] = [
  ['core-imports-only-itself', 'src/core/scan/up.ts', "import { y } from '../../ui/y.ts';\nexport const x = y;"],
  ['core-packages', 'src/core/scan/react.ts', "import { useState } from 'react';\nexport const x = useState;"],
  ['core-packages', 'src/core/scan/type.ts', "import type { ReactNode } from 'react';\nexport type X = ReactNode;"],
  ['core-packages', 'src/core/scan/node.ts', "import { join } from 'node:path';\nexport const x = join;"],
  ['core-base-imports-earlier-stages-only', 'src/core/base/later.ts', "export { z } from '../scan/z.ts';"],
  ['ui-packages', 'src/ui/tensors.ts', "import * as tf from '@tensorflow/tfjs';\nexport const x = tf;"],
  ['ui-packages', 'src/ui/lazy.ts', "export const x = () => import('@tensorflow/tfjs');"],
  ['app-reaches-workers-through-clients', 'src/app/direct.ts', "export { w } from '../worker/w.ts';"],
  ['no-cycles', 'src/ui/cycle-a.ts', "import { b } from './cycle-b.ts';\nexport const a = () => b;"],
  ['product-without-test-code', 'src/ui/helped.ts', "export { f } from './f.fixture.ts';"],
  ['no-unresolved', 'src/ui/lost.ts', "export { q } from './nowhere.ts';"],
];

test('every forbidden import that is planted is found, with its rule', () => {
  plant('src/core/scan/z.ts', 'export const z = 1;');
  plant('src/worker/w.ts', 'export const w = 1;');
  plant('src/ui/y.ts', 'export const y = 1;');
  plant('src/ui/f.fixture.ts', 'export const f = 1;');
  plant('src/ui/cycle-b.ts', "import { a } from './cycle-a.ts';\nexport const b = () => a;");
  for (const [, path, text] of FORBIDDEN) plant(path, text);
  const { faults } = check();
  for (const [rule, path] of FORBIDDEN) expect(faults).toContainEqual(expect.stringContaining(`${rule}: ${path}`));
});

test('seeing no module is a failure', () => {
  rmSync(join(root, 'src'), { recursive: true });
  plant('src/notes.txt', 'no code');
  plant('elsewhere.ts', 'export const a = 1;');
  expect(check()).toEqual({ modules: 0, faults: ['no module was seen, so nothing was checked'] });
});
