import type { Catalog } from '../translator';

export const refusals = {
  'refusal.not_signed_in': 'Accedi per continuare.',
  'refusal.wrong_credentials': 'Indirizzo e password non corrispondono. Controllali entrambi o reimposta la password.',
  'refusal.not_permitted': 'Il tuo ruolo non lo comprende.',
  'refusal.cross_site':
    'Questa richiesta non veniva da una pagina di questo sito, perciò nulla è cambiato. Apri di nuovo la pagina e riprova.',
  'refusal.not_verified':
    'Prima conferma il tuo indirizzo e-mail; poi puoi leggere ciò che hanno scritto gli altri. Ciò che hai scritto tu resta.',
  'refusal.not_found': 'Qui non c’è nulla, o non è aperto a te.',
  'refusal.stale_version':
    'Nel frattempo qualcuno l’ha modificato. Ciò che hai scritto è ancora qui: confronta le due versioni.',
  'refusal.wrong_state': 'Non si può fare nello stato attuale. Ricarica la pagina per vedere che cosa è cambiato.',
  'refusal.deadline_passed': 'La scadenza è passata. Ciò che era salvato resta; scrivi ai chair se ti serve più tempo.',
  'refusal.not_open_yet': 'Non è ancora aperto.',
  'refusal.last_in_office':
    'Nessun altro gestisce questa call. Prima invita qualcuno per questo ruolo, poi concludi questo.',
  'refusal.step_not_taken':
    'Questa call non prevede {step, select, discussion {la discussione dei revisori} response {la risposta degli autori} other {la meta-revisione}}: i chair lo decidono alla voce “chi vede che cosa”.',
  'refusal.discussion_closed':
    'La discussione di questo contributo non è aperta, quindi nulla è stato inviato. Quello che hai scritto è ancora qui.',
  'refusal.response_closed':
    'Il tempo per rispondere alle revisioni è finito. Vale quanto inviato prima; scrivi ai chair se manca qualcosa.',
  'refusal.response_open':
    'Agli autori è stato promesso del tempo per rispondere, e non è finito. Chiudi prima la risposta, o attendi la sua data.',
  'refusal.response_date_missing': 'Manca una data futura entro cui gli autori possono rispondere. Fissala prima.',
  'refusal.no_reviews': 'Non è ancora arrivata nessuna revisione a cui gli autori possano rispondere.',
  'refusal.assignment_ended':
    'Non ti si chiede più di rivedere questo articolo, quindi non è stato salvato nulla. Quello che hai scritto è ancora in questa pagina: copialo se vuoi conservarlo.',
  'refusal.already_answered': 'A questo è già stata data una risposta. Vale la prima.',
  'refusal.already_exists': 'Esiste già.',
  'refusal.link_used_or_expired': 'Questo link è già stato usato o è scaduto. Chiedine uno nuovo.',
  'refusal.conflict_of_interest': 'Questa persona ha un conflitto di interessi con il contributo.',
  'refusal.load_reached': 'Questa persona ha già tanti articoli quanti ne ha accettati.',
  'refusal.idempotency_key_reused':
    'Questa richiesta era già stata inviata con un altro contenuto, perciò non è stata eseguita.',
  'refusal.incomplete': 'Manca ancora qualcosa. Guarda l’elenco, completa e invia di nuovo.',
  'refusal.reason_required':
    'Si stanno già scrivendo valutazioni con le impostazioni attuali. Indichi perché cambia chi vede che cosa; il motivo resta nella cronologia.',
  'refusal.contradictory_settings':
    'Queste impostazioni si contraddicono, quindi non è stato cambiato nulla. Ogni contraddizione è indicata sotto.',
  'refusal.only_looking':
    'Stai guardando questa pagina con gli occhi di un altro. Da qui non si può cambiare nulla; torna prima alla tua pagina.',
  'refusal.invalid_body':
    'Una parte di ciò che è stato inviato non può essere accettata. Ogni problema è indicato sotto; ciò che hai scritto resta.',
  'refusal.not_searchable': 'In questo elenco non si può cercare per «{field}:».',
  'refusal.word_limit': 'Il tuo testo supera il limite di parole.',
  'refusal.file_empty': 'Questo file è vuoto. Scegline un altro.',
  'refusal.file_type': 'Qui non va questo tipo di file, qualunque nome abbia. Si accettano: {accepted}.',
  'refusal.file_broken': 'Questo file non si può leggere. Crealo di nuovo e carica quello nuovo.',
  'refusal.file_encrypted': 'Questo file è protetto da una password. Salvalo senza e caricalo di nuovo.',
  'refusal.upload_aborted':
    'Il caricamento si è fermato prima della fine, perciò non ne è rimasto nulla. Ricomincialo.',
  'refusal.wall_time_gap': 'Quest’ora non esiste in quel giorno: gli orologi vanno avanti. Scegli un’altra ora.',
  'refusal.wall_time_doubled':
    'Quest’ora esiste due volte in quel giorno: gli orologi tornano indietro. Scegli un’altra ora.',
  'refusal.file_too_large': 'Questo file è troppo grande; si accettano al massimo {limit}.',
  'refusal.body_too_large': 'È più testo di quanto si possa inviare in una volta. Accorcialo e invia di nuovo.',
  'refusal.too_many_requests':
    'Troppi tentativi. Aspetta {seconds, plural, one {# secondo} other {# secondi}} e riprova.',
  'refusal.overloaded': 'Il servizio è occupato. Ciò che hai scritto resta; riprova tra un momento.',
  'refusal.unexpected':
    'Qualcosa è andato storto da parte nostra. Ciò che era salvato resta. Se succede di nuovo, riferisci il numero {id}.',

  'refusal.notText': 'Qui c’è un carattere che non è testo.',
  'refusal.notNumber': 'Questo numero è troppo grande. Il massimo è {max}.',

  'refusal.title.401': 'Accesso non effettuato',
  'refusal.title.403': 'Non permesso',
  'refusal.title.404': 'Non trovato',
  'refusal.title.409': 'Ora non è possibile',
  'refusal.title.413': 'Troppo grande',
  'refusal.title.422': 'Non può essere accettato',
  'refusal.title.429': 'Troppi tentativi',
  'refusal.title.500': 'Qualcosa è andato storto',
  'refusal.title.503': 'Occupato',
} as const satisfies Catalog;
