import type { KeyboardEvent } from 'react';
import { formatCount, formatNumberOf, formatProbability, formatTime } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { SessionDetail } from '../../core/report/log-report.ts';
import { stripAround, surpriseShare } from '../../core/report/session-strip.ts';
import { namedText } from '../../core/report/template-names.ts';
import { useTemplateNames } from '../template-names.ts';
import { NamedTemplate } from '../widgets/NamedTemplate.tsx';
import { ScrollArea } from '../widgets/ScrollArea.tsx';
import { Section } from './Section.tsx';
import styles from './SessionStrip.module.css';

const MOST_BARS = 100;
const LOWEST_BAR = 0.06;
/** In CSS pixels. */
const WIDEST_BAR = 26;

interface SessionStripProps {
  readonly detail: SessionDetail;
  /** Index of the event in view. */
  readonly at: number;
  /** Index of the flagged event, if one is. */
  readonly flagged: number | undefined;
  /** Colour of the flagged event. */
  readonly colour: string;
  readonly onMove: (at: number) => void;
}

/** The events of a session from left to right, surprise as height. Arrow keys move along it. */
export function SessionStrip({ detail, at, flagged, colour, onMove }: SessionStripProps) {
  const { events } = detail;
  const { byKey } = useTemplateNames();
  const move = (to: number) => onMove(Math.max(0, Math.min(events.length - 1, to)));
  const event = events[at];
  if (event === undefined) return null;
  const { from, to } = stripAround(events.length, at, MOST_BARS);
  const part = to - from < events.length ? `, ${formatCount(from + 1)} to ${formatCount(to)} shown` : '';
  const text = event.key === -1 ? 'end of the session' : visibleText(namedText(event.template, byKey.get(event.key)));
  return (
    <Section
      title={`This session, ${formatNumberOf(events.length, 'event')}${part}`}
      aside={
        <span>
          <kbd className={styles.key}>←</kbd> <kbd className={styles.key}>→</kbd> to step
        </span>
      }
    >
      <div
        role="slider"
        tabIndex={0}
        aria-label="Event of this session"
        aria-valuemin={1}
        aria-valuemax={events.length}
        aria-valuenow={at + 1}
        aria-valuetext={`Event ${at + 1}, line ${formatCount(event.line)}: ${text}`}
        className={styles.strip}
        style={{ maxWidth: WIDEST_BAR * (to - from) }}
        onKeyDown={(pressed) => {
          const target = keyTarget(pressed, at, events.length);
          if (target === undefined) return;
          pressed.preventDefault();
          move(target);
        }}
        onPointerDown={(pressed) => {
          const box = pressed.currentTarget.getBoundingClientRect();
          move(from + Math.floor(((pressed.clientX - box.left) / box.width) * (to - from)));
        }}
      >
        {events.slice(from, to).map((one, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: events of a session never move
            key={from + index}
            className={[styles.bar, from + index === at && styles.current, from + index === flagged && styles.flagged]
              .filter(Boolean)
              .join(' ')}
            style={{
              height: `${100 * Math.max(LOWEST_BAR, surpriseShare(one))}%`,
              ...(from + index === flagged ? { background: colour, outlineColor: colour } : {}),
            }}
          />
        ))}
      </div>
      <div className={styles.event}>
        <span className={styles.place}>
          Event {formatCount(at + 1)}, line {formatCount(event.line)}
          {Number.isNaN(event.time) ? '' : `, ${formatTime(event.time)}`}
        </span>
        <ScrollArea name="Template of this event" className={styles.template}>
          {event.key === -1 ? 'End of the session' : <NamedTemplate logKey={event.key} text={event.template} whole />}
        </ScrollArea>
        <span className={styles.place}>
          {Number.isFinite(event.surprise)
            ? `had ${formatProbability(event.probability)}, rank ${formatCount(event.rank + 1)}`
            : 'not judged'}
        </span>
      </div>
    </Section>
  );
}

function keyTarget({ key }: KeyboardEvent, at: number, events: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return events - 1;
    default:
      return undefined;
  }
}
