import { Handle, type NodeProps, Position } from '@xyflow/react';
import { formatCount, formatNumberOf } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import { namedText, sentenceWithNames } from '../../../core/report/template-names.ts';
import { BEGIN, END } from '../../../core/workflow/graph-node.ts';
import { useTemplateNames } from '../../template-names.ts';
import { NamedTemplate } from '../../widgets/NamedTemplate.tsx';
import type { StepNode } from './flow-elements.ts';
import styles from './WorkflowCanvas.module.css';
import { STEP_NOTES } from './way-shape.ts';

/** A step of the graph, or where sessions begin and end. */
export function Step({ data: { node } }: NodeProps<StepNode>) {
  const { id, count, mark, due } = node;
  const names = useTemplateNames();
  const text = visibleText(namedText(node.text, names.byKey.get(id)));
  const wasDue = due && visibleText(sentenceWithNames(due, names));
  const isEdge = id === BEGIN || id === END;
  const note = mark === undefined ? '' : STEP_NOTES[mark];
  return (
    <div
      className={isEdge ? styles.edge : styles.step}
      data-mark={mark}
      data-key={id}
      title={isEdge ? undefined : `${text}\n${formatNumberOf(count, 'event')}${note && `, ${note}`}`}
    >
      <Handle type="target" position={Position.Top} isConnectable={false} className={styles.handle} />
      {isEdge ? (
        visibleText(node.text)
      ) : (
        <>
          <span className={styles.text}>
            <NamedTemplate logKey={id} text={node.text} />
          </span>
          <span className={styles.count}>
            {formatCount(count)}
            {note && <b className={styles.mark}>{note}</b>}
          </span>
        </>
      )}
      {wasDue && (
        <span className={styles.due} title={`${wasDue} was due here`}>
          due: {wasDue}
        </span>
      )}
      <Handle type="source" position={Position.Bottom} isConnectable={false} className={styles.handle} />
    </div>
  );
}
