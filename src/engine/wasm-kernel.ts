import { compileRules } from '../core/scan/compile-rules.ts';
import { layoutOf, timeHost } from '../core/scan/header-reader.ts';
import type {
  FoundIdentifiers,
  FoundSketches,
  NewScanKernel,
  ScanKernel,
  ScanProgram,
} from '../core/scan/scan-kernel.ts';
import { levelTable } from '../core/scan/severity.ts';

/** Longest run of lines that is copied at once; `LineWindows` gives no longer ones. */
const INPUT_BYTES = 1 << 17;
/** Bytes before the first item of an array. */
const HEAD = 8;

type Count = () => number;

/** What `assembly/scanner.ts` exports. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly prepare: (input: number, columns: number, rules: number, literals: number, columnRules: number) => void;
  readonly start: (columns: number, tokenRules: number, rules: number) => void;
  readonly scan: (to: number, offset: number) => void;
  readonly clear: () => void;
  readonly inputAt: Count;
  readonly layoutAt: Count;
  readonly rulesAt: Count;
  readonly literalsAt: Count;
  readonly columnRulesAt: Count;
  readonly levelHashesAt: Count;
  readonly levelSeveritiesAt: Count;
  readonly levelLettersAt: Count;
  readonly lessonAt: Count;
  readonly rows: Count;
  readonly blankLines: Count;
  readonly joinedLines: Count;
  readonly headerlessLines: Count;
  readonly signatureAt: Count;
  readonly timeAt: Count;
  readonly startAt: Count;
  readonly severityAt: Count;
  readonly freshAt: Count;
  readonly freshCount: Count;
  readonly numbersAt: Count;
  readonly numberCount: Count;
  readonly sketchRegistersAt: Count;
  readonly sketchesAt: Count;
  readonly sketchesDropped: Count;
  readonly firstAt: Count;
  readonly moreAt: Count;
  readonly moreCount: Count;
  readonly freshIdentifiersAt: Count;
  readonly freshIdentifierCount: Count;
}

/** The kernel compiled to WebAssembly: the same code as the plain one, so the same rows. */
export function wasmKernel(module: WebAssembly.Module): NewScanKernel {
  return (program) => new WasmKernel(module, program);
}

class WasmKernel implements ScanKernel {
  readonly content: ScanKernel['content'];
  readonly identifiers: FoundIdentifiers;
  readonly sketches: FoundSketches;
  private readonly wasm: Exports;

  constructor(module: WebAssembly.Module, { header, identifiers }: ScanProgram) {
    const times = timeHost(header);
    const readTime = (column: number, start: number): number => {
      const input = this.bytes(this.wasm.inputAt());
      const end = times.read(column, input, start);
      this.doubles(this.wasm.lessonAt()).set(times.lesson);
      return end;
    };
    const wasm = exportsOf(new WebAssembly.Instance(module, { host: { readTime } }));
    this.wasm = wasm;
    const { count, rules, literals, columns } = compileRules(identifiers, header.columns.length);
    wasm.prepare(INPUT_BYTES, header.columns.length, count, literals.length, columns.length / 2);
    this.ints(wasm.layoutAt()).set(layoutOf(header));
    this.ints(wasm.rulesAt()).set(rules);
    this.bytes(wasm.literalsAt()).set(literals);
    this.ints(wasm.columnRulesAt()).set(columns);
    const levels = levelTable();
    this.ints(wasm.levelHashesAt()).set(levels.hashes);
    this.ints(wasm.levelSeveritiesAt()).set(levels.severities);
    this.ints(wasm.levelLettersAt()).set(levels.letters);
    wasm.start(header.columns.length, count, identifiers.length);
    this.content = contentOf(this, wasm);
    this.identifiers = identifiersOf(this, wasm);
    this.sketches = sketchesOf(this, wasm);
  }

  scan(bytes: Uint8Array, from: number, to: number, offset: number): void {
    this.bytes(this.wasm.inputAt()).set(bytes.subarray(from, to));
    this.wasm.scan(to - from, offset + from);
  }

  clear(): void {
    this.wasm.clear();
  }

  get rows(): number {
    return this.wasm.rows();
  }

  get blankLines(): number {
    return this.wasm.blankLines();
  }

  get joinedLines(): number {
    return this.wasm.joinedLines();
  }

  get headerlessLines(): number {
    return this.wasm.headerlessLines();
  }

  get signature(): Int32Array {
    return this.ints(this.wasm.signatureAt());
  }

  get time(): Float64Array {
    return this.doubles(this.wasm.timeAt());
  }

  get start(): Int32Array {
    return this.ints(this.wasm.startAt());
  }

  get severity(): Int32Array {
    return this.ints(this.wasm.severityAt());
  }

  get fresh(): Int32Array {
    return this.ints(this.wasm.freshAt());
  }

  get freshCount(): number {
    return this.wasm.freshCount();
  }

  /** The array at a place in memory; valid until the memory grows. */
  bytes(at: number): Uint8Array {
    return new Uint8Array(this.wasm.memory.buffer, at + HEAD, this.lengthAt(at));
  }

  ints(at: number): Int32Array {
    return new Int32Array(this.wasm.memory.buffer, at + HEAD, this.lengthAt(at));
  }

  floats(at: number): Float32Array {
    return new Float32Array(this.wasm.memory.buffer, at + HEAD, this.lengthAt(at));
  }

  doubles(at: number): Float64Array {
    return new Float64Array(this.wasm.memory.buffer, at + HEAD, this.lengthAt(at));
  }

  private lengthAt(at: number): number {
    return new Int32Array(this.wasm.memory.buffer, at, 1)[0] as number;
  }
}

function contentOf(kernel: WasmKernel, wasm: Exports): ScanKernel['content'] {
  return {
    get numbers() {
      return kernel.floats(wasm.numbersAt());
    },
    get numberCount() {
      return wasm.numberCount();
    },
  };
}

function identifiersOf(kernel: WasmKernel, wasm: Exports): FoundIdentifiers {
  return {
    get first() {
      return kernel.ints(wasm.firstAt());
    },
    get more() {
      return kernel.ints(wasm.moreAt());
    },
    get moreCount() {
      return wasm.moreCount();
    },
    get fresh() {
      return kernel.ints(wasm.freshIdentifiersAt());
    },
    get freshCount() {
      return wasm.freshIdentifierCount();
    },
  };
}

function sketchesOf(kernel: WasmKernel, wasm: Exports): FoundSketches {
  return {
    get registers() {
      return kernel.bytes(wasm.sketchRegistersAt());
    },
    get at() {
      return kernel.ints(wasm.sketchesAt());
    },
    get isDropped() {
      return wasm.sketchesDropped() !== 0;
    },
  };
}

/** The binary is built from this project's own source, together with this file. */
function exportsOf(instance: WebAssembly.Instance): Exports {
  return instance.exports as unknown as Exports;
}
