import { compileSign } from '../../statements/statement-sign.ts';

/** It has not happened: they fear it, or say what would follow. */
const FEARED = `(?:(?:risk|risks|risking|risky|afraid|worr(?:y|ied|ies)|fear(?:s|ed)?|anxious|scared|nervous|danger|dangerous|concern(?:ed)?|concerns? (?:is|are|about)|(?:can't|cannot|can not|couldn't) (?:afford|risk|have)|what if|what happens if|(?:last|one) thing (?:i|we) (?:want|need)|at stake|on the line|exposed|sleepless|if (?:this|it|that|we|i|you|something|anything|(?:the|an?|one|our|your|my) \\w+|they)(?: \\w+){0,3}? (?:fails?|goes? wrong|breaks?|slips?|wrong|late|down|stops?|drops?|crash(?:es)?|misses|miss|turns? out|flops?|lost|falls?|stalls?|blows? up)|if (?:we|i|you) (?:lose|miss))\\b)`;
const FOLLOWS = "(?:would|will|could|might|may|'d|'ll|going to|stand to|stands to|can)";
const BETWEEN = '[^.;?!"]{0,70}?';
/** Somebody says that it is no risk, or only quotes a form. */
const REASSURED = [
  "\\b(?:refundable|sleeps? (?:fine|well)|nothing|not? more than|and not more|(?:not|never|n't|no longer|hardly|stopped|stop being) (?:be |being |been |too |that |really |at all )?(?:afraid|worr(?:y|ied|ying)|nervous|scared|concerned|a (?:risk|danger|concern)|feel)|nobody (?:\\w+ )?(?:is|was|'s) (?:afraid|anxious|worried|nervous|scared|concerned)|no (?:risk|fear|danger|worr(?:y|ies)|concerns?|harm|longer (?:afraid|worried|nervous))|without (?:risk|fear)|risk[- ]free|(?:the )?(?:most|worst|all) (?:that )?(?:we|i) (?:could|can|would) lose|ends at|at most|comfortable with|we only lose|was (?:afraid|worried|nervous|scared)|used to (?:worry|fear))\\b",
  '\\brisk (?:register|template|form|assessment|matrix|manager|management|team|committee|policy|category|class)\\b|\\b(?:template|standard wording|boilerplate|slide \\d|section \\d)\\b',
];

const feared = (loss: string): readonly string[] => [
  `\\b${FEARED}${BETWEEN}\\b${loss}`,
  `\\b${loss}${BETWEEN}\\b(?:at stake|on the line|at risk)\\b`,
];

const MONEY =
  '(?:(?:[€$£]|eur|usd|gbp|chf) ?\\d[\\d.,]*|\\d[\\d.,]* ?(?:k\\b|m\\b|euros?|dollars|pounds|francs|million|thousand|[€$£])|(?:money|budget|investment|invested|revenue|turnover|margins?|penalt(?:y|ies)|fines?(?! (?:for|with|by))|fined|fine us|charges? us|a fortune|cash|paying twice|pay (?:it )?twice|sunk|shelf-?ware|subsid(?:y|ies)|grant|deposit|funding|(?:cost|price|bill)s? (?:us (?:twice|double|more)|explodes?|overruns?|runs? away))\\b|writ(?:e|ing|ten) (?:it |that )?off\\b)';
const WORK =
  '(?:(?:down-?time|stand(?:s|ing)? still|standstill|production|the line|lines? (?:stops?|down)|outages?|backlog|orders? (?:pile|stuck|late|lost)|overtime|idle|behind schedule|deadlines?|month-?end|double (?:work|entry)|(?:work|everything|enter it) twice|lose (?:a|the|another|two|three|whole|half|our) (?:\\w+ )?(?:day|week|month|morning|shift|season)s?|(?:days|weeks|hours) (?:lost|of work)|shift (?:stands|waits|stops|idle)|harvest|(?:in|the) season|busy season|(?:stops?|stands?|is down|goes down) (?:again|for an?|on|over)|stop (?:a|an|our|the) (?:\\w+ )?(?:plant|line|site|shop)|switch-?over|disruptions?|disrupts?|interruptions?)\\b|slow(?:s|ed)? (?:us|everyone) down)';
const SHAME =
  '(?:(?:look(?:s|ed|ing)? (?:bad|stupid|foolish|silly|unprofessional|incompetent|ridiculous|like (?:a|an) (?:fool|idiot|amateurs?))|embarrass\\w*|los(?:e|ing) face|laughing stock|bad press|headlines|in the (?:press|papers?|news)|newspapers?|front page|lose (?:their|the|our)? ?(?:trust|confidence|faith|goodwill)|(?:customers?|clients|parents|patients|members|guests|tenants|shops) (?:will |would |might |could )?(?:leave|complain|walk|run away|go elsewhere)|(?:be|being|get) blamed|the blame))\\b';
const STANDING =
  '(?:(?:credibility|reputation\\w*|(?:stand|explain|standing|looking)(?: \\w+){0,3}? (?:in front of|before|to) (?:the|our|my) (?:board|customers?|clients?|council|members|parents|ceo|owners?|committee|whole \\w+|staff)|in front of (?:the|our|my) (?:board|customers?|clients?|council|members|parents|ceo|owners?|committee|whole \\w+)|our (?:good )?name|my (?:good )?name(?: is| would be)? (?:on|under)|(?:trust|confidence|faith|goodwill) of (?:our|the)|blamed?)\\b)';
const POSITION =
  '(?:(?:my|his|her|their|our) (?:own )?(?:jobs?(?! (?:sheets?|boards?|cards?|numbers?|tickets?|orders?|titles?|lists?|is to|was to))|position|neck|career|promotion|post|seat)\\b|(?:get|be|being|getting) (?:fired|sacked|let go(?! of)|dismissed|demoted|shown the door)|heads? (?:to|may|might) roll|redundan(?:t|cy|cies)|lay-?offs?|laid off|do(?:es)? (?:me|us) out of (?:a|my|our) jobs?|(?:fewer|no) jobs\\b|make (?:me|us|my team) (?:redundant|superfluous|unnecessary))';

/** The loss they fear is money. */
export const RISK_INVESTMENT = compileSign({
  kind: 'risk_investment',
  anyOf: [
    ...feared(MONEY),
    `\\b${FOLLOWS} (?:\\w+ )?(?:cost|lose|waste|burn|owe|forfeit|throw away|sink)\\b${BETWEEN}${MONEY}`,
    "\\b(?:throw(?:ing)?|wast(?:e|ing)|burn(?:ing|t|ed)?|sink(?:ing)?)(?: \\w+){0,3}? money\\b|\\bmoney (?:down the drain|for nothing|out of the window)|\\b(?:pay|paid|paying) for (?:something|licen[cs]es|seats|a (?:tool|system)) (?:that )?(?:nobody|no-?one|we (?:never|do not|don't))",
  ],
  unless: REASSURED,
});

/** The loss they fear is work: a standstill, a delay, everything done twice. */
export const RISK_PRODUCTIVITY = compileSign({
  kind: 'risk_productivity',
  anyOf: [
    ...feared(WORK),
    `\\b${FOLLOWS} (?:\\w+ )?(?:cost|lose|stop|halt|delay|hold up|miss|stand|paraly[sz]e)\\b${BETWEEN}\\b${WORK}`,
  ],
  unless: [
    ...REASSURED,
    '\\bcould stop (?:the line )?themselves\\b|\\bcould stop the line themselves\\b',
  ],
});

/** The loss they fear is what others think of them or of their house. */
export const RISK_REPUTATION = compileSign({
  kind: 'risk_reputation',
  anyOf: [
    ...feared(`(?:${SHAME}|${STANDING})`),
    `\\b(?:i|we|it|that|this|he|she)(?:'d| would| will|'ll| could| might)(?: \\w+){0,3}? ${SHAME}`,
    "\\bi(?:'m| am) the one who (?:\\w+ )?(?:chose|recommended|brought|picked|signed|pushed)|\\bit(?:'s| is| will be| would be) my name (?:on|under)|\\bmakes? (?:me|us) look (?:bad|stupid|foolish|silly|like)",
  ],
  unless: [...REASSURED, '\\b(?:your|good|excellent) reputation\\b'],
});

/** The loss they fear is their own position, or their people's. */
export const RISK_JOB = compileSign({
  kind: 'risk_job',
  anyOf: [
    ...feared(POSITION),
    `\\b(?:costs?|lose|losing|risk|risking|keep|save)(?: (?:me|him|her|us|them))? ${POSITION}`,
    "\\b(?:i|we|he|she|they)(?:'d| would| will|'ll| could| might|'m| am|'s| is)(?: \\w+){0,2}? (?:fired|sacked|let go(?! of)|out of a job|out the door|looking for a new job|the first to go|finished here|toast|redundant)\\b",
    '\\b(?:replac\\w+|take (?:away )?|automat\\w+|cut(?:s|ting)?)(?: \\w+){0,2}? (?:our|my|their|the) (?:jobs?|posts|positions)\\b|\\bjobs? (?:is|are|was|were) (?:at (?:risk|stake)|on the line)',
  ],
  unless: [
    ...REASSURED,
    '\\b(?:new|changed|changing|started) (?:\\w+ )?(?:job|role|position)\\b|\\b(?:hiring|interviews?|interviewing|candidates?|appl(?:y|ied)|successor) for (?:my|our|his|her) (?:role|position|job|post)\\b',
  ],
});
