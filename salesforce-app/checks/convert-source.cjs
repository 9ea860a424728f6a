/** Prints how many components Salesforce's own converter makes of the source; what it cannot read, it refuses. */
const { mkdtemp, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { ComponentSet, MetadataConverter } = require('@salesforce/source-deploy-retrieve');

const { sourceApiVersion } = require('../sfdx-project.json');

async function convert() {
  const components = ComponentSet.fromSource(join(__dirname, '../force-app'));
  components.apiVersion = sourceApiVersion;
  components.sourceApiVersion = sourceApiVersion;
  const outputDirectory = await mkdtemp(join(tmpdir(), 'attune-metadata-'));
  try {
    await new MetadataConverter().convert(components, 'metadata', {
      type: 'directory',
      outputDirectory,
    });
    console.log(`${components.size} components for API ${sourceApiVersion}`);
  } finally {
    await rm(outputDirectory, { recursive: true, force: true });
  }
}

convert().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
