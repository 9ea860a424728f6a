import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DESIGNED_STATES, designedCard } from '../../../preview/designed-states/designed-states.ts';
import { SettingsView } from '../../../shared/api/settings/get-settings.ts';
import { Card } from '../../../shared/card.ts';

const NOW = new Date('2027-07-01T12:34:56.000Z');
const HOUR_MS = 3_600_000;
const CARDS = DESIGNED_STATES.filter((state) => state !== 'loading' && state !== 'error');

it('the designed settings are as the server tells them', () => {
  const file = readFileSync('preview/designed-states/settings.json', 'utf8');
  expect(SettingsView.safeParse(JSON.parse(file)).error).toBeUndefined();
});

describe('the designed states of the card', () => {
  it.each(CARDS)('%s is a card by the contract', (state) => {
    expect(Card.safeParse(designedCard(state, NOW)).error).toBeUndefined();
  });

  it.each(['loading', 'error'] as const)('%s is no card', (state) => {
    expect(designedCard(state, NOW)).toBeNull();
  });

  it('are as old as they say, whenever they are looked at', () => {
    const card = designedCard('insight', NOW);
    if (card?.kind !== 'insight') throw new Error('The designed insight is another kind of card.');
    const ageMs = NOW.getTime() - Date.parse(card.updatedAt);
    expect(ageMs).toBeGreaterThanOrEqual(6 * HOUR_MS);
    expect(ageMs).toBeLessThan(7 * HOUR_MS);
  });

  it('keeps the headline within 140 characters', () => {
    const card = designedCard('insight', NOW);
    if (card?.kind !== 'insight') throw new Error('The designed insight is another kind of card.');
    const longest = card.headline.map((part) => (typeof part === 'string' ? part : 'Wednesday'));
    expect(longest.join('').length).toBeLessThanOrEqual(140);
  });
});
