interface FileChoice {
  readonly multiple?: boolean;
  /** File name endings to offer, such as `.deeplog`. */
  readonly accept?: string;
}

/** Opens the browser's own dialog; it has to follow a click or a key. */
export function chooseFiles({ multiple = false, accept = '' }: FileChoice, onFiles: (files: readonly File[]) => void) {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = multiple;
  input.accept = accept;
  input.addEventListener('change', () => onFiles(Array.from(input.files ?? [])));
  input.click();
}
