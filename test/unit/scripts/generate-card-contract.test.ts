import { describe, expect, it } from '@jest/globals';
import {
  CONTRACTS,
  formatted,
  readContract,
  renderContract,
} from '../../../scripts/generate-card-contract.ts';

describe.each(CONTRACTS)('the contract generated into $target', (contract) => {
  const rendered = renderContract(contract);

  it('has not drifted from shared/', async () => {
    expect(await formatted(rendered)).toBe(readContract(contract));
  }, 20_000);

  it('imports nothing and holds types only', () => {
    expect(rendered).not.toMatch(/^import|^export (const|function)/m);
  });
});

describe('the contract generated for the HubSpot card', () => {
  const [card] = CONTRACTS;
  const rendered = card === undefined ? '' : renderContract(card);

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
