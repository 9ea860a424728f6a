/**
 * The named characters that mail programs write, with their code points in hexadecimal.
 * https://html.spec.whatwg.org/#named-character-references
 */
function table(text) {
  const pairs = text
    .trim()
    .split(' ')
    .map((pair) => pair.split('='));
  return new Map(pairs.map(([name, hexadecimal]) => [name, Number.parseInt(hexadecimal, 16)]));
}

/** Known without their semicolon too. */
export const LEGACY = table(
  'AElig=c6 AMP=26 Aacute=c1 Acirc=c2 Agrave=c0 Aring=c5 Atilde=c3 Auml=c4 COPY=a9 ' +
    'Ccedil=c7 ETH=d0 Eacute=c9 Ecirc=ca Egrave=c8 Euml=cb GT=3e Iacute=cd Icirc=ce ' +
    'Igrave=cc Iuml=cf LT=3c Ntilde=d1 Oacute=d3 Ocirc=d4 Ograve=d2 Oslash=d8 Otilde=d5 ' +
    'Ouml=d6 QUOT=22 REG=ae THORN=de Uacute=da Ucirc=db Ugrave=d9 Uuml=dc Yacute=dd ' +
    'aacute=e1 acirc=e2 acute=b4 aelig=e6 agrave=e0 amp=26 aring=e5 atilde=e3 auml=e4 ' +
    'brvbar=a6 ccedil=e7 cedil=b8 cent=a2 copy=a9 curren=a4 deg=b0 divide=f7 eacute=e9 ' +
    'ecirc=ea egrave=e8 eth=f0 euml=eb frac12=bd frac14=bc frac34=be gt=3e iacute=ed ' +
    'icirc=ee iexcl=a1 igrave=ec iquest=bf iuml=ef laquo=ab lt=3c macr=af micro=b5 ' +
    'middot=b7 nbsp=a0 not=ac ntilde=f1 oacute=f3 ocirc=f4 ograve=f2 ordf=aa ordm=ba ' +
    'oslash=f8 otilde=f5 ouml=f6 para=b6 plusmn=b1 pound=a3 quot=22 raquo=bb reg=ae ' +
    'sect=a7 shy=ad sup1=b9 sup2=b2 sup3=b3 szlig=df thorn=fe times=d7 uacute=fa ucirc=fb ' +
    'ugrave=f9 uml=a8 uuml=fc yacute=fd yen=a5 yuml=ff ',
);

export const OTHERS = table(
  'Alpha=391 Beta=392 Chi=3a7 Dagger=2021 Delta=394 Epsilon=395 Eta=397 Gamma=393 ' +
    'Hat=5e Iota=399 Kappa=39a Lambda=39b Mu=39c NewLine=a Nu=39d OElig=152 Omega=3a9 ' +
    'Omicron=39f Phi=3a6 Pi=3a0 Prime=2033 Psi=3a8 Rho=3a1 Scaron=160 Sigma=3a3 Tab=9 ' +
    'Tau=3a4 Theta=398 Upsilon=3a5 Xi=39e Yuml=178 ZeroWidthSpace=200b Zeta=396 ' +
    'alefsym=2135 alpha=3b1 and=2227 ang=2220 apos=27 ast=2a asymp=2248 bdquo=201e ' +
    'beta=3b2 bsol=5c bull=2022 cap=2229 check=2713 chi=3c7 circ=2c6 clubs=2663 colon=3a ' +
    'comma=2c commat=40 cong=2245 crarr=21b5 cup=222a dArr=21d3 dagger=2020 darr=2193 ' +
    'dash=2010 delta=3b4 diams=2666 dollar=24 empty=2205 emsp=2003 ensp=2002 epsilon=3b5 ' +
    'equals=3d equiv=2261 eta=3b7 euro=20ac excl=21 exist=2203 female=2640 fnof=192 ' +
    'forall=2200 frasl=2044 gamma=3b3 ge=2265 grave=60 hArr=21d4 harr=2194 hearts=2665 ' +
    'hellip=2026 horbar=2015 hyphen=2010 image=2111 infin=221e int=222b iota=3b9 ' +
    'isin=2208 kappa=3ba lArr=21d0 lambda=3bb lang=27e8 larr=2190 lbrace=7b lceil=2308 ' +
    'lcub=7b ldquo=201c ldquor=201e le=2264 lfloor=230a lowast=2217 lowbar=5f loz=25ca ' +
    'lpar=28 lrm=200e lsaquo=2039 lsqb=5b lsquo=2018 lsquor=201a male=2642 mdash=2014 ' +
    'minus=2212 mu=3bc nabla=2207 ndash=2013 ne=2260 ni=220b notin=2209 nsub=2284 nu=3bd ' +
    'num=23 oelig=153 oline=203e omega=3c9 omicron=3bf oplus=2295 or=2228 otimes=2297 ' +
    'part=2202 percnt=25 period=2e permil=2030 perp=22a5 phi=3c6 phone=260e pi=3c0 ' +
    'piv=3d6 plus=2b prime=2032 prod=220f prop=221d psi=3c8 quest=3f rArr=21d2 radic=221a ' +
    'rang=27e9 rarr=2192 rbrace=7d rceil=2309 rcub=7d rdquo=201d real=211c rfloor=230b ' +
    'rho=3c1 rlm=200f rpar=29 rsaquo=203a rsqb=5d rsquo=2019 sbquo=201a scaron=161 ' +
    'sdot=22c5 semi=3b sigma=3c3 sigmaf=3c2 sim=223c sol=2f spades=2660 star=2606 ' +
    'sub=2282 sube=2286 sum=2211 sup=2283 supe=2287 tau=3c4 there4=2234 theta=3b8 ' +
    'thetasym=3d1 thinsp=2009 tilde=2dc trade=2122 uArr=21d1 uarr=2191 upsih=3d2 ' +
    'upsilon=3c5 verbar=7c vert=7c weierp=2118 xi=3be zeta=3b6 zwj=200d zwnj=200c ',
);
