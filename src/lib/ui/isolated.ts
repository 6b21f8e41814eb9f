/** Left-to-right data inside a sentence that is one string: a date or code keeps its order in any language (ui.md UI-4). */
export const isolated = (text: string): string => `\u2066${text}\u2069`;
/** A name or a place inside a sentence: it keeps its own direction, and moves nothing around it. `Isolated` makes it a <bdi>. */
export const setApart = (text: string): string => `\u2068${text}\u2069`;
/** What stood in `setApart`; undefined for any other part of a sentence. */
export const apartOf = (part: string): string | undefined => /^\u2068(.*)\u2069$/su.exec(part)?.[1];
