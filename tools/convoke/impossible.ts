/** A command that cannot do what was asked, with the reason in words for the operator. */
export class Impossible extends Error {}
