/**
 * The architecture as data: who may import whom. docs/architecture.md shows the same table to people.
 * Every folder under src lists all it may reach; anything else is an error.
 */
const LAYERS = {
  core: [],
  ingest: ['core'],
  ml: ['core'],
  bundle: ['core'],
  engine: ['core', 'ingest', 'ml', 'bundle'],
  worker: ['core', 'ingest', 'engine'],
  app: ['core', 'engine', 'worker'],
  ui: ['core', 'app'],
};

/** Inside core the stages follow the data; each may import earlier ones only. */
const STAGES = [
  'base',
  'scan',
  'drain',
  'sequence',
  'explain',
  'detect',
  'workflow',
  'compare',
  'evaluate',
  'drift',
  'report',
];

/** Packages each folder may use; a folder that is not listed may use none. */
const PACKAGES = {
  ingest: ['fzstd', 'papaparse', 're2js'],
  // Not the package with all of tfjs in it, half of which nobody uses.
  ml: ['@tensorflow/tfjs-'],
  bundle: ['@bufbuild/protobuf', 'fflate', 'hyparquet-writer', 'papaparse', 'valibot'],
  engine: ['@dagrejs/dagre'],
  // Of tfjs only the addresses of its binaries.
  worker: ['comlink', 'workbox-precaching', '@tensorflow/tfjs-backend-wasm/dist/.*wasm'],
  app: ['idb', 'zustand'],
  ui: ['react', 'react-dom', 'zustand', 'recharts', '@tanstack/react-virtual', '@xyflow/react'],
};

const TEST = '\\.(test|fixture)\\.(worker\\.)?tsx?$|/fixtures/';
const packagePath = (name) => `node_modules/(@types/)?${name}`;

const layerRules = Object.entries(LAYERS).map(([folder, allowed]) => ({
  name: `${folder}-imports-only-${allowed.join('-') || 'itself'}`,
  comment: `src/${folder} may import ${allowed.length ? allowed.join(', ') : 'no other folder'}`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: TEST },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

const packageRules = Object.keys(LAYERS).map((folder) => ({
  name: `${folder}-packages`,
  comment: `src/${folder} may use only: ${(PACKAGES[folder] ?? []).join(', ') || 'no package'}`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: TEST },
  to: {
    couldNotResolve: false,
    dependencyTypesNot: ['local'],
    pathNot: ['^src/', ...(PACKAGES[folder] ?? []).map(packagePath)],
  },
}));

const stageRules = STAGES.map((stage, index) => ({
  name: `core-${stage}-imports-earlier-stages-only`,
  severity: 'error',
  from: { path: `^src/core/${stage}/`, pathNot: TEST },
  to: { path: '^src/core/', pathNot: `^src/core/(${STAGES.slice(0, index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...packageRules,
    ...stageRules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'app-reaches-workers-through-clients',
      comment: 'the page never pulls the code of a thread into its own bundle',
      severity: 'error',
      from: { path: '^src/(app|ui)/', pathNot: TEST },
      to: { path: '^src/(engine|worker)/', pathNot: '\\.(api|client)\\.ts$' },
    },
    {
      name: 'product-without-test-code',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: TEST },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?(worker|url)' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '\\.module\\.css$|\\.css$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
