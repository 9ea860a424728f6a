import { Button, Dropdown, Tag } from '@hubspot/ui-extensions';
import { CrmActionButton, CrmActionLink } from '@hubspot/ui-extensions/crm';
import { describe, expect, it } from '@jest/globals';
import type { InsightCard } from '../src/app/cards/card-contract.ts';
import { COMPANY, answerWith, designed, readCard, serve, settle } from './open-card.tsx';

function ofCompany(): InsightCard {
  const card = designed('company');
  if (card.kind !== 'insight') throw new Error('The designed company card is no insight.');
  return card;
}

describe('the card on a company', () => {
  it('asks for the company', async () => {
    const { sent } = await readCard(ofCompany(), COMPANY);
    expect(sent.map(({ url }) => url)).toEqual(['https://attune.example/v1/cards/company/8001']);
  });

  it('lets choose among its deals, and names the person', async () => {
    const opened = await readCard(ofCompany(), COMPANY);
    const { renderer } = opened;
    expect(renderer.findByTestId(Dropdown, 'focus-choice').props.buttonText).toBe(
      'In: Platform migration',
    );
    expect(renderer.findByTestId(Tag, 'person-chip').text).toBe('Dana Whitlock');
    const sent = serve(answerWith(ofCompany()));
    renderer.findAll(Dropdown.ButtonItem)[1]?.trigger('onClick');
    expect(sent[0]?.url).toBe('https://attune.example/v1/cards/company/8001?choice=9005');
    await renderer.waitFor(() => {
      renderer.findByTestId(Dropdown, 'focus-choice');
    });
  });

  it.each([
    ['not_right-certainty', '/v1/verdicts'],
    ['refresh', '/v1/refresh'],
  ])('acts on the deal it speaks of when %s is pressed, never on the company', async (id, path) => {
    const opened = await readCard(ofCompany(), COMPANY);
    const sent = serve(async () => Response.json({ state: 'started', saved: true }));
    opened.renderer.findByTestId(Button, id).trigger('onClick');
    await settle();
    expect(sent.map(({ url, body }) => [new URL(url).pathname, body])).toEqual([
      [path, expect.objectContaining({ recordKind: 'deal', recordId: '9001' })],
    ]);
  });

  it('acts on the person where they speak of no deal', async () => {
    const card = ofCompany();
    const focus = { ...card.focus, deal: null };
    const opened = await readCard({ ...card, focus }, COMPANY);
    const sent = serve(async () => Response.json({ state: 'started' }));
    opened.renderer.findByTestId(Button, 'refresh').trigger('onClick');
    await settle();
    expect(sent[0]?.body).toEqual({ recordKind: 'contact', recordId: '7101' });
  });

  it('leads from a quote to its activity by the deal, on whose timeline it stands', async () => {
    const { renderer } = await readCard(ofCompany(), COMPANY);
    const [link] = renderer.findAll(CrmActionLink);
    expect(link?.props.actionContext).toMatchObject({ objectId: 9001, objectTypeId: '0-3' });
  });

  it('keeps its one primary button', async () => {
    const { renderer } = await readCard(ofCompany(), COMPANY);
    expect(renderer.findAll(CrmActionButton, { variant: 'primary' })).toHaveLength(1);
  });

  it('leaves out a role that would push the card’s age onto a line of its own', async () => {
    const card = ofCompany();
    const chipOf = async (name: string) => {
      const person = { ...card.focus.person, name };
      const opened = await readCard({ ...card, focus: { ...card.focus, person } }, COMPANY);
      return opened.renderer.findByTestId(Tag, 'person-chip').text;
    };
    expect(await chipOf('Bartholomew Whitlock')).toBe('Bartholomew Whitlock');
    expect(await chipOf('Bo Li')).toBe('Bo Li · champion');
    const { renderer } = await readCard(card, COMPANY);
    const order = renderer.getRootNode().toString();
    expect(order.indexOf('updated-chip')).toBeLessThan(order.indexOf('stage-chip'));
  });
});
