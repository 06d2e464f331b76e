import { basename } from 'node:path';
import { formatNumberOf } from '../../src/core/base/format.ts';
import type { Outcome, Problem } from '../../src/core/report/problem.ts';
import type { DataApi } from '../../src/engine/data.api.ts';
import { readBytes } from './node-source.ts';

export async function openLabels(data: DataApi, path: string | undefined): Promise<Outcome<undefined>> {
  const bytes = path === undefined ? undefined : await readBytes(path);
  if (path === undefined || bytes === undefined) return { ok: true, value: undefined };
  return bytes.ok ? data.openLabels(new File([new Uint8Array(bytes.value)], basename(path))) : bytes;
}

export async function openTemplates(
  data: DataApi,
  path: string | undefined,
  say: (text: string) => void,
): Promise<Problem | undefined> {
  if (path === undefined) return undefined;
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes.problem;
  const opened = await data.openTemplates(new Blob([new Uint8Array(bytes.value)]), basename(path));
  if (!opened.ok) return opened.problem;
  say(`mining starts from ${formatNumberOf(opened.value, 'template')} of ${basename(path)}`);
  return undefined;
}
