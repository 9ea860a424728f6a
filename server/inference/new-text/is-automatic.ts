/** Subjects and first lines that only machines write. */
const AUTOMATIC_HEAD =
  /^\W*(?:automatic reply|auto-?(?:matic )?(?:reply|response)|automatische antwort|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord|automatiskt svar|automatisk svar|autosvar|out of (?:the )?office(?:$|:| (?:auto|reply|notice|until|from|re))|abwesenheits(?:notiz|nachricht)|undeliver(?:able|ed)|delivery (?:status notification|has failed|failure|incomplete)|mail delivery (?:failed|subsystem)|returned mail|message not delivered|unzustellbar|accepted:|declined:|tentative:|canceled:|cancelled:|zugesagt:|abgelehnt:|accepté ?:|this is an automat(?:ed|ic)|do not reply to this|read: |gelesen:)/iu;

const AUTOMATIC_LINE =
  /\b(?:has (?:accepted|declined|tentatively accepted) (?:this|your|the) (?:invitation|meeting)|this is an automat(?:ed|ic(?:ally generated)?) (?:message|reply|response|e-?mail|notification)|your message (?:could not|couldn't|wasn't) (?:be )?delivered|the following recipients? (?:could not|failed)|recipient address rejected|mailbox (?:is )?full)\b/iu;

const AWAY =
  /\b(?:(?:i am|i'm|i will be|i'll be|am|currently) (?:currently )?(?:out of (?:the |my )?office|on (?:annual |parental |maternity |paternity )?leave|on (?:vacation|holidays?)|away(?: from my desk)? (?:until|till|from)|not in the office|travelling until)|ich bin (?:bis|derzeit|vom|ab) |je suis absent|estoy fuera de la oficina|sono fuori ufficio)/iu;
const AWAY_CONSEQUENCE =
  /\b(?:in (?:urgent|emergency) (?:matters|cases)|if (?:it|this|your (?:matter|request|message|enquiry)) (?:is urgent|cannot wait|can't wait)|for (?:urgent|anything urgent)|urgent (?:matters|requests|enquiries|questions)|limited access to (?:e-?)?mail|(?:will|shall) (?:not )?(?:be able to |get back to you |reply |respond |answer ).{0,40}(?:return|back|until|before)|(?:upon|on|after) my return|when i(?:'m| am) back|not be (?:read|forwarded)|in dringenden fällen|en cas d'urgence)\b/iu;

const NEWSLETTER =
  /\bunsubscribe\b|view (?:this )?(?:e-?mail )?in (?:your |a )?browser|you (?:are receiving|received) this (?:e-?mail|message|newsletter) because/iu;

/** Auto-replies, bounces, calendar answers, newsletters: nobody's words, and no sign of life. */
export function isAutomatic(newText: string): boolean {
  const text = newText.slice(0, 4000);
  if (AUTOMATIC_HEAD.test(text.trimStart())) return true;
  if (AUTOMATIC_LINE.test(text) || NEWSLETTER.test(text)) return true;
  return AWAY.test(text) && AWAY_CONSEQUENCE.test(text);
}
