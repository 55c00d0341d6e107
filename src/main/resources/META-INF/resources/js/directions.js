/*
 * The way to a place, in the map app that the phone has: phones understand geo: (RFC 5870), Apple's only their own scheme.
 * Neither names a site of anybody's.
 */
const isApple = /iPhone|iPad|Macintosh/.test(navigator.userAgent);

for (const link of document.querySelectorAll("[data-directions]")) {
  if (isApple) link.href = `maps:?daddr=${link.dataset.directions}`;
}
