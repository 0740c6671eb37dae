/**
 * domain ← ports ← adapters; services use all three through ports. Only a composition root or a spec names an adapter.
 * Fails closed: an import that cannot be resolved is an error. Seen red: tests/guards.
 */
const lib = (...names) => `(^|/)libs/(${names.join('|')})/`;
const adapters = lib('sqlite', 'mongo', '[a-z-]+-(sqlite|kafka|mongo|eventstoredb)');
const specs = '\\.(spec|contract|fixtures)\\.tsx?$|(^|/)tests/|(^|/)bench/|(^|/)tools/';
const compositionRoots =
  '(^|/)apps/(all-in-one|cli|relay|intake|dispatch|volunteer-matching|reporting)/src/(main|(embedded|cluster)[a-z-]*)\\.ts$|(^|/)libs/cluster/';
const services = 'intake|dispatch|volunteer-matching|reporting';

/** A pure library may import itself, the listed libraries and the listed modules. Nothing else. */
const pure = (name, libraries, modules) => ({
  name: `${name}-is-pure`,
  severity: 'error',
  from: { path: lib(name), pathNot: specs },
  to: {
    pathNot: [
      lib(name, ...libraries),
      ...modules.map((module) => `(^|/)node_modules/${module}/|^${module}$|^node:${module}$`),
    ],
  },
});

module.exports = {
  forbidden: [
    { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    pure('domain', [], ['zod']),
    pure('matching', ['domain', 'integrity'], []),
    pure('integrity', [], ['crypto']),
    {
      name: 'ports-know-no-adapter',
      severity: 'error',
      from: {
        path: lib('event-store', 'messaging', 'read-models', 'timers', 'privacy', 'auth'),
        pathNot: specs,
      },
      to: { path: adapters },
    },
    {
      name: 'ports-know-no-framework',
      severity: 'error',
      from: {
        path: lib('event-store', 'messaging', 'read-models', 'timers', 'privacy', 'auth'),
        pathNot: specs,
      },
      to: {
        path:
          '(^|/)node_modules/(@nestjs|fastify|better-sqlite3|kafkajs|mongoose|@eventstore)/|' +
          lib('http', 'runtime'),
      },
    },
    {
      name: 'adapters-only-at-the-root',
      severity: 'error',
      from: { path: '(^|/)(apps|libs)/', pathNot: [specs, compositionRoots, adapters] },
      to: { path: adapters },
    },
    {
      name: 'services-never-import-each-other',
      severity: 'error',
      from: { path: `(?:^|/)apps/(${services})/` },
      to: { path: '(?:^|/)apps/', pathNot: '(?:^|/)apps/$1/' },
    },
    {
      name: 'libraries-know-no-app',
      severity: 'error',
      from: { path: '(^|/)libs/' },
      to: { path: '(^|/)apps/' },
    },
    {
      name: 'console-speaks-http',
      severity: 'error',
      from: { path: '(^|/)apps/console/', pathNot: specs },
      to: { path: '(^|/)(apps|libs)/', pathNot: '(^|/)apps/console/|' + lib('api-client') },
    },
    {
      name: 'one-sqlite-driver',
      severity: 'error',
      from: { pathNot: lib('sqlite') },
      to: { path: '(^|/)node_modules/better-sqlite3/' },
    },
    {
      name: 'one-kafka-client',
      severity: 'error',
      from: { pathNot: lib('messaging-kafka') },
      to: { path: '(^|/)node_modules/(kafkajs|@nestjs/microservices)/' },
    },
    {
      name: 'one-mongo-driver',
      severity: 'error',
      from: { pathNot: lib('mongo', '[a-z-]+-mongo') },
      to: { path: '(^|/)node_modules/(mongoose|mongodb)/' },
    },
    {
      // One client in a process, in one file: its pending calls and its generated code are shared by all.
      name: 'one-eventstoredb-driver',
      severity: 'error',
      from: {
        path: '(^|/)(apps|libs)/',
        pathNot: [specs, '(^|/)libs/event-store-eventstoredb/src/esdb-client\\.ts$'],
      },
      to: { path: '(^|/)node_modules/(@eventstore|@kurrent|@grpc|google-protobuf)/' },
    },
    {
      // It answers like a server and keeps nothing like one.
      name: 'esdb-double-in-specs-only',
      severity: 'error',
      from: { path: '(^|/)(apps|libs)/', pathNot: specs },
      to: { path: '(^|/)tools/esdb-double/' },
    },
    {
      name: 'not-to-specs',
      severity: 'error',
      from: { path: '(^|/)(apps|libs)/', pathNot: specs },
      to: { path: '\\.(spec|contract|fixtures)\\.tsx?$' },
    },
    {
      name: 'not-to-development-packages',
      severity: 'error',
      from: { path: '(^|/)(apps|libs)/', pathNot: [specs, '(^|/)apps/console/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '(^|/)node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Ours only: a package whose code lies in a `dist` would be out of every rule's sight.
    exclude: { path: '^(libs|apps|tools)/[a-z-]+/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@threekeys/source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
