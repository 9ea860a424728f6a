import { describe, expect, it } from '@jest/globals';
import {
  formatted,
  readCardContract,
  renderCardContract,
} from '../../../scripts/generate-card-contract.ts';

describe('the contract generated for the HubSpot card', () => {
  const rendered = renderCardContract();

  it('has not drifted from shared/', async () => {
    expect(await formatted(rendered)).toBe(readCardContract());
  }, 20_000);

  it('imports nothing and holds types only', () => {
    expect(rendered).not.toMatch(/^import|^export (const|function)/m);
  });

  it('names a type where it is used instead of spelling it again', () => {
    expect(rendered).toContain('readonly headline: Phrase;');
    expect(rendered).toContain('readonly role: BuyingRole | null;');
    expect(rendered).toContain(
      'export type Card = InsightCard | EndedCard | EmptyCard | SilentCard;',
    );
  });

  it('leaves out what the card never meets', () => {
    expect(rendered).not.toContain('type Topic');
  });
});
