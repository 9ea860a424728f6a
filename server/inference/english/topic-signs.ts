import type { TopicSigns } from '../topics.ts';

/** What words of the buyer are about: the journey's raw signals, one row a topic. */
export const TOPIC_SIGNS: TopicSigns = {
  problem:
    /\b(?:problems?|issues?|pain|struggl\w+|trouble|broke\w*|break(?:s|ing)|fail(?:s|ed|ing)|by hand|manual(?:ly)?|paper|spreadsheets?|waste[sd]?|wasting|lose[sd]? (?:time|hours|money)|too long|errors?|mistakes?)\b/u,
  demo: /\b(?:demos?|demo'?d|demonstrat\w+|walk-?through|show (?:me|us) (?:the|how)|recording|screenshare|trial|pilot|proof of concept|poc|sandbox)\b/u,
  requirements:
    /\b(?:requirements?|must-?haves?|criteria|spec(?:s|ification)?|rfp|rfi|itt|tender|checklist|check sheet|we need (?:it|the|to)|has to (?:support|work|run|integrate)|integrat\w+|sso|api)\b/u,
  comparison:
    /\b(?:compar\w+|other (?:two|three|vendors?|suppliers?|offers?|tools?|packages?|providers?)|alternatives?|competitors?|short-?list(?:ed)?|versus|vs|against (?:the other|your competitor)|two others|second offer)\b/u,
  price:
    /\b(?:pric(?:e|es|ed|ing|ey|y)|costs?|quotes?|quotation|budget|discount|fees?|expensive|cheap(?:er)?|licen[cs]e fees?|per (?:seat|user|month|licen[cs]e)|invoice|surcharge|increase|uplift|renewal quote)\b/u,
  security:
    /\b(?:security (?:review|questionnaire|team|audit|check|form|officer|concept)|infosec|penetration test|pen ?test|iso ?27001|soc ?2|encrypt\w+|data protection|gdpr|dpia?|sub-?processors?|where (?:is|are) (?:the|our) data|hosting|data cent(?:re|er)|vulnerabilit\w+|privacy)\b/u,
  legal:
    /\b(?:legal|lawyers?|counsel|liabilit\w+|indemnit\w+|clauses?|terms and conditions|t&cs|dpa|msa|nda|jurisdiction|article \d+|paragraph|annex|redlines?|governing law|warrant(?:y|ies))\b/u,
  procurement:
    /\b(?:procurement|purchasing (?:department|team|process|system)|purchase order|po(?: number)?|supplier (?:form|registration|portal|onboarding)|vendor (?:form|registration|onboarding)|three quotes|tender|framework|cost cent(?:re|er)|ringi|sourcing)\b/u,
  reference:
    /\b(?:references?|reference (?:call|customer|site)|case stud(?:y|ies)|testimonials?|another (?:customer|client) (?:who|that|in)|speak to (?:a|another) customer|site visit|who else (?:uses|runs))\b/u,
  contract:
    /\b(?:contracts?|agreement|sign(?:ed|ing)?(?: off)?|signature|order form|countersign\w*|draft|terms?|notice period|renew(?:s|al) clause|msa|paperwork)\b/u,
  decision_date:
    /\b(?:deci(?:de|des|ded|sion|ding)\b[^.]{0,40}\b(?:on|by|in|next|this|before|week|month|meeting|\w+day)|board (?:meets|meeting)|committee (?:meets|meeting)|sign-?off (?:is|on|by)|go[ /-]?no[ -]?go|steering (?:group|committee) (?:on|meets))\b/u,
  onboarding:
    /\b(?:onboard\w*|go(?:ing|es)?[- ]live|went live|roll(?:ed|ing)?[- ]?out|kick-?off|training|migrat\w+|implementation|set-?up|install\w*|import(?:ed|ing)?|first (?:week|login))\b/u,
  renewal:
    /\b(?:renew(?:al|als|s|ed|ing)?|contract (?:runs out|ends|expires)|extend (?:the|our) (?:contract|term)|another year|next term|cancel(?:lation|ling)?|notice|subscription ends|not renew\w*)\b/u,
  scheduling:
    /\b(?:what time|which day|calendar|invite|reschedul\w+|slot|available|availability|meet(?:ing)? (?:on|at)|call (?:on|at)|(?:mon|tues|wednes|thurs|fri)day (?:at|works|is|morning|afternoon)|o'clock|half an hour|\d{1,2}[:.]\d{2})\b/u,
  advocacy:
    /\b(?:recommend(?:ed|ing)? (?:you|it|this|your)|told (?:\w+ ){0,3}(?:about you|to look at you)|happy to (?:be a reference|speak to|talk to)|spread the word|review on|passed (?:on )?your name|introduce you to|speak at your|webinar with you)\b/u,
};
