/** ASCII only: no letters that look like others (AUTH-13). */
export const emailForm = /^[a-z0-9._%+'-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** As stored and compared: NFKC, lower case (AUTH-13). */
export const loginNameOf = (email: string): string => email.normalize('NFKC').trim().toLowerCase();
