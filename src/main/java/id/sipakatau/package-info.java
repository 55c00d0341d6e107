/** SIPAKATAU, a public complaint system; one package below for each module, described in ARCHITECTURE.md. */
@org.jspecify.annotations.NullMarked
package id.sipakatau;
