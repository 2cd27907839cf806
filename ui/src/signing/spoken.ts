// What a consent leaves to show.

/** A consent by phone or in person leaves nothing; any other brings its evidence, or it follows. */
export const isSpoken = (how: string): boolean => how === "phone" || how === "in_person";
