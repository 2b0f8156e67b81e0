/** An empty cell of a replay: neither of the page's two grounds, because it goes into files. 0xrrggbb */
export const GROUND = 0x9aa3a3;
