import { formatCount } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { Finding } from '../../core/detect/finding.ts';
import { useCommands } from '../context.ts';
import { NamedTemplate } from '../widgets/NamedTemplate.tsx';
import styles from './Sentence.module.css';
import { type SentencePart, sentenceParts } from './sentence-parts.ts';

/** Why the session is flagged, in words. */
export function Sentence({ finding }: { readonly finding: Finding }) {
  const { reason, session, line, template, expected } = finding;
  const parts = sentenceParts(reason, [
    { text: `line ${formatCount(line)}`, kind: 'line' },
    { text: session, kind: 'session' },
    { text: template, kind: 'quoted' },
    ...expected.map((one) => ({ text: one.template, kind: 'quoted' }) as const),
  ]);
  return (
    <p className={styles.sentence}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
        <Part key={index} part={part} line={line} />
      ))}
    </p>
  );
}

function Part({ part: { text, kind }, line }: { readonly part: SentencePart; readonly line: number }) {
  const { openViewer } = useCommands();
  const shown = visibleText(text);
  switch (kind) {
    case 'line':
      return (
        <button type="button" className={styles.line} title="Open in raw log" onClick={() => openViewer(line)}>
          {shown}
        </button>
      );
    case 'session':
      return <code dir="auto">{shown}</code>;
    case 'quoted':
      return (
        <b className={styles.quoted}>
          <NamedTemplate text={text} whole />
        </b>
      );
    default:
      return shown;
  }
}
