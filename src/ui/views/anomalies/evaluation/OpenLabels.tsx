import { useCommands } from '../../../context.ts';
import { FileButton } from '../../../widgets/FileButton.tsx';

/** For those who know which sessions are anomalous. */
export function OpenLabels() {
  const { openLabels } = useCommands();
  return (
    <FileButton label="Compare with labels" accept=".csv,.tsv,.txt" onFiles={([file]) => file && openLabels(file)} />
  );
}
