import { join } from 'node:path';
import { http } from '@hubspot/local-dev-lib/http';
import { isKnownPlatformVersion, parseProjectConfig } from '@hubspot/project-parsing-lib/projects';
import { isTranslationError, translate } from '@hubspot/project-parsing-lib/translate';
import { HUBSPOT_PROJECT_SCHEMAS } from './hubspot-project-schemas.ts';

const SCHEMAS_PATH = 'project-components-external/project-schemas/';

/** Throws with HubSpot's own sentences when its parser refuses the project. Returns the components it found. */
export async function validateHubspotProject(
  folder: string,
  profile: string,
): Promise<readonly string[]> {
  answerSchemasLocally();
  const { srcDir, platformVersion } = parseProjectConfig(folder);
  if (!isKnownPlatformVersion(platformVersion))
    throw new Error(`HubSpot's parser does not know platform ${platformVersion}.`);
  try {
    const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
      { projectSourceDir: join(folder, srcDir), platformVersion, accountId: 1 },
      { profile },
    );
    if (skippedHsMetaFiles.length > 0)
      throw new Error(`Lies where HubSpot does not look: ${skippedHsMetaFiles.join(', ')}`);
    return Object.keys(intermediateRepresentation.intermediateNodesIndexedByUid);
  } catch (error) {
    throw isTranslationError(error) ? new Error(error.toString()) : error;
  }
}

/** The parser's only call to the network asks for schemas; ours stand in, and any other call is refused. */
function answerSchemasLocally(): void {
  Object.assign(http, {
    get: async (_account: number, { url }: { readonly url: string }) => {
      if (!url.startsWith(SCHEMAS_PATH)) throw new Error(`Asked the network for ${url}.`);
      return { data: HUBSPOT_PROJECT_SCHEMAS };
    },
  });
}
