import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { State } from '../../app/state.ts';
import { countBelow } from '../../core/base/count-below.ts';
import { formatCount } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { Cause } from '../../core/detect/finding.ts';
import type { LogReport } from '../../core/report/log-report.ts';
import { scoredOf } from '../analysis.ts';
import { useAppState, useCommands } from '../context.ts';
import { useLoaded } from '../inspector/use-loaded.ts';
import { Check } from './Check.tsx';
import { CopyLines } from './CopyLines.tsx';
import { GoToLine } from './GoToLine.tsx';
import { LineGrid, type Selection } from './LineGrid.tsx';
import { LineStore } from './line-store.ts';
import styles from './RawLog.module.css';
import { allLines, type RowMap, someLines } from './row-map.ts';
import { SearchBox } from './SearchBox.tsx';
import { useSearch } from './use-search.ts';

/** The lines of an open log, with what finds them. */
export function LogLines({ log }: { readonly log: LogReport }) {
  const viewer = useAppState((state) => state.viewer);
  const session = useAppState((state) => state.selected);
  const causes = useCauses();
  const { changeViewer } = useCommands();
  const store = useStore(log);
  const sessionLines = useSessionLines(session, log);
  const isNarrowed = viewer.sessionOnly && sessionLines !== undefined;
  const rows = useMemo(
    () => (isNarrowed ? someLines(sessionLines) : allLines(log.lines)),
    [isNarrowed, sessionLines, log],
  );
  const [isWrapped, setWrapped] = useState(false);
  const grid = useRef<HTMLTableElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const { selection, line, select, goTo } = useSelection(rows, viewer.goTo.line, viewer.goTo);
  const found = useSearch(viewer.query, isNarrowed ? session : undefined, log);

  useEffect(() => {
    if (viewer.goTo) grid.current?.focus({ preventScroll: true });
  }, [viewer.goTo]);

  const step = (by: 1 | -1) => {
    const hit = found.hits && nextHit(found.hits.lines, line, by);
    if (hit !== undefined) goTo(hit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !grid.current?.contains(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'n') step(1);
    else if (event.key === 'N') step(-1);
    else if (event.key === '/') input.current?.select();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the grid that reach beyond it
    <div className={styles.lines} onKeyDown={onKeyDown}>
      <div className={styles.tools}>
        <h2 className={styles.title}>Raw log</h2>
        <SearchBox
          input={input}
          query={viewer.query}
          onChange={(query) => changeViewer({ query })}
          found={found}
          line={line}
          onStep={step}
        />
        <GoToLine onGo={goTo} />
        <Check
          label="Only this session"
          checked={isNarrowed}
          disabled={session === undefined}
          onChange={(sessionOnly) => changeViewer({ sessionOnly })}
        />
        <Check label="Wrap" checked={isWrapped} onChange={setWrapped} />
        <CopyLines
          rows={rows}
          first={Math.min(selection.anchor, selection.current)}
          last={Math.max(selection.anchor, selection.current)}
        />
        <Place log={log} line={line} />
      </div>
      {store.problem && (
        <p role="alert" className={styles.problem}>
          {store.problem.message} {store.problem.advice}
        </p>
      )}
      <LineGrid
        grid={grid}
        store={store}
        rows={rows}
        selection={selection}
        onSelect={select}
        isWrapped={isWrapped}
        query={viewer.query}
        sessionLines={isNarrowed ? undefined : sessionLines}
        causes={causes}
      />
    </div>
  );
}

function useStore(log: LogReport): LineStore {
  const { viewLines } = useCommands();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another log has other lines
  const store = useMemo(() => new LineStore(viewLines), [viewLines, log]);
  useSyncExternalStore(store.subscribe, store.snapshot);
  return store;
}

/** Where the current line stands, if that is not plain from its number. */
function Place({ log, line }: { readonly log: LogReport; readonly line: number }) {
  const file = log.files.findLast(({ firstLine }) => firstLine < line);
  if (file === undefined || log.files.length < 2) return null;
  return (
    <span className={styles.place}>
      <b dir="auto">{visibleText(file.name)}</b>, its line {formatCount(line - file.firstLine)}
    </span>
  );
}

/**
 * @param line where to begin
 * @param goTo goes to `line` again whenever it is another object
 */
function useSelection(rows: RowMap, line: number, goTo: unknown) {
  const [lines, setLines] = useState({ anchor: line, current: line, where: 'upper' as Selection['where'] });
  const go = useCallback((to: number) => setLines({ anchor: to, current: to, where: 'upper' }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => go(line), [go, line, goTo]);
  const select = useCallback(
    (row: number, extend: boolean) => {
      const current = rows.lineAt(row);
      setLines((before) => ({ anchor: extend ? before.anchor : current, current, where: 'nearest' }));
    },
    [rows],
  );
  // Lines, not rows, are kept: they stay when other rows are shown.
  const selection = useMemo(
    (): Selection => ({ anchor: rows.rowOf(lines.anchor), current: rows.rowOf(lines.current), where: lines.where }),
    [rows, lines],
  );
  return { selection, line: rows.lineAt(selection.current), select, goTo: go };
}

/** Behind the last hit comes the first. */
function nextHit(hits: Int32Array, line: number, by: 1 | -1): number | undefined {
  const at = countBelow(hits, by === 1 ? line + 1 : line) - (by === 1 ? 0 : 1);
  return hits[at] ?? hits.at(by === 1 ? 0 : -1);
}

function useSessionLines(session: string | undefined, log: LogReport): Int32Array | undefined {
  const { sessionLines } = useCommands();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another log has other sessions
  const load = useCallback(
    () => (session === undefined ? Promise.resolve(undefined) : sessionLines(session)),
    [sessionLines, session, log],
  );
  const { value, stale } = useLoaded(load);
  return stale ? undefined : value;
}

/** Causes of findings, by line. */
function useCauses(): ReadonlyMap<number, Cause> {
  const findings = useAppState(findingsOf);
  return useMemo(() => new Map(findings?.map(({ line, cause }) => [line, cause])), [findings]);
}

function findingsOf({ analysis }: State) {
  return scoredOf(analysis)?.anomalies.findings;
}
