/** Left-to-right data inside a sentence that is one string: a date or code keeps its order in any language (ui.md UI-4). */
export const isolated = (text: string): string => `\u2066${text}\u2069`;
