import { visibleText } from '../../core/base/visible-text.ts';
import { useTemplateNames } from '../template-names.ts';
import { TemplateName } from './TemplateName.tsx';
import { TemplateText } from './TemplateText.tsx';

interface NamedTemplateProps {
  readonly logKey: number;
  /** As the log has it. */
  readonly text: string;
}

/** A template's text, behind what a person calls it. */
export function NamedTemplate({ logKey, text }: NamedTemplateProps) {
  const name = useTemplateNames().get(logKey);
  return (
    <>
      {name !== undefined && (
        <>
          <TemplateName name={name} />{' '}
        </>
      )}
      <TemplateText text={visibleText(text)} />
    </>
  );
}
