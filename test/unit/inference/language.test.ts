import { describe, expect, it, test } from '@jest/globals';
import { languageOf } from '../../../server/inference/language/language-of.ts';
import { readMail, readTranscript } from '../../support/reading-input.ts';

const ELSEWHERE: readonly string[] = [
  'Wir sind uns nicht sicher, ob das der richtige Weg für uns ist.',
  'Nous attendons toujours une réponse de votre part sur ce point.',
  'Estamos preocupados por el precio de la renovación.',
  'We zijn er met de directie nog lang niet uit.',
  'Vi er fortsatt bekymret for flyttingen av arkivet.',
  '価格がとても心配です。もう一度説明していただけますか。',
  'Мы всё ещё не уверены в сроках и хотели бы подождать.',
  'Der Preis hat uns überrascht, ehrlich gesagt.',
  'Bitte schicken Sie uns das überarbeitete Angebot bis Freitag.',
  'Hallo Sam, Rückmeldung kommt nächste Woche.',
  'Kurze Frage: Wann startet die Schulung in Hamburg?',
  'Le directeur financier trouve le devis trop élevé.',
  'Pouvez-vous décaler la réunion à jeudi matin ?',
  'Bonjour Sam, bien reçu, on regarde ça demain.',
  'Buenos días, todavía esperamos respuesta del equipo jurídico.',
  'Nadie nos avisó del cambio de fecha.',
  'Kunt u de offerte voor vrijdag aanpassen?',
  'De nieuwe versie werkt prima, bedankt daarvoor.',
  'Kan dere sende et nytt tilbud før fredag?',
  'Vi har fortfarande inte fått något svar på frågan.',
  'Priset är högre än vad vi räknade med.',
  'Vi mangler stadig svar fra jeres supportafdeling.',
  'Emme ole vielä saaneet vastausta kysymykseemme.',
  'Hinta tuli meille yllätyksenä, valitettavasti.',
  'Nie jesteśmy pewni, czy to dobra decyzja dla firmy.',
  'Proszę o przesłanie poprawionej oferty do piątku.',
  'Stále čekáme na odpověď od vašeho oddělení.',
  'Cena je pro nás příliš vysoká, bohužel.',
  'Még mindig várunk a válaszra az ügyfélszolgálattól.',
  'Az ár sajnos túl magas nekünk.',
  'Încă așteptăm un răspuns de la echipa voastră.',
  'Prețul este prea mare pentru noi acum.',
  'Estamos à espera da resposta do vosso departamento.',
  'O preço ficou acima do nosso orçamento este ano.',
  'Não recebemos ainda o contrato assinado por vocês.',
  'Siamo preoccupati per il prezzo del rinnovo.',
  'Non abbiamo ancora ricevuto risposta dal vostro ufficio.',
  'Fiyat bizim için çok yüksek, maalesef.',
  'Kami masih menunggu jawaban dari tim Anda.',
  'Chúng tôi vẫn đang chờ câu trả lời của bạn.',
  'Još uvijek čekamo odgovor vašeg tima.',
  'Cijena je previsoka za našu tvrtku.',
  'Še vedno čakamo na odgovor vaše ekipe.',
  'Me ootame ikka veel teie vastust.',
  'Mēs joprojām gaidām atbildi no jūsu komandas.',
  'Mes vis dar laukiame jūsų atsakymo dėl kainos.',
  'Encara esperem la resposta del vostre equip.',
  'Ons wag nog steeds vir julle antwoord.',
  'Bado tunasubiri jibu kutoka kwa timu yenu.',
  'Hinihintay pa rin namin ang sagot ng inyong koponan.',
  'Ne ende presim përgjigje nga ekipi juaj për çmimin.',
  'Við bíðum enn eftir svari frá ykkur um verðið.',
  'Táimid fós ag fanacht le freagra ón bhfoireann.',
  'Περιμένουμε ακόμα απάντηση από την ομάδα σας.',
  '我们还在等待你们的答复。',
  'لا نزال ننتظر ردكم على السؤال.',
  'हम अभी भी आपके जवाब का इंतज़ार कर रहे हैं।',
  'Ми все ще чекаємо на відповідь вашої команди.',
  'Nadal czekamy na odpowiedź państwa zespołu.',
  'Faktura kom med fel belopp igen, tredje gången i år.',
  'Die Zahlen stimmen schon wieder nicht, zum dritten Mal.',
  'Les chiffres ne sont toujours pas justes, troisième fois.',
  'Otra vez vienen mal las cifras, tercera vez este año.',
  'De cijfers kloppen weer niet, derde keer al.',
];

describe('a text in another language', () => {
  it.each(ELSEWHERE)('is left alone, and says so: %s', (text) => {
    const { readings, statements, topics, silence } = readMail(text);
    expect({ readings, statements, topics, silence }).toEqual({
      ...{ readings: [], statements: [], topics: [] },
      silence: 'other_language',
    });
  });

  it('is one by what the buyer writes in it, whatever we wrote', () => {
    const ours = 'Sam: Are you worried about the move, and who would have to sign it off?';
    const theirs = 'Dana: Ehrlich gesagt machen wir uns wegen des Umzugs große Sorgen.';
    expect(readTranscript(`${ours}\n${theirs}`).silence).toBe('other_language');
  });
});

describe('English', () => {
  test.each([
    'Hello Sam, thursday no good. the man from the kiln comes. friday?',
    'Please to revert with the revised quotation at the earliest, we are still waiting.',
    'Guten Tag Sam, we are still waiting for the offer. Vielen Dank, Dana',
    'no budget til q3, sorry. pls send the quote anyway for the file',
    'Merci!',
    '',
  ])('is read, in any dress: %s', (text) => {
    expect(languageOf(text)?.code).toBe('en');
  });

  it('is read where it stands beside a few words of another', () => {
    const { readings } = readMail(
      'Bonjour Sam, nobody has answered my question. Cordialement, Dana',
    );
    expect(readings.map(({ driver }) => driver)).toEqual(['being_heard']);
  });
});
