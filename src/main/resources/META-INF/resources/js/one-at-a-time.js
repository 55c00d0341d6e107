/* A piece of work that many may ask for at once: one turn at a time, and one more for whatever asked meanwhile. */
export function oneAtATime(work) {
  let running = false;
  let again = false;
  return async function turn() {
    again = running;
    if (running) return;
    running = true;
    try {
      await work();
    } finally {
      running = false;
      if (again) turn();
    }
  };
}
