/* In which kelurahan a point lies. */
import { baseMap, unit } from "./base.js";

/* A network that lets nothing through says nothing either. */
const PATIENCE = 6_000;

/**
 * Asks the server, and without a network the base map, which knows borders to about ten metres.
 *
 * @returns {within: "inside" | "near" | "outside", kelurahan?: {code, name}, kecamatan?: {code, name}, metres?,
 *     regency?}
 */
export async function whereabouts(lat, lon, { signal } = {}) {
  const patience = new AbortController();
  const end = () => patience.abort();
  const timer = setTimeout(end, PATIENCE);
  signal?.addEventListener("abort", end);
  try {
    const answer = await fetch(`/api/v1/whereabouts?lat=${lat.toFixed(6)}&lon=${lon.toFixed(6)}`, { signal: patience.signal });
    if (answer.ok) return await answer.json();
  } catch (error) {
    if (signal?.aborted) throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
  return fromMap(await baseMap(), lat, lon);
}

function fromMap(base, lat, lon) {
  const found = base.kelurahanAt(unit(lat, lon));
  if (!found) return { within: "outside" };
  const { code, name } = base.kecamatanOf(found);
  return { within: "inside", kelurahan: { code: found.code, name: found.name }, kecamatan: { code, name } };
}
