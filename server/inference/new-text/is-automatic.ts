/** Subjects and first lines that only machines write. */
const AUTOMATIC_HEAD =
  /^\W*(?:automatic reply|auto-?(?:matic )?(?:reply|response)|automatische antwort|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord|automatiskt svar|automatisk svar|autosvar|out of (?:the )?office(?:$|:| (?:auto|reply|notice|until|from|re))|abwesenheits(?:notiz|nachricht)|undeliver(?:able|ed)|delivery (?:status notification|has failed|failure|incomplete)|mail delivery (?:failed|subsystem)|returned mail|message not delivered|unzustellbar|accepted:|declined:|tentative:|canceled:|cancelled:|zugesagt:|abgelehnt:|accepté ?:|this is an automat(?:ed|ic)|do not reply to this|read: |gelesen:)/iu;

const AUTOMATIC_LINE =
  /\b(?:has (?:accepted|declined|tentatively accepted) (?:this|your|the) (?:invitation|meeting)|this is an automat(?:ed|ic(?:ally generated)?) (?:message|reply|response|e-?mail|notification)|your message (?:could not|couldn't|wasn't) (?:be )?delivered|the following recipients? (?:could not|failed)|recipient address rejected|mailbox (?:is )?full|(?:this|the) (?:mailbox|inbox|e-?mail address|address) is (?:not|no longer|un) ?(?:being )?(?:monitored|attended|read|checked))\b/iu;

const AWAY =
  /\b(?:(?:i am|i'm|i will be|i'll be|am|currently) (?:currently )?(?:out of (?:the |my )?office|on (?:annual |parental |maternity |paternity )?leave|on (?:vacation|holidays?)|away(?: from my desk)? (?:until|till|from)|not in the office|travelling until)|ich bin (?:bis|derzeit|vom|ab) |je suis absent|estoy fuera de la oficina|sono fuori ufficio)/iu;
const AWAY_CONSEQUENCE =
  /\b(?:in (?:urgent|emergency) (?:matters|cases)|if (?:it|this|your (?:matter|request|message|enquiry)) (?:is urgent|cannot wait|can't wait)|for (?:urgent|anything urgent)|urgent (?:matters|requests|enquiries|questions)|limited access to (?:e-?)?mail|(?:will|shall) (?:not )?(?:be able to |get back to you |reply |respond |answer ).{0,40}(?:return|back|until|before)|(?:upon|on|after) my return|when i(?:'m| am) back|not be (?:read|forwarded)|in dringenden fällen|en cas d'urgence)\b/iu;

/** Machines that say what they are, or speak as only services for signing do. */
const MACHINE =
  /\b(?:all (?:parties|signers) have (?:signed|completed)|do not share this (?:e-?mail|mail|link))\b|\bauto(?:matically)?[- ]generated\b|\bgenerated automatically\b|\bsystem[- ](?:generated )?message\b|\[auto\]|\bauto[- ]?message\b|\b(?:i am|i'm) (?:\w+, )?(?:a|an|the|your) (?:\w+ ){0,2}(?:robot|bot|ai|chatbot|virtual assistant|automatic assistant)\b|\b(?:assistant|agent), an ai\b/iu;
/** Receipts of orders, bookings, payments and of mails that were opened or thrown away. */
const RECEIPT =
  /^\W*(?:(?:order|booking|reservation|payment|shipping|delivery) (?:confirmation|received|confirmed)\b|your (?:message|mail|e-?mail)\b.{0,200}\bwas (?:read|opened|displayed|deleted)\b|your (?:order|invoice|payment|booking|submission)\b.{0,60}\b(?:was|has been) (?:rejected|received|registered|confirmed|shipped))/iu;
const AWAY_HEAD = /^[^\n]{0,40}\b(?:out of (?:the )?office|on leave)\b[^\n]{0,12}\d/iu;
const GONE =
  /\b(?:no longer (?:works?|employed|with)|has left (?:the company|us|our))\b[\s\S]{0,300}\b(?:please (?:write|contact|turn|direct)|write to|contact)\b/iu;

/** Written to many at once: nobody's words to us. */
const BULK =
  /\b(?:un)?subscribe (?:here|below|at any time)\b|\bunsubscribe\b|\bmanage (?:your )?(?:e-?mail )?preferences\b|view (?:this )?(?:e-?mail )?(?:in (?:your |a )?browser|online)|you (?:are receiving|receive|received) this(?: (?:e-?mail|message|newsletter))? (?:because|as)\b/iu;
const BULK_HEAD =
  /^\W*(?:press release\b|for immediate (?:use|release)\b|(?:serienbrief|circular|rundschreiben)\b|notice to all\b|[^\n]{0,80}\bto all (?:our )?(?:suppliers|vendors|bidders|contractors|customers|members)(?=\s*(?:\n|$))|(?:to )?all (?:our )?(?:suppliers|vendors|bidders|contractors|customers|members)\b|dear (?:\w+ ){0,2}(?:bidders?|tenderers?|applicants?|suppliers?|vendors?|members?|subscribers?|customers?|guests?|speakers|exhibitors?|contractors?|visitors|participants?|attendees?)\b)/iu;

const HEADS = [AUTOMATIC_HEAD, RECEIPT, AWAY_HEAD, BULK_HEAD];
const LINES = [AUTOMATIC_LINE, MACHINE, GONE, BULK];

/** Auto-replies, bounces, calendar answers, newsletters: nobody's words, and no sign of life. */
export function isAutomatic(newText: string, subject: string | null = null): boolean {
  // Whoever answers such a mail keeps its subject behind an "RE:".
  if (subject !== null && AUTOMATIC_HEAD.test(subject)) return true;
  const text = newText.slice(0, 4000);
  const head = text.trimStart();
  if (HEADS.some((each) => each.test(head)) || LINES.some((each) => each.test(text))) return true;
  return AWAY.test(text) && AWAY_CONSEQUENCE.test(text);
}
