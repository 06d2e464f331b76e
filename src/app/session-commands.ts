import type { DataApi } from '../engine/data.api.ts';
import type { Commands } from './commands.ts';

type Questions = Pick<
  Commands,
  | 'inspect'
  | 'diagnose'
  | 'nearestNormal'
  | 'components'
  | 'lineValues'
  | 'sessionLines'
  | 'rawLines'
  | 'parameters'
  | 'previewEdits'
  | 'drift'
  | 'workflow'
  | 'workflowPicture'
  | 'waySessions'
>;

/** What is asked about sessions, single ones and what they have in common, and about templates. */
export function sessionCommands(data: DataApi): Questions {
  return {
    inspect: (session) => data.inspect(session),
    nearestNormal: (session) => data.nearestNormal(session).catch(() => undefined),
    lineValues: (line) =>
      data.lineValues(line).then(
        (read) => (read.ok ? read.value : []),
        () => [],
      ),
    components: (lines) =>
      data.components(lines).then(
        (read) => (read.ok ? read.value : undefined),
        () => undefined,
      ),
    diagnose: (session, ways) => data.diagnose(session, ways).catch(() => undefined),
    sessionLines: (session) => data.sessionLines(session),
    rawLines: (request) => data.rawLines(request),
    parameters: (key) => data.parameters(key),
    previewEdits: (edits) => data.previewEdits(edits),
    drift: () => data.drift().catch(() => undefined),
    workflow: (ways) => data.workflow(ways).catch(() => undefined),
    workflowPicture: (request) => data.workflowPicture(request).catch(() => undefined),
    waySessions: (request) => data.waySessions(request).catch(() => ({ total: 0, rows: [] })),
  };
}
