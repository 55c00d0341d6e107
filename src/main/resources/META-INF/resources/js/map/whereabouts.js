/* In which kelurahan a point lies. */
import { baseMap, unit } from "./base.js";

/**
 * Asks the server, and without a network the base map, which knows borders to about ten metres.
 *
 * @returns {within: "inside" | "near" | "outside", kelurahan?: {code, name}, kecamatan?: {code, name}, metres?,
 *     regency?}
 */
export async function whereabouts(lat, lon, { signal } = {}) {
  try {
    const answer = await fetch(`/api/v1/whereabouts?lat=${lat.toFixed(6)}&lon=${lon.toFixed(6)}`, { signal });
    if (answer.ok) return await answer.json();
  } catch (error) {
    if (error.name === "AbortError") throw error;
  }
  return fromMap(await baseMap(), lat, lon);
}

function fromMap(base, lat, lon) {
  const found = base.kelurahanAt(unit(lat, lon));
  if (!found) return { within: "outside" };
  const { code, name } = base.kecamatanOf(found);
  return { within: "inside", kelurahan: { code: found.code, name: found.name }, kecamatan: { code, name } };
}
