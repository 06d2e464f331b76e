import { useId } from 'react';
import type { Settings } from '../../../app/state.ts';
import { formatShare, NOTHING } from '../../../core/base/format.ts';
import type { FormatRow, LogReport } from '../../../core/report/log-report.ts';
import { useAppState, useCommands } from '../../context.ts';
import styles from './FormatSetting.module.css';

/** The format of lines without a header. */
const WHOLE_LINES = 'Lines of text';

interface Choice {
  readonly value: Settings['format'];
  readonly name: string;
  readonly header: string;
  readonly share: string;
  readonly chosen: boolean;
}

/** What the log may be, with the part of its lines that each format matches; taking another one reads the log again. */
export function FormatSetting({ log }: { readonly log: LogReport }) {
  const setting = useAppState((state) => state.settings.format);
  const hasDetector = useAppState((state) => state.detector !== undefined);
  const { change } = useCommands();
  const group = useId();
  if (hasDetector) return <p className={styles.fixed}>Format: {log.header.format}</p>;
  return (
    <fieldset className={styles.formats} aria-label="Format">
      <legend className={styles.legend}>Format</legend>
      {log.fileFormats.length > 1 && <p className={styles.note}>{scopeOf(log)}</p>}
      {choicesOf(log.formats, setting).map(({ value, name, header, share, chosen }) => (
        <label key={value} className={styles.format}>
          <input type="radio" name={group} checked={chosen} onChange={() => change({ format: value })} />
          <span className={styles.name}>{name}</span>
          <code className={styles.header} dir="ltr" title={header}>
            {header}
          </code>
          <span className={styles.share} title="of the lines that were looked at">
            {share}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function scopeOf({ fileFormats }: LogReport): string {
  const [main] = fileFormats;
  const most = main === undefined || main.files === 1 ? 'the largest file' : `the ${main.files} files with most bytes`;
  return `A format chosen here is that of ${most}; the others keep their own. None is for all files.`;
}

/** The best one is what `auto` takes, so that it stays the choice of the log. */
function choicesOf(formats: readonly FormatRow[], setting: Settings['format']): readonly Choice[] {
  const listed = formats.map(({ name, header, share, chosen }, index) => ({
    value: index === 0 ? 'auto' : name,
    name,
    header,
    share: formatShare(share),
    chosen,
  }));
  // There the same is listed already.
  if (formats.some(({ name, chosen }) => chosen && name === WHOLE_LINES)) return listed;
  const isNone = setting === 'none' && !listed.some(({ chosen }) => chosen);
  const none = { value: 'none', name: 'None', header: 'all of a line is content', share: NOTHING, chosen: isNone };
  return [...listed, none];
}
