/* The map of the city. A page imports what it needs from here; Leaflet and the base map are loaded at first use. */
export { createMap } from "./map/create.js";
export { placeMap } from "./map/place.js";
export { pickPlace } from "./map/pick.js";
export { complaintLayer } from "./map/complaints.js";
export { whereabouts } from "./map/whereabouts.js";
