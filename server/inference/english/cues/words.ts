/** Synonym classes that the cue tables share: each a non-capturing group over normalised text. */

const anyOf = (...alternatives: readonly string[]): string => `(?:${alternatives.join('|')})`;

/** "don't", "do not", "dont". */
export const DONT = "(?:(?:do|does|did)(?: not|n'?t))";
export const CANT =
  "(?:(?:can|could)(?: not|'?t|n'?t)|cannot|couldn'?t|(?:am|is|are|was|were|'m|'s|'re) (?:not able|unable) to|unable to|not able to|struggl\\w+ to|impossible to|no way (?:to|of))";
export const WONT =
  "(?:(?:will|would)(?: not|n'?t)|won'?t|wouldn'?t|(?:am|is|are|'m|'s|'re) not (?:going|prepared|willing|about) to)";
export const HAVENT = "(?:(?:have|has|had)(?: not|n'?t)|haven'?t|hasn'?t|hadn'?t)";
export const NOBODY =
  '(?:nobody|no-?one|no one|none of (?:us|them|my|our)|not (?:one|a single) (?:person|soul|of us)|neither of us)';

/** Up to five words of the same clause. */
export const GAP = '(?: [^\\s,;.?!:()]+){0,5}?';
/** Up to three words. */
export const NEAR = '(?: [^\\s,;.?!:()]+){0,3}?';

export const NUMBER =
  '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a (?:few|dozen|couple of)|half a dozen|both|another)';
export const COUNT_TIMES =
  '(?:twice|again|(?:two|three|four|five|six|\\d+|several|many|so many|x|a (?:few|couple of|dozen)) times|\\d+ ?x|a (?:second|third|fourth|2nd|3rd) time|one more time|once more|(?:for )?the (?:second|third|fourth|fifth|umpteenth|nth|2nd|3rd|4th) time|over and over|repeatedly)';
export const ORDINAL =
  '(?:second|third|fourth|fifth|sixth|umpteenth|nth|2nd|3rd|4th|5th|6th|\\d+th)';
export const PERIOD =
  '(?:minutes?|mins?|hours?|hrs?|h|days?|nights?|evenings?|mornings?|afternoons?|weekends?|weeks?|wks?|months?|mths?|quarters?|years?|yrs?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|shifts?)';
export const QUESTION_WORD = '(?:who|what|which|how|whether|if|where|why|when|whose)';

export const LEARN = anyOf(
  'know',
  'see',
  'tell',
  'find',
  'understand',
  'judge',
  'work out',
  'figure out',
  'make out',
  'follow',
  'picture',
  'gauge',
  'assess',
  'grasp',
  'establish',
  'determine',
  'verify',
  'confirm',
  'make sense of',
  'get a picture',
  'estimate',
);
export const DECIDE =
  '(?:decide|choose|sign|buy|commit|approve|order|go ahead|move (?:on|ahead|forward)|proceed|agree|say yes|put my name|release|recommend|compare|judge|give (?:an opinion|the green light|a yes)|sign (?:it |this |that )?off|take (?:it|this) (?:to|upstairs|further))';
export const VENDOR =
  '(?:vendors?|suppliers?|providers?|sellers?|sales ?(?:people|persons?|guys?|men|reps?|teams?)|consultants?|contractors?|agenc(?:y|ies)|software (?:company|companies|people|houses?)|resellers?)';
export const COLLEAGUE =
  '(?:boss|ceo|cfo|cto|coo|cio|ciso|cro|cmo|md|gm|director|managing director|chair(?:man|woman)?|board|council|committee|partners?|team|colleagues?|people|staff|head of \\w+|finance|legal|procurement|purchasing|operations|works council|management|leadership|steering group|manager|owner|founder|deputy|vp|president|chief \\w+|union reps|dept|department|crew|users?|others?|rest of (?:us|the team|them)|half (?:of )?(?:the|my|our) \\w+)';
export const SENIOR =
  '(?:boss|ceo|cfo|cto|coo|cio|ciso|cro|cmo|md|gm|director|managing director|chair(?:man|woman)?|board|council|management|leadership|exec(?:s|utives?)?|vp|president|owner|founder|minister|mayor|chancellor|senate|head(?: of \\w+)?|general manager|chief \\w+)';
export const JUDGES =
  '(?:board|inspectors?|auditors?|regulators?|judges?|courts?|police|ministry|council|ceo|md|chair(?:man|woman)?|chancellor|shareholders?|press|owners?|customers|parliament|committee|insurers?|authorit(?:y|ies)|supervisory board|labour inspector|executive|exec)';
export const TOOL =
  '(?:tools?|systems?|apps?|logins?|portals?|platforms?|screens?|dashboards?|software|programs?|forms?|steps?|passwords?|interfaces?|vendors?|packages?|licen[cs]es?|spreadsheets?|plugins?|databases?|module)';
export const STAFF =
  '(?:people|persons?|hands?|heads?|men|fitters?|clerks?|admins?|engineers?|developers?|devs|analysts?|nurses?|drivers?|staff|colleagues?|fte|lads?|girls?|guys|bodies|technicians?|operators?|of us|pair of hands|team|resources?|headcount|planners?|teachers?|cooks?|students?|interns?|electricians?|buyers?)';
export const LOAD_WORK =
  '(?:load|enter|key|type|migrate|move|train|maintain|run|set (?:it )?up|install|learn|test|clean|prepare|import|map|administer|manage|do|handle|sit|look after|configure|roll (?:it )?out|retag|tag|translate|convert|update|implement|support|feed|fill|own|teach|build|rebuild|write)';
export const HAND_WORK =
  '(?:by hand|manual(?:ly)?|on paper|paper (?:forms?|sheets?|slips?|lists?|trail)|with pen|clipboards?|post-?its?|re-?key(?:s|ed|ing)?|re-?typ(?:e|es|ed|ing)|re-?enter(?:s|ed|ing)?|copy(?:ing)?[ -](?:and[ -])?past(?:e|ing)|copy by copy|type (?:it |them |everything )?twice|handwritten|by fax|tie out|from memory)';
export const FAULT =
  '(?:breaks|broke|broken|fail(?:s|ed|ing|ure|ures)?|crash(?:es|ed|ing)?|drop(?:s|ped|ping)? out|hangs?|hung|freez(?:es|ing)|froze(?:n)?|go(?:es|ing)? down|went down|fell over|falls? over|stopped working|stopped|times? out|out of (?:service|order)|goes? wrong|went wrong|lost|gone missing|double[- ]?book(?:ed|s|ing|ings)?|duplicat(?:e|es|ed)|collaps(?:e|es|ed)|jam(?:s|med)?|leak(?:s|ed)?|illegible|out of date|overwritten)';
export const PRICE =
  '(?:price|prices|pricing|cost|costs|fee|fees|quote|quotation|invoice|bill|licen[cs]e|licen[cs]es|subscription|renewal|rate|rates|charge|charges|offer|figure|number|surcharge|contract|amount|money|sum|increase|uplift)';
export const GOOD_CHANGE =
  '(?:better|faster|quicker|easier|different|improve\\w*|change[sd]?|changing|difference|value|benefit|gain|point|progress|sense|use|upside|return|impact|effect)';
export const OLD_WAY =
  '(?:excel|spreadsheets?|workbooks?|paper|whiteboard|board|binders?|folders?|cabinets?|system|software|tool|process|way|method|set-?up|solution|routine|handheld|server|database|as/?400|access|outlook|sharepoint|provider|supplier|vendor|platform|archive|files?|cards?|ledger|book|list|phone|fax|mainframe|erp|machine)';
