import type { Catalog } from '../translator';

export const refusals = {
  'refusal.not_signed_in': 'Melden Sie sich an, um fortzufahren.',
  'refusal.wrong_credentials':
    'Adresse und Passwort gehören nicht zusammen. Prüfen Sie beides, oder setzen Sie das Passwort zurück.',
  'refusal.not_permitted': 'Ihre Rolle umfasst das nicht.',
  'refusal.cross_site':
    'Diese Anfrage kam nicht von einer Seite dieser Website, deshalb wurde nichts geändert. Öffnen Sie die Seite erneut und versuchen Sie es noch einmal.',
  'refusal.not_verified':
    'Bestätigen Sie zuerst Ihre E-Mail-Adresse; dann können Sie lesen, was andere schrieben. Was Sie selbst schrieben, bleibt erhalten.',
  'refusal.not_found': 'Hier ist nichts, oder es steht Ihnen nicht offen.',
  'refusal.stale_version':
    'Jemand hat dies inzwischen geändert. Was Sie schrieben, steht noch hier: Vergleichen Sie beide Fassungen.',
  'refusal.wrong_state':
    'Das geht im jetzigen Stand nicht. Laden Sie die Seite neu, um zu sehen, was sich geändert hat.',
  'refusal.deadline_passed':
    'Die Frist ist vorbei. Was vorher gespeichert war, bleibt erhalten; schreiben Sie der Leitung, wenn Sie mehr Zeit brauchen.',
  'refusal.not_open_yet': 'Das ist noch nicht geöffnet.',
  'refusal.last_in_office':
    'Sonst leitet niemand diesen Call. Laden Sie zuerst jemanden für diese Aufgabe ein, und beenden Sie dann diese.',
  'refusal.step_not_taken':
    'In diesem Call gibt es {step, select, discussion {keine Diskussion der Gutachter} response {keine Antwort der Autoren} other {kein Metagutachten}}: Die Leitung legt das unter „Wer sieht was“ fest.',
  'refusal.discussion_closed':
    'Die Diskussion dieses Beitrags ist nicht offen, deshalb wurde nichts gesendet. Was Sie geschrieben haben, steht noch hier.',
  'refusal.response_closed':
    'Die Zeit, auf die Gutachten zu antworten, ist vorbei. Was vorher eingereicht wurde, gilt; schreiben Sie den Chairs, wenn etwas fehlt.',
  'refusal.response_open':
    'Den Autoren wurde Zeit für eine Antwort zugesagt, und sie läuft noch. Schließen Sie zuerst die Antwort oder warten Sie deren Termin ab.',
  'refusal.response_date_missing':
    'Es gibt kein künftiges Datum, bis zu dem die Autoren antworten können. Legen Sie zuerst eines fest.',
  'refusal.no_reviews': 'Es liegt noch kein Gutachten vor, auf das die Autoren antworten könnten.',
  'refusal.assignment_ended':
    'Um dieses Gutachten werden Sie nicht mehr gebeten, deshalb wurde nichts gespeichert. Was Sie geschrieben haben, steht noch auf dieser Seite: Kopieren Sie es, wenn Sie es behalten möchten.',
  'refusal.already_answered': 'Das wurde schon beantwortet. Die erste Antwort gilt.',
  'refusal.already_exists': 'Das gibt es schon.',
  'refusal.link_used_or_expired': 'Dieser Link wurde schon benutzt oder ist abgelaufen. Bitten Sie um einen neuen.',
  'refusal.conflict_of_interest': 'Diese Person hat einen Interessenkonflikt mit der Einreichung.',
  'refusal.load_reached': 'Diese Person hat schon so viele Beiträge, wie sie zugesagt hat.',
  'refusal.idempotency_key_reused':
    'Diese Anfrage wurde schon mit anderem Inhalt gesendet und deshalb nicht ausgeführt.',
  'refusal.incomplete': 'Es fehlt noch etwas. Sehen Sie die Liste an, ergänzen Sie es, und senden Sie erneut.',
  'refusal.reason_required':
    'Es werden schon Gutachten unter den jetzigen Einstellungen geschrieben. Begründen Sie, warum Sie ändern, wer was sieht; die Begründung bleibt im Verlauf.',
  'refusal.contradictory_settings':
    'Diese Einstellungen widersprechen einander, darum wurde nichts geändert. Jeder Widerspruch steht unten.',
  'refusal.only_looking':
    'Sie sehen dies mit den Augen von jemand anderem. Von dort kann nichts geändert werden; gehen Sie zuerst zurück zu Ihrer eigenen Seite.',
  'refusal.invalid_body':
    'Einiges davon kann so nicht angenommen werden. Jedes Problem ist unten genannt; was Sie schrieben, bleibt erhalten.',
  'refusal.not_searchable': 'In dieser Liste können Sie nicht nach „{field}:“ suchen.',
  'refusal.word_limit': 'Ihr Text überschreitet die Höchstzahl der Wörter.',
  'refusal.file_empty': 'Diese Datei ist leer. Wählen Sie eine andere.',
  'refusal.file_type':
    'Diese Art Datei gehört nicht hierher, was auch immer ihr Name sagt. Angenommen werden: {accepted}.',
  'refusal.file_broken': 'Diese Datei lässt sich nicht lesen. Erzeugen Sie sie neu und laden Sie die neue hoch.',
  'refusal.file_encrypted':
    'Diese Datei ist durch ein Passwort geschützt. Speichern Sie sie ohne und laden Sie sie erneut hoch.',
  'refusal.upload_aborted':
    'Das Hochladen brach vor dem Ende ab, deshalb blieb nichts davon erhalten. Beginnen Sie es erneut.',
  'refusal.wall_time_gap':
    'Diese Uhrzeit gibt es an jenem Tag nicht: Die Uhren werden vorgestellt. Wählen Sie eine andere.',
  'refusal.wall_time_doubled':
    'Diese Uhrzeit gibt es an jenem Tag zweimal: Die Uhren werden zurückgestellt. Wählen Sie eine andere.',
  'refusal.file_too_large': 'Diese Datei ist zu groß; angenommen werden höchstens {limit}.',
  'refusal.body_too_large':
    'Das ist mehr Text, als auf einmal gesendet werden kann. Kürzen Sie ihn und senden Sie erneut.',
  'refusal.too_many_requests':
    'Zu viele Versuche. Warten Sie {seconds, plural, one {# Sekunde} other {# Sekunden}} und versuchen Sie es erneut.',
  'refusal.overloaded':
    'Der Dienst ist ausgelastet. Was Sie schrieben, bleibt erhalten; versuchen Sie es gleich noch einmal.',
  'refusal.unexpected':
    'Bei uns ist etwas schiefgegangen. Was vorher gespeichert war, bleibt erhalten. Wenn es wieder geschieht, nennen Sie die Nummer {id}.',

  'refusal.notText': 'Hier steht ein Zeichen, das kein Text ist.',
  'refusal.notNumber': 'Diese Zahl ist zu groß. Die größte ist {max}.',

  'refusal.title.401': 'Nicht angemeldet',
  'refusal.title.403': 'Nicht erlaubt',
  'refusal.title.404': 'Nicht gefunden',
  'refusal.title.409': 'Jetzt nicht möglich',
  'refusal.title.413': 'Zu groß',
  'refusal.title.422': 'Kann so nicht angenommen werden',
  'refusal.title.429': 'Zu viele Versuche',
  'refusal.title.500': 'Etwas ging schief',
  'refusal.title.503': 'Ausgelastet',
} as const satisfies Catalog;
