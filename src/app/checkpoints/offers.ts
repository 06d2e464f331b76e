import type { Outcome, Problem } from '../../core/report/problem.ts';
import { fetchSample } from '../sample.ts';
import type { ResumeOffer, Settings } from '../state.ts';
import type { CheckpointHead } from './checkpoint.ts';
import type { Checkpoints } from './checkpoints.ts';
import { referencesOf, sameFiles } from './file-reference.ts';

/** What a run that goes on starts from. */
export interface ReopenedRun {
  readonly files: readonly File[];
  readonly settings: Settings;
}

/** @param open the files of the log that is open */
export async function offersOf(checkpoints: Checkpoints, open: readonly File[]): Promise<readonly ResumeOffer[]> {
  const heads = await checkpoints.interrupted();
  const references = heads.length > 0 ? await referencesOf(open) : undefined;
  return heads.map(({ run, files, sample, epoch, savedAt }) => {
    const ofOpenLog = references !== undefined && sameFiles(references, files);
    const names = files.map(({ name }) => name);
    return { run, names, epoch, savedAt, ofOpenLog, atHand: ofOpenLog || sample !== undefined };
  });
}

/**
 * Finds the log of an interrupted run.
 *
 * @param candidates files that may be it
 */
export async function reopen(
  checkpoints: Checkpoints,
  run: string,
  candidates: readonly File[],
): Promise<Outcome<ReopenedRun>> {
  const head = (await checkpoints.interrupted()).find((each) => each.run === run);
  if (head === undefined) return { ok: false, problem: RUN_GONE };
  const { settings, sample } = head;
  const files = (await isLogOf(head, candidates)) ? candidates : sample && [await fetchSample(sample)];
  if (!files || !(await isLogOf(head, files))) return { ok: false, problem: otherLog(head) };
  return { ok: true, value: { files, settings } };
}

async function isLogOf({ files }: CheckpointHead, candidates: readonly File[]): Promise<boolean> {
  const references = await referencesOf(candidates);
  return references !== undefined && sameFiles(references, files);
}

const RUN_GONE: Problem = {
  code: 'run-gone',
  message: 'This training cannot be resumed here: another tab goes on with it, or has deleted it.',
  advice: 'Look at your other tabs, or open the log again to train anew.',
};

function otherLog({ files }: CheckpointHead): Problem {
  const names = files.map(({ name }) => `"${name}"`).join(', ');
  return {
    code: 'other-log',
    message: `This is not the log that the interrupted training learnt from, which was ${names}, or it has changed since.`,
    advice: 'Choose that file to resume, or open this one to train anew.',
  };
}
