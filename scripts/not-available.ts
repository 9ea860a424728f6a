/** Commands that are named but whose room is not built yet: they say so, and exit 2. */
const ROOMS: Readonly<Record<string, string>> = {
  rules: 'Rule sets as files come with the stage-rules studio.',
  'bench:rules': 'This benchmark comes with the stage-rules studio.',
  'bench:learning': 'This benchmark comes with the closed loop.',
  'salesforce:check': 'The Salesforce project comes with the Lightning card.',
};

const [name = ''] = process.argv.slice(2);
console.error(`"npm run ${name}" is not available yet. ${ROOMS[name] ?? 'Its room is not built.'}`);
process.exit(2);
