import type { Catalog } from '../translator';

/** What invited people and reviewers read. The workbench of co-chairs is in English for now. */
export const assignments = {
  'assignments.mail.paper': '#{number} „{title}“',
  'assignments.mail.pages': '{pages, plural, one {Eine Seite} other {# Seiten}}',
  'assignments.mail.due': 'Gutachten fällig {reader}',
  'assignments.mail.dueTwice': 'Gutachten fällig {reader} ({call})',
  'assignments.mail.noDate': 'Der Termin für die Gutachten steht noch nicht fest; wir teilen ihn mit.',
  'assignments.mail.handler': 'Betreut von {name}',
  'assignments.mail.read': 'Lesen Sie den Beitrag und schreiben Sie Ihr Gutachten: {link}',
  'assignments.mail.invite.subject': '[{call}] Begutachten Sie Einreichung #{number}?',
  'assignments.mail.invite.lead': 'Wir möchten Sie um ein Gutachten für {call} bitten.',
  'assignments.mail.invite.answer':
    'Lesen Sie das Abstract und sagen Sie hier zu oder ab; ein Konto brauchen Sie dafür nicht:\n{link}',
  'assignments.mail.invite.conflict':
    'Wenn Sie bei diesem Beitrag einen Interessenkonflikt haben, sagen Sie es auf derselben Seite. Der Link ist nur für Sie und gilt bis {date}.',
  'assignments.mail.assigned.subject':
    '[{call}] {count, plural, one {Ein Beitrag zum Begutachten} other {# Beiträge zum Begutachten}}',
  'assignments.mail.assigned.lead':
    '{count, plural, one {Eine Einreichung bei {call} ist Ihnen zur Begutachtung zugewiesen.} other {# Einreichungen bei {call} sind Ihnen zur Begutachtung zugewiesen.}}',
  'assignments.mail.assigned.conflict':
    'Wenn Sie eine davon nicht begutachten können oder einen Interessenkonflikt haben, sagen Sie es auf ihrer Seite, damit rechtzeitig jemand anderes gefunden wird.',
  'assignments.mail.remind.subject': '[{call}] Ihr Gutachten zu Einreichung #{number}',
  'assignments.mail.remind.lead': 'Ihr Gutachten zu diesem Beitrag ist noch nicht eingegangen.',
  'assignments.mail.remind.leadDraft':
    'Sie haben Ihr Gutachten zu diesem Beitrag begonnen; es ist gespeichert, aber noch nicht abgegeben.',
  'assignments.mail.remind.close':
    'Wenn Sie es nicht fertigstellen können, sagen Sie es dort, damit jemand anderes gefunden wird.',
  'assignments.mail.remindAnswer.subject': '[{call}] Dürfen wir auf Ihr Gutachten zu Einreichung #{number} hoffen?',
  'assignments.mail.remindAnswer.lead':
    'Wir haben Sie um ein Gutachten zu diesem Beitrag gebeten und noch keine Antwort von Ihnen.',
  'assignments.mail.unassigned.subject': '[{call}] Kein Gutachten nötig zu Einreichung #{number}',
  'assignments.mail.unassigned.lead':
    'Sie brauchen Einreichung #{number} „{title}“ nicht mehr zu begutachten. Danke, dass Sie dazu bereit waren.',
  'assignments.mail.lost.subject.declined': '{name} kann #{number} nicht begutachten',
  'assignments.mail.lost.subject.stepped_back': '{name} gibt #{number} zurück',
  'assignments.mail.lost.subject.conflict': '{name} hat einen Konflikt mit #{number}',
  'assignments.mail.lost.subject.expired': '{name} hat zu #{number} nicht geantwortet',
  'assignments.mail.lost.expired':
    '{name} hat auf die Einladung, #{number} „{title}“ zu begutachten, nicht geantwortet; sie ist abgelaufen.',
  'assignments.mail.lost.declined': '{name} hat abgelehnt, #{number} „{title}“ zu begutachten.',
  'assignments.mail.lost.stepped_back':
    '{name} hatte zugesagt, #{number} „{title}“ zu begutachten, kann es nun aber doch nicht.',
  'assignments.mail.lost.conflict':
    '{name} hat einen Interessenkonflikt mit #{number} „{title}“ erklärt und kann den Beitrag nicht mehr lesen. Ein schon abgegebenes Gutachten bleibt unter Verschluss.',
  'assignments.mail.lost.reason': 'Genannter Grund: {reason}',
  'assignments.mail.lost.suggestion': 'Stattdessen vorgeschlagen: {suggestion}',
  'assignments.mail.lost.next': 'Jemand anderes finden: {link}',

  'assignments.link.title': 'Einladung zur Begutachtung',
  'assignments.link.heading': 'Begutachten Sie Einreichung #{number}?',
  'assignments.link.lead':
    'Guten Tag {name}, lesen Sie das Abstract und sagen Sie, ob Sie rechtzeitig ein Gutachten schreiben können.',
  'assignments.link.due': 'Gutachten fällig',
  'assignments.link.noDate': 'Der Termin steht noch nicht fest; wir teilen ihn mit.',
  'assignments.link.length': 'Länge',
  'assignments.link.pages': '{pages, plural, one {Eine Seite} other {# Seiten}}',
  'assignments.link.handler': 'Betreut von',
  'assignments.link.answers': 'Ihre Antwort',
  'assignments.link.accept': 'Begutachtung zusagen',
  'assignments.link.decline': 'Ich kann ihn nicht begutachten',
  'assignments.link.declineNow': 'Begutachtung absagen',
  'assignments.link.reason': 'Grund, wenn Sie mögen',
  'assignments.link.suggestion': 'Jemand, der es könnte, wenn bekannt mit Adresse',
  'assignments.link.conflict': 'Ich habe einen Interessenkonflikt',
  'assignments.link.conflictHint':
    'Zum Beispiel: Sie haben ihn geschrieben, Sie betreuen oder arbeiten mit jemandem aus der Autorenliste, oder Sie wissen zu gut, wer es ist. Sie sehen ihn dann nicht mehr.',
  'assignments.link.conflictReason': 'Welcher Art, wenn Sie mögen; nur die Leitung liest es',
  'assignments.link.conflictNow': 'Konflikt erklären',
  'assignments.link.other':
    'Sie sind als {me} angemeldet. Diese Einladung gilt {name}; die Antwort zählt für diese Person.',
  'assignments.link.accepted': 'Danke. Sie haben die Begutachtung dieses Beitrags zugesagt.',
  'assignments.link.signIn': 'Zum Begutachten anmelden',
  'assignments.link.open': 'Ihr Gutachten öffnen',
  'assignments.link.passwordLead':
    'Um den Beitrag zu lesen, müssen Sie sich anmelden können. Ihre Adresse ist schon bekannt; wählen Sie ein Passwort, und Sie sind da.',
  'assignments.link.password': 'Passwort wählen',
  'assignments.link.declined': 'Sie haben die Begutachtung dieses Beitrags abgesagt. Danke für die Antwort.',
  'assignments.link.conflicted':
    'Sie haben bei diesem Beitrag einen Interessenkonflikt erklärt, deshalb wird er Ihnen nicht mehr gezeigt.',
  'assignments.link.expired':
    'Diese Einladung ist abgelaufen. Wenn Sie den Beitrag noch begutachten könnten, schreiben Sie der Leitung von {call}.',
  'assignments.link.closed': 'Zu diesem Beitrag ist kein Gutachten mehr nötig. Danke, dass Sie dazu bereit waren.',

  'assignments.state.proposed': 'Noch nicht benachrichtigt',
  'assignments.state.invited': 'Gefragt, noch keine Antwort',
  'assignments.state.accepted': 'Zugesagt',
  'assignments.state.declined': 'Abgesagt',
  'assignments.state.expired': 'Nicht geantwortet',
  'assignments.state.unassigned': 'Abgezogen',
  'assignments.state.completed': 'Gutachten da',
  'assignments.state.revoked_conflict': 'Konflikt erklärt',
  'assignments.state.draft': 'Schreibt',

  'assignments.conflict.same_person': 'Steht in der Autorenliste',
  'assignments.conflict.advisor': 'Betreuung',
  'assignments.conflict.co_author': 'Kürzlich gemeinsam veröffentlicht',
  'assignments.conflict.institution': 'Dieselbe Einrichtung',
  'assignments.conflict.domain': 'Dieselbe Einrichtung',
  'assignments.conflict.collaborator': 'Gemeinsames Projekt',
  'assignments.conflict.personal': 'Persönlicher Konflikt',
  'assignments.conflict.other': 'Konflikt erklärt',
  'assignments.conflict.unsaid': 'Im Konflikt mit diesem Beitrag',
  'assignments.conflictBy.author': 'laut Autorenliste',
  'assignments.conflictBy.reviewer': 'selbst erklärt',
  'assignments.conflictBy.machine': 'in der Autorenliste gefunden',
  'assignments.conflictBy.chair': 'von der Leitung gesetzt',
} as const satisfies Catalog;
