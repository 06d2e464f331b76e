import { NamedTemplate } from '../widgets/NamedTemplate.tsx';
import { ScrollArea } from '../widgets/ScrollArea.tsx';
import styles from './Diagnosis.module.css';
import { sentenceParts } from './sentence-parts.ts';

/** Where a session left the workflow of its task, in words. */
export function Diagnosis({ text }: { readonly text: string }) {
  return (
    <ScrollArea name="In the workflow" className={styles.diagnosis}>
      {sentenceParts(text, []).map(({ text: part, kind }, index) =>
        kind === 'quoted' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
          <b key={index}>
            <NamedTemplate text={part} whole />
          </b>
        ) : (
          part
        ),
      )}
    </ScrollArea>
  );
}
