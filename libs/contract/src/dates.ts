// What a typed date means must be the same in the browser's preview and on the server: it is one routine.
export { AOE, deadlineFrom, zoneLabel } from '@convoke/domain';
