// Written by scripts/message.mjs and npm run i18n:import, from messages/status: do not edit.
export const reviewed: readonly string[] = 'nl'.split(' ');
