/* Messages from the site while its pages are closed: shown at once, and the page opens on a tap. */

/** What comes is {title, body, url, tag}, as the program writes it. */
export function listenForPush() {
  addEventListener("push", (event) => {
    if (event.data) event.waitUntil(show(event.data.json()));
  });
  addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(open(event.notification.data));
  });
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

/* Pages of this site only, in the window that shows it already, if there is one. */
async function open(path) {
  const { href, origin } = new URL(path, location.origin);
  if (origin !== location.origin) return;
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((client) => client.url === href);
  await (there ? there.focus() : clients.openWindow(href));
}
