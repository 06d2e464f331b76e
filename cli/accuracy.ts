import { DEFAULT_SETTINGS } from '../src/app/pipeline.ts';
import type { Command } from './accuracy-command.ts';

/** Each loads what it needs, and no more. */
const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['parsing', async (...given) => (await import('./parsing/command.ts')).runParsing(...given)],
  ['formats', async (...given) => (await import('./formats/command.ts')).runFormats(...given)],
  ['bgl', async (...given) => (await import('./bgl/command.ts')).runBgl(...given)],
  ['planted', async (...given) => (await import('./planted/command.ts')).runPlanted(...given)],
  ['budget', async (...given) => (await import('./budget/command.ts')).runBudget(...given)],
  ['workflow', async (...given) => (await import('./workflow/command.ts')).runWorkflow(...given)],
  ['comparison', async (...given) => (await import('./comparison/command.ts')).runComparison(...given)],
  ['hdfs', async (...given) => (await import('./hdfs/command.ts')).runHdfs(...given)],
  ['feedback', async (...given) => (await import('./hdfs/feedback/command.ts')).runFeedback(...given)],
]);

const USAGE = `Usage: npm run -s accuracy -- parsing DIR [--classic | --leave-one-out] [--json]
       npm run -s accuracy -- formats [DIR] [--json]
       npm run -s accuracy -- bgl DIR [--json]
       npm run -s accuracy -- planted [--json]
       npm run -s accuracy -- budget [--runs N] [--lines N] [--anomalies S] [--epochs N] [--json]
       npm run -s accuracy -- workflow [--with-model | --log DIR] [--seeds N] [--sessions N] [--epochs N] [--json]
       npm run -s accuracy -- comparison [--json]
       npm run -s accuracy -- hdfs --train F --normal F --abnormal F [--budget B] [--epochs N] [--seed N] [--json]
       npm run -s accuracy -- feedback [DIR] [--sessions N] [--budget B] [--epochs N] [--seed N] [--json]

  parsing DIR   mine every */X_2k.log under DIR without settings and compare with X_2k.log_structured.csv:
                GA  grouping accuracy: lines whose group is exactly a true one
                FGA F1 of groups
                PA  parsing accuracy: lines whose template text is right (a word with <*> in it counts as <*>)
                FTA F1 of templates: group and text right
  --classic     mine with Drain as published and the settings that logparser has for each of the systems
  --leave-one-out
                choose every number of the parser for each system on the other systems, apply it to that system, and
                compare GA with that of the defaults
  formats DIR   read every log that DIR/truth.json names (fixtures/formats where none is given) without settings and compare:
                header and content of each line, joined lines, place of the session identifier, first and last time;
                without DIR also the real logs under ../shared/data/formats, where there are any
  bgl DIR       learn from the first 60 % of the lines of DIR/BGL_2k.log without their labels, flag single lines of the rest,
                and compare with the label that each line begins with
  planted       generate logs of every kind with seeds 1, 2 and 3, and count which planted odd values, slow and fast steps
                behind the training period the detectors of times and values find, with their cause
  budget        generate logs of every kind by turns with seeds 1, 2, ..., analyse each with the default settings, and count the
                normal sessions behind the training period that are flagged, beside how many the budget allows in
                nineteen of twenty logs (exact binomial interval); and which planted sessions are found, with their cause
    --runs N    logs (default 30); --lines N of each (default 50,000); --anomalies S planted, as a share of the sessions
                (default 0.01); --epochs N passes of training at most (default 8)
  workflow      generate workflows with 50 seeds, 1,000 sessions of each, a tenth of them disturbed, and compare what is
                learnt from the sessions with what made them
    --with-model  at several shares of disturbed sessions, beside what is learnt from the sessions that a trained key model
                expects, and from both; 20 workflows with 100 sessions of each task unless other numbers are given
    --log DIR   the same three, learnt from DIR/train_normal.txt and measured on DIR/normal.txt: key-sequence files
    --seeds N   workflows (default 50); --sessions N of each; --epochs N passes of training at most (default 15)
  comparison    generate pairs of logs with 500 seeds and compare what is said to differ with what does
  hdfs          learn from --train F without any label, set thresholds with its sessions, and count what is flagged in
                --normal F and --abnormal F: key-sequence files, one session a line. Precision and F1 are projected to
                the classes of all of HDFS; best F1 is at the threshold that the test would have liked best
    --budget B  false alarms as a share of sessions (default ${DEFAULT_SETTINGS.falseAlarmsPerThousand / 1000}; without --json also 0.0005 and 0.005)
    --epochs N  passes at most (default ${DEFAULT_SETTINGS.epochs}); --seed N (default ${DEFAULT_SETTINGS.seed})
  feedback [DIR]
                learn from the first sessions of DIR/train_normal.txt (default ../shared/data/hdfs), call the most confident flags in one
                half of DIR/normal.txt normal, and count what that does in the other half and in DIR/abnormal.txt, beside
                no marks and beside training again
    --sessions N  training sessions (default 500); --budget B; --epochs N; --seed N as above
  --json        print one JSON object
`;

/** @returns the exit status: 0 done, 1 bad input, 2 usage */
async function main([name = '', ...words]: readonly string[]): Promise<number> {
  if ([name, ...words].some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const result = await command(words, (text) => process.stderr.write(`${text}\n`));
  if (result.ok) process.stdout.write(`${result.text}\n`);
  else process.stderr.write(`${result.sentence}\n`);
  return result.ok ? 0 : result.exitCode;
}

process.exitCode = await main(process.argv.slice(2));
