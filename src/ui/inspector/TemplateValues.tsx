import { useCallback } from 'react';
import { formatCount, formatTime } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { TemplateParameters } from '../../core/drain/template-parameters.ts';
import type { TemplateRow } from '../../core/report/log-report.ts';
import type { Outcome } from '../../core/report/problem.ts';
import { parsedOf } from '../analysis.ts';
import { useAppState, useCommands } from '../context.ts';
import { Button } from '../widgets/Button.tsx';
import { ScrollArea } from '../widgets/ScrollArea.tsx';
import { TemplateName } from '../widgets/TemplateName.tsx';
import { TemplateText } from '../widgets/TemplateText.tsx';
import { EditTemplate } from './EditTemplate.tsx';
import { NearestKnown } from './NearestKnown.tsx';
import { NoteTemplate } from './NoteTemplate.tsx';
import { ParameterList } from './ParameterList.tsx';
import styles from './TemplateValues.module.css';
import { useLoaded } from './use-loaded.ts';

/** What stands under each `<*>` of the selected template. */
export function TemplateValues() {
  const templates = useAppState(({ analysis }) => parsedOf(analysis)?.templates);
  const key = useAppState((state) => state.selectedTemplate);
  const { selectTemplate } = useCommands();
  const template = templates?.find((row) => row.key === key);
  if (template === undefined) return null;
  return (
    <section aria-label="Template values" className={styles.panel}>
      <div className={styles.head}>
        <h2 className={styles.title}>Values under &lt;*&gt;</h2>
        <Button variant="quiet" aria-label="Close template values" onClick={() => selectTemplate(undefined)}>
          <span aria-hidden="true">✕</span>
        </Button>
      </div>
      {template.name !== undefined && (
        <p>
          <TemplateName name={template.name} whole />
        </p>
      )}
      <p className={styles.note}>{seenText(template)}</p>
      <NoteTemplate key={`note ${template.id}`} template={template} />
      <EditTemplate key={template.id} template={template} templates={templates ?? []} />
      <NearestKnown of={template.key} />
      <Loaded key={template.key} template={template} />
    </section>
  );
}

/** `Seen from 2008-11-09 20:35:18 to 2008-11-09 20:50:18 UTC, in lines 22 to 4,426.` */
function seenText({ seen, firstLine, lastLine }: TemplateRow): string {
  const lines = `lines ${formatCount(firstLine)} to ${formatCount(lastLine)}`;
  return seen === undefined
    ? `In ${lines}.`
    : `Seen from ${formatTime(seen.first)} to ${formatTime(seen.last)} UTC, in ${lines}.`;
}

function Loaded({ template }: { readonly template: TemplateRow }) {
  const { parameters } = useCommands();
  const load = useCallback(() => parameters(template.key), [parameters, template]);
  const { value: outcome } = useLoaded(load);
  if (outcome?.ok && outcome.value.parameters.length > 0) {
    return <ParameterList template={template} found={outcome.value} />;
  }
  return (
    <>
      <ScrollArea name="Template" className={styles.template}>
        <TemplateText text={visibleText(template.text)} />
      </ScrollArea>
      <State outcome={outcome} />
    </>
  );
}

function State({ outcome }: { readonly outcome: Outcome<TemplateParameters> | undefined }) {
  if (outcome === undefined) {
    return (
      <div className={styles.loading} role="status">
        Reading lines back
        <div className={styles.skeleton} />
        <div className={styles.skeleton} />
      </div>
    );
  }
  if (!outcome.ok) {
    return (
      <p role="alert" className={styles.problem}>
        {outcome.problem.message} {outcome.problem.advice}
      </p>
    );
  }
  return (
    <p className={styles.note}>
      {outcome.value.read > 0
        ? 'Nothing in this template varies: all of its lines say the same.'
        : 'The lines of this template could not be taken apart again.'}
    </p>
  );
}
