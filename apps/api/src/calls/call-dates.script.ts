/**
 * Adds the reader's own time to the dates of a public page, where the browser's clock shows something else than the call's. The
 * page says everything without it.
 */
export const callDatesScript = `'use strict';
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const place = zone.split('/').pop().replaceAll('_', ' ');
const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
const words = (at, timeZone) => {
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'long', timeZone }).format(at);
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at);
  return day.replace(',', '') + ', ' + time;
};
for (const element of document.querySelectorAll('time[data-local]')) {
  const at = new Date(element.dateTime);
  const own = words(at, zone);
  if (own === words(at, element.dataset.zone)) continue;
  element.textContent = element.dataset.words.replace('%time%', own).replace('%place%', place);
  element.hidden = false;
}
`;
