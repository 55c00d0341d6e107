/* Which step asks for which field of the API. */
const STEPS = {
  kind: "about",
  category: "about",
  photos: "photo",
  position: "place",
  positionSource: "place",
  kelurahan: "place",
  address: "place",
  description: "words",
  name: "sight",
  contact: "sight",
};

export function stepOf(field) {
  return STEPS[field];
}
