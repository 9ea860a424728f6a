import type { Instant, TenantId } from '../../shared/ids.ts';

export interface TenantOfAccount {
  readonly id: TenantId;
  readonly timeZone: string;
}

/** A vendor's account → tenant. Implemented by store/tenant/tenant-lookup.ts. */
export interface TenantLookup {
  find(accountId: string): Promise<TenantOfAccount | null>;
}

/** The first answer to each signed request. Implemented by store/actions/first-answer-store.ts. */
export interface FirstAnswers {
  find(tenantId: TenantId, requestKey: string): Promise<object | null>;
  /** Answers what is kept: of two at once, the first. It outlives the signature, then it goes. */
  keep(
    tenantId: TenantId,
    requestKey: string,
    answer: { readonly json: object; readonly at: Instant },
  ): Promise<object>;
}
