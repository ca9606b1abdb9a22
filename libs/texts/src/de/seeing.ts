import type { Catalog } from '../translator';

/** Wer was sieht, und wann: die Einstellungen in den Worten des Fachs, und warum jemand etwas sieht. */
export const seeing = {
  // was es zu sehen gibt
  'see.field.submission.title_abstract': 'Titel und Abstract',
  'see.field.author.names': 'Namen der Autorinnen und Autoren',
  'see.field.author.affiliation': 'Einrichtungen der Autorinnen und Autoren',
  'see.field.author.email': 'Adressen der Autorinnen und Autoren',
  'see.field.file.pdf': 'der Beitrag',
  'see.field.file.supplementary': 'ergänzende Dateien',
  'see.field.file.original_filename_and_metadata': 'Dateien wie hochgeladen, mit Namen und Metadaten',
  'see.field.author_response.text': 'die Antwort auf die Gutachten',
  'see.field.review.text': 'Texte fremder Gutachten',
  'see.field.review.scores': 'Noten fremder Gutachten',
  'see.field.review.confidential_comments': 'was Gutachter nur für die Chairs schreiben',
  'see.field.review.attachment': 'Anlagen der Gutachten',
  'see.field.review.attachment_original_metadata': 'Anlagen der Gutachten, mit Namen und Metadaten',
  'see.field.review.reviewer_identity': 'wer welches Gutachten schrieb',
  'see.field.review.submitted_at': 'wann ein Gutachten abgegeben wurde',
  'see.field.review.draft_text': 'noch nicht abgegebene Gutachten',
  'see.field.own_review.text': 'das eigene Gutachten',
  'see.field.meta_review.text': 'das zusammenfassende Gutachten',
  'see.field.discussion.messages': 'die Diskussion',
  'see.field.decision.value': 'die Entscheidung',
  'see.field.assignment.reviewer_names': 'Namen der Gutachter',
  'see.field.assignment.count_and_status': 'wie viele Gutachten erbeten und wie viele da sind',
  'see.field.assignment.own': 'die eigene Zuweisung',
  'see.field.assignment.handling_chair': 'wer den Beitrag betreut',
  'see.field.bid.own': 'der eigene Wunsch',
  'see.field.bid.others': 'Wünsche anderer',
  'see.field.conflict.author_declared': 'Konflikte, die Autorinnen und Autoren angaben',
  'see.field.conflict.pc_declared': 'Konflikte, die Mitglieder des Komitees angaben',
  'see.field.conflict.own_declared': 'der eigene Konflikt',
  'see.field.email_log.own': 'Briefe an einen selbst',
  'see.field.email_log.to_authors': 'Briefe an die Autorinnen und Autoren',
  'see.field.email_log.to_reviewers': 'Briefe an die Gutachter',
  'see.field.email_log.delivery_status': 'ob Briefe ankamen',
  'see.field.audit_log.author_side': 'Verlauf dessen, was Autorinnen und Autoren taten',
  'see.field.audit_log.review_side': 'Verlauf der Begutachtung',
  'see.field.audit_log.security': 'Verlauf der Sicherheit',

  // was jemand für eine Einreichung ist
  'see.who.author': 'Autorinnen und Autoren',
  'see.who.conflicted': 'Personen im Konflikt',
  'see.who.reviewer': 'Gutachter, die ihr Gutachten abgegeben haben',
  'see.who.reviewer_pending': 'Gutachter, die noch nicht abgegeben haben',
  'see.who.handler': 'wer sie betreut',
  'see.who.programme_chair': 'Chairs des ganzen Calls',
  'see.who.invited': 'zur Begutachtung Eingeladene',
  'see.who.former': 'frühere Gutachter',
  'see.who.pool': 'andere Mitglieder des Komitees',
  'see.who.other_chair': 'Leitungen anderer Tracks, Herausgeber anderer Hefte',
  'see.who.admin': 'Administratoren',
  'see.who.stranger': 'alle',
  'see.count.author': '{n, plural, one {# Autorin oder Autor} other {# Autorinnen und Autoren}}',
  'see.count.conflicted': '{n, plural, one {# Person im Konflikt} other {# Personen im Konflikt}}',
  'see.count.reviewer': '{n, plural, one {# Gutachter} other {# Gutachter}}',
  'see.count.reviewer_pending':
    '{n, plural, one {# Gutachter mit ausstehendem Gutachten} other {# Gutachter mit ausstehendem Gutachten}}',
  'see.count.handler': '{n, plural, one {# Track-Leitung oder Herausgeber} other {# Track-Leitungen oder Herausgeber}}',
  'see.count.programme_chair': '{n, plural, one {# Chair} other {# Chairs}}',
  'see.count.invited': '{n, plural, one {# eingeladene Person} other {# eingeladene Personen}}',
  'see.count.former': '{n, plural, one {# früherer Gutachter} other {# frühere Gutachter}}',
  'see.count.pool':
    '{n, plural, one {# Mitglied des Komitees ohne Zuweisung} other {# Mitglieder des Komitees ohne Zuweisung}}',
  'see.count.other_chair': '{n, plural, one {# Leitung eines anderen Tracks} other {# Leitungen anderer Tracks}}',
  'see.count.admin': '{n, plural, one {# Administrator} other {# Administratoren}}',
  'see.count.stranger': 'Alle',

  // wie weit eine Einreichung ist
  'see.phase.draft': 'Entwurf',
  'see.phase.submitted': 'eingereicht',
  'see.phase.review_open': 'in Begutachtung',
  'see.phase.discussion': 'in Diskussion',
  'see.phase.rebuttal': 'Antwort auf die Gutachten',
  'see.phase.revision': 'in Überarbeitung',
  'see.phase.decided_not_notified': 'entschieden, nicht bekannt gegeben',
  'see.phase.notified': 'bekannt gegeben',
  'see.phase.published': 'veröffentlicht',
  'see.phase.closed_rejected': 'abgeschlossen',
  'see.always': 'immer',
  'see.only': 'bei „{phase}“',
  'see.span': 'von „{from}“ bis „{to}“',
  'see.on': 'ab „{from}“',
  'see.effect': '{who}: {fields}, {when}',

  'see.group.reviewers': 'Gutachter',
  'see.group.committee': 'Komitee ohne Zuweisung',
  'see.group.authors': 'Autorinnen und Autoren',
  'see.group.chairs': 'Chairs',
  'see.group.published': 'Nach der Veröffentlichung',

  // die Einstellungen: was erlaubt ist, und was daraus folgt
  'see.s.invited_reviewers_see_pdf': 'Eingeladene lesen den Beitrag, bevor sie antworten',
  'see.w.invited_reviewers_see_pdf': 'Sonst entscheiden sie nach Titel und Abstract.',
  'see.s.reviewers_see_supplementary': 'Gutachter öffnen ergänzende Dateien',
  'see.w.reviewers_see_supplementary': 'Sie erhalten Kopien ohne Metadaten.',
  'see.s.reviewers_see_other_reviews_after_own':
    'Gutachter lesen die anderen Gutachten, sobald das eigene abgegeben ist',
  'see.w.reviewers_see_other_reviews_after_own':
    'Niemand liest ein anderes Gutachten, bevor das eigene geschrieben ist.',
  'see.s.reviewers_see_other_reviews_in_discussion': 'Gutachter lesen die anderen Gutachten in der Diskussion',
  'see.w.reviewers_see_other_reviews_in_discussion': 'Ab der Diskussion bis zur Bekanntgabe.',
  'see.s.pending_reviewers_join_discussion': 'Gutachter, die nicht abgegeben haben, lesen in der Diskussion mit',
  'see.w.pending_reviewers_join_discussion': 'Was sie danach schreiben, ist nicht mehr unabhängig.',
  'see.s.si_reviewers_see_other_reviews_after_decision': 'Gutachter lesen die anderen Gutachten nach der Entscheidung',
  'see.w.si_reviewers_see_other_reviews_after_decision': 'Ohne Namen, sobald die Entscheidung der Runde bekannt ist.',
  'see.s.si_discussion': 'Gutachter diskutieren Beiträge',
  'see.w.si_discussion': 'In Zeitschriften unüblich: Gastherausgeber öffnen dann eine Diskussion zu einem Beitrag.',
  'see.s.reviewers_see_reviewer_names': 'Gutachter eines Beitrags kennen einander beim Namen',
  'see.w.reviewers_see_reviewer_names': 'Ab der Diskussion. Autorinnen und Autoren erfahren sie nie.',
  'see.s.reviewers_see_confidential_comments': 'Gutachter lesen, was die anderen nur für die Chairs schrieben',
  'see.w.reviewers_see_confidential_comments': 'Ab der Diskussion. In ihrem Formular steht es.',
  'see.s.reviewers_see_review_status': 'Gutachter sehen, wie viele Gutachten da sind',
  'see.w.reviewers_see_review_status': 'Nur Zahlen, keine Namen.',
  'see.s.reviewers_see_handling_chair': 'Gutachter sehen, wer den Beitrag betreut',
  'see.w.reviewers_see_handling_chair': 'Sie wissen, an wen sie schreiben.',
  'see.s.reviewers_see_metareview_before_notification':
    'Gutachter lesen das zusammenfassende Gutachten vor der Bekanntgabe',
  'see.w.reviewers_see_metareview_before_notification':
    'Das Ergebnis kann dann weitererzählt werden, bevor es amtlich ist.',
  'see.s.reviewers_see_metareview': 'Gutachter lesen das zusammenfassende Gutachten nach der Bekanntgabe',
  'see.w.reviewers_see_metareview': 'Sie erfahren, was aus ihrem Gutachten wurde.',
  'see.s.reviewers_see_decision_before_notification': 'Gutachter sehen die Entscheidung vor der Bekanntgabe',
  'see.w.reviewers_see_decision_before_notification':
    'Das Ergebnis kann dann weitererzählt werden, bevor es amtlich ist.',
  'see.s.reviewers_see_decision': 'Gutachter sehen die Entscheidung nach der Bekanntgabe',
  'see.w.reviewers_see_decision': 'Auch die über abgelehnte Beiträge.',
  'see.s.reviewers_see_authors_after_notification':
    'Gutachter erfahren nach der Bekanntgabe, wer den Beitrag geschrieben hat',
  'see.w.reviewers_see_authors_after_notification':
    'Auch bei abgelehnten Beiträgen, die anderswo eingereicht werden können.',
  'see.s.reviewers_keep_access_after_close': 'Gutachter behalten Beitrag, Gutachten und Diskussion nach dem Ende',
  'see.w.reviewers_keep_access_after_close': 'Das eigene Gutachten behalten sie ohnehin.',

  'see.s.pc_sees_titles': 'Mitglieder des Komitees lesen Titel und Abstracts ihres Tracks',
  'see.w.pc_sees_titles': 'Für Wünsche nötig. In einfach anonymen Calls mit den Namen der Autorinnen und Autoren.',
  'see.s.pc_sees_pdfs': 'Mitglieder des Komitees öffnen alle Beiträge ihres Tracks',
  'see.w.pc_sees_pdfs': 'Beiträge und ergänzende Dateien, ohne um ein Gutachten gebeten zu sein.',
  'see.s.unassigned_pc_sees_reviews': 'Mitglieder des Komitees lesen Gutachten zu Beiträgen, die sie nicht begutachten',
  'see.w.unassigned_pc_sees_reviews':
    'Ab der Diskussion, mit der Antwort auf die Gutachten und der Zahl der Gutachten, die da sind.',
  'see.s.unassigned_pc_sees_reviewer_names': 'Mitglieder des Komitees wissen, wer was begutachtet',
  'see.w.unassigned_pc_sees_reviewer_names': 'Ab der Diskussion, auch bei Beiträgen, die sie nicht begutachten.',
  'see.s.unassigned_pc_sees_discussion':
    'Mitglieder des Komitees lesen Diskussionen zu Beiträgen, die sie nicht begutachten',
  'see.w.unassigned_pc_sees_discussion': 'Sie lesen; sie schreiben nicht.',
  'see.s.pc_sees_decisions_before_notification': 'Mitglieder des Komitees sehen Entscheidungen vor der Bekanntgabe',
  'see.w.pc_sees_decisions_before_notification': 'Das Ergebnis kann dann weitererzählt werden, bevor es amtlich ist.',
  'see.s.pc_sees_decisions': 'Mitglieder des Komitees sehen Entscheidungen nach der Bekanntgabe',
  'see.w.pc_sees_decisions': 'Ihres Tracks, auch die über abgelehnte Beiträge.',
  'see.s.pc_sees_conflicts': 'Mitglieder des Komitees sehen, wer mit einem Beitrag im Konflikt ist',
  'see.w.pc_sees_conflicts': 'Nur wo die Namen kein Geheimnis sind: Konflikte weisen auf sie.',
  'see.s.conflicted_pc_sees_titles': 'Wer mit einem Beitrag im Konflikt ist, liest Titel und Abstract',
  'see.w.conflicted_pc_sees_titles': 'Sonst gibt es den Beitrag für sie nicht.',

  'see.s.authors_see_reviews_in_rebuttal': 'Autorinnen und Autoren lesen die Gutachten, um zu antworten',
  'see.w.authors_see_reviews_in_rebuttal': 'So, wie sie beim Öffnen der Antwort waren.',
  'see.s.authors_see_scores_in_rebuttal': 'Autorinnen und Autoren sehen beim Antworten die Noten',
  'see.w.authors_see_scores_in_rebuttal': 'Sonst antworten sie auf die Texte allein.',
  'see.s.authors_see_reviews': 'Autorinnen und Autoren erhalten die Gutachten mit der Entscheidung',
  'see.w.authors_see_reviews': 'Im Brief und auf der Seite ihres Beitrags.',
  'see.s.authors_see_scores': 'Autorinnen und Autoren erhalten die Noten mit den Gutachten',
  'see.w.authors_see_scores': 'Im Brief und auf der Seite ihres Beitrags.',
  'see.s.authors_see_metareview': 'Autorinnen und Autoren erhalten das zusammenfassende Gutachten mit der Entscheidung',
  'see.w.authors_see_metareview': 'Was die Chairs für sie zusammenfassen.',
  'see.s.authors_see_handling_chair': 'Autorinnen und Autoren sehen, wer ihren Beitrag betreut',
  'see.w.authors_see_handling_chair': 'Sie wissen, an wen sie schreiben.',

  'see.s.chairs_see_drafts': 'Chairs lesen nicht eingereichte Entwürfe',
  'see.w.chairs_see_drafts': 'Meist schreibt man für sich, bis man einreicht.',
  'see.s.other_tracks_visible': 'Track-Leitungen lesen Titel und Abstracts anderer Tracks',
  'see.w.other_tracks_visible': 'In einfach anonymen Calls mit den Namen der Autorinnen und Autoren.',
  'see.s.chairs_see_review_drafts': 'Chairs lesen noch nicht abgegebene Gutachten',
  'see.w.chairs_see_review_drafts': 'Meist schreibt man für sich, bis man abgibt.',

  'see.s.publish_pdfs': 'Angenommene Beiträge sind öffentlich',
  'see.w.publish_pdfs': 'Die Endfassungen, sobald der Band veröffentlicht ist.',
  'see.s.publish_supplementary': 'Ergänzende Dateien angenommener Beiträge sind öffentlich',
  'see.w.publish_supplementary': 'Mit den Endfassungen.',
  'see.s.publish_reviews': 'Gutachten angenommener Beiträge sind öffentlich',
  'see.w.publish_reviews': 'Mit zusammenfassendem Gutachten und Antwort, nie mit den Namen der Gutachter.',

  // was sich widerspricht
  'see.needs.bids.pc_sees_titles': 'Niemand kann Wünsche zu Beiträgen äußern, deren Titel nicht zu sehen sind.',
  'see.needs.response.authors_see_reviews_in_rebuttal':
    'Autorinnen und Autoren können nicht auf Gutachten antworten, die sie nicht lesen.',
  'see.needs.metaReview.authors_see_metareview': 'Chairs schrieben für Autorinnen und Autoren, was diese nie lesen.',
  'see.needs.authors_see_scores.authors_see_reviews':
    'Autorinnen und Autoren erhielten Noten ohne die Gutachten, zu denen sie gehören.',
  'see.needs.authors_see_scores_in_rebuttal.authors_see_reviews_in_rebuttal':
    'Autorinnen und Autoren antworteten auf Noten ohne die Gutachten, zu denen sie gehören.',
  'see.needs.unassigned_pc_sees_reviewer_names.unassigned_pc_sees_reviews':
    'Mitglieder des Komitees wüssten, wer Gutachten schrieb, die sie nicht lesen dürfen.',
  'see.needs.unassigned_pc_sees_discussion.unassigned_pc_sees_reviews':
    'Mitglieder des Komitees läsen eine Diskussion über Gutachten, die sie nicht lesen dürfen.',
  'see.needs.reviewers_see_reviewer_names.reviewers_see_other_reviews_in_discussion':
    'Gutachter wüssten, wer Gutachten schrieb, die sie nicht lesen dürfen.',
  'see.needs.reviewers_see_reviewer_names.si_reviewers_see_other_reviews_after_decision':
    'Gutachter wüssten, wer Gutachten schrieb, die sie nicht lesen dürfen.',
  'see.needs.reviewers_see_confidential_comments.reviewers_see_other_reviews_in_discussion':
    'Gutachter läsen Vertrauliches aus Gutachten, die sie nicht lesen dürfen.',
  'see.needs.reviewers_see_confidential_comments.si_reviewers_see_other_reviews_after_decision':
    'Gutachter läsen Vertrauliches aus Gutachten, die sie nicht lesen dürfen.',
  'see.needs.pc_sees_pdfs.pc_sees_titles': 'Mitglieder des Komitees öffneten Beiträge, deren Titel sie nicht sehen.',
  'see.needs.pc_sees_conflicts.pc_sees_titles':
    'Mitglieder des Komitees sähen Konflikte mit Beiträgen, deren Titel sie nicht sehen.',
  'see.needs.pc_sees_conflicts.anonymity':
    'Wer mit einem Beitrag im Konflikt ist, weist darauf, wer ihn schrieb, und hier ist das ein Geheimnis.',
  'see.needs.pc_sees_decisions.pc_sees_titles':
    'Mitglieder des Komitees sähen Entscheidungen über Beiträge, deren Titel sie nicht sehen.',
  'see.needs.unassigned_pc_sees_reviews.pc_sees_titles':
    'Mitglieder des Komitees läsen Gutachten zu Beiträgen, deren Titel sie nicht sehen.',
  'see.needs.publish_supplementary.publish_pdfs': 'Ergänzende Dateien wären ohne ihre Beiträge öffentlich.',
  'see.needs.reviewers_see_other_reviews_after_own.reviewers_see_other_reviews_in_discussion':
    'Gutachter läsen die anderen Gutachten und verlören sie, wenn die Diskussion beginnt.',
  'see.needs.authors_see_reviews_in_rebuttal.authors_see_reviews':
    'Autorinnen und Autoren läsen die Gutachten für ihre Antwort und verlören sie mit der Entscheidung.',
  'see.needs.authors_see_scores_in_rebuttal.authors_see_scores':
    'Autorinnen und Autoren sähen Noten für ihre Antwort und verlören sie mit der Entscheidung.',
  'see.needs.reviewers_see_metareview_before_notification.reviewers_see_metareview':
    'Gutachter läsen das zusammenfassende Gutachten und verlören es mit der Bekanntgabe.',
  'see.needs.reviewers_see_decision_before_notification.reviewers_see_decision':
    'Gutachter sähen die Entscheidung und verlören sie mit der Bekanntgabe.',
  'see.needs.pc_sees_decisions_before_notification.pc_sees_decisions':
    'Mitglieder des Komitees sähen Entscheidungen und verlören sie mit der Bekanntgabe.',
  'see.needs.pending_reviewers_join_discussion.reviewers_see_other_reviews_in_discussion':
    'Wer kein Gutachten abgegeben hat, läse mehr als wer eines abgegeben hat.',
  'see.needs.unassigned_pc_sees_reviews.reviewers_see_other_reviews_in_discussion':
    'Wer einen Beitrag nicht begutachtet, läse mehr Gutachten als seine Gutachter.',
  'see.needs.unassigned_pc_sees_reviewer_names.reviewers_see_reviewer_names':
    'Wer einen Beitrag nicht begutachtet, kennte seine Gutachter, die einander nicht kennen.',
  'see.needs.pc_sees_decisions.reviewers_see_decision':
    'Wer einen Beitrag nicht begutachtet, sähe die Entscheidung, seine Gutachter nicht.',
  'see.needs.pc_sees_decisions_before_notification.reviewers_see_decision_before_notification':
    'Wer einen Beitrag nicht begutachtet, sähe die Entscheidung vor seinen Gutachtern.',
  'see.needs.pc_sees_pdfs.reviewers_see_supplementary':
    'Wer einen Beitrag nicht begutachtet, öffnete ergänzende Dateien, die seine Gutachter nicht öffnen dürfen.',
  'see.needs.publish_reviews.authors_see_reviews':
    'Die Öffentlichkeit läse Gutachten, die Autorinnen und Autoren nicht lesen dürfen.',
  'see.needs.publish_reviews.authors_see_scores':
    'Die Öffentlichkeit sähe Noten, die Autorinnen und Autoren nicht sehen dürfen.',
  'see.needs.publish_reviews.authors_see_metareview':
    'Die Öffentlichkeit läse ein zusammenfassendes Gutachten, das Autorinnen und Autoren nicht lesen dürfen.',

  // die Schritte der Begutachtung, und ihre Vorlagen
  'see.step.bids': 'Das Komitee äußert Wünsche zu Beiträgen',
  'see.step.discussion': 'Gutachter diskutieren Beiträge',
  'see.step.response': 'Autorinnen und Autoren antworten vor der Entscheidung auf die Gutachten',
  'see.step.metaReview': 'Chairs schreiben ein zusammenfassendes Gutachten für die Autorinnen und Autoren',
  'see.preset.small_conference': 'Kleine Konferenz',
  'see.preset.small_conferenceWhy':
    'Ohne Wünsche, Diskussion, Antwort oder zusammenfassendes Gutachten: Chairs weisen zu, Gutachter schreiben, Chairs entscheiden.',
  'see.preset.full_conference': 'Große Konferenz',
  'see.preset.full_conferenceWhy':
    'Das Komitee äußert Wünsche, Gutachter diskutieren, vor der Entscheidung wird geantwortet.',
  'see.preset.journal': 'Zeitschrift',
  'see.preset.journalWhy':
    'Gastherausgeber laden ein; Gutachter lesen einander nach der Entscheidung; es wird überarbeitet.',
  'see.preset.own': 'Auf eigene Art: von einer Vorlage geändert',

  // die Seite der Einstellungen
  'see.page.lead': 'Was hier nichts öffnet, bleibt geschlossen. Vor dem Speichern sehen Sie, wer was erführe.',
  'see.page.preset': 'Wie dieser Call begutachtet',
  'see.page.mode': 'Wer wen nicht kennt',
  'see.page.modeHint': 'Das lässt sich später ändern, und für einzelne Arten von Einreichungen eigens festlegen.',
  'see.page.steps': 'Schritte der Begutachtung',
  'see.page.overtaken':
    'Inzwischen hat jemand andere Einstellungen gespeichert. Ihre liegen darüber: Sehen Sie noch einmal nach, wer was sähe.',
  'see.page.turned': '{n, plural, one {Eine Änderung, nicht gespeichert} other {# Änderungen, nicht gespeichert}}',
  'see.page.reasonMissing': 'Schreiben Sie, warum geändert wird.',
  'see.page.types': 'Arten, die abweichen',
  'see.page.typeAs': 'Wie der Call ({mode})',
  'see.page.none': 'Keine: Namen sind zu sehen',
  'see.page.advanced':
    'Weitere: {n, plural, one {eine Einstellung} other {# Einstellungen}}, {changed, plural, =0 {keine geändert} one {eine geändert} other {# geändert}}',
  'see.page.usual': 'Meist {value, select, on {an} other {aus}}.',
  'see.page.changedMark': 'Geändert',
  'see.page.idle.anonymity': 'Ändert bei dieser Anonymität nichts.',
  'see.page.idle.steps': 'Ändert ohne diesen Schritt nichts.',
  'see.page.exactly': 'Was genau',
  'see.page.exactlyOf': 'Was genau: {setting}',
  'see.page.contradiction': 'Das widerspricht sich',
  'see.page.fix': 'Auch {value, select, on {einschalten} other {ausschalten}}: {setting}',
  'see.page.contradictions':
    '{n, plural, one {Eine Einstellung widerspricht einer anderen} other {# Einstellungen widersprechen anderen}}',
  'see.page.preview': 'Zeigen, wer was sähe',
  'see.page.counting': 'Wird gezählt…',
  'see.page.nothing': 'Sie haben noch nichts geändert.',
  'see.page.back': 'Weiter ändern',
  'see.page.reset': 'Änderungen verwerfen',
  'see.page.save': '{n, plural, one {Eine Änderung} other {# Änderungen}} speichern',
  'see.page.saving': 'Wird gespeichert…',
  'see.page.saved': 'Gespeichert',
  'see.page.reason': 'Warum wird geändert?',
  'see.page.reasonHint':
    'Unter den jetzigen Einstellungen werden schon Gutachten geschrieben. Die Begründung bleibt im Verlauf.',
  'see.page.history': 'Frühere Änderungen',
  'see.page.historyNone': 'Seit es den Call gibt, wurde nichts geändert.',
  'see.page.historyBy': '{who}, {at}',
  'see.page.nobody': 'Das System',
  'see.page.value.on': 'an',
  'see.page.value.off': 'aus',
  'see.page.value.call': 'wie der Call',
  'see.page.value.none': 'keine',
  'see.page.value.single': 'einfach',
  'see.page.value.double': 'doppelt',
  'see.page.value.triple': 'dreifach',
  'see.page.changeOf': '{name}: {from} → {to}',

  // die Vorschau
  'see.preview.title': 'Wer was neu sähe',
  'see.preview.changes': 'Ihre Änderungen',
  'see.preview.opens': 'Sähen neu',
  'see.preview.closes': 'Sähen nicht mehr',
  'see.preview.line': '{who}: {fields}, bei {submissions, plural, one {# Einreichung} other {# Einreichungen}}',
  'see.preview.now': 'Sofort',
  'see.preview.new': 'Von dem, was ab jetzt eingereicht oder geschrieben wird',
  'see.preview.later': 'Ab „{phase}“',
  'see.preview.laterNew': 'Ab „{phase}“, von dem, was ab jetzt eingereicht oder geschrieben wird',
  'see.preview.keptPapers':
    '{count, plural, one {# schon eingereichter Beitrag bleibt, wie er ist} other {# schon eingereichte Beiträge bleiben, wie sie sind}}: unter strengeren Regeln geschrieben.',
  'see.preview.keptReviews':
    '{count, plural, one {# schon abgegebenes Gutachten bleibt, wie es ist} other {# schon abgegebene Gutachten bleiben, wie sie sind}}: unter strengeren Regeln geschrieben.',
  'see.preview.none': 'Niemand sähe mehr oder weniger von den Einreichungen, die es jetzt gibt.',
  'see.preview.own': 'Beiträge, die Sie schrieben oder mit denen Sie im Konflikt sind, sind nicht gezählt.',

  // warum jemand etwas sieht, oder nicht
  'see.why.yes': 'Offen {when}.',
  'see.why.yesBy': 'Offen {when}, weil dieser Call es erlaubt: „{setting}“.',
  'see.why.later': 'Offen {when}. Jetzt: „{phase}“.',
  'see.why.laterBy': 'Offen {when}. Jetzt: „{phase}“, und dies ist aus: „{setting}“.',
  'see.why.off': 'Geschlossen, weil dies aus ist: „{setting}“.',
  'see.why.closed': 'Jederzeit geschlossen, so wie der Call eingestellt ist.',
  'see.why.never': 'Für immer geschlossen: keine Einstellung öffnet es.',
  'see.why.unverified': 'Geschlossen, bis eine eigene Adresse bestätigt ist.',
  'see.why.stricter': 'Geschlossen, obwohl heute erlaubt: es wurde unter strengeren Regeln abgegeben.',
  'see.why.as': 'Dies als {one}.',
  'see.why.kept':
    '{closed, plural, one {# von {of} Gutachten bleibt ihnen verschlossen} other {# von {of} Gutachten bleiben ihnen verschlossen}}, unter strengeren Regeln geschrieben.',
  'see.why.exception': 'eine Ausnahme, die der Betreiber macht und der Verlauf festhält',
  'see.verdict.yes': 'Ja',
  'see.verdict.later': 'Jetzt nicht',
  'see.verdict.no': 'Nein',

  // eine Person, nach dem, was sie für eine Einreichung ist
  'see.one.author': 'Autorin oder Autor',
  'see.one.conflicted': 'Person im Konflikt',
  'see.one.reviewer': 'Gutachter mit abgegebenem Gutachten',
  'see.one.reviewer_pending': 'Gutachter mit ausstehendem Gutachten',
  'see.one.handler': 'Track-Leitung oder Herausgeber, wer sie betreut',
  'see.one.programme_chair': 'Chair des ganzen Calls',
  'see.one.invited': 'zur Begutachtung eingeladene Person',
  'see.one.former': 'früherer Gutachter',
  'see.one.pool': 'Mitglied des Komitees, das sie nicht begutachtet',
  'see.one.other_chair': 'Leitung eines anderen Tracks, oder Herausgeber eines anderen Hefts',
  'see.one.admin': 'Administrator',
  'see.one.stranger': 'jemand, der nichts damit zu tun hat',
  'see.part.author': 'Autorin oder Autor',
  'see.part.reviewer': 'Gutachter',
  'see.part.chair': 'Chair oder Herausgeber',
  'see.part.committee': 'Komitee',

  // der Teil der Seite, der sagt, wer sie sieht
  'see.look.lead': 'Fragen Sie, was jemand von dieser Einreichung sieht, und nach welcher Regel.',
  'see.look.people': 'Personen dieser Einreichung',
  'see.look.find': 'Jemanden nach Namen finden',
  'see.look.none': 'Niemand dieses Namens hat mit dieser Einreichung zu tun, soweit Sie es wissen dürfen.',
  'see.look.anybody': 'Irgendjemand als …',
  'see.look.blind':
    'Sie kennen die Autorinnen und Autoren nicht, darum ist niemand von ihnen nach Namen wählbar. Wer im Komitee ist und dazugehört, gilt hier als im Konflikt.',
  'see.look.audited': 'Der Verlauf dieser Einreichung hält fest, dass Sie gefragt haben.',
  'see.look.titleOf': 'Was zu sehen ist für: {name}',
  'see.look.is': 'Für diese Einreichung: {one}.',
  'see.look.other': 'Nach jemand anderem fragen',
  'see.look.absent':
    'Für sie gibt es diese Einreichung nicht: ihre Adresse antwortet wie eine, die nie vergeben wurde.',
  'see.look.caption': 'Was es zu sehen gibt, ob sie es sehen, und warum',
  'see.look.what': 'Was',
  'see.look.sees': 'Zu sehen',
  'see.look.why': 'Warum',
  'see.look.group.paper': 'Der Beitrag und wer ihn schrieb',
  'see.look.group.reviews': 'Gutachten',
  'see.look.group.talk': 'Diskussion, Antwort, Entscheidung',
  'see.look.group.work': 'Zuweisungen, Konflikte, Briefe, Verlauf',
  'see.look.viewAs': 'Diese Seite ansehen als {name}',

  // die Seite, wie jemand anderes sie sieht
  'see.as.banner': 'Sie sehen diese Seite als {name}, nur lesend.',
  'see.as.somebody': 'jemand anderes',
  'see.as.hint':
    'Gezeigt wird, was sie sehen und auch Sie sehen dürfen. Was nur ihnen gehört, fehlt: Entwürfe, das eigene Gutachten, private Tags, Briefe, Gespräche mit einem Gutachter, Dateien zum Herunterladen.',
  'see.as.leave': 'Verlassen',
  'see.as.absent': 'Diese Seite gibt es für sie nicht',
  'see.as.absentWhy':
    'Diese Einreichung gibt es für sie nicht. Sie erhalten dieselbe Antwort wie für eine Adresse, die nie vergeben wurde.',
} satisfies Catalog;
