import { ContentKernel } from './kernel/content-kernel.ts';
import { IdentifierSink } from './kernel/identifier-sink.ts';
import { RuleKernel } from './kernel/rule-kernel.ts';

/** A kernel for contents that looks for no identifiers. */
export function loneContent(): ContentKernel {
  return new ContentKernel(new RuleKernel(0, new Int32Array(0), new Uint8Array(0), new IdentifierSink(0)));
}
