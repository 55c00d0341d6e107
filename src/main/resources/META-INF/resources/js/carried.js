/* Under which name the form leaves for the lane what was written, in this tab only. */
export const CARRIED = "sipakatau.terbawa";
