/**
 * What makes the site an app on a phone: the manifest, the worker that keeps it open without a network, and the pages
 * that belong to the phone rather than to complaints: what was sent from it, emergencies, how to install, and what stands
 * where there is no network.
 *
 * <p>Owns no table and knows no complaint: what was sent from a phone is remembered on that phone alone.
 */
@NullMarked
package id.sipakatau.app;

import org.jspecify.annotations.NullMarked;
