import { useAppState, useCommands } from '../../context.ts';
import { SelectField } from '../../widgets/SelectField.tsx';

/** The most usual ones by name; the command line takes any that browsers know. */
const ENCODINGS = [
  { value: 'utf-8', text: 'UTF-8' },
  { value: 'utf-16le', text: 'UTF-16, little endian' },
  { value: 'utf-16be', text: 'UTF-16, big endian' },
  { value: 'windows-1252', text: 'Western (Windows-1252, Latin-1)' },
  { value: 'windows-1250', text: 'Central European (Windows-1250)' },
  { value: 'windows-1251', text: 'Cyrillic (Windows-1251)' },
  { value: 'koi8-r', text: 'Cyrillic (KOI8-R)' },
  { value: 'gb18030', text: 'Chinese, simplified (GBK, GB18030)' },
  { value: 'big5', text: 'Chinese, traditional (Big5)' },
  { value: 'shift_jis', text: 'Japanese (Shift_JIS)' },
  { value: 'euc-jp', text: 'Japanese (EUC-JP)' },
  { value: 'euc-kr', text: 'Korean (EUC-KR)' },
] as const;

/** What the files are written in. @param detected names of the encodings, by commas */
export function EncodingSetting({ detected }: { readonly detected: string }) {
  const choice = useAppState((state) => state.settings.encoding);
  const { change } = useCommands();
  return (
    <SelectField
      label="Encoding"
      value={choice}
      options={[{ value: 'auto', text: choice === 'auto' ? `Detected: ${detected}` : 'Detect it' }, ...ENCODINGS]}
      onChange={(encoding) => change({ encoding })}
    />
  );
}
