/* Where the phone is and whither its camera looks, for as long as somebody takes photos. */
const FRESH = 60_000;

/**
 * Starts measuring; the person is asked for the position now.
 *
 * @param told called with "at" and the position, or with "nowhere"
 * @returns {position(): {lat, lon, accuracy} or null, soon(ms): resolves to the position as soon as there is one, or to
 *     null, direction(): degrees or null, stop()}
 */
export function measure(told) {
  let position = null;
  let isOver = !navigator.geolocation;
  let direction = null;
  const waiting = new Set();
  const watching = navigator.geolocation?.watchPosition(located, lost, { enableHighAccuracy: true, maximumAge: 10_000 });
  addEventListener("deviceorientationabsolute", turned);
  if (isOver) told("nowhere");

  function located({ coords, timestamp }) {
    position = { lat: coords.latitude, lon: coords.longitude, accuracy: coords.accuracy, at: timestamp };
    answer();
    told("at", position);
  }

  /* A phone that has no position just now may find one yet; one that may not tell it will not. */
  function lost(error) {
    if (error.code !== 1 && position) return;
    isOver = error.code === 1;
    if (isOver) answer();
    told("nowhere");
  }

  function answer() {
    for (const resolve of waiting) resolve();
    waiting.clear();
  }

  function current() {
    return position && Date.now() - position.at < FRESH ? position : null;
  }

  function turned({ absolute, alpha, beta, gamma }) {
    if (absolute && alpha !== null) direction = lookingAt(alpha, beta, gamma);
  }

  return {
    position: current,
    async soon(milliseconds) {
      if (!current() && !isOver) {
        /* A phone that lies still may say nothing new for minutes; asked, it does. */
        navigator.geolocation.getCurrentPosition(located, lost, { enableHighAccuracy: true, maximumAge: 10_000, timeout: milliseconds });
        await new Promise((resolve) => {
          waiting.add(resolve);
          setTimeout(resolve, milliseconds);
        });
      }
      return current();
    },
    direction: () => direction,
    stop() {
      if (watching !== undefined) navigator.geolocation.clearWatch(watching);
      removeEventListener("deviceorientationabsolute", turned);
    },
  };
}

/* Where the back of the phone looks, clockwise from north (W3C Device Orientation, worked example). */
function lookingAt(alpha, beta, gamma) {
  const [a, b, c] = [alpha, beta, gamma].map((degrees) => (degrees * Math.PI) / 180);
  const east = -Math.cos(a) * Math.sin(c) - Math.sin(a) * Math.sin(b) * Math.cos(c);
  const north = -Math.sin(a) * Math.sin(c) + Math.cos(a) * Math.sin(b) * Math.cos(c);
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}
