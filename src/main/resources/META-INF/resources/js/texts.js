/* Words for scripts, from the JSON blocks that a page embeds: <script type="application/json" data-texts>{t:json('lapor_js_')}</script> */
const words = {};
for (const block of document.querySelectorAll("script[data-texts]")) {
  Object.assign(words, JSON.parse(block.textContent));
}

export const language = document.documentElement.lang;

/** The text of a key, {0} and {0:one|many} filled in. */
export function text(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)(?::([^|}]*)\|([^}]*))?\}/g, (all, index, one, many) => {
    const value = values[index];
    if (one !== undefined) return value === 1 ? one : many;
    return typeof value === "number" ? value.toLocaleString(language) : String(value);
  });
}
