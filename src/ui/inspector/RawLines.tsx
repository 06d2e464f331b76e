import { type CSSProperties, useEffect, useId, useRef } from 'react';
import { formatCount } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { Outcome } from '../../core/report/problem.ts';
import type { RawLine } from '../../core/report/raw-line.ts';
import { useCommands } from '../context.ts';
import { useOpenLine } from '../viewer/use-open-line.ts';
import { Button } from '../widgets/Button.tsx';
import styles from './RawLines.module.css';
import { Section } from './Section.tsx';
import type { Loaded } from './use-loaded.ts';

interface RawLinesProps {
  readonly lines: Loaded<Outcome<readonly RawLine[]>>;
  /** 1-based, marked and brought into view. */
  readonly line: number;
  readonly session: string;
  readonly sessionOnly: boolean;
  readonly onSessionOnly: (sessionOnly: boolean) => void;
}

/** The lines as they stand in the file, around the one in view. */
export function RawLines({ lines, line, session, sessionOnly, onSessionOnly }: RawLinesProps) {
  const id = useId();
  const { openViewer } = useCommands();
  const outcome = lines.value;
  return (
    <Section
      title="Raw lines"
      aside={
        <span className={styles.choice}>
          <Button variant="quiet" onClick={() => openViewer(line)}>
            Open in raw log
          </Button>
          <input
            id={id}
            type="checkbox"
            checked={sessionOnly}
            onChange={(event) => onSessionOnly(event.currentTarget.checked)}
          />
          <label htmlFor={id}>this session only</label>
        </span>
      }
    >
      {outcome === undefined && <div className={styles.skeleton} aria-busy="true" />}
      {outcome?.ok === false && (
        <p role="alert" className={styles.problem}>
          {outcome.problem.message} {outcome.problem.advice}
        </p>
      )}
      {outcome?.ok && <Lines lines={outcome.value} line={line} session={session} stale={lines.stale} />}
    </Section>
  );
}

interface LinesProps {
  readonly lines: readonly RawLine[];
  readonly line: number;
  readonly session: string;
  readonly stale: boolean;
}

function Lines({ lines, line, session, stale }: LinesProps) {
  const list = useRef<HTMLOListElement>(null);
  const openLine = useOpenLine();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the marked line moves when either changes
  useEffect(() => {
    const marked = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!list.current || !marked) return;
    list.current.scrollTop = marked.offsetTop - (list.current.clientHeight - marked.offsetHeight) / 2;
  }, [lines, line]);
  const digits = formatCount(lines.at(-1)?.line ?? 0).length;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard, "Open in raw log" does it
    <ol
      ref={list}
      aria-label="Raw lines"
      aria-busy={stale}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
      tabIndex={0}
      className={styles.lines}
      onClick={openLine}
      style={{ '--digits': `${digits + 1}ch` } as CSSProperties}
    >
      {lines.map((one) => (
        <li
          key={one.line}
          data-line={one.line}
          aria-current={one.line === line || undefined}
          className={one.inSession ? styles.line : styles.between}
        >
          <span className={styles.number}>{formatCount(one.line)}</span>
          {/* Left to right even where a line begins with a right-to-left word: its start must be in view. */}
          <bdi dir="ltr" className={styles.text}>
            <Marked text={visibleText(one.text)} session={visibleText(session)} />
            {one.cut && <span className={styles.cut}>… cut</span>}
          </bdi>
        </li>
      ))}
    </ol>
  );
}

/** The session's identifier stands out, so that the eye can follow it. */
function Marked({ text, session }: { readonly text: string; readonly session: string }) {
  if (session === '') return text;
  return text.split(session).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one line never move
    <span key={index}>
      {index > 0 && <b className={styles.session}>{session}</b>}
      {piece}
    </span>
  ));
}
