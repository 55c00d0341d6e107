/* Photos that another app shares to this one: kept on the phone until the form has taken them. */
const SHARED = "shared";

/** Keeps what a phone shares and opens the form. */
export async function keepShared(request) {
  try {
    const sent = await request.formData();
    const cache = await caches.open(SHARED);
    for (const [index, file] of sent.getAll("photos").entries()) {
      if (file.size > 0) await cache.put(`/bagikan/${index}-${encodeURIComponent(file.name)}`, new Response(file, { headers: { "Content-Type": file.type } }));
    }
    const words = [sent.get("title"), sent.get("text")].filter(Boolean).join("\n");
    if (words) await cache.put("/bagikan/words", new Response(words));
  } catch {
    return Response.redirect("/lapor?bagikan=gagal", 303);
  }
  return Response.redirect("/lapor?bagikan", 303);
}

/** What was shared, {files, words}, taken away from where it was kept. */
export async function takeShared() {
  if (!("caches" in self) || !(await caches.has(SHARED))) return { files: [], words: "" };
  const cache = await caches.open(SHARED);
  const files = [];
  let words = "";
  for (const request of await cache.keys()) {
    const kept = await cache.match(request);
    const name = new URL(request.url).pathname.split("/").pop();
    if (name === "words") words = await kept.text();
    else files.push(new File([await kept.blob()], decodeURIComponent(name.replace(/^\d+-/, "")), { type: kept.headers.get("Content-Type") }));
  }
  await caches.delete(SHARED);
  return { files, words };
}
