/**
 * The app for Android: the site in the phone's own browser engine, full screen, or in a WebView where there is no browser
 * that can do so. Which site that is comes from the city's data.
 *
 * <p>It has no screens of its own but the one that stands where there is no network, and keeps no complaint: drafts and
 * what waits to be sent are the site's, in the browser.
 */
package id.sipakatau.android;
