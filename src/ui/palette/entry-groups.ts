import type { Commands } from '../../app/commands.ts';
import type { Parsed, State } from '../../app/state.ts';
import type { TemplateRow } from '../../core/report/log-report.ts';
import { namedText } from '../../core/report/template-names.ts';
import { parsedOf, scoredOf } from '../analysis.ts';
import { stagesOf } from '../stages.ts';
import { actionsOf } from './actions.ts';
import { bestMatches } from './best-matches.ts';
import type { Entry, EntryGroup, Overlay } from './entry.ts';

/** Sessions, and templates, that are shown at a time. */
const MOST = 8;

/** What a query finds; without one, where to go and what to do. */
export function entryGroups(
  state: State,
  commands: Commands,
  open: (overlay: Overlay) => void,
  query: string,
): readonly EntryGroup[] {
  const parsed = parsedOf(state.analysis);
  const among = (entries: readonly Entry[]) =>
    bestMatches(entries, ({ text }) => text, query, Number.POSITIVE_INFINITY);
  const found = [
    { title: 'Pages', entries: among(parsed ? pages(state, commands) : []) },
    { title: 'Commands', entries: among(actionsOf(state, commands, open)) },
  ];
  const named = parsed !== undefined && query.trim() !== '';
  if (named) found.push({ title: 'Sessions', entries: sessions(state, parsed, commands, query) });
  if (named) found.push({ title: 'Templates', entries: templates(parsed, commands, query) });
  return found.filter(({ entries }) => entries.length > 0);
}

function pages({ analysis }: State, { show }: Commands): readonly Entry[] {
  return stagesOf(analysis).map(({ view, name }) => ({ text: name, run: () => show(view) }));
}

function sessions(state: State, parsed: Parsed, { show, select }: Commands, query: string): readonly Entry[] {
  const ids = bestMatches(parsed.sessions?.rows.ids ?? [], (id) => id, query, MOST);
  const findings = scoredOf(state.analysis)?.anomalies.findings ?? [];
  return ids.map((id) => ({
    text: id,
    isLogText: true,
    run: () => {
      show(findings.some(({ session }) => session === id) ? 'anomalies' : 'sessions');
      select(id);
    },
  }));
}

function templates({ templates: rows }: Parsed, { show, selectTemplate }: Commands, query: string): readonly Entry[] {
  const said = ({ text, name }: TemplateRow) => namedText(text, name);
  return bestMatches(rows, said, query, MOST).map((row) => ({
    text: said(row),
    isLogText: true,
    run: () => {
      show('templates');
      selectTemplate(row.key);
    },
  }));
}
