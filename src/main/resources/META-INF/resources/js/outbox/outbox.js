/*
 * The outbox of this phone: complaints that were sent by their writers and wait for the network. Pages and the service
 * worker use it alike; from the moment that add() has resolved nothing is lost, and nothing is sent twice.
 */
export { add, change, discard, entries, isImproving, remove, take, watch } from "./entries.js";
export { canKeep } from "./database.js";
export { flush, sync } from "./flush.js";
export { isSlow, keepSetting, lowData, setting } from "./link.js";
