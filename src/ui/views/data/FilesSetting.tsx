import { useAppState, useCommands } from '../../context.ts';
import { SelectField } from '../../widgets/SelectField.tsx';

/** How several files become one log. @param files how many there are */
export function FilesSetting({ files }: { readonly files: number }) {
  const choice = useAppState((state) => state.settings.files);
  const { change } = useCommands();
  if (files < 2) return null;
  return (
    <SelectField
      label="Files"
      value={choice}
      options={[
        { value: 'merged', text: 'Merged by time' },
        { value: 'apart', text: 'Kept apart: a session stays in its file' },
      ]}
      onChange={(value) => change({ files: value })}
    />
  );
}
