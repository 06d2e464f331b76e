import { formatCount, formatNumberOf } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { EditEffect } from '../../core/drain/edits/edit-effect.ts';
import { TemplateText } from '../widgets/TemplateText.tsx';
import styles from './EditTemplate.module.css';

interface EditPreviewProps {
  readonly effect: EditEffect | undefined;
  readonly busy: boolean;
  readonly unchanged: string;
}

/** Templates that are listed; the others are counted. */
const MOST_LISTED = 6;

/** Lines and templates that an edit would change, and what the new templates are. */
export function EditPreview({ effect, busy, unchanged }: EditPreviewProps) {
  if (effect === undefined) {
    return (
      <p role="status" className={`${styles.effect} ${styles.note}`}>
        {busy ? 'Counting what changes' : ''}
      </p>
    );
  }
  if (!changesLines(effect)) {
    return (
      <p role="status" className={styles.effect}>
        {unchanged}
      </p>
    );
  }
  return (
    <div className={styles.effect}>
      <p role="status">{[templateSentence(effect), ignoredSentence(effect)].filter(Boolean).join(' ')}</p>
      <Made templates={effect.made} />
      <p className={styles.note}>Sessions, training and findings run again with them.</p>
    </div>
  );
}

/** Whether anything is other than before for some line. */
export function changesLines({ lines, ignoredBefore, ignoredAfter }: EditEffect): boolean {
  return lines > 0 || ignoredBefore !== ignoredAfter;
}

function templateSentence({ lines, templatesBefore, templatesAfter }: EditEffect): string {
  if (lines === 0) return '';
  const change = `There are ${formatCount(templatesBefore)} templates; then there will be ${formatCount(templatesAfter)}.`;
  return `${formatNumberOf(lines, 'line gets', 'lines get')} another template. ${change}`;
}

function ignoredSentence({ ignoredBefore, ignoredAfter }: EditEffect): string {
  const more = ignoredAfter - ignoredBefore;
  if (more === 0) return '';
  if (more < 0) return `${formatNumberOf(-more, 'line comes', 'lines come')} back into sessions.`;
  const inAll =
    ignoredBefore > 0 ? ` Then ${formatNumberOf(ignoredAfter, 'line is', 'lines are')} ignored in all.` : '';
  return `${formatNumberOf(more, 'line is', 'lines are')} taken out of the sessions.${inAll}`;
}

function Made({ templates }: { readonly templates: EditEffect['made'] }) {
  const listed = templates.slice(0, MOST_LISTED);
  const more = templates.length - listed.length;
  if (templates.length === 0) return null;
  return (
    <ul className={styles.made} aria-label="New templates">
      {listed.map(({ id, lines }) => (
        <li key={id}>
          <TemplateText text={visibleText(id)} />
          <span className={styles.lines}>{formatNumberOf(lines, 'line')}</span>
        </li>
      ))}
      {more > 0 && <li className={styles.note}>and {formatCount(more)} more</li>}
    </ul>
  );
}
