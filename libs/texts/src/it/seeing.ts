import type { Catalog } from '../translator';

/** Chi vede che cosa, e quando: le impostazioni nelle parole del mestiere, e perché qualcuno vede qualcosa. */
export const seeing = {
  // che cosa c’è da vedere
  'see.field.submission.title_abstract': 'titolo e abstract',
  'see.field.author.names': 'nomi degli autori',
  'see.field.author.affiliation': 'affiliazioni degli autori',
  'see.field.author.email': 'indirizzi degli autori',
  'see.field.file.pdf': 'l’articolo',
  'see.field.file.supplementary': 'materiali supplementari',
  'see.field.file.original_filename_and_metadata': 'file come caricati, con nomi e metadati',
  'see.field.author_response.text': 'la risposta degli autori',
  'see.field.review.text': 'testi delle revisioni altrui',
  'see.field.review.scores': 'punteggi delle revisioni altrui',
  'see.field.review.confidential_comments': 'ciò che i revisori scrivono solo per i chair',
  'see.field.review.attachment': 'file allegati alle revisioni',
  'see.field.review.attachment_original_metadata': 'file allegati alle revisioni, con nomi e metadati',
  'see.field.review.reviewer_identity': 'chi ha scritto quale revisione',
  'see.field.review.submitted_at': 'quando è stata inviata una revisione',
  'see.field.review.draft_text': 'revisioni non ancora inviate',
  'see.field.own_review.text': 'la propria revisione',
  'see.field.meta_review.text': 'la meta-revisione',
  'see.field.discussion.messages': 'la discussione',
  'see.field.decision.value': 'la decisione',
  'see.field.assignment.reviewer_names': 'nomi dei revisori',
  'see.field.assignment.count_and_status': 'quante revisioni sono chieste e quante sono arrivate',
  'see.field.assignment.own': 'la propria assegnazione',
  'see.field.assignment.handling_chair': 'chi segue l’articolo',
  'see.field.bid.own': 'la propria preferenza',
  'see.field.bid.others': 'preferenze altrui',
  'see.field.conflict.author_declared': 'conflitti dichiarati dagli autori',
  'see.field.conflict.pc_declared': 'conflitti dichiarati da membri del comitato',
  'see.field.conflict.own_declared': 'il proprio conflitto',
  'see.field.email_log.own': 'lettere a sé',
  'see.field.email_log.to_authors': 'lettere agli autori',
  'see.field.email_log.to_reviewers': 'lettere ai revisori',
  'see.field.email_log.delivery_status': 'se le lettere sono arrivate',
  'see.field.audit_log.author_side': 'cronologia di ciò che hanno fatto gli autori',
  'see.field.audit_log.review_side': 'cronologia delle revisioni',
  'see.field.audit_log.security': 'cronologia della sicurezza',

  // che cosa è qualcuno per un contributo
  'see.who.author': 'autori',
  'see.who.conflicted': 'persone in conflitto',
  'see.who.reviewer': 'revisori che hanno inviato la revisione',
  'see.who.reviewer_pending': 'revisori che non l’hanno ancora inviata',
  'see.who.handler': 'chi lo segue',
  'see.who.programme_chair': 'chair di tutta la call',
  'see.who.invited': 'persone invitate a valutarlo',
  'see.who.former': 'ex revisori',
  'see.who.pool': 'altri membri del comitato',
  'see.who.other_chair': 'presidenti di altre track, editor di altri numeri',
  'see.who.admin': 'amministratori',
  'see.who.stranger': 'tutti',
  'see.count.author': '{n, plural, one {# autore} other {# autori}}',
  'see.count.conflicted': '{n, plural, one {# persona in conflitto} other {# persone in conflitto}}',
  'see.count.reviewer': '{n, plural, one {# revisore} other {# revisori}}',
  'see.count.reviewer_pending':
    '{n, plural, one {# revisore con una revisione da scrivere} other {# revisori con una revisione da scrivere}}',
  'see.count.handler': '{n, plural, one {# presidente di track o editor} other {# presidenti di track o editor}}',
  'see.count.programme_chair': '{n, plural, one {# chair} other {# chair}}',
  'see.count.invited': '{n, plural, one {# revisore invitato} other {# revisori invitati}}',
  'see.count.former': '{n, plural, one {# ex revisore} other {# ex revisori}}',
  'see.count.pool':
    '{n, plural, one {# membro del comitato senza assegnazione} other {# membri del comitato senza assegnazione}}',
  'see.count.other_chair': '{n, plural, one {# presidente di un’altra track} other {# presidenti di altre track}}',
  'see.count.admin': '{n, plural, one {# amministratore} other {# amministratori}}',
  'see.count.stranger': 'Tutti',

  // a che punto è un contributo
  'see.phase.draft': 'bozza',
  'see.phase.submitted': 'inviato',
  'see.phase.review_open': 'in revisione',
  'see.phase.discussion': 'in discussione',
  'see.phase.rebuttal': 'risposta degli autori',
  'see.phase.revision': 'in rielaborazione',
  'see.phase.decided_not_notified': 'deciso, autori non informati',
  'see.phase.notified': 'autori informati',
  'see.phase.published': 'pubblicato',
  'see.phase.closed_rejected': 'chiuso',
  'see.always': 'sempre',
  'see.only': 'solo a «{phase}»',
  'see.span': 'da «{from}» a «{to}»',
  'see.on': 'da «{from}» in poi',
  'see.effect': '{who}: {fields}, {when}',

  'see.group.reviewers': 'Revisori',
  'see.group.committee': 'Comitato senza assegnazione',
  'see.group.authors': 'Autori',
  'see.group.chairs': 'Chair',
  'see.group.published': 'Dopo la pubblicazione',

  // le impostazioni: che cosa è permesso, e che cosa ne segue
  'see.s.invited_reviewers_see_pdf': 'I revisori invitati leggono l’articolo prima di rispondere',
  'see.w.invited_reviewers_see_pdf': 'Altrimenti decidono da titolo e abstract.',
  'see.s.reviewers_see_supplementary': 'I revisori aprono i materiali supplementari',
  'see.w.reviewers_see_supplementary': 'Ricevono copie senza metadati.',
  'see.s.reviewers_see_other_reviews_after_own': 'I revisori leggono le altre revisioni una volta inviata la propria',
  'see.w.reviewers_see_other_reviews_after_own': 'Nessuno legge un’altra revisione prima di scrivere la propria.',
  'see.s.reviewers_see_other_reviews_in_discussion': 'I revisori leggono le altre revisioni nella discussione',
  'see.w.reviewers_see_other_reviews_in_discussion': 'Dalla discussione fino a quando gli autori sono informati.',
  'see.s.pending_reviewers_join_discussion': 'I revisori che non hanno inviato seguono la discussione',
  'see.w.pending_reviewers_join_discussion': 'Ciò che scrivono dopo non è più indipendente.',
  'see.s.si_reviewers_see_other_reviews_after_decision': 'I revisori leggono le altre revisioni dopo la decisione',
  'see.w.si_reviewers_see_other_reviews_after_decision': 'Senza nomi, una volta informati gli autori del ciclo.',
  'see.s.si_discussion': 'I revisori discutono gli articoli',
  'see.w.si_discussion': 'Insolito nelle riviste: i guest editor aprono allora una discussione per un articolo.',
  'see.s.reviewers_see_reviewer_names': 'I revisori di un articolo conoscono i nomi degli altri',
  'see.w.reviewers_see_reviewer_names': 'Dalla discussione in poi. Gli autori non li sanno mai.',
  'see.s.reviewers_see_confidential_comments': 'I revisori leggono ciò che gli altri hanno scritto solo per i chair',
  'see.w.reviewers_see_confidential_comments': 'Dalla discussione in poi. Ai revisori è detto nel loro modulo.',
  'see.s.reviewers_see_review_status': 'I revisori vedono quante revisioni sono arrivate',
  'see.w.reviewers_see_review_status': 'Solo numeri, nessun nome.',
  'see.s.reviewers_see_handling_chair': 'I revisori vedono chi segue l’articolo',
  'see.w.reviewers_see_handling_chair': 'Sanno a chi scrivere.',
  'see.s.reviewers_see_metareview_before_notification':
    'I revisori leggono la meta-revisione prima che gli autori siano informati',
  'see.w.reviewers_see_metareview_before_notification': 'L’esito può allora trapelare prima di essere ufficiale.',
  'see.s.reviewers_see_metareview': 'I revisori leggono la meta-revisione dopo che gli autori sono informati',
  'see.w.reviewers_see_metareview': 'Scoprono come è stata usata la loro revisione.',
  'see.s.reviewers_see_decision_before_notification':
    'I revisori vedono la decisione prima che gli autori siano informati',
  'see.w.reviewers_see_decision_before_notification': 'L’esito può allora trapelare prima di essere ufficiale.',
  'see.s.reviewers_see_decision': 'I revisori vedono la decisione dopo che gli autori sono informati',
  'see.w.reviewers_see_decision': 'Anche degli articoli respinti.',
  'see.s.reviewers_see_authors_after_notification':
    'I revisori scoprono chi ha scritto l’articolo dopo che gli autori sono informati',
  'see.w.reviewers_see_authors_after_notification':
    'Anche degli articoli respinti, che possono essere inviati altrove.',
  'see.s.reviewers_keep_access_after_close': 'I revisori conservano articolo, revisioni e discussione dopo la fine',
  'see.w.reviewers_keep_access_after_close': 'La propria revisione la conservano comunque.',

  'see.s.pc_sees_titles': 'I membri del comitato leggono titoli e abstract della loro track',
  'see.w.pc_sees_titles': 'Serve per le preferenze. Nelle call ad anonimato singolo, con i nomi degli autori.',
  'see.s.pc_sees_pdfs': 'I membri del comitato aprono tutti gli articoli della loro track',
  'see.w.pc_sees_pdfs': 'Articoli e materiali supplementari, senza essere chiamati a valutarli.',
  'see.s.unassigned_pc_sees_reviews': 'I membri del comitato leggono le revisioni di articoli che non valutano',
  'see.w.unassigned_pc_sees_reviews':
    'Dalla discussione in poi, con la risposta degli autori e quante revisioni sono arrivate.',
  'see.s.unassigned_pc_sees_reviewer_names': 'I membri del comitato sanno chi valuta che cosa',
  'see.w.unassigned_pc_sees_reviewer_names': 'Dalla discussione in poi, anche di articoli che non valutano.',
  'see.s.unassigned_pc_sees_discussion': 'I membri del comitato leggono le discussioni di articoli che non valutano',
  'see.w.unassigned_pc_sees_discussion': 'Leggono; non scrivono.',
  'see.s.pc_sees_decisions_before_notification':
    'I membri del comitato vedono le decisioni prima che gli autori siano informati',
  'see.w.pc_sees_decisions_before_notification': 'L’esito può allora trapelare prima di essere ufficiale.',
  'see.s.pc_sees_decisions': 'I membri del comitato vedono le decisioni dopo che gli autori sono informati',
  'see.w.pc_sees_decisions': 'Della loro track, anche degli articoli respinti.',
  'see.s.pc_sees_conflicts': 'I membri del comitato vedono chi è in conflitto con un articolo',
  'see.w.pc_sees_conflicts': 'Solo dove gli autori non sono un segreto: i conflitti portano a loro.',
  'see.s.conflicted_pc_sees_titles': 'Chi è in conflitto con un articolo ne legge titolo e abstract',
  'see.w.conflicted_pc_sees_titles': 'Altrimenti per loro l’articolo non esiste.',

  'see.s.authors_see_reviews_in_rebuttal': 'Gli autori leggono le revisioni per rispondere',
  'see.w.authors_see_reviews_in_rebuttal': 'Come erano all’apertura della risposta.',
  'see.s.authors_see_scores_in_rebuttal': 'Gli autori vedono i punteggi quando rispondono',
  'see.w.authors_see_scores_in_rebuttal': 'Altrimenti rispondono ai soli testi.',
  'see.s.authors_see_reviews': 'Gli autori ricevono le revisioni con la decisione',
  'see.w.authors_see_reviews': 'Nella lettera e nella pagina del loro articolo.',
  'see.s.authors_see_scores': 'Gli autori ricevono i punteggi con le revisioni',
  'see.w.authors_see_scores': 'Nella lettera e nella pagina del loro articolo.',
  'see.s.authors_see_metareview': 'Gli autori ricevono la meta-revisione con la decisione',
  'see.w.authors_see_metareview': 'Ciò che i chair riassumono per loro.',
  'see.s.authors_see_handling_chair': 'Gli autori vedono chi segue il loro articolo',
  'see.w.authors_see_handling_chair': 'Sanno a chi scrivere.',

  'see.s.chairs_see_drafts': 'I chair leggono le bozze non inviate',
  'see.w.chairs_see_drafts': 'Di solito gli autori scrivono in privato finché non inviano.',
  'see.s.other_tracks_visible': 'I presidenti di track leggono titoli e abstract di altre track',
  'see.w.other_tracks_visible': 'Nelle call ad anonimato singolo, con i nomi degli autori.',
  'see.s.chairs_see_review_drafts': 'I chair leggono le revisioni non ancora inviate',
  'see.w.chairs_see_review_drafts': 'Di solito i revisori scrivono in privato finché non inviano.',

  'see.s.publish_pdfs': 'Gli articoli accettati sono pubblici',
  'see.w.publish_pdfs': 'Gli articoli finali, una volta pubblicati gli atti.',
  'see.s.publish_supplementary': 'I materiali supplementari degli articoli accettati sono pubblici',
  'see.w.publish_supplementary': 'Con gli articoli finali.',
  'see.s.publish_reviews': 'Le revisioni degli articoli accettati sono pubbliche',
  'see.w.publish_reviews': 'Con meta-revisione e risposta degli autori, mai con i nomi dei revisori.',

  // che cosa si contraddice
  'see.needs.bids.pc_sees_titles': 'Nessuno può esprimere preferenze su articoli di cui non vede il titolo.',
  'see.needs.response.authors_see_reviews_in_rebuttal':
    'Gli autori non possono rispondere a revisioni che non leggono.',
  'see.needs.metaReview.authors_see_metareview':
    'I chair scriverebbero per gli autori ciò che gli autori non leggono mai.',
  'see.needs.authors_see_scores.authors_see_reviews':
    'Gli autori riceverebbero punteggi senza le revisioni a cui appartengono.',
  'see.needs.authors_see_scores_in_rebuttal.authors_see_reviews_in_rebuttal':
    'Gli autori risponderebbero a punteggi senza le revisioni a cui appartengono.',
  'see.needs.unassigned_pc_sees_reviewer_names.unassigned_pc_sees_reviews':
    'I membri del comitato saprebbero chi ha scritto revisioni che non possono leggere.',
  'see.needs.unassigned_pc_sees_discussion.unassigned_pc_sees_reviews':
    'I membri del comitato leggerebbero una discussione di revisioni che non possono leggere.',
  'see.needs.reviewers_see_reviewer_names.reviewers_see_other_reviews_in_discussion':
    'I revisori saprebbero chi ha scritto revisioni che non possono leggere.',
  'see.needs.reviewers_see_reviewer_names.si_reviewers_see_other_reviews_after_decision':
    'I revisori saprebbero chi ha scritto revisioni che non possono leggere.',
  'see.needs.reviewers_see_confidential_comments.reviewers_see_other_reviews_in_discussion':
    'I revisori leggerebbero le parti riservate di revisioni che non possono leggere.',
  'see.needs.reviewers_see_confidential_comments.si_reviewers_see_other_reviews_after_decision':
    'I revisori leggerebbero le parti riservate di revisioni che non possono leggere.',
  'see.needs.pc_sees_pdfs.pc_sees_titles': 'I membri del comitato aprirebbero articoli di cui non vedono il titolo.',
  'see.needs.pc_sees_conflicts.pc_sees_titles':
    'I membri del comitato vedrebbero conflitti con articoli di cui non vedono il titolo.',
  'see.needs.pc_sees_conflicts.anonymity':
    'Chi è in conflitto con un articolo porta a chi l’ha scritto, e qui questo è un segreto.',
  'see.needs.pc_sees_decisions.pc_sees_titles':
    'I membri del comitato vedrebbero decisioni su articoli di cui non vedono il titolo.',
  'see.needs.unassigned_pc_sees_reviews.pc_sees_titles':
    'I membri del comitato leggerebbero revisioni di articoli di cui non vedono il titolo.',
  'see.needs.publish_supplementary.publish_pdfs': 'I materiali supplementari sarebbero pubblici senza i loro articoli.',
  'see.needs.reviewers_see_other_reviews_after_own.reviewers_see_other_reviews_in_discussion':
    'I revisori leggerebbero le altre revisioni, e le perderebbero all’inizio della discussione.',
  'see.needs.authors_see_reviews_in_rebuttal.authors_see_reviews':
    'Gli autori leggerebbero le revisioni per rispondere, e le perderebbero con la decisione.',
  'see.needs.authors_see_scores_in_rebuttal.authors_see_scores':
    'Gli autori vedrebbero i punteggi per rispondere, e li perderebbero con la decisione.',
  'see.needs.reviewers_see_metareview_before_notification.reviewers_see_metareview':
    'I revisori leggerebbero la meta-revisione, e la perderebbero quando gli autori sono informati.',
  'see.needs.reviewers_see_decision_before_notification.reviewers_see_decision':
    'I revisori vedrebbero la decisione, e la perderebbero quando gli autori sono informati.',
  'see.needs.pc_sees_decisions_before_notification.pc_sees_decisions':
    'I membri del comitato vedrebbero le decisioni, e le perderebbero quando gli autori sono informati.',
  'see.needs.pending_reviewers_join_discussion.reviewers_see_other_reviews_in_discussion':
    'Chi non ha inviato una revisione leggerebbe più di chi l’ha inviata.',
  'see.needs.unassigned_pc_sees_reviews.reviewers_see_other_reviews_in_discussion':
    'Chi non valuta un articolo leggerebbe più revisioni dei suoi revisori.',
  'see.needs.unassigned_pc_sees_reviewer_names.reviewers_see_reviewer_names':
    'Chi non valuta un articolo ne conoscerebbe i revisori, che non si conoscono tra loro.',
  'see.needs.pc_sees_decisions.reviewers_see_decision':
    'Chi non valuta un articolo vedrebbe la decisione, e i suoi revisori no.',
  'see.needs.pc_sees_decisions_before_notification.reviewers_see_decision_before_notification':
    'Chi non valuta un articolo vedrebbe la decisione prima dei suoi revisori.',
  'see.needs.pc_sees_pdfs.reviewers_see_supplementary':
    'Chi non valuta un articolo aprirebbe materiali supplementari che i suoi revisori non possono aprire.',
  'see.needs.publish_reviews.authors_see_reviews':
    'Il pubblico leggerebbe revisioni che i loro autori non possono leggere.',
  'see.needs.publish_reviews.authors_see_scores': 'Il pubblico vedrebbe punteggi che i loro autori non possono vedere.',
  'see.needs.publish_reviews.authors_see_metareview':
    'Il pubblico leggerebbe una meta-revisione che i suoi autori non possono leggere.',

  // i passi della revisione, e i modelli
  'see.step.bids': 'Il comitato esprime preferenze sugli articoli',
  'see.step.discussion': 'I revisori discutono gli articoli',
  'see.step.response': 'Gli autori rispondono alle revisioni prima della decisione',
  'see.step.metaReview': 'I chair scrivono una meta-revisione per gli autori',
  'see.preset.small_conference': 'Conferenza piccola',
  'see.preset.small_conferenceWhy':
    'Senza preferenze, discussione, risposta o meta-revisione: i chair assegnano, i revisori scrivono, i chair decidono.',
  'see.preset.full_conference': 'Conferenza completa',
  'see.preset.full_conferenceWhy':
    'Il comitato esprime preferenze, i revisori discutono, gli autori rispondono prima della decisione.',
  'see.preset.journal': 'Rivista',
  'see.preset.journalWhy': 'I guest editor invitano; i revisori si leggono dopo la decisione; gli autori rielaborano.',
  'see.preset.own': 'A modo suo: modificata rispetto a un modello',

  // la pagina delle impostazioni
  'see.page.lead': 'Ciò che nulla apre qui resta chiuso. Prima di salvare vedi chi saprebbe che cosa.',
  'see.page.preset': 'Come valuta questa call',
  'see.page.mode': 'Chi non conosce chi',
  'see.page.modeHint': 'Si può cambiare più tardi, e impostare a parte per singoli tipi di contributo.',
  'see.page.steps': 'Passi della revisione',
  'see.page.overtaken':
    'Qualcuno ha salvato intanto altre impostazioni. Le tue si sovrappongono: guarda di nuovo chi vedrebbe che cosa.',
  'see.page.turned': '{n, plural, one {Una modifica, non salvata} other {# modifiche, non salvate}}',
  'see.page.reasonMissing': 'Scrivi perché si cambia.',
  'see.page.types': 'Tipi che differiscono',
  'see.page.typeAs': 'Come la call ({mode})',
  'see.page.none': 'Nessuno: i nomi si vedono',
  'see.page.advanced':
    'Avanzate: {n, plural, one {un’impostazione} other {# impostazioni}}, {changed, plural, =0 {nessuna modificata} one {una modificata} other {# modificate}}',
  'see.page.usual': 'Di solito {value, select, on {sì} other {no}}.',
  'see.page.changedMark': 'Modificata',
  'see.page.idle.anonymity': 'Con questo anonimato non cambia nulla.',
  'see.page.idle.steps': 'Senza quel passo non cambia nulla.',
  'see.page.exactly': 'Che cosa di preciso',
  'see.page.exactlyOf': 'Che cosa di preciso: {setting}',
  'see.page.contradiction': 'Si contraddice',
  'see.page.fix': '{value, select, on {Attiva} other {Disattiva}} anche: {setting}',
  'see.page.contradictions':
    '{n, plural, one {Un’impostazione ne contraddice un’altra} other {# impostazioni ne contraddicono altre}}',
  'see.page.preview': 'Mostra chi vedrebbe che cosa',
  'see.page.counting': 'Conteggio…',
  'see.page.nothing': 'Non hai ancora cambiato nulla.',
  'see.page.back': 'Continua a modificare',
  'see.page.reset': 'Scarta le modifiche',
  'see.page.save': 'Salva {n, plural, one {una modifica} other {# modifiche}}',
  'see.page.saving': 'Salvataggio…',
  'see.page.saved': 'Salvato',
  'see.page.reason': 'Perché si cambia?',
  'see.page.reasonHint': 'Si stanno scrivendo revisioni con le impostazioni attuali. Il motivo resta nella cronologia.',
  'see.page.history': 'Modifiche precedenti',
  'see.page.historyNone': 'Da quando esiste la call non è stato cambiato nulla.',
  'see.page.historyBy': '{who}, {at}',
  'see.page.nobody': 'Il sistema',
  'see.page.value.on': 'sì',
  'see.page.value.off': 'no',
  'see.page.value.call': 'come la call',
  'see.page.value.none': 'nessuno',
  'see.page.value.single': 'singolo',
  'see.page.value.double': 'doppio',
  'see.page.value.triple': 'triplo',
  'see.page.changeOf': '{name}: {from} → {to}',

  // l’anteprima
  'see.preview.title': 'Chi vedrebbe in più che cosa',
  'see.preview.changes': 'Le tue modifiche',
  'see.preview.opens': 'Vedrebbero in più',
  'see.preview.closes': 'Non vedrebbero più',
  'see.preview.line': '{who}: {fields}, su {submissions, plural, one {# contributo} other {# contributi}}',
  'see.preview.now': 'Subito',
  'see.preview.new': 'Di ciò che si invia o si scrive da ora in poi',
  'see.preview.later': 'Da «{phase}» in poi',
  'see.preview.laterNew': 'Da «{phase}» in poi, di ciò che si invia o si scrive da ora in poi',
  'see.preview.keptPapers':
    '{count, plural, one {# articolo già inviato resta com’è} other {# articoli già inviati restano come sono}}: scritti con regole più strette.',
  'see.preview.keptReviews':
    '{count, plural, one {# revisione già inviata resta com’è} other {# revisioni già inviate restano come sono}}: scritte con regole più strette.',
  'see.preview.none': 'Nessuno vedrebbe di più o di meno dei contributi che ci sono.',
  'see.preview.own': 'Gli articoli che hai scritto o con cui sei in conflitto non sono contati.',

  // perché qualcuno vede qualcosa, o no
  'see.why.yes': 'Aperto {when}.',
  'see.why.yesBy': 'Aperto {when}, perché questa call lo permette: «{setting}».',
  'see.why.later': 'Aperto {when}. Ora è «{phase}».',
  'see.why.laterBy': 'Aperto {when}. Ora è «{phase}», e questo è disattivato: «{setting}».',
  'see.why.off': 'Chiuso, perché questo è disattivato: «{setting}».',
  'see.why.closed': 'Chiuso in ogni momento, per come è impostata la call.',
  'see.why.never': 'Chiuso per sempre: nessuna impostazione lo apre.',
  'see.why.unverified': 'Chiuso finché non confermano un proprio indirizzo.',
  'see.why.stricter': 'Chiuso benché oggi sia permesso: è stato inviato con regole più strette.',
  'see.why.as': 'Questo lo vedono come {one}.',
  'see.why.kept':
    '{closed, plural, one {# revisione su {of} resta chiusa per loro} other {# revisioni su {of} restano chiuse per loro}}, perché scritte con regole più strette.',
  'see.why.exception': 'un’eccezione fatta dall’operatore e conservata nella cronologia',
  'see.verdict.yes': 'Sì',
  'see.verdict.later': 'Non ora',
  'see.verdict.no': 'No',

  // una persona, per ciò che è per un contributo
  'see.one.author': 'autore',
  'see.one.conflicted': 'persona in conflitto',
  'see.one.reviewer': 'revisore che ha inviato la revisione',
  'see.one.reviewer_pending': 'revisore con una revisione da scrivere',
  'see.one.handler': 'presidente di track o editor che lo segue',
  'see.one.programme_chair': 'chair di tutta la call',
  'see.one.invited': 'persona invitata a valutarlo',
  'see.one.former': 'ex revisore',
  'see.one.pool': 'membro del comitato che non lo valuta',
  'see.one.other_chair': 'presidente di un’altra track, o editor di un altro numero',
  'see.one.admin': 'amministratore',
  'see.one.stranger': 'persona che non c’entra',
  'see.part.author': 'autore',
  'see.part.reviewer': 'revisore',
  'see.part.chair': 'chair o editor',
  'see.part.committee': 'comitato',

  // la parte della pagina che dice chi vede
  'see.look.lead': 'Chiedi che cosa vede qualcuno di questo contributo, e per quale regola.',
  'see.look.people': 'Persone di questo contributo',
  'see.look.find': 'Trova qualcuno per nome',
  'see.look.none': 'Nessuno con questo nome ha a che fare con questo contributo, per quanto ti è dato sapere.',
  'see.look.anybody': 'Chiunque sia …',
  'see.look.blind':
    'Non conosci gli autori, quindi nessuno di loro si può scegliere per nome. Un membro del comitato che lo è vale qui come in conflitto.',
  'see.look.audited': 'La cronologia di questo contributo conserva che lo hai chiesto.',
  'see.look.titleOf': 'Che cosa vede: {name}',
  'see.look.is': 'Per questo contributo: {one}.',
  'see.look.other': 'Chiedi di qualcun altro',
  'see.look.absent':
    'Per loro questo contributo non esiste: il suo indirizzo risponde come uno che non è mai stato assegnato.',
  'see.look.caption': 'Che cosa c’è da vedere, se lo vedono, e perché',
  'see.look.what': 'Che cosa',
  'see.look.sees': 'Visto',
  'see.look.why': 'Perché',
  'see.look.group.paper': 'L’articolo e chi l’ha scritto',
  'see.look.group.reviews': 'Revisioni',
  'see.look.group.talk': 'Discussione, risposta, decisione',
  'see.look.group.work': 'Assegnazioni, conflitti, lettere, cronologia',
  'see.look.viewAs': 'Vedi questa pagina come {name}',

  // la pagina come la vede un altro
  'see.as.banner': 'Stai vedendo questa pagina come {name}, in sola lettura.',
  'see.as.somebody': 'un’altra persona',
  'see.as.hint':
    'Si mostra ciò che vede e che anche tu puoi vedere. Ciò che è solo suo manca: bozze, la propria revisione, tag privati, lettere, discussioni con un solo revisore, file da scaricare.',
  'see.as.leave': 'Esci',
  'see.as.absent': 'Per loro questa pagina non c’è',
  'see.as.absentWhy':
    'Per loro questo contributo non esiste. Ricevono la stessa risposta di un indirizzo mai assegnato.',
} satisfies Catalog;
