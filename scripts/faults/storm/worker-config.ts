import type { WireOptions } from '../../../server/wire/parts.ts';

/** What a worker process needs to know, as JSON. */
export interface WorkerConfig extends Pick<WireOptions, 'databases' | 'hubspot' | 'salesforce'> {
  /** 32 bytes in base64. */
  readonly credentialKey: string;
}
