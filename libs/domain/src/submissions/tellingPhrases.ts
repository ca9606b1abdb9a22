/** What papers say about their own authors without a name, in six languages; on plain text (lower case, no accents). */

/** A citation near by: [3], (Ferri, 2014), Ferri et al. */
const cited = String.raw`[^.\n]{0,120}(?:\[\d|\((?:[^()\n]{0,80}\b)?(?:19|20)\d\d|\bet al)`;

const works = {
  en: '(?:works?|papers?|stud(?:y|ies)|articles?|research|publications?|results|findings|contributions?)',
  de: '(?:arbeit(?:en)?|studien?|veroffentlichung(?:en)?|untersuchung(?:en)?|artikeln?|aufsatz(?:en)?|aufsatze|publikation(?:en)?|beitrag(?:en)?|beitrage)',
  it: '(?:lavor[oi]|studio?|articol[oi]|ricerc(?:a|he)|pubblicazion[ei]|contribut[oi])',
  fr: '(?:travail|travaux|articles?|etudes?|recherches?|publications?)',
  es: '(?:trabajos?|articulos?|estudios?|investigacion(?:es)?|publicacion(?:es)?)',
  pt: '(?:trabalhos?|artigos?|estudos?|pesquisas?|publicac(?:ao|oes))',
};
const showed = {
  en: '(?:showed|shown|proposed|introduced|presented|developed|reported|described|argued|published|demonstrated|found)',
  de: '(?:gezeigt|dargelegt|beschrieben|vorgestellt|vorgeschlagen|argumentiert|veroffentlicht)',
  it: '(?:mostrato|proposto|presentato|dimostrato|discusso|descritto|sviluppato)',
  fr: '(?:montre|propose|presente|demontre|decrit|developpe)',
};

/** "In our previous work", "we showed in [3]". */
export const selfCitations: readonly RegExp[] = [
  String.raw`\b(?:our|my) (?:own )?(?:previous|earlier|prior|past|former) (?:\w+ )?${works.en}`,
  String.raw`\bin (?:a|an) (?:previous|earlier|prior) ${works.en},? (?:we|i)\b`,
  String.raw`\b(?:we|i) (?:have )?(?:previously|earlier|already|recently) ${showed.en}\b${cited}`,
  String.raw`\b(?:we|i) (?:have )?${showed.en} (?:\w+ ){0,3}in (?:\[\d|\([^()\n]{0,80}(?:19|20)\d\d)`,
  String.raw`\b(?:unser|mein)(?:e|er|en|em|es)? (?:fruher|vorherig|vorangegangen|vorig|bisherig|eigen)(?:e|er|en|em|es) ${works.de}`,
  String.raw`\b(?:haben|hatten|habe) wir (?:bereits|schon|fruher)\b[^.\n]{0,80}${showed.de}`,
  String.raw`\bwie wir (?:bereits|schon|fruher)\b[^.\n]{0,80}${showed.de}`,
  String.raw`\b(?:nostr[oaie]|mi[oa]|miei|mie) (?:precedent[ei]|passat[oaie]|recent[ei]) ${works.it}`,
  String.raw`\b(?:nostr[oaie]|mi[oa]|miei|mie) ${works.it} (?:precedent[ei]|passat[oaie]|recent[ei])`,
  String.raw`\babbiamo (?:gia|precedentemente|in precedenza) ${showed.it}\b${cited}`,
  String.raw`\b(?:notre|nos|mon|mes) (?:precedente?s?|anterieure?s?) ${works.fr}`,
  String.raw`\b(?:notre|nos|mon|mes) ${works.fr} (?:precedente?s?|anterieure?s?)`,
  String.raw`\bnous avons (?:deja|precedemment|recemment) ${showed.fr}\b${cited}`,
  String.raw`\bnuestr[oa]s? (?:previ[oa]s?|anterior(?:es)?) ${works.es}`,
  String.raw`\bnuestr[oa]s? ${works.es} (?:previ[oa]s?|anterior(?:es)?)`,
  String.raw`\bya (?:hemos )?(?:mostramos|demostramos|propusimos|presentamos|mostrado|propuesto|presentado)\b${cited}`,
  String.raw`\bnoss[oa]s? (?:previ[oa]s?|anterior(?:es)?) ${works.pt}`,
  String.raw`\bnoss[oa]s? ${works.pt} (?:previ[oa]s?|anterior(?:es)?)`,
  String.raw`\bja (?:mostramos|demonstramos|propusemos|apresentamos)\b${cited}`,
].map((source) => new RegExp(source.replaceAll(' ', String.raw`\s+`), 'gu'));

/** Thanks and funding said in a sentence. */
export const thanks: readonly RegExp[] = [
  String.raw`\b(?:this|the present) (?:work|research|paper|study|article|project) (?:\w+ ){0,3}(?:supported|funded|financed) by`,
  String.raw`\b(?:we|i|the authors?) (?:would like to |wish to |gratefully |sincerely )?(?:thank\b|(?:are|am) (?:very )?grateful to|acknowledge (?:the )?(?:\w+ ){0,3}(?:support|funding|help|grant))`,
  String.raw`\bdiese (?:arbeit|studie|forschung|untersuchung) (?:wurde|wird|ist)\b[^.\n]{0,80}(?:gefordert|unterstutzt|finanziert)`,
  String.raw`\b(?:wir|die autor\w*) (?:danken|bedanken uns)\b`,
  String.raw`\bquest[oa] (?:lavoro|studio|ricerca|articolo)\b[^.\n]{0,60}(?:finanziat|sostenut|supportat)`,
  String.raw`\b(?:ringraziamo|si ringrazian?o?|gli autori ringraziano)\b`,
  String.raw`\b(?:ce travail|cette etude|cette recherche|cet article)\b[^.\n]{0,60}(?:finance|soutenu)`,
  String.raw`\b(?:nous remercions|les auteurs remercient)\b`,
  String.raw`\best[ea] (?:trabajo|investigacion|estudio|articulo)\b[^.\n]{0,60}(?:financiad|apoyad|subvencionad)`,
  String.raw`\best[ea] (?:trabalho|pesquisa|estudo|artigo)\b[^.\n]{0,60}(?:financiad|apoiad)`,
  String.raw`\b(?:agradecemos|los autores agradecen|os autores agradecem)\b`,
].map((source) => new RegExp(source.replaceAll(' ', String.raw`\s+`), 'gu'));

const numbered = String.raw`(?:\d+\.?\s*|[ivx]+\.\s*)?`;

/** A line that begins a part of thanks or funding, with what follows on it. */
export const thanksHeading = new RegExp(
  String.raw`^[ \t]*${numbered}(?:acknowledge?ments?|funding(?: (?:statement|information|sources?))?|danksagung(?:en)?|forderhinweis|finanzierung|ringraziamenti|finanziament[oi]|remerciements|financements?|agradecimientos|financiacion|agradecimentos|financiamento)[ \t]*(?:$|[:.-].*$)`,
  'gmu',
);
/** Said in the place of thanks that were taken out. */
export const takenOut =
  /\b(?:omitted|removed|withheld|hidden|blinded|suppressed|anonym|for (?:blind |double|peer)|entfernt|weggelassen|rimoss|omess|supprim|retire|omitid|eliminad|removid)/u;

/** What may come after a list of references. */
export const afterReferences = new RegExp(
  String.raw`^[ \t]*${numbered}(?:appendi(?:x|ces)|annex(?:e|es)?|anhang|appendice|allegat[oi]|apendices?|anexos?|about the authors?|(?:author )?biograph(?:y|ies)|(?:zu|uber) (?:den|die) autor\w*|(?:note )?sugli autori|a propos des auteurs|sobre (?:los|os) autores|acknowledge?ments?|danksagung|ringraziamenti|remerciements|agradecim\w+)\b`,
  'u',
);
/** "Our code is at …": what makes an address of a repository the authors' own. */
export const ourOwn =
  /\b(?:our|my|we (?:release|publish|provide|share|make|host)|unser\w*|nostr[oaie]|notre|nos|nuestr[oa]s?|noss[oa]s?)\b/u;
