import { readKeySequences } from './key-sequences.ts';

type Sessions = readonly (readonly number[])[];

export interface HdfsFiles {
  readonly training: Sessions;
  readonly normal: Sessions;
  readonly abnormal: Sessions;
}

export type HdfsPaths = Readonly<Record<keyof HdfsFiles, string>>;

/** Key-sequence files; a sentence where one of them is something else. */
export async function readHdfsFiles({ training, normal, abnormal }: HdfsPaths): Promise<HdfsFiles | string> {
  const [first, second, third] = await Promise.all([training, normal, abnormal].map(readKeySequences));
  for (const file of [first, second, third]) if (typeof file === 'string') return file;
  if (!isRead(first) || !isRead(second) || !isRead(third)) throw new Error('A file was not read');
  return { training: first, normal: second, abnormal: third };
}

const isRead = <T>(file: T | string | undefined): file is T => file !== undefined && typeof file !== 'string';
