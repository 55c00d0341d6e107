/*
 * Messages from the site while its pages are closed: shown at once, and the page opens on a tap. A browser that has to
 * subscribe anew does so by itself.
 */

/** What comes is {title, body, url, tag}, as the program writes it. */
export function listenForPush() {
  addEventListener("push", (event) => {
    if (event.data) event.waitUntil(show(event.data.json()));
  });
  addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(open(event.notification.data));
  });
  addEventListener("pushsubscriptionchange", (event) => event.waitUntil(replace(event)));
}

function show({ title, body, url, tag }) {
  return registration.showNotification(title, {
    body,
    tag,
    renotify: true,
    data: url,
    icon: "/img/app/icon-192.png",
    badge: "/img/app/icon-monochrome-512.png",
  });
}

/* Only who knows the old subscription can have it replaced, so without it there is nothing to be done. */
async function replace({ oldSubscription: before, newSubscription }) {
  if (!before) return;
  const after = newSubscription ?? (await registration.pushManager.subscribe(before.options));
  const answer = await fetch("/dorong/ganti", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ before, after }),
  });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
}

/* Pages of this site only, in the window that shows it already, if there is one. */
async function open(path) {
  const { href, origin } = new URL(path, location.origin);
  if (origin !== location.origin) return;
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((client) => client.url === href);
  await (there ? there.focus() : clients.openWindow(href));
}
